"""What is doubtful, late or contradictory about the clocks: codes with values, never a refusal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

import msgspec

from rules.clocks import DeadlineFile, in_force
from rules.counts import Deadline, Office, count, day_of
from rules.requests import Request


class Caution(msgspec.Struct, frozen=True):
    """One caution; `values` are dates, times and short texts."""

    code: str
    values: dict[str, date | str]


def cautions(
    file: DeadlineFile, request: Request, deadlines: Sequence[Deadline], office: Office
) -> tuple[Caution, ...]:
    """List every caution once, those about the question first."""
    found = [
        *_about_events(file, request, deadlines),
        *_about_regime(file, request, deadlines),
        *_about_days(deadlines, office),
        *(caution for one in deadlines for caution in _about_clock(one, request, office)),
    ]
    return tuple(caution for number, caution in enumerate(found) if caution not in found[:number])


def _about_events(
    file: DeadlineFile, request: Request, deadlines: Sequence[Deadline]
) -> Iterator[Caution]:
    if not request.zone_given:
        yield Caution("zone-assumed", {"zone": file.zones[0].name})
    started = {one.clock.trigger for one in deadlines}
    for event in file.events:
        if event.key not in request.events:
            continue
        own = request.events[event.key]
        for key in event.after:
            other = request.events.get(key)
            if other is not None and _before(own, other):
                yield Caution(
                    "order", {"event": event.key, "date": own, "other": key, "other_date": other}
                )
        if event.key not in started and not _ends_something(event.key, deadlines):
            yield Caution(
                "starts-nothing",
                {"event": event.key, "regime": request.regime, "source": request.source},
            )


def _ends_something(key: str, deadlines: Iterable[Deadline]) -> bool:
    return any(one.clock.met_by == key for one in deadlines)


def _about_regime(
    file: DeadlineFile, request: Request, deadlines: Sequence[Deadline]
) -> Iterator[Caution]:
    days = [day_of(one.start) for one in deadlines if one.clock.unit != "hours"]
    for row in file.regimes:
        for doubt in row.doubts if row.regime == request.regime else ():
            if any(in_force(doubt, day) for day in days):
                yield Caution("doubt", {"text": doubt.text})


def _about_days(deadlines: Sequence[Deadline], office: Office) -> Iterator[Caution]:
    spans = [sorted((day_of(one.start), day_of(one.limit))) for one in deadlines]
    for year in sorted({day.year for span in spans for day in span}):
        if year not in office.workdays.years:
            yield Caution("no-table", {"year": str(year)})
    touched = {day for first, last in spans for day in _days(first, last) if day.weekday() < 5}
    for day in sorted(touched):
        if office.workdays.reason(day) is not None:
            continue
        if day in office.workdays.estimates:
            yield Caution("estimate", {"date": day, "name": office.workdays.estimates[day]})
        if day in office.workdays.elsewhere:
            yield Caution("elsewhere", {"date": day, "name": office.workdays.elsewhere[day]})


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _about_clock(one: Deadline, request: Request, office: Office) -> Iterator[Caution]:
    clock = one.clock
    for doubt in clock.doubts:
        if in_force(doubt, day_of(one.start)):
            yield Caution("doubt", {"text": doubt.text})
    if clock.also_unit is not None:
        other = count(clock, day_of(one.start), clock.also_unit, office.workdays)[-1].date
        if other != one.limit:
            yield Caution(f"also-{clock.also_unit}", {"id": clock.id, "date": other})
    if clock.unit == "hours" and not isinstance(one.start, datetime):
        yield Caution("hour-unknown", {"id": clock.id, "event": clock.trigger})
    if one.practical is None:
        yield Caution("never-open", {"id": clock.id, "date": one.limit})
    if clock.met_by in request.events:
        yield from _about_end(one, request.events[clock.met_by])


def _about_end(one: Deadline, end: date) -> Iterator[Caution]:
    values: dict[str, date | str] = {
        "id": one.clock.id,
        "event": one.clock.met_by,
        "date": end,
        "limit": one.limit,
        "safe": one.safe,
    }
    if _before(one.limit, end):
        yield Caution("late", values)
    elif _before(one.safe, end):
        yield Caution("after-safe", values)


def _before(first: date, second: date) -> bool:
    """Compare moments where both hours are known, days otherwise."""
    if isinstance(first, datetime) and isinstance(second, datetime):
        return first < second
    return day_of(first) < day_of(second)
