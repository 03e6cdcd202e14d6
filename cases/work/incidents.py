"""
Incidents: what happened, when and where. One may stand without a case and be linked later.
"""

from typing import Any, TypedDict, Unpack
from uuid import uuid4

import msgspec
from sqlalchemy import Connection, Row, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import incident as incident_table
from cases.tables import journal, statement
from cases.work import stated
from cases.work.codes import INCIDENT, next_code, order_of
from cases.work.edits import conflicts_in, edit_fields
from cases.work.records import CaseId, Conflict, IncidentId, IncidentRecord, Place
from cases.work.scopes import absent, need_case, scope_of


class IncidentFields(TypedDict, total=False):
    """What may be said of an incident."""

    title: str
    kind: str
    election: str
    contestant: str
    starts_at: str
    ends_at: str
    place: Place
    description: str


def record_incident(
    home: Home, *, case: CaseId | None = None, **fields: Unpack[IncidentFields]
) -> Changes:
    """Record an incident, in a case or in the own stream."""
    values = _checked(home, fields)
    stated.needed(str(values.get("title", "")), tr("Judul peristiwa"))
    stated.in_order(str(values.get("starts_at", "")), str(values.get("ends_at", "")))
    with home.write() as tx:
        if case is not None:
            need_case(tx.connection, case)
        tx.made = uuid4().hex
        body = {"incident": tx.made, "code": next_code(tx, case, INCIDENT), **values}
        tx.append("incident.recorded", body, case=case)
    return tx.changes


def edit_incident(
    home: Home,
    incident: IncidentId,
    *,
    case: CaseId | None = None,
    reason: str = "",
    **fields: Unpack[IncidentFields],
) -> Changes:
    """Change fields of an incident; a field that stands in conflict is settled by it."""
    values = _checked(home, fields)
    if "title" in values:
        stated.needed(str(values["title"]), tr("Judul peristiwa"))
    with home.write() as tx:
        scope = scope_of(tx.connection, incident_table, incident, case)
        row = _row(tx.connection, scope, incident)
        stated.in_order(
            str(values.get("starts_at", row.starts_at)), str(values.get("ends_at", row.ends_at))
        )
        why = {"reason": reason} if reason else {}
        edit_fields(tx, "incident.edited", {"incident": incident, **why}, scope, values)
        tx.made = incident
    return tx.changes


def link_incident(home: Home, incident: IncidentId, case: CaseId) -> Changes:
    """Copy an incident of the own stream, with what was said about it, into a case."""
    with home.write() as tx:
        need_case(tx.connection, case)
        row = _row(tx.connection, "", incident)
        known = tx.connection.execute(
            select(incident_table.c.id).where(
                incident_table.c.scope == case, incident_table.c.id == incident
            )
        )
        tx.made = incident
        if known.first() is None:
            _copy(tx, row, case)
    return tx.changes


def list_incidents(home: Home, case: CaseId | None = None) -> tuple[IncidentRecord, ...]:
    """Give the incidents of a case; None: those that stand in no case yet."""
    with home.read() as connection:
        if case is not None:
            need_case(connection, case)
            return incidents_of(connection, case, conflicts_in(connection, case))
        linked = select(incident_table.c.id).where(incident_table.c.scope != "")
        in_cases = set(connection.execute(linked).scalars())
        records = incidents_of(connection, "", conflicts_in(connection, ""))
    return tuple(record for record in records if record.id not in in_cases)


def resolve_incident(home: Home, case: CaseId | None, text: str) -> IncidentId:
    """Find an incident by its code or id."""
    for record in list_incidents(home, case):
        if text.strip().casefold() in {record.id, record.code.casefold()}:
            return record.id
    raise NetraError(
        tr("Tidak ada peristiwa “{text}” di sini.", text=text),
        tr("Lihat kode peristiwa pada daftar, misalnya PR-01."),
        code="no-such-incident",
    )


def incidents_of(
    connection: Connection, scope: str, conflicts: dict[str, tuple[Conflict, ...]]
) -> tuple[IncidentRecord, ...]:
    """Read the incidents of a scope, in the order of their codes."""
    rows = connection.execute(
        select(incident_table).where(
            incident_table.c.scope == scope, incident_table.c.withdrawn == ""
        )
    )
    records = [_record(row, conflicts.get(row.id, ())) for row in rows]
    records.sort(key=lambda record: (order_of(record.code), record.id))
    return tuple(records)


def _checked(home: Home, fields: IncidentFields) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in fields.items():
        if isinstance(value, Place):
            values[key] = stated.place_body(value)
        elif key in {"starts_at", "ends_at"}:
            values[key] = stated.time(home, str(value))
        else:
            values[key] = str(value).strip()
    return values


def _row(connection: Connection, scope: str, incident: str) -> Row[Any]:
    row = connection.execute(
        select(incident_table).where(
            incident_table.c.scope == scope, incident_table.c.id == incident
        )
    ).first()
    if row is None:
        raise absent(incident_table)
    return row


def _record(row: Row[Any], conflicts: tuple[Conflict, ...]) -> IncidentRecord:
    return IncidentRecord(
        id=IncidentId(row.id),
        case=CaseId(row.scope) if row.scope else None,
        code=row.code,
        title=row.title,
        kind=row.kind,
        election=row.election,
        contestant=row.contestant,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=stated.place_of(msgspec.json.decode(row.place or "{}")),
        description=row.description,
        conflicts=conflicts,
    )


def _copy(tx: Tx, row: Row[Any], case: CaseId) -> None:
    source = _line_of(tx.connection, '"type":"incident.recorded"', row.id)
    body = {
        "incident": row.id,
        "code": next_code(tx, case, INCIDENT),
        "title": row.title,
        "kind": row.kind,
        "election": row.election,
        "contestant": row.contestant,
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
        "place": msgspec.json.decode(row.place or "{}"),
        "description": row.description,
        "from": source,
    }
    tx.append("incident.recorded", body, case=case)
    said = tx.connection.execute(
        select(statement)
        .where(statement.c.scope == "", statement.c.incident == row.id, statement.c.live == 1)
        .order_by(statement.c.lam, statement.c.event)
    )
    for old in said.all():
        copied = {
            "incident": row.id,
            "fact": old.fact,
            "value": msgspec.json.decode(old.value),
            "exhibits": msgspec.json.decode(old.exhibits),
            "note": old.note,
            "from": {"dev": old.dev, "case": None, "line_sha256": old.event},
        }
        tx.append("statement.made", copied, case=case)


def _line_of(connection: Connection, kind: str, incident: str) -> dict[str, Any]:
    """Find the line of the own stream that recorded the incident first."""
    rows = connection.execute(
        select(journal.c.dev, journal.c.sha256, journal.c.line)
        .where(journal.c.scope == "")
        .order_by(journal.c.lam, journal.c.dev, journal.c.seq)
    )
    marks = kind.encode(), incident.encode()
    for dev, sha256, line in rows:
        if all(mark in line for mark in marks):
            return {"dev": dev, "case": None, "line_sha256": sha256}
    raise absent(incident_table)
