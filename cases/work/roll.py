"""
Attendance of many: one table of all respondents at an incident, written in one transaction.

What is the same for all is stated once, of the incident; what differs, of each respondent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import incident as incident_table
from cases.tables import party as party_table
from cases.work.attendance import attend, attendance_of
from cases.work.codes import LETTERS, next_codes
from cases.work.edits import conflicts_in
from cases.work.fact_values import sameness
from cases.work.facts import facts_of
from cases.work.incidents import incidents_of
from cases.work.parties import parties_of, seal_all
from cases.work.records import (
    CaseId,
    ExhibitId,
    FactState,
    IncidentId,
    IncidentRecord,
    Particulars,
    PartyId,
    PartyRecord,
    Role,
    Value,
)
from cases.work.scopes import absent, need_exhibits, scope_of
from cases.work.statements import Saying, say_all

MOST = 2000
"""So many people in one go; a hall holds more, a list that one person checks does not."""


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One person who was there: a party of the case, or somebody new."""

    party: PartyId | None = None
    label: str = ""
    particulars: Particulars | None = None
    exhibits: tuple[ExhibitId, ...] = ()
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One respondent at the incident, with what is said of them alone."""

    party: PartyRecord
    attendance: str
    """Empty: of the case, but not recorded as being there."""
    exhibits: tuple[ExhibitId, ...]
    facts: tuple[FactState, ...]
    """In the order of the columns; what is the same for all is left out."""


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """All respondents of a case at one incident."""

    incident: IncidentRecord
    shared: tuple[FactState, ...]
    """Said of the incident, or the same of everybody who was there."""
    columns: tuple[str, ...]
    """Facts that differ."""
    rows: tuple[SheetRow, ...]


def attendance_sheet(
    home: Home, incident: IncidentId, case: CaseId | None = None
) -> AttendanceSheet:
    """Give who was there, in one table: first those recorded as present, by code."""
    with home.read() as connection:
        scope = scope_of(connection, incident_table, incident, case)
        return _sheet(connection, scope, incident)


def record_attendances(
    home: Home,
    incident: IncidentId,
    entries: Sequence[RollEntry],
    shared: Mapping[str, Value],
    *,
    case: CaseId | None = None,
) -> Changes:
    """Record many people at an incident in one transaction; `shared` is stated of the incident."""
    if len(entries) > MOST:
        raise NetraError(
            tr("Daftar ini lebih dari {n} orang.", n=MOST),
            tr("Bagi menjadi beberapa daftar."),
            code="too-many",
        )
    new = [entry for entry in entries if entry.party is None]
    known = [entry.particulars for entry in new if entry.particulars]
    sealed = iter(seal_all(home, known))
    with home.write() as tx:
        scope = _scope(tx.connection, incident, case)
        _check(tx.connection, scope, entries)
        codes = iter(next_codes(tx, scope, LETTERS[Role.RESPONDENT], len(new)))
        parties = [
            entry.party or _add(tx, scope, entry, (next(codes), sealed)) for entry in entries
        ]
        people = list(zip(parties, entries, strict=True))
        attend(tx, scope, incident, {party: entry.exhibits for party, entry in people})
        sayings = [Saying(fact, value) for fact, value in shared.items()]
        sayings += [
            Saying(fact, value, party, entry.exhibits)
            for party, entry in people
            for fact, value in entry.facts.items()
        ]
        say_all(tx, scope, incident, sayings)
        tx.made = incident
    return tx.changes


def _add(tx: Tx, case: str, entry: RollEntry, given: tuple[str, Iterator[str]]) -> str:
    code, sealed = given
    party = uuid4().hex
    body = {"party": party, "code": code, "role": str(Role.RESPONDENT), "label": entry.label}
    tx.append("party.added", body, case=case)
    if entry.particulars:
        content = next(sealed)
        described = {"party": party, "object": content}
        tx.append("party.described", described, case=case, obj=[content])
    return party


def _scope(connection: Connection, incident: str, case: str | None) -> str:
    scope = scope_of(connection, incident_table, incident, case)
    if not scope:
        raise NetraError(
            tr("Peristiwa ini belum masuk ke kasus mana pun."),
            tr("Masukkan peristiwa ke sebuah kasus; terlapor dicatat di sana."),
            code="incident-without-case",
        )
    return scope


def _check(connection: Connection, case: str, entries: Sequence[RollEntry]) -> None:
    named = [exhibit for entry in entries for exhibit in entry.exhibits]
    need_exhibits(connection, case, list(dict.fromkeys(named)))
    known = connection.execute(select(party_table.c.id).where(party_table.c.scope == case))
    there = set(known.scalars())
    parties = [entry.party for entry in entries if entry.party]
    if not set(parties) <= there:
        raise absent(party_table)
    if len(set(parties)) < len(parties):
        raise NetraError(
            tr("Ada pihak yang disebut dua kali dalam daftar ini."),
            tr("Gabungkan barisnya."),
            code="party-twice",
        )


def _sheet(connection: Connection, scope: str, incident: IncidentId) -> AttendanceSheet:
    incidents = incidents_of(connection, scope, conflicts_in(connection, scope))
    states = [state for state in facts_of(connection, scope) if state.incident == incident]
    present = {
        one.party: one for one in attendance_of(connection, scope) if one.incident == incident
    }
    own: dict[PartyId, dict[str, FactState]] = {}
    for state in states:
        if state.party:
            own.setdefault(state.party, {})[state.fact] = state
    same = _same([own.get(party, {}) for party in present])
    people = [
        party
        for party in parties_of(connection, scope)
        if party.id in present or party.role is Role.RESPONDENT
    ]
    people.sort(key=lambda party: party.id not in present)
    columns = sorted({fact for facts in own.values() for fact in facts} - set(same))
    return AttendanceSheet(
        incident=next(one for one in incidents if one.id == incident),
        shared=(*(state for state in states if state.party is None), *same.values()),
        columns=tuple(columns),
        rows=tuple(
            SheetRow(
                party=party,
                attendance=present[party.id].id if party.id in present else "",
                exhibits=present[party.id].exhibits if party.id in present else (),
                facts=tuple(
                    own[party.id][fact] for fact in columns if fact in own.get(party.id, {})
                ),
            )
            for party in people
        ),
    )


def _same(own: Sequence[Mapping[str, FactState]]) -> dict[str, FactState]:
    """Give the facts that are known and the same of everybody (of two at least)."""
    if len(own) < 2:
        return {}
    return {
        fact: state
        for fact, state in sorted(own[0].items())
        if state.value is not None
        and all(
            fact in facts
            and (value := facts[fact].value) is not None
            and sameness(value) == sameness(state.value)
            for facts in own
        )
    }
