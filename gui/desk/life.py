"""What the window asks about the life of a case: time line, notes, tags, archive, links, undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.records import CaseId

if TYPE_CHECKING:
    from cases.home import Home
    from cases.intake.links import LinkSuggestion
    from cases.work.timeline import TimelineEntry


@dataclass(frozen=True, slots=True)
class CaseLife:
    """What stands around a case."""

    timeline: "tuple[TimelineEntry, ...]"
    gaps: tuple[tuple[str, str], ...]
    links: "tuple[LinkSuggestion, ...]"


def read_life(home: "Home", case: CaseId) -> CaseLife:
    """Read the time line and what other cases share with this one."""
    from cases.intake.links import suggest_links
    from cases.work import timeline

    entries = timeline.read_timeline(home, case)
    return CaseLife(entries, timeline.gaps(entries), suggest_links(home, case))


def write_note(home: "Home", case: CaseId, text: str) -> Changes:
    """Write a note about a case."""
    from cases.work import notes

    return notes.write_note(home, case, text)


def withdraw_note(home: "Home", note: str) -> Changes:
    """Take an own note back."""
    from cases.work import notes

    return notes.withdraw_note(home, note)


def set_tags(home: "Home", case: CaseId, known: Sequence[str], wanted: Sequence[str]) -> Changes:
    """Put the words on a case that are wanted, and take off the others."""
    from cases.work import notes

    changes = Changes()
    for word in wanted:
        if word.casefold() not in known:
            changes = notes.add_tag(home, case, word)
    for word in known:
        if word not in {one.casefold() for one in wanted}:
            changes = notes.remove_tag(home, case, word)
    return changes


def archive(home: "Home", case: CaseId, reason: str, *, archived: bool) -> Changes:
    """Put a case into the archive, or take it out."""
    from cases.work import notes

    act = notes.archive_case if archived else notes.unarchive_case
    return act(home, case, reason)


def archived_cases(home: "Home") -> frozenset[str]:
    """Give the cases in the archive."""
    from cases.work.notes import archived_cases as read

    with home.read() as connection:
        return read(connection)


def undo(home: "Home", case: CaseId) -> Changes:
    """Take back the last thing one wrote in a case."""
    from cases.work import undoing

    return undoing.undo(home, case)


def correct_case(home: "Home", case: CaseId, field: str, text: str, reason: str) -> Changes:
    """Correct a field of a case that has left the laptop, with the reason."""
    from cases.work import cases
    from cases.work.records import Place

    if field == "place":
        return cases.edit_case(home, case, place=Place(text=text), reason=reason)
    return cases.edit_case(home, case, title=text, reason=reason)
