"""
Election calendars: which one an incident belongs to, and which stage its day lies in.

Where several calendars are possible, only what all of them say is said.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from rules.model import Truth
from rules.schema import Code, Confidence, Regime, Words
from rules.workdays import StageKind


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One election calendar."""

    code: Code
    regime: Regime
    text: Words
    used_from: date | None = None
    """A filing that names no calendar uses it from this day …"""
    used_to: date | None = None
    """… to this one; without both only a filing that names it."""
    elections: tuple[str, ...] = ()
    """Values of `jenis_pemilihan` it serves; none = all."""


class CalendarLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a calendar."""

    calendar: Code
    event: Words
    stage: StageKind = "OTHER"
    first: date | None = msgspec.field(name="from", default=None)
    last: date | None = msgspec.field(name="to", default=None)
    stated: str = ""
    """The dates in words where they are no calendar days."""
    held: bool = True
    """False: planned, and did not take place."""
    elections: tuple[str, ...] = ()
    """Values of `jenis_pemilihan` the line is for; none = all of its calendar."""
    areas: tuple[str, ...] = ()
    basis: Words
    confidence: Confidence
    mark: str = ""


class CalendarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`calendars.toml`."""

    calendars: tuple[Calendar, ...]
    lines: tuple[CalendarLine, ...]


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The day of an incident, with what chooses its calendar."""

    regime: str
    date: date
    calendar: str = ""
    """The calendar the filing names; empty = the ones in use on that day."""
    election: str = ""
    """Value of `jenis_pemilihan`; empty = unknown."""


def possible(file: CalendarFile, day: Day) -> tuple[Calendar, ...]:
    """List the calendars the day may belong to."""
    if day.calendar:
        return tuple(one for one in file.calendars if one.code == day.calendar)
    in_use = tuple(one for one in file.calendars if _in_use(one, day))
    serving = tuple(one for one in in_use if not one.elections or day.election in one.elections)
    # An election that no calendar of the regime serves says nothing about the calendar.
    return serving or in_use


def stage_truth(file: CalendarFile, day: Day, stage: str, relation: str) -> Truth:
    """Tell whether the day is in, before or after a stage; None where calendars differ."""
    truths = {
        _placed(_lines(file, calendar, day, stage), day.date, relation)
        for calendar in possible(file, day)
    }
    return truths.pop() if len(truths) == 1 else None


def same_stage(file: CalendarFile, one: Day, other: Day) -> Truth:
    """Tell whether two days lie in the same stage of an election; None where that is not known."""
    known = [
        (here, there)
        for stage in ("DETERMINATION", "CAMPAIGN", "QUIET", "VOTING")
        if (here := _relation(file, one, stage)) and (there := _relation(file, other, stage))
    ]
    return all(here == there for here, there in known) if known else None


def _relation(file: CalendarFile, day: Day, stage: str) -> str:
    for relation in ("before", "in", "after"):
        if stage_truth(file, day, stage, relation):
            return relation
    return ""


def determinations(file: CalendarFile, day: Day) -> tuple[CalendarLine, ...] | None:
    """List the days on which the candidates may have been determined; None: not known."""
    found: list[CalendarLine] = []
    for calendar in possible(file, day):
        lines = _lines(file, calendar, day, "DETERMINATION")
        if not lines:
            return None
        found.extend(lines)
    return tuple(found) or None


def _in_use(calendar: Calendar, day: Day) -> bool:
    if calendar.used_from is None or calendar.used_to is None:
        return False
    in_time = calendar.used_from <= day.date <= calendar.used_to
    return in_time and calendar.regime == day.regime


def _lines(
    file: CalendarFile, calendar: Calendar, day: Day, stage: str
) -> tuple[CalendarLine, ...]:
    own = [
        line
        for line in file.lines
        if line.calendar == calendar.code and line.stage == stage and line.held and line.first
    ]
    # An election that no line names (a re-run) may be any of them.
    named = [line for line in own if day.election in line.elections]
    return tuple(named or own)


def _placed(lines: Iterable[CalendarLine], day: date, relation: str) -> Truth:
    spans = [(line.first, line.last or line.first) for line in lines if line.first]
    if not spans:
        return None
    if relation == "before":
        return all(day < first for first, _ in spans)
    if relation == "after":
        return all(day > last for _, last in spans)
    return any(first <= day <= last for first, last in spans)
