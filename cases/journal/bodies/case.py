"""Bodies of events of a case: the case itself, parties, incidents, attendance."""

from typing import Any

from msgspec import Struct, field

from cases.journal.bodies.parts import From, PlaceBody


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
    reason: str = ""


class PartyRead(Struct, frozen=True):
    """Somebody read the particulars of a complainant or witness (access)."""

    party: str
    why: str = ""


class PersonConfirmedSame(Struct, frozen=True):
    """An officer is sure that this party is the same person as a party of another case."""

    party: str
    other_case: str
    other_party: str
    reason: str


class PersonSameWithdrawn(Struct, frozen=True):
    """It was not the same person after all, with a reason; the confirmation stays readable."""

    confirmation: str
    reason: str


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
    reason: str = ""


class AttendanceRecorded(Struct, frozen=True):
    """A party was at an incident, as these exhibits show."""

    attendance: str
    incident: str
    party: str
    exhibits: list[str] = field(default_factory=list)


TYPES: dict[str, type[Struct]] = {
    "case.opened": CaseOpened,
    "case.edited": CaseEdited,
    "party.added": PartyAdded,
    "party.described": PartyDescribed,
    "party.read": PartyRead,
    "person.confirmed_same": PersonConfirmedSame,
    "person.same_withdrawn": PersonSameWithdrawn,
    "incident.recorded": IncidentRecorded,
    "incident.edited": IncidentEdited,
    "attendance.recorded": AttendanceRecorded,
}
