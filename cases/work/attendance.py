"""
Attendance: one party at one incident, bound to exhibits. What the party did there are facts.
"""

from collections.abc import Mapping, Sequence
from uuid import uuid4

import msgspec
from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.home import Home
from cases.journal.transaction import Tx
from cases.tables import attendance as attendance_table
from cases.tables import incident as incident_table
from cases.tables import party as party_table
from cases.work.edits import live
from cases.work.records import AttendanceRecord, ExhibitId, IncidentId, PartyId, Value
from cases.work.scopes import need, need_exhibits, scope_of
from cases.work.statements import Said, say

_exhibits = msgspec.json.Decoder(list[str])


def add_attendance(
    home: Home, incident: IncidentId, party: PartyId, *, exhibits: Sequence[ExhibitId] = ()
) -> Changes:
    """Record that a party was at an incident; once more: these exhibits show it as well."""
    return record_attendance(home, incident, party, exhibits, {})


def record_attendance(
    home: Home,
    incident: IncidentId,
    party: PartyId,
    exhibits: Sequence[ExhibitId],
    facts: Mapping[str, Value],
) -> Changes:
    """Record an attendance and what the officer states of the party there, in one go."""
    with home.write() as tx:
        case = scope_of(tx.connection, party_table, party)
        need(tx.connection, incident_table, case, incident)
        need_exhibits(tx.connection, case, exhibits)
        tx.made = attend(tx, case, incident, {party: exhibits})[party]
        for fact, value in facts.items():
            about = Said(case=case, party=party, exhibits=exhibits)
            say(tx, incident, fact, value, **about)
    return tx.changes


def attendance_of(connection: Connection, case: str) -> tuple[AttendanceRecord, ...]:
    """Read who was where, in the order it was recorded."""
    rows = connection.execute(
        select(attendance_table)
        .where(attendance_table.c.scope == case)
        .order_by(attendance_table.c.lam, attendance_table.c.id)
    )
    return tuple(
        AttendanceRecord(
            row.id,
            IncidentId(row.incident),
            PartyId(row.party),
            tuple(ExhibitId(exhibit) for exhibit in _exhibits.decode(row.exhibits or "[]")),
        )
        for row in rows
    )


def attend(
    tx: Tx, case: str, incident: str, present: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Record who was at an incident, shown by which exhibits; gives each party's attendance."""
    rows = tx.connection.execute(
        select(attendance_table.c.party, attendance_table.c.id, attendance_table.c.exhibits).where(
            attendance_table.c.scope == case, attendance_table.c.incident == incident
        )
    )
    recorded = {row.party: row for row in rows}
    made = {}
    for party, exhibits in present.items():
        row = recorded.get(party)
        attendance = row.id if row else uuid4().hex
        known = _exhibits.decode(row.exhibits) if row else []
        shown = [*known, *(exhibit for exhibit in exhibits if exhibit not in known)]
        made[party] = attendance
        if row is None or shown != known:
            body = {
                "attendance": attendance,
                "incident": incident,
                "party": party,
                "exhibits": shown,
            }
            standing = live(tx.connection, case, attendance, "exhibits") if row else []
            saw = [event for event, _ in standing]
            tx.append("attendance.recorded", body, case=case, saw=saw)
    return made
