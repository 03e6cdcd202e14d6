"""One clock run from one trigger: the count day by day, and its three limits."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone

import msgspec

from rules.clocks import Clock, Unit
from rules.desks import Reception
from rules.workdays import Reason, Workdays

_DAY = timedelta(days=1)
_LOOK_BACK = timedelta(days=31)
TRIGGER = "pemicu"
"""The reason why the day of the trigger is not a day of the legal count."""


class Day(msgspec.Struct, frozen=True):
    """One day of a count."""

    date: date
    counted: bool
    number: int
    """Which day of the count it is; for a day that does not count, the number before it."""
    reason: Reason | None
    """Why it does not count."""


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """One clock that runs: its limits are dates, or times with offset for a unit of hours."""

    clock: Clock
    start: date
    """The trigger, in the office's zone; a `datetime` when its hour is known."""
    limit: date
    safe: date
    practical: datetime | None
    """Last moment a desk is open at or before the limit; None: none since the trigger."""
    days: tuple[Day, ...]


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """What a count asks of an office."""

    zone: timezone
    workdays: Workdays
    reception: Reception


def run(clock: Clock, start: date, office: Office) -> Deadline:
    """Run `clock` from `start`."""
    if clock.unit == "hours":
        return _run_hours(clock, start, office)
    day = day_of(start)
    days = count(clock, day, clock.unit, office.workdays)
    limit = days[-1].date
    safe = limit if clock.backwards else _safe(clock, day, office.workdays)
    since = _midnight(limit - _LOOK_BACK, office.zone) if clock.backwards else start
    return Deadline(
        clock=clock,
        start=start,
        limit=limit,
        safe=safe,
        practical=_practical(limit, since, office),
        days=days,
    )


def count(clock: Clock, trigger: date, unit: Unit, workdays: Workdays) -> tuple[Day, ...]:
    """Count from the day after `trigger` (before it, when backwards); the trigger comes first."""
    step = -_DAY if clock.backwards else _DAY
    counted = _numbered(trigger + step, step, clock.length, _free(unit, workdays))
    return (Day(trigger, False, 0, Reason(TRIGGER)), *counted)


def day_of(moment: date) -> date:
    """Tell the calendar day of a date or a time."""
    return moment.date() if isinstance(moment, datetime) else moment


def _safe(clock: Clock, trigger: date, workdays: Workdays) -> date:
    *_, last = _numbered(trigger, _DAY, clock.length, _free(clock.unit, workdays))
    return last.date


def _free(unit: Unit, workdays: Workdays) -> Callable[[date], Reason | None]:
    return workdays.reason if unit == "working" else lambda _: None


def _numbered(
    day: date, step: timedelta, length: int, free: Callable[[date], Reason | None]
) -> Iterator[Day]:
    number = 0
    while number < length:
        reason = free(day)
        number += reason is None
        yield Day(day, reason is None, number, reason)
        day += step


def _run_hours(clock: Clock, start: date, office: Office) -> Deadline:
    span = timedelta(hours=clock.length)
    limit, safe, until = start + span, start + span, start + span
    if not isinstance(start, datetime):
        # The hour is unknown: the day it ends on is sure, the day before is safe.
        until = safe = limit - _DAY
    return Deadline(
        clock=clock,
        start=start,
        limit=limit,
        safe=safe,
        practical=_practical(until, start, office),
        days=(),
    )


def _practical(until: date, since: date, office: Office) -> datetime | None:
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(23, 59, 59), office.zone)
    return office.reception.last_open(until, _midnight(since, office.zone))


def _midnight(moment: date, zone: timezone) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), zone)
