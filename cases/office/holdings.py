"""
What the office does not hold yet: "masih hanya di laptop ini".

An exhibit is held when a receipt of the office covers the line that named it in a case. One that
stands in no case can be in no sealed case file.
"""

from dataclasses import dataclass

from sqlalchemy import select

from cases.home import Home
from cases.office.receipts import held_heads
from cases.tables import custody, exhibit, journal


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """Exhibits that no receipt covers."""

    exhibits: int
    unsorted: int
    """Those of them that stand in no case."""
    cases: tuple[tuple[str, int], ...]
    """(case, how many of its exhibits), most first."""


def only_here(home: Home) -> OnlyHere:
    """Count the exhibits that exist on this laptop alone; none at an office, which keeps them."""
    if home.keys.office is not None:
        return OnlyHere(0, 0, ())
    with home.read() as connection:
        rows = connection.execute(
            select(exhibit.c.id, exhibit.c.scope, journal.c.dev, journal.c.seq)
            .join(
                custody,
                (custody.c.scope == exhibit.c.scope)
                & (custody.c.exhibit == exhibit.c.id)
                & (custody.c.act.in_(("taken_in", "linked"))),
            )
            .join(journal, journal.c.sha256 == custody.c.event)
        ).all()
    held = {
        case: {dev: head.seq for dev, head in held_heads(home, case).items()}
        for case in {row.scope for row in rows if row.scope}
    }
    everywhere = {row.id for row in rows}
    safe = {row.id for row in rows if row.seq <= held.get(row.scope, {}).get(row.dev, 0)}
    waiting: dict[str, set[str]] = {}
    for row in rows:
        if row.id not in safe and row.scope:
            waiting.setdefault(row.scope, set()).add(row.id)
    linked = {row.id for row in rows if row.scope}
    counts = sorted(((case, len(ids)) for case, ids in waiting.items()), key=lambda one: -one[1])
    return OnlyHere(len(everywhere - safe), len(everywhere - linked), tuple(counts))
