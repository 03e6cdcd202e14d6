"""The clocks of all cases: the agenda, days off, the calendar file, the list on paper."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cases import clock
from cases.work.deadline_records import DeadlineRecord

if TYPE_CHECKING:
    from cases.home import Home


@dataclass(frozen=True, slots=True)
class Agenda:
    """Clocks that run, nearest first, and the days off around them."""

    clocks: tuple[DeadlineRecord, ...]
    free: dict[str, str]
    """Days off of one month, with the reason; without weekends."""


def read(home: "Home", first: date, last: date) -> Agenda:
    """The clocks that run, and the days off from `first` to `last`."""
    from cases.work import deadlines, holidays

    return Agenda(deadlines.read_deadlines(home), holidays.free_days(home, first, last))


def save_calendar(home: "Home", file: Path) -> int:
    """Write the clocks as a calendar file; the number of clocks."""
    from cases import disk
    from cases.work import calendar_file, deadlines

    found = deadlines.read_deadlines(home)
    disk.save(file, calendar_file.write_calendar(found, clock.now().wall))
    return len(found)


def save_list(home: "Home", file: Path) -> int:
    """Write the list on paper as a PDF; the number of clocks."""
    from cases import disk
    from cases.papers.forms.deadline_list import deadline_list
    from cases.work import deadlines, times

    found = deadlines.read_deadlines(home)
    today = times.as_stated(clock.now().wall, times.zone_of_region(home.officer.region))
    disk.save(file, deadline_list(home.officer, found, today))
    return len(found)
