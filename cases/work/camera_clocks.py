"""
What persons state about the clocks of cameras, and the times that follow from it.

A camera's time is what the camera wrote, for ever. Its zone and its error stand beside it as
events; only the interval (`earliest`, `latest`) allows for them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.folds.edits import live_of
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import edit
from cases.work import times
from cases.work.edits import live, standing
from cases.work.evidence_records import Placed, Taken
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import need_exhibits
from cases.work.stated_places import NOT_PLACED, add_place, placed_of

STATED, MEASURED = "stated", "measured"
_MOST = 100 * 366 * 24 * 3600 * 1000
"""A hundred years in ms: a camera that was never set says 1980 or 2000."""


@dataclass(frozen=True, slots=True)
class ClockError:
    """How much the camera's clock ran fast (negative: slow), and give or take how much."""

    error_ms: int
    plus_minus_ms: int
    how: str = STATED


@dataclass(frozen=True, slots=True)
class Stated:
    """What persons said of the clock and the place behind one exhibit."""

    offset: str = ""
    clock: ClockError | None = None
    placed: Placed = NOT_PLACED


NOTHING = Stated()


def stated_of(
    connection: Connection, scope: str, exhibits: Collection[str] = ()
) -> dict[str, Stated]:
    """
    Give what was stated for the exhibits of a scope, or for these.

    Zones and places that contradict each other count for nothing. Clock errors that do are taken
    together: the interval covers what each of them says.
    """
    query = select(edit.c.entity, edit.c.field, edit.c.live).where(
        edit.c.scope == scope, edit.c.field.in_(("offset", "clock", "placed"))
    )
    if exhibits:
        query = query.where(edit.c.entity.in_(exhibits))
    rows = connection.execute(query)
    found: dict[str, Stated] = {}
    for entity, field, text in rows:
        values = [value for *_, value in live_of(text)]
        known = found.get(entity, NOTHING)
        if field == "clock" and values:
            found[entity] = replace(known, clock=together(values))
        elif field == "placed":
            found[entity] = replace(known, placed=placed_of(values))
        elif field == "offset" and len(set(values)) == 1:
            found[entity] = replace(known, offset=str(values[0]))
    return found


def together(values: Sequence[dict[str, Any]]) -> ClockError:
    """Take several clock errors together: the interval covers what each of them says."""
    first = min(value["error_ms"] - value["plus_minus_ms"] for value in values)
    last = max(value["error_ms"] + value["plus_minus_ms"] for value in values)
    middle = (first + last) // 2
    how = MEASURED if all(value["how"] == MEASURED for value in values) else STATED
    return ClockError(middle, max(last - middle, middle - first), how)


def allow_for(taken: Taken, stated: Stated) -> Taken:
    """Close the interval by a stated zone, shift and widen it by a stated clock error."""
    if not taken.local:
        return taken
    if stated.offset and taken.zone_source == "unknown":
        moment = _utc(taken.local, stated.offset)
        if moment:
            taken = replace(
                taken, offset=stated.offset, earliest=moment, latest=moment, zone_source="stated"
            )
    return _shifted(taken, stated.clock) if stated.clock else taken


def _shifted(taken: Taken, clock: ClockError) -> Taken:
    earliest = taken.earliest or _utc(taken.local, taken.offset or times.WIT)
    latest = taken.latest or _utc(taken.local, taken.offset or times.WIB)
    if not earliest or not latest:
        return taken
    return replace(
        taken,
        earliest=_moved(earliest, clock.error_ms + clock.plus_minus_ms, up=False),
        latest=_moved(latest, clock.error_ms - clock.plus_minus_ms, up=True),
        clock=clock.how,
        clock_error_ms=clock.error_ms,
        clock_plus_minus_ms=clock.plus_minus_ms,
    )


