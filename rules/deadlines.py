"""
The deadlines of a case: legal, safe and practical, with the count day by day.

`limit` begins to count on the day after the trigger, `safe` on the trigger's own day if that one
counts. Nothing is refused; what is doubtful or late is a caution: a code with values, which
`cases` puts into words.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import msgspec

from rules.cautions import Caution, cautions
from rules.clocks import Clock, DeadlineFile, in_force
from rules.counts import Day, Deadline, Office, day_of, run
from rules.desks import reception
from rules.errors import RuleError
from rules.requests import Request, read_request
from rules.workdays import HolidayFile, Stage, workdays

__all__ = [
    "Caution",
    "Clock",
    "Day",
    "Deadline",
    "DeadlineFile",
    "Request",
    "Result",
    "check",
    "compute",
    "is_over",
    "read_request",
]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Every clock that runs, in the order of the pack."""

    deadlines: tuple[Deadline, ...]
    cautions: tuple[Caution, ...]
    table: date
    """The day the table of holidays was last compared with the decrees."""


def compute(
    file: DeadlineFile, holidays: HolidayFile, calendars: Iterable[Stage], request: Request
) -> Result:
    """Run every clock that the events of `request` start."""
    lines = tuple(calendars)
    days = workdays(holidays, lines, request.area)
    desks = reception(file, holidays, lines, request, days)
    office = Office(zone=request.zone, workdays=days, reception=desks)
    deadlines = tuple(run(clock, start, office) for clock, start in _started(file, request))
    return Result(
        deadlines=deadlines,
        cautions=cautions(file, request, deadlines, office),
        table=holidays.as_of,
    )


def check(file: DeadlineFile) -> None:
    """Refuse a file whose clocks name unknown events or run twice; raises RuleError."""
    keys = {event.key for event in file.events}
    ids = {clock.id for clock in file.clocks}
    for clock in file.clocks:
        for key in {clock.trigger, clock.met_by, *clock.ended_by} - {""}:
            if key not in keys:
                raise RuleError("unknown-event", key=f"clocks.{clock.id}", found=key)
        if clock.extends and clock.extends not in ids:
            raise RuleError("unknown-clock", key=f"clocks.{clock.id}", found=clock.extends)
    for number, clock in enumerate(file.clocks):
        for other in file.clocks[:number]:
            if clock.id == other.id and _overlap(clock, other):
                raise RuleError("clock-twice", key=f"clocks.{clock.id}", found=clock.id)


def is_over(file: DeadlineFile, clock: Clock, events: Collection[str]) -> bool:
    """Tell whether what a clock waits for happened, or something that only comes after it."""
    if not clock.met_by:
        return False
    after = {event.key: event.after for event in file.events}
    reached = set(events)
    while more := {key for one in reached for key in after.get(one, ())} - reached:
        reached |= more
    return clock.met_by in reached or not reached.isdisjoint(clock.ended_by)


def _started(file: DeadlineFile, request: Request) -> Iterator[tuple[Clock, date]]:
    for clock in file.clocks:
        start = request.events.get(clock.trigger)
        if (
            start is not None
            and clock.regime == request.regime
            and request.source in clock.sources
            and in_force(clock, day_of(start))
        ):
            yield clock, start


def _overlap(one: Clock, other: Clock) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_to or date.max, other.valid_to or date.max)
