"""
Facts: what the statements, and what a person ruled between them, add up to.

Statements that agree make a fact known; those that contradict each other make it unknown until a
person rules, with a reason. Nothing here looks at the order or at the clock.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Unpack

import msgspec
from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import incident as incident_table
from cases.tables import party as party_table
from cases.tables import ruling as ruling_table
from cases.tables import statement as statement_table
from cases.work import stated
from cases.work.fact_values import Sameness, checked, claims, sameness
from cases.work.records import FactState, IncidentId, PartyId, StatementRecord, Value
from cases.work.scopes import need, need_exhibits, scope_of
from cases.work.statements import Said, live_rows, pack_of, say, statements_of

_value: msgspec.json.Decoder[Value] = msgspec.json.Decoder(str | bool | list[str])
_events = msgspec.json.Decoder(list[str])

About = tuple[IncidentId, PartyId | None, str]
"""What a statement is about: incident, respondent (None: the incident itself), fact."""


class Ruling(NamedTuple):
    """What a person decided between statements that were then seen."""

    value: Value
    reason: str
    saw: frozenset[str]
    event: str = ""


def state_fact(
    home: Home, incident: IncidentId, fact: str, value: Value, **said: Unpack[Said]
) -> Changes:
    """State a fact of an incident, or of one respondent in it, replacing own older words."""
    with home.write() as tx:
        scope = _scope(tx.connection, incident, said)
        need_exhibits(tx.connection, scope, said.get("exhibits", ()))
        said["case"] = scope
        tx.made = say(tx, incident, fact, value, **said)
    return tx.changes


def withdraw(home: Home, statement: str, reason: str) -> Changes:
    """Take a statement back, with a reason; it stays in the journal."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        scope = scope_of(tx.connection, statement_table, statement)
        _need_own(tx, scope, statement)
        body = {"statement": statement, "reason": reason}
        tx.append("statement.withdrawn", body, case=scope or None)
        tx.made = statement
    return tx.changes


def _need_own(tx: Tx, scope: str, statement: str) -> None:
    """Refuse to take back what another officer states; of what a party said, any may."""
    row = tx.connection.execute(
        select(statement_table.c.sayer, statement_table.c.dev).where(
            statement_table.c.scope == scope, statement_table.c.event == statement
        )
    ).one()
    if not row.sayer and row.dev != tx.author.dev:
        raise NetraError(
            tr("Keterangan ini dicatat petugas lain; hanya ia yang dapat menariknya."),
            tr("Catat keterangan Anda sendiri, lalu putuskan dengan alasan."),
            code="not-own",
        )


def rule_on_fact(
    home: Home, incident: IncidentId, fact: str, value: Value, **ruled: Unpack["RuledOn"]
) -> Changes:
    """Decide what is taken as so where statements differ; every statement stays."""
    reason = stated.needed(ruled.get("reason", ""), tr("Alasan"))
    with home.write() as tx:
        about = Said(case=ruled.get("case", ""), party=ruled.get("party"))
        scope = _scope(tx.connection, incident, about)
        party = ruled.get("party") or ""
        seen = [row.event for row in live_rows(tx.connection, scope, (incident, party, fact))]
        if not seen:
            raise NetraError(
                tr("Belum ada keterangan tentang fakta ini."),
                tr("Catat keterangan lebih dahulu."),
                code="nothing-to-rule",
            )
        older = tx.connection.execute(
            select(ruling_table.c.event).where(
                ruling_table.c.scope == scope,
                ruling_table.c.incident == incident,
                ruling_table.c.party == party,
                ruling_table.c.fact == fact,
                ruling_table.c.live == 1,
            )
        ).scalars()
        body = {
            "incident": incident,
            "fact": fact,
            "value": checked(pack_of(tx.connection, scope), fact, value),
            "reason": reason,
            "party": party,
        }
        tx.made = tx.append("fact.ruled", body, case=scope or None, saw=[*seen, *older])
    return tx.changes


class RuledOn(Said, total=False):
    """About whom a person rules, and why."""

    reason: str


def resolve(
    about: About, statements: Sequence[StatementRecord], rulings: Iterable[Ruling]
) -> FactState:
    """Add up statements and rulings about one thing; their order makes no difference."""
    incident, party, fact = about
    holding = {
        sameness(ruling.value): ruling
        for ruling in sorted(rulings, key=lambda ruling: ruling.event, reverse=True)
        if _holds(ruling, statements)
    }
    values = {
        sameness(statement.value): statement.value
        for statement in statements
        if claims(statement.value)
    }
    value: Value | None
    if len(holding) == 1:
        value = next(iter(holding.values())).value
    elif holding:
        value = None
    else:
        value = _agreed(values, statements)
    return FactState(
        fact=fact,
        incident=incident,
        party=party,
        value=value,
        contradicting=len(holding) > 1 or (not holding and len(values) > 1),
        ruled=len(holding) == 1,
        reason=next(iter(holding.values())).reason if len(holding) == 1 else "",
        statements=tuple(statements),
    )


def facts_of(connection: Connection, scope: str) -> tuple[FactState, ...]:
    """Read what is known of every fact somebody spoke of in a scope."""
    said: dict[About, list[StatementRecord]] = {}
    for statement in statements_of(connection, scope):
        said.setdefault((statement.incident, statement.party, statement.fact), []).append(
            statement
        )
    rulings: dict[About, list[Ruling]] = {}
    rows = connection.execute(
        select(ruling_table).where(ruling_table.c.scope == scope, ruling_table.c.live == 1)
    )
    for row in rows:
        about = IncidentId(row.incident), PartyId(row.party) if row.party else None, row.fact
        ruling = Ruling(
            _value.decode(row.value), row.reason, frozenset(_events.decode(row.saw)), row.event
        )
        rulings.setdefault(about, []).append(ruling)
    keys = sorted(said.keys() | rulings.keys(), key=lambda key: (key[0], key[1] or "", key[2]))
    return tuple(resolve(key, said.get(key, []), rulings.get(key, [])) for key in keys)


def _holds(ruling: Ruling, statements: Iterable[StatementRecord]) -> bool:
    """A ruling holds while every statement was seen by it, agrees with it, or claims nothing."""
    same = sameness(ruling.value)
    return all(
        statement.event in ruling.saw
        or not claims(statement.value)
        or sameness(statement.value) == same
        for statement in statements
    )


def _agreed(values: dict[Sameness, Value], statements: Sequence[StatementRecord]) -> Value | None:
    if len(values) == 1:
        return next(iter(values.values()))
    if values or not statements:
        return None
    # Nobody claims anything: the answer itself ("not known") is kept, so that it is seen.
    return min((statement.value for statement in statements), key=str)


def _scope(connection: Connection, incident: str, said: Said) -> str:
    """Find where the statement belongs, and refuse parties that are not there."""
    people = [party for party in (said.get("party"), said.get("sayer")) if party]
    case = said.get("case") or None
    if case is None and people:
        case = scope_of(connection, party_table, people[0])
    scope = scope_of(connection, incident_table, incident, case)
    for party in people:
        need(connection, party_table, scope, party)
    return scope