def _moved(moment: str, back_ms: int, *, up: bool) -> str:
    """Move a moment back; whole seconds, rounded outwards."""
    at = datetime.fromisoformat(moment)
    try:
        at -= timedelta(milliseconds=back_ms)
    except OverflowError:
        return moment
    if up and at.microsecond:
        at += timedelta(seconds=1)
    return f"{at.replace(microsecond=0, tzinfo=None).isoformat()}Z"


def _utc(local: str, offset: str) -> str:
    """UTC text of `YYYY:MM:DD HH:MM:SS` at an offset; empty where that is no time."""
    try:
        zoned = datetime.strptime(f"{local} {offset}", "%Y:%m:%d %H:%M:%S %z")
        return f"{zoned.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"
    except (ValueError, OverflowError):
        return ""


def state_zone(
    home: Home, case: CaseId | None, exhibits: Sequence[ExhibitId], offset: str, reason: str
) -> Changes:
    """State the zone of camera times that have none, `+08:00`, for many photos at once."""
    if offset not in {times.WIB, times.WITA, times.WIT}:
        raise NetraError(
            tr("Zona waktu “{offset}” tidak dikenal.", offset=offset),
            tr("Pilih WIB, WITA, atau WIT."),
            code="unknown-zone",
        )
    with home.write() as tx:
        need_exhibits(tx.connection, case or "", exhibits)
        add_zone(tx, case, exhibits, offset, reason)
    return tx.changes


def add_zone(
    tx: Tx, case: CaseId | None, exhibits: Sequence[ExhibitId], offset: str, reason: str
) -> None:
    """Append the statement of a zone to a write that is under way."""
    body = {"exhibits": list(exhibits), "offset": offset, "reason": reason.strip()}
    tx.append(
        "exhibit.timed",
        body,
        case=case,
        saw=standing(tx.connection, case or "", exhibits, "offset"),
    )


def state_clock(
    home: Home, case: CaseId | None, exhibits: Sequence[ExhibitId], clock: ClockError, reason: str
) -> Changes:
    """State by how much the camera's clock was wrong, for many photos at once."""
    reason = reason.strip()
    if abs(clock.error_ms) > _MOST or not 0 <= clock.plus_minus_ms <= _MOST:
        raise NetraError(
            tr("Selisih jam kamera ini tidak masuk akal."),
            tr("Tulis selisihnya seperti +00:02:05 atau -3600, paling banyak seratus tahun."),
            code="bad-clock-error",
        )
    if not reason and clock.how == STATED:
        raise NetraError(
            tr("Alasan belum diisi."),
            tr("Tulis dari mana selisih jam itu diketahui."),
            code="empty-text",
        )
    with home.write() as tx:
        need_exhibits(tx.connection, case or "", exhibits)
        add_clock(tx, case, exhibits, clock, reason)
    return tx.changes


def add_clock(
    tx: Tx, case: CaseId | None, exhibits: Sequence[ExhibitId], clock: ClockError, reason: str
) -> None:
    """Append the statement of a clock error to a write that is under way."""
    body = {
        "exhibits": list(exhibits),
        "error_ms": clock.error_ms,
        "plus_minus_ms": clock.plus_minus_ms,
        "how": clock.how,
        "reason": reason,
    }
    saw = standing(tx.connection, case or "", exhibits, "clock")
    tx.append("exhibit.clock_stated", body, case=case, saw=saw)


def copy_statements(tx: Tx, scope: str, exhibit: str, case: str) -> None:
    """Repeat in a case what was stated about an exhibit before it was linked there."""
    zones = {zone for _, zone in live(tx.connection, scope, exhibit, "offset")}
    if len(zones) == 1:
        add_zone(tx, CaseId(case), [ExhibitId(exhibit)], zones.pop(), "")
    errors = [value for _, value in live(tx.connection, scope, exhibit, "clock")]
    if errors:
        add_clock(tx, CaseId(case), [ExhibitId(exhibit)], together(errors), "")
    placed = placed_of([value for _, value in live(tx.connection, scope, exhibit, "placed")])
    if placed.how:
        add_place(tx, CaseId(case), [ExhibitId(exhibit)], placed, "")
