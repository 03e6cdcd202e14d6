"""Statements, and what a person ruled between contradicting ones."""

from msgspec import convert

from cases.journal.bodies.facts import FactRuled, StatementMade, StatementWithdrawn
from cases.journal.event import Event
from cases.journal.folds.edits import text_of
from cases.journal.rows import Row, Rows


def _made(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, StatementMade)
    for old in event.saw:
        row = rows.get("statement", old)
        # One replaces own words only: what another said can be ruled on, never removed.
        if row and row["sayer"] == body.sayer and _own(row, event) and _same(row, body):
            rows.put("statement", old, live=0)
    rows.put(
        "statement",
        sha,
        incident=body.incident,
        party=body.party,
        fact=body.fact,
        value=text_of(body.value),
        sayer=body.sayer,
        dev=event.dev,
        exhibits=text_of(body.exhibits),
        note=body.note,
        at=event.wall,
        live=1,
        lam=event.lam,
    )


def _own(row: Row, event: Event) -> bool:
    """Tell whether the words are of whom was heard, or of the officer who writes now."""
    return bool(row["sayer"]) or row["dev"] == event.dev


def _same(row: Row, body: StatementMade | FactRuled) -> bool:
    """Tell whether both are about the same thing."""
    return (row["incident"], row["party"], row["fact"]) == (body.incident, body.party, body.fact)


def _withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, StatementWithdrawn)
    row = rows.get("statement", body.statement)
    if row and _own(row, event):
        rows.put("statement", body.statement, live=0, withdrawn=body.reason)


def _ruled(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, FactRuled)
    for old in event.saw:
        row = rows.get("ruling", old)
        if row and _same(row, body):
            rows.put("ruling", old, live=0)
    rows.put(
        "ruling",
        sha,
        incident=body.incident,
        party=body.party,
        fact=body.fact,
        value=text_of(body.value),
        reason=body.reason,
        saw=text_of(event.saw),
        dev=event.dev,
        at=event.wall,
        live=1,
        lam=event.lam,
    )


handlers = {
    "statement.made": _made,
    "statement.withdrawn": _withdrawn,
    "fact.ruled": _ruled,
}
