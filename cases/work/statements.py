"""
Statements: who says what about a fact, with which exhibits.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypedDict, Unpack

import msgspec
from sqlalchemy import Connection, Row, select

from cases.journal.transaction import Tx
from cases.tables import case as case_table
from cases.tables import statement as statement_table
from cases.work import packs
from cases.work.fact_values import checked
from cases.work.records import ExhibitId, IncidentId, PartyId, StatementRecord, Value
from rules.pack import Pack

_value: msgspec.json.Decoder[Value] = msgspec.json.Decoder(str | bool | list[str])
_exhibits = msgspec.json.Decoder(list[str])


class Said(TypedDict, total=False):
    """About whom, by whom, shown by what."""

    case: str
    """Needed only for an incident that stands in several cases."""
    party: str | None
    """The respondent it is about; without it, about the incident: all respondents inherit it."""
    sayer: str | None
    """The party who says so; without it, the signed-in officer."""
    exhibits: Sequence[str]
    note: str


class Saying(NamedTuple):
    """One statement of the officer, to be made together with others."""

    fact: str
    value: Value
    party: str = ""
    exhibits: Sequence[str] = ()


def say_all(tx: Tx, scope: str, incident: str, sayings: Iterable[Saying]) -> None:
    """Append many statements of the officer about one incident, each replacing own older words."""
    pack = pack_of(tx.connection, scope)
    standing: dict[tuple[str, str], list[str]] = {}
    for row in tx.connection.execute(
        select(statement_table.c.party, statement_table.c.fact, statement_table.c.event)
        .where(
            statement_table.c.scope == scope,
            statement_table.c.incident == incident,
            statement_table.c.live == 1,
            statement_table.c.sayer == "",
            statement_table.c.dev == tx.author.dev,
        )
        .order_by(statement_table.c.lam, statement_table.c.event)
    ):
        standing.setdefault((row.party, row.fact), []).append(row.event)
    for saying in sayings:
        body: dict[str, Any] = {
            "incident": incident,
            "fact": saying.fact,
            "value": checked(pack, saying.fact, saying.value),
        }
        if saying.party:
            body["party"] = saying.party
        if saying.exhibits:
            body["exhibits"] = list(saying.exhibits)
        saw = standing.get((saying.party, saying.fact), ())
        tx.append("statement.made", body, case=scope or None, saw=saw)


def say(tx: Tx, incident: str, fact: str, value: Value, **said: Unpack[Said]) -> str:
    """Append a statement; it replaces what the same sayer said of the same before."""
    scope = said.get("case", "")
    party, sayer = said.get("party") or "", said.get("sayer") or ""
    body = {
        "incident": incident,
        "fact": fact,
        "value": checked(pack_of(tx.connection, scope), fact, value),
        "party": party,
        "sayer": sayer,
        "exhibits": list(said.get("exhibits", ())),
        "note": said.get("note", ""),
    }
    saw = [
        row.event
        for row in live_rows(tx.connection, scope, (incident, party, fact))
        if row.sayer == sayer and (sayer or row.dev == tx.author.dev)
    ]
    given = {key: part for key, part in body.items() if part not in ("", [])}
    return tx.append(
        "statement.made", {**given, "value": body["value"]}, case=scope or None, saw=saw
    )


def pack_of(connection: Connection, scope: str) -> Pack:
    """Load the pack a case keeps; the newest one outside of cases."""
    name = connection.execute(
        select(case_table.c.pack).where(case_table.c.scope == scope)
    ).scalar()
    return packs.load(name or packs.newest())


def live_rows(
    connection: Connection, scope: str, about: tuple[str, str, str]
) -> Sequence[Row[Any]]:
    """Give the rows of the statements that stand about (incident, party or "", fact)."""
    incident, party, fact = about
    return connection.execute(
        select(statement_table)
        .where(
            statement_table.c.scope == scope,
            statement_table.c.incident == incident,
            statement_table.c.party == party,
            statement_table.c.fact == fact,
            statement_table.c.live == 1,
        )
        .order_by(statement_table.c.lam, statement_table.c.event)
    ).all()


def statements_of(connection: Connection, scope: str) -> list[StatementRecord]:
    """Read all statements of a scope that stand, in the order they were made."""
    rows = connection.execute(
        select(statement_table)
        .where(statement_table.c.scope == scope, statement_table.c.live == 1)
        .order_by(statement_table.c.lam, statement_table.c.event)
    )
    return [record_of(row) for row in rows]


def record_of(row: Row[Any]) -> StatementRecord:
    """Make the record of a row."""
    return StatementRecord(
        event=row.event,
        incident=IncidentId(row.incident),
        party=PartyId(row.party) if row.party else None,
        fact=row.fact,
        value=_value.decode(row.value),
        sayer=PartyId(row.sayer) if row.sayer else None,
        dev=row.dev,
        exhibits=tuple(ExhibitId(exhibit) for exhibit in _exhibits.decode(row.exhibits)),
        note=row.note,
        at=row.at,
    )
