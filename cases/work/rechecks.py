"""
Reminders to look again whether what was captured is still online; the pack says how often.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from cases import clock
from cases.home import Home
from cases.tables import case as case_table
from cases.tables import exhibit as exhibit_table
from cases.work import packs, times
from cases.work.capture_records import CaptureRecord, captures_of
from cases.work.deadlines import CLOSED
from cases.work.records import CaseId, ExhibitId


@dataclass(frozen=True, slots=True)
class DueRecheck:
    """A capture that somebody should look for again."""

    exhibit: ExhibitId
    case: CaseId | None
    case_code: str
    code: str
    url: str
    last_on: str
    """Day of the capture or of the last look, `YYYY-MM-DD`."""
    due_on: str


def due_rechecks(home: Home, today: str = "") -> tuple[DueRecheck, ...]:
    """
    Give the captures to look for again on a day (`YYYY-MM-DD`, else today), longest due first.

    What was found gone, cases that are closed, and captures without an address are left alone.
    """
    zone = times.zone_of_region(home.officer.region)
    day = times.local_date(today or clock.now().wall, zone)
    if day is None:
        return ()
    with home.read() as connection:
        found = [
            due
            for case, code, pack in _scopes(connection)
            for capture in captures_of(connection, case)
            if _may_be_online(connection, case, capture)
            if (due := _due(capture, (case, code), zone, packs.load(pack).recheck_days))
            if due.due_on <= day.isoformat()
        ]
    return tuple(sorted(found, key=lambda one: (one.due_on, one.case_code, one.code)))


def _scopes(connection: Connection) -> list[tuple[str, str, str]]:
    rows = connection.execute(
        select(
            case_table.c.scope,
            case_table.c.code,
            case_table.c.register,
            case_table.c.pack,
            case_table.c.status,
        ).order_by(case_table.c.scope)
    )
    cases = [(row.scope, row.register or row.code, row.pack) for row in rows if _open(row.status)]
    return [*cases, ("", "", packs.newest())]


def _open(status: str) -> bool:
    return status not in CLOSED


def _may_be_online(connection: Connection, case: str, capture: CaptureRecord) -> bool:
    gone = bool(capture.rechecks) and not capture.rechecks[0].still_online
    if gone or not capture.url:
        return False
    if case:
        return True
    linked = select(exhibit_table.c.id).where(
        exhibit_table.c.id == capture.exhibit, exhibit_table.c.scope != ""
    )
    return connection.execute(linked).first() is None


def _due(
    capture: CaptureRecord, place: tuple[str, str], zone: str, interval: int
) -> DueRecheck | None:
    said = capture.rechecks[0].at if capture.rechecks else capture.captured_at or capture.taken_in
    last = times.local_date(said, zone) or date.min
    if not interval:
        return None
    case, case_code = place
    return DueRecheck(
        exhibit=capture.exhibit,
        case=CaseId(case) if case else None,
        case_code=case_code,
        code=capture.code,
        url=capture.url,
        last_on=last.isoformat(),
        due_on=(last + timedelta(days=interval)).isoformat(),
    )
