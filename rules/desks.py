"""The last moment a reception desk is open: what a limit means in practice."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import msgspec

from rules.clocks import DeadlineFile, Desk, Window, in_force
from rules.requests import Request
from rules.workdays import HolidayFile, Stage, Workdays, applies, days_of


class Reception(msgspec.Struct, frozen=True, kw_only=True):
    """The desks of one office, ready to be asked."""

    desks: tuple[Desk, ...]
    workdays: Workdays
    stages: Mapping[str, frozenset[date]]

    def last_open(self, until: datetime, since: datetime) -> datetime | None:
        """Find the last open moment from `since` to `until`; None if there is none."""
        day = until.date()
        while day >= since.date():
            window = self._window(day)
            if window is not None:
                opens = datetime.combine(day, window.opens, until.tzinfo)
                closes = datetime.combine(day, window.closes, until.tzinfo)
                if opens <= until:
                    last = min(until, closes)
                    return last if last >= since else None
            day -= timedelta(days=1)
        return None

    def _window(self, day: date) -> Window | None:
        for desk in self.desks:
            if in_force(desk, day):
                return next((one for one in desk.windows if self._fits(one, day)), None)
        return None

    def _fits(self, window: Window, day: date) -> bool:
        if any(day in self.stages.get(stage, ()) for stage in window.stages):
            return True
        return day.isoweekday() in window.weekdays and self.workdays.open(day)


def reception(
    file: DeadlineFile,
    holidays: HolidayFile,
    calendars: Iterable[Stage],
    request: Request,
    workdays: Workdays,
) -> Reception:
    """Make the desks of the office that asks."""
    lines = [
        line
        for line in calendars
        if line.regime == request.regime and applies(holidays, line, request.area)
    ]
    return Reception(
        desks=tuple(desk for desk in file.desks if desk.regime == request.regime),
        workdays=workdays,
        stages={
            kind: frozenset(day for line in lines if line.kind == kind for day in days_of(line))
            for kind in {line.kind for line in lines}
        },
    )
