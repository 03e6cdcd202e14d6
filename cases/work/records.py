"""
What leaves `cases`: frozen records, never rows.

Moments are UTC text `YYYY-MM-DDThh:mm:ss.sssZ`; times that a person stated are ISO 8601 text with
offset (`2024-02-03T10:42+08:00`) or a bare date. Ids are 32 lower-case hex digits; `dev` is a
signing key (64 hex digits of an Ed25519 public key). Coordinates are decimal text or empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from cases.keys.officer import Officer as Officer  # noqa: PLC0414 - it is one of the records

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
class Taken:
    """When a picture was taken: an interval with its source, never a guessed point."""

    raw: str = ""
    local: str = ""
    """EXIF DateTimeOriginal as `YYYY:MM:DD HH:MM:SS`, or empty."""
    offset: str = ""
    earliest: str = ""
    latest: str = ""
    zone_source: str = "unknown"
    """exif, gps, stated or unknown."""
    clock: str = ""
    """Who says by how much the camera's clock was wrong: stated, measured; empty: nobody."""
    clock_error_ms: int = 0
    """So much the camera's clock ran fast (negative: slow); `earliest`, `latest` allow for it."""
    clock_plus_minus_ms: int = 0


@dataclass(frozen=True, slots=True)
class SignalRecord:
    """A hint for a person to look at; never a verdict."""

    code: str
    weight: str
    text: str


@dataclass(frozen=True, slots=True)
class ExhibitRecord:
    """One item of evidence."""

    id: ExhibitId
    code: str
    """`B-01` in the case that was asked for; empty where the exhibit is not linked to it."""
    object: str
    file: str
    size: int
    media_type: str
    kind: str
    """`photo` or `attachment`."""
    reason: str
    """Why it is an attachment, in words; empty for a photo."""
    width: int
    height: int
    taken: Taken
    lat: str
    lon: str
    camera: str
    software: str
    origin: str
    signals: tuple[SignalRecord, ...]
    preview: str
    """SHA-256 of the print copy; empty until it is made, or where it cannot be made."""
    caption: str
    taken_in_at: str
    dev: str


@dataclass(frozen=True, slots=True)
class OriginRecord:
    """Where an exhibit probably comes from, why one thinks so, and how sure that is."""

    origin: str
    weight: str
    """low, medium or high; empty where nothing tells."""
    cause: str
    """In words."""


@dataclass(frozen=True, slots=True)
class TimeSourceRecord:
    """One place in a file, its name or its folder that states a time."""

    kind: str
    raw: str
    local: str
    offset: str
    refused: str
    """Why it does not count, in words; empty where it does."""


@dataclass(frozen=True, slots=True)
class FileClaims:
    """What a file says of itself beyond what lists show."""

    origin: OriginRecord
    sources: tuple[TimeSourceRecord, ...]
    subsec: str
    duration_ms: int | None
    rotation: int | None
    """Clockwise degrees by which a player turns the picture."""
    title: str
    url: str
    """Where a page was saved from."""


@dataclass(frozen=True, slots=True)
class SimilarRecord:
    """Another exhibit that looks the same: a hint, never a verdict."""

    exhibit: ExhibitId
    case: CaseId | None
    """None: it stands in no case yet."""
    case_code: str
    code: str
    file: str
    distance: int
    """0 to 64 differing bits; 0 to 6 are shown at all."""


@dataclass(frozen=True, slots=True)
class CustodyRecord:
    """One line of the custody log of an exhibit."""

    event: str
    exhibit: ExhibitId
    act: str
    """taken_in, seen_again, linked, viewed, exported, printed, sealed, imported, rehashed, …"""
    at: str
    dev: str
    why: str
    officer: str = ""
    """Who, by name; the beginning of the key where nobody is known by it."""


@dataclass(frozen=True, slots=True)
class DerivedRecord:
    """A copy derived from an exhibit: cropped, covered, marked. Never the original."""

    id: str
    exhibit: ExhibitId
    code: str
    """`B-04/S1`; by a second key `B-04/S1·K2`; without a case `S1`."""
    object: str
    parent_sha256: str
    """The exhibit's own object."""
    operations: tuple[Mapping[str, str | int], ...]
    reason: str
    at: str
    dev: str

    @property
    def number(self) -> str:
        """The last part of the code, without its letter: `1`, `1·K2`."""
        return self.code.rpartition("S")[2]


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


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of one case, read in one moment: what papers and windows are made from."""

    case: CaseRecord
    officers: tuple[Officer, ...]
    parties: tuple[PartyRecord, ...]
    incidents: tuple[IncidentRecord, ...]
    attendance: tuple[AttendanceRecord, ...]
    facts: tuple[FactState, ...]
    exhibits: tuple[ExhibitRecord, ...]
    custody: tuple[CustodyRecord, ...]
    clarifications: tuple[ClarificationRecord, ...]
    papers: tuple[PaperRecord, ...]
    content_head: str
    """Digest of the stream heads before the last access events (`docs/format.md`)."""
    derived: tuple[DerivedRecord, ...] = ()
    """Copies derived from its exhibits, oldest first."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in a list."""

    case: CaseRecord
    exhibits: int
    respondents: int
    parties: int
    clarifications: int
    papers: int
    cover: ExhibitId | None
    """The exhibit whose print copy stands for the case."""
    cover_preview: str
    """SHA-256 of that print copy, or empty."""
    touched_at: str


@dataclass(frozen=True, slots=True)
class Question:
    """A missing fact as a question to the officer."""

    fact: str
    incident: IncidentId
    party: PartyId | None
    """The respondent it is asked about; None: about the incident."""
    text: str
    kind: str
    """`yesno`, `choice`, `multi`, `date` or `text`."""
    choices: tuple[tuple[str, str], ...]
    """(value, words) for `yesno`, `choice` and `multi`."""
    case: CaseId
    case_code: str
    decides: tuple[tuple[str, str], ...]
    """(rule, title of the rule) that the answer helps to decide."""
    said_unknown: bool
    """Somebody answered that it is not known; it is asked again at the hearing."""


@dataclass(frozen=True, slots=True)
class ElementFinding:
    """One element or exception of a rule, as it stands for one respondent."""

    id: str
    text: str
    value: str
    """`ya`, `tidak` or `belum_diketahui`."""
    reason: str
    exhibits: tuple[str, ...]
    """Codes of the exhibits that the deciding statements name."""
    conduct: bool = False
    effect: str = ""
    """Of an exception: EXCLUDES, STUDY or NOTE."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, applied to one respondent in one incident."""

    rule: str
    title: str
    citation: str
    """The provision in force on the day of the incident."""
    confidence: str
    """Mark of confidence in words (`perlu dicek`), empty where the citation was checked."""
    outcome: str
    raised: bool
    incident: IncidentId
    incident_code: str
    party: PartyId
    party_code: str
    party_label: str
    elements: tuple[ElementFinding, ...]
    exceptions: tuple[ElementFinding, ...]
    missing: tuple[Question, ...]
    notes: tuple[str, ...]
    offence_class: str
    sanction: str


@dataclass(frozen=True, slots=True)
class CaseAssessment:
    """All findings of a case and all questions that raised rules leave open."""

    pack: str
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class DeadlineRecord:
    """One clock of one case."""

    case: CaseId
    case_code: str
    case_title: str
    id: str
    step: str
    limit: str
    safe: str
    practical: str
    basis: str
    confidence: str
    days: tuple[str, ...] = ()
