"""What speaks against an allegation, as officers note it."""

from msgspec import convert

from cases.journal.bodies.weighing import AgainstNoted
from cases.journal.event import Event
from cases.journal.folds.edits import text_of
from cases.journal.rows import Rows


def _noted(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, AgainstNoted)
    for old in event.saw:
        row = rows.get("against", old)
        # One replaces own words only, and about the same: what another noted stands beside it.
        if row and row["dev"] == event.dev and row["party"] == body.party:
            rows.put("against", old, live=0)
    rows.put(
        "against",
        sha,
        party=body.party,
        text=body.text,
        exhibits=text_of(body.exhibits),
        dev=event.dev,
        at=event.wall,
        live=1,
        lam=event.lam,
    )


handlers = {"against.noted": _noted}
