"""Bodies of notes, tags, the archive, and of what was entered by mistake."""

from msgspec import Struct


class NoteWritten(Struct, frozen=True):
    """A note of an officer about the case, or about one thing in it."""

    note: str
    text: str
    about: str = ""


class NoteWithdrawn(Struct, frozen=True):
    """A note is taken back, with a reason; it stays in the journal."""

    note: str
    reason: str = ""


class TagAdded(Struct, frozen=True):
    """A word under which the case, or one thing in it, is found."""

    tag: str
    about: str = ""


class TagRemoved(Struct, frozen=True):
    """The word no longer stands."""

    tag: str
    about: str = ""


class CaseArchived(Struct, frozen=True):
    """The case leaves the lists of the day; nothing of it is deleted."""

    reason: str


class CaseUnarchived(Struct, frozen=True):
    """The case is back in the lists of the day."""

    reason: str


class PartyWithdrawn(Struct, frozen=True):
    """A party that was added by mistake and that nothing names."""

    party: str
    reason: str


class IncidentWithdrawn(Struct, frozen=True):
    """An incident that was recorded by mistake and that nothing names."""

    incident: str
    reason: str


TYPES: dict[str, type[Struct]] = {
    "note.written": NoteWritten,
    "note.withdrawn": NoteWithdrawn,
    "tag.added": TagAdded,
    "tag.removed": TagRemoved,
    "case.archived": CaseArchived,
    "case.unarchived": CaseUnarchived,
    "party.withdrawn": PartyWithdrawn,
    "incident.withdrawn": IncidentWithdrawn,
}
