"""
The bodies of events, one struct a type (`docs/format.md` lists them).

A type never changes its meaning: what must change becomes a new type. Unknown keys are kept in
the line and passed on. Personal particulars stand in no body. Values of facts are text, true or
false, or a list of text.
"""

from typing import Any

from msgspec import Struct, field

type_of: dict[str, type[Struct]] = {}

FactValue = str | bool | list[str]


class PlaceBody(Struct, frozen=True):
    """A place as stated; coordinates are decimal text."""

    text: str = ""
    code: str = ""
    lat: str = ""
    lon: str = ""


class From(Struct, frozen=True):
    """The line of another stream that an event copies."""

    dev: str
    case: str | None
    line_sha256: str


class StreamStarted(Struct, frozen=True):
    """First line of every stream: who this key is."""

    name: str
    role: str
    office: str
    region: str
    number: int = 0


class KeyStarted(Struct, frozen=True):
    """First line of a key's own stream; `after` and `reason` when it follows other keys."""

    name: str
    role: str
    office: str
    region: str
    number: int = 0
    after: list[dict[str, Any]] = field(default_factory=list)
    reason: str = ""


class Anchor(Struct, frozen=True):
    """Digest over all heads of this key, so that a dropped stream is noticed."""

    root: str
    streams: int
    why: str


class OfficeEnrolled(Struct, frozen=True):
    """The home now seals to this office as well."""

    id: str
    name: str
    region: str
    sign: str
    age: str
    recovery: list[str]


class RosterAdded(Struct, frozen=True):
    """The office knows this key."""

    dev: str
    name: str
    role: str
    office: str
    region: str


class RosterRevoked(Struct, frozen=True):
    """The office no longer trusts this key; what it took in before stays."""

    dev: str
    reason: str


class PackInstalled(Struct, frozen=True):
    """A pack of rules that the office signed was installed; `manifest` is its list's SHA-256."""

    pack: str
    manifest: str
    signer: str


class BackupMade(Struct, frozen=True):
    """A verified copy of the home was made."""

    folder: str
    objects: int
    events: int


class CaseSealed(Struct, frozen=True):
    """A sealed case file was written."""

    case: str
    file: str
    sha256: str
    size: int
    recipients: list[str]
    heads: list[dict[str, Any]]
    objects: int
    identities: bool = True


class ReceiptAdded(Struct, frozen=True):
    """The office's receipt was taken in; the receipt itself is an object."""

    case: str
    object: str
    office: str
    number: int
    content: str


class CaseImported(Struct, frozen=True):
    """The office took in a sealed case file and gave a receipt (an object)."""

    case: str
    file: str
    sha256: str
    content: str
    signer: str
    receipt: str
    number: int
    events: int
    objects: int


class CaseOpened(Struct, frozen=True):
    """A case begins."""

    code: str
    title: str
    regime: str
    source: str
    pack: str
    found_at: str = ""
    known_at: str = ""
    place: PlaceBody = PlaceBody()


class CaseEdited(Struct, frozen=True):
    """One field of the case changes; `saw` names the edits it replaces."""

    field: str
    value: str | dict[str, Any]
    reason: str = ""


class PartyAdded(Struct, frozen=True):
    """A party, without its particulars."""

    party: str
    code: str
    role: str
    label: str = ""


class PartyDescribed(Struct, frozen=True):
    """The particulars of a party are this sealed object."""

    party: str
    object: str


class PartyRead(Struct, frozen=True):
    """Somebody read the particulars of a complainant or witness (access)."""

    party: str
    why: str = ""


class IncidentRecorded(Struct, frozen=True):
    """An incident; `from` when it was first written in another stream."""

    incident: str
    code: str
    title: str
    kind: str = ""
    election: str = ""
    contestant: str = ""
    starts_at: str = ""
    ends_at: str = ""
    place: PlaceBody = PlaceBody()
    description: str = ""
    from_: From | None = field(default=None, name="from")


class IncidentEdited(Struct, frozen=True):
    """One field of an incident changes."""

    incident: str
    field: str
    value: str | dict[str, Any]


class AttendanceRecorded(Struct, frozen=True):
    """A party was at an incident, as these exhibits show."""

    attendance: str
    incident: str
    party: str
    exhibits: list[str] = field(default_factory=list)


class StatementMade(Struct, frozen=True):
    """Somebody says what is so; `saw` names own statements it replaces."""

    incident: str
    fact: str
    value: FactValue
    party: str = ""
    sayer: str = ""
    exhibits: list[str] = field(default_factory=list)
    note: str = ""
    from_: From | None = field(default=None, name="from")


class StatementWithdrawn(Struct, frozen=True):
    """A statement is taken back, with a reason; it stays in the journal."""

    statement: str
    reason: str


class FactRuled(Struct, frozen=True):
    """A person decides between contradicting statements (`saw` names them)."""

    incident: str
    fact: str
    value: FactValue
    reason: str
    party: str = ""


