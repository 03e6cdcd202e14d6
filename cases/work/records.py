"""
What leaves `cases`: frozen records, never rows.

Moments are UTC text `YYYY-MM-DDThh:mm:ss.sssZ`; times that a person stated are ISO 8601 text with
offset (`2024-02-03T10:42+08:00`) or a bare date. Ids are 32 lower-case hex digits; `dev` is a
signing key (64 hex digits of an Ed25519 public key). Coordinates are decimal text or empty.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from cases.keys.officer import Officer as Officer  # noqa: PLC0414 - it is one of the records
from cases.work.hearing_records import AnswerChange, HandoverRecord, InvitationRecord

CaseId = NewType("CaseId", str)
IncidentId = NewType("IncidentId", str)
PartyId = NewType("PartyId", str)
ExhibitId = NewType("ExhibitId", str)
ClarificationId = NewType("ClarificationId", str)

Value = str | bool | list[str]


class Regime(StrEnum):
    """Which election law applies: general election or regional head election."""

    PEMILU = "PEMILU"
    PILKADA = "PILKADA"


class Source(StrEnum):
    """How a case began."""

    TEMUAN = "temuan"
    LAPORAN = "laporan"
    INFORMASI_AWAL = "informasi_awal"


class Role(StrEnum):
    """The role of a party; the letter of its code is T, P, S or A."""

    RESPONDENT = "respondent"
    COMPLAINANT = "complainant"
    WITNESS = "witness"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as stated: region code (`53.01.06`), words, coordinates."""

    text: str = ""
    code: str = ""
    lat: str = ""
    lon: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more values of one field, none of which has seen the other."""

    entity: str
    field: str
    values: tuple[tuple[str, str, str], ...]
    """(event, dev, value as JSON text), highest (lam, dev) first; the first is what is shown."""


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case."""

    id: CaseId
    code: str
    title: str
    regime: Regime
    source: Source
    found_at: str
    known_at: str
    place: Place
    pack: str
    register: str
    status: str
    opened_at: str
    opened_by: str
    conflicts: tuple[Conflict, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    """(event, stated time) of what starts clocks: `diregistrasi`, `dilaporkan` …"""
    state: str = ""
    """Where it stands in the workflow of its pack; empty: where cases of its source begin."""
    track: str = ""
    category: str = ""
    """Kind of breach, once somebody chose it."""


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """A person in a case, without the person: particulars are a sealed object of their own."""

    id: PartyId
    case: CaseId
    code: str
    role: Role
    label: str
    """A description without personal particulars, such as `Camat`; may be empty."""
    particulars: str
    """SHA-256 of the sealed particulars, empty when none were given or they are left out."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who a party is. Sealed; read through `parties.read_particulars` only."""

    name: str = ""
    nip: str = ""
    nik: str = ""
    birth_place: str = ""
    birth_date: str = ""
    sex: str = ""
    religion: str = ""
    nationality: str = ""
    occupation: str = ""
    rank: str = ""
    unit: str = ""
    agency: str = ""
    address: str = ""
    phone: str = ""
    document: str = ""
    """Which identity document was shown."""
    email: str = ""


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """One happening; may stand without a case."""

    id: IncidentId
    case: CaseId | None
    code: str
    title: str
    kind: str
    """Value of the fact `jenis_kegiatan`, or empty."""
    election: str
    """Value of the fact `jenis_pemilihan`, or empty."""
    contestant: str
    starts_at: str
    ends_at: str
    place: Place
    description: str
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class AttendanceRecord:
    """One party at one incident, bound to exhibits; what the party did there are facts."""

    id: str
    incident: IncidentId
    party: PartyId
    exhibits: tuple[ExhibitId, ...]


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Who says what about a fact, with which exhibits."""

    event: str
    """SHA-256 of the event; it is the statement's id."""
    incident: IncidentId
    party: PartyId | None
    """The respondent it is about; None: about the incident, all respondents inherit it."""
    fact: str
    value: Value
    sayer: PartyId | None
    """The party who says so; None: the officer (`dev`)."""
    dev: str
    exhibits: tuple[ExhibitId, ...]
    note: str
    at: str


@dataclass(frozen=True, slots=True)
class FactState:
    """What is known of one fact, of the incident (`party` None) or of one respondent in it."""

    fact: str
    incident: IncidentId
    party: PartyId | None
    value: Value | None
    """None: unknown, because nobody said or because the statements contradict each other."""
    contradicting: bool
    ruled: bool
    reason: str
    statements: tuple[StatementRecord, ...]


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """One question of a clarification, with its answer."""

    id: str
    number: int
    fact: str
    """Key of the fact it asks for; empty for a free question."""
    incident: IncidentId | None
    about: PartyId | None
    text: str
    answer: str
    value: Value | None
    answered_at: str
    follows: str = ""  # the question it follows on
    origin: str = ""
    """`fakta`, `baku`, `susulan`; empty: by whether it asks for a fact."""
    refused: bool = False  # the person did not want to answer
    changes: tuple[AnswerChange, ...] = ()
    """Changes after the reading back, oldest first; `answer` is the present text."""


@dataclass(frozen=True, slots=True)
class ClarificationRecord:
    """One hearing of one person."""

    id: ClarificationId
    case: CaseId
    party: PartyId
    number: int
    scheduled_at: str
    place: str
    mode: str
    """`tatap_muka` or `daring`."""
    mode_reason: str
    officers: tuple[str, ...]
    """Names of the officers who hold the hearing."""
    assignment: str
    """Number of the letter of assignment."""
    companion: str
    oath: str
    """`bersedia`, `menolak` or empty (not asked yet)."""
    started_at: str
    ended_at: str
    read_back: bool
    corrections: str
    signature: str
    """`ditandatangani`, `menolak` or empty."""
    signature_reason: str
    questions: tuple[QuestionRecord, ...]
    mode_ground: str = ""
    """Code of the ground for an online hearing (pack: `hearings.toml`)."""
    link: str = ""
    consent: bool = False  # to be recorded
    recording: str = ""  # the exhibit that is the recording
    identity: str = ""  # which document proved who the person is; without its number
    companion_kind: str = ""
    """`kuasa_hukum`, `penerjemah`, `keluarga`, `lainnya` or empty."""
    companion_letter: str = ""  # number of the power of attorney
    oath_reason: str = ""  # why it was refused
    oath_by: str = ""  # who took it
    cancelled: str = ""
    """Why it is not held; empty: it is."""
    cancelled_by: str = ""
    invitations: tuple[InvitationRecord, ...] = ()
    handovers: tuple[HandoverRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """One rendered version of a form."""

    event: str
    case: CaseId
    form: str
    title: str
    object: str
    content_head: str
    made_at: str
    dev: str
    final: bool
    exhibit: str = ""
    """The exhibit it is about; empty: the case."""
    redacted: bool = False
    """A copy for the public: its pictures are derived copies."""
    clarification: str = ""
    about: str = ""
    """The addressee of a letter, where a form has one paper for each."""
    number: str = ""
    blank: bool = False
    """An empty form to fill in by hand."""


FieldKey = tuple[str, str, str]
"""A field of a form that is filled in by hand: (form, what the paper is about, field)."""


@dataclass(frozen=True, slots=True)
class ScanRecord:
    """An exhibit that is the scan of a paper."""

    exhibit: ExhibitId
    paper: str
    """Event of the making of the paper; empty where it was made elsewhere."""
    form: str
    content_head: str
    at: str = ""
