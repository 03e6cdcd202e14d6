"""
The bodies of events, one struct a type (`docs/format.md` lists them).

A type never changes its meaning: what must change becomes a new type. Unknown keys are kept in
the line and passed on. Personal particulars stand in no body. Values of facts are text, true or
false, or a list of text.
"""

from msgspec import Struct

from cases.journal.bodies import (
    captures,
    case,
    copies,
    exhibits,
    facts,
    handling,
    hearing,
    home,
    notes,
    office_work,
    papers,
    weighing,
)

type_of: dict[str, type[Struct]] = {
    **home.TYPES,
    **case.TYPES,
    **facts.TYPES,
    **weighing.TYPES,
    **exhibits.TYPES,
    **captures.TYPES,
    **copies.TYPES,
    **hearing.TYPES,
    **notes.TYPES,
    **papers.TYPES,
    **handling.TYPES,
    **office_work.TYPES,
}
"""The body of every type that this version knows."""