class ExhibitTakenIn(Struct, frozen=True):
    """A file became an exhibit; `inspection` is what was read from it, coordinates as text."""

    exhibit: str
    object: str
    file: str
    size: int
    kind: str
    media_type: str = ""
    reason: str = ""
    width: int = 0
    height: int = 0
    inspection: dict[str, Any] = field(default_factory=dict)
    code: str = ""


class ExhibitLinked(Struct, frozen=True):
    """An exhibit of another stream enters this case under a code."""

    exhibit: str
    object: str
    file: str
    size: int
    kind: str
    code: str
    from_: From = field(name="from")
    media_type: str = ""
    reason: str = ""
    width: int = 0
    height: int = 0
    inspection: dict[str, Any] = field(default_factory=dict)


class ExhibitSeenAgain(Struct, frozen=True):
    """The same bytes were brought once more."""

    exhibit: str
    file: str


class ExhibitPreview(Struct, frozen=True):
    """
    The print copy of an exhibit is this object; or none can be made, for this reason.

    `dhash` and `signals` are what decoding the picture brought to light.
    """

    exhibit: str
    object: str
    reason: str = ""
    dhash: str = ""
    signals: list[dict[str, Any]] = field(default_factory=list)


class ExhibitCaptioned(Struct, frozen=True):
    """The caption of an exhibit changes."""

    exhibit: str
    caption: str


class ExhibitTimed(Struct, frozen=True):
    """A person states the zone of naive camera times, `+08:00`."""

    exhibits: list[str]
    offset: str
    reason: str = ""


class ExhibitClockStated(Struct, frozen=True):
    """The camera's clock ran so many ms fast (negative: slow); `how` is `stated` or `measured`."""

    exhibits: list[str]
    error_ms: int
    plus_minus_ms: int = 0
    how: str = "stated"
    reason: str = ""


class ExhibitHandled(Struct, frozen=True):
    """An exhibit was viewed, exported, printed or re-hashed (access)."""

    exhibit: str
    why: str = ""


class ClarificationPlanned(Struct, frozen=True):
    """A hearing of one party is planned."""

    clarification: str
    party: str
    number: int
    scheduled_at: str = ""
    place: str = ""
    mode: str = "tatap_muka"
    mode_reason: str = ""
    officers: list[str] = field(default_factory=list)
    assignment: str = ""
    companion: str = ""


class QuestionPut(Struct, frozen=True):
    """A question of a hearing; `fact` is empty for a free one."""

    question: str
    clarification: str
    number: int
    text: str
    fact: str = ""
    incident: str = ""
    about: str = ""


class QuestionAnswered(Struct, frozen=True):
    """The answer in words; `value` when it states the fact."""

    question: str
    answer: str
    value: FactValue | None = None


class ClarificationEdited(Struct, frozen=True):
    """One field of a hearing is set: oath, started_at, ended_at, signature …"""

    clarification: str
    field: str
    value: str | bool | list[str]


class PaperMade(Struct, frozen=True):
    """A paper was rendered; it is an object (access: making it changes no content)."""

    form: str
    title: str
    object: str
    content_head: str
    final: bool = False
    clarification: str = ""


class PaperHandled(Struct, frozen=True):
    """A paper was printed, or saved outside the home (access)."""

    paper: str
    title: str


type_of.update(
    {
        "stream.started": StreamStarted,
        "key.started": KeyStarted,
        "anchor": Anchor,
        "office.enrolled": OfficeEnrolled,
        "roster.added": RosterAdded,
        "roster.revoked": RosterRevoked,
        "backup.made": BackupMade,
        "pack.installed": PackInstalled,
        "case.sealed": CaseSealed,
        "receipt.added": ReceiptAdded,
        "case.imported": CaseImported,
        "case.opened": CaseOpened,
        "case.edited": CaseEdited,
        "party.added": PartyAdded,
        "party.described": PartyDescribed,
        "party.read": PartyRead,
        "incident.recorded": IncidentRecorded,
        "incident.edited": IncidentEdited,
        "attendance.recorded": AttendanceRecorded,
        "statement.made": StatementMade,
        "statement.withdrawn": StatementWithdrawn,
        "fact.ruled": FactRuled,
        "exhibit.taken_in": ExhibitTakenIn,
        "exhibit.linked": ExhibitLinked,
        "exhibit.seen_again": ExhibitSeenAgain,
        "exhibit.preview": ExhibitPreview,
        "exhibit.captioned": ExhibitCaptioned,
        "exhibit.timed": ExhibitTimed,
        "exhibit.clock_stated": ExhibitClockStated,
        "exhibit.viewed": ExhibitHandled,
        "exhibit.exported": ExhibitHandled,
        "exhibit.printed": ExhibitHandled,
        "exhibit.rehashed": ExhibitHandled,
        "clarification.planned": ClarificationPlanned,
        "question.put": QuestionPut,
        "question.answered": QuestionAnswered,
        "clarification.edited": ClarificationEdited,
        "paper.made": PaperMade,
        "paper.printed": PaperHandled,
        "paper.exported": PaperHandled,
    }
)
