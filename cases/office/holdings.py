"""
What the office does not hold yet: "masih hanya di laptop ini".

An exhibit is held when a receipt of the office covers the line that named it in a case. One that
stands in no case can be in no sealed case file.
"""

from dataclasses import dataclass

from sqlalchemy import select

from cases.home import Home
from cases.office.receipts import held_heads
from cases.tables import custody, journal


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
            select(custody.c.exhibit, custody.c.scope, custody.c.dev, custody.c.lam).where(
                custody.c.act.in_(("taken_in", "linked"))
            )
        ).all()
    held = {case: _held(home, case) for case in {row.scope for row in rows if row.scope}}
    everywhere = {row.exhibit for row in rows}
    safe = {row.exhibit for row in rows if row.lam <= held.get(row.scope, {}).get(row.dev, 0)}
    waiting: dict[str, set[str]] = {}
    for row in rows:
        if row.exhibit not in safe and row.scope:
            waiting.setdefault(row.scope, set()).add(row.exhibit)
    linked = {row.exhibit for row in rows if row.scope}
    counts = sorted(((case, len(ids)) for case, ids in waiting.items()), key=lambda one: -one[1])
    return OnlyHere(len(everywhere - safe), len(everywhere - linked), tuple(counts))


def _held(home: Home, case: str) -> dict[str, int]:
    """Tell up to which counter (`lam`) the office holds the lines of each key."""
    heads = held_heads(home, case)
    with home.read() as connection:
        found = {
            dev: connection.execute(
                select(journal.c.lam).where(
                    journal.c.dev == dev, journal.c.scope == case, journal.c.seq == head.seq
                )
            ).scalar()
            for dev, head in heads.items()
        }
    return {dev: lam for dev, lam in found.items() if lam is not None}
