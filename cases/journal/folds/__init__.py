"""The fold: one function for each type of event, grouped by what it writes."""

from collections.abc import Callable

from cases.journal.event import Event
from cases.journal.folds import (
    captures,
    case,
    copies,
    exhibits,
    facts,
    handling,
    hearing,
    home,
    invitations,
    notes,
    office_work,
    papers,
    weighing,
)
from cases.journal.rows import Rows

handlers: dict[str, Callable[[Rows, Event, str], None]] = {
    **home.handlers,
    **case.handlers,
    **facts.handlers,
    **weighing.handlers,
    **exhibits.handlers,
    **captures.handlers,
    **copies.handlers,
    **hearing.handlers,
    **invitations.handlers,
    **notes.handlers,
    **papers.handlers,
    **handling.handlers,
    **office_work.handlers,
}
"""Event type -> function (rows, event, event id)."""
