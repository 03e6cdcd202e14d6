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


TYPES: dict[str, type[Struct]] = {
    "case.opened": CaseOpened,
    "case.edited": CaseEdited,
    "party.added": PartyAdded,
    "party.described": PartyDescribed,
    "party.read": PartyRead,
    "incident.recorded": IncidentRecorded,
    "incident.edited": IncidentEdited,
    "attendance.recorded": AttendanceRecorded,
}
