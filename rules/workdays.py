"""
Which days count: Monday to Friday without holidays, joint leave and voting days.

The table of holidays is data (`holidays.toml` of a pack, or one that an office imports). A row
marked `perkiraan` is an estimate: it never makes a period longer, since a decree may still set
another day; it only warns.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

Kind = Literal["libur_nasional", "cuti_bersama", "pemungutan_suara"]
Status = Literal["resmi", "perkiraan"]


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One day of the table."""

    date: date
    kind: Kind
    name: str
    basis: str
    """The decree, in short."""
    status: Status = "resmi"
    source: str = ""
    """Where the row was read."""
    areas: tuple[str, ...] = ()
    """Region codes or names in which the day counts as free; none = everywhere."""


class HolidayFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`holidays.toml`: the table and its date."""

    as_of: date
    """The day this table was last compared with the decrees."""
    years: tuple[int, ...]
    """Years whose table is complete and official."""
    holidays: tuple[Holiday, ...]
    joint_leave_works: bool = False
    """Switch: does joint leave count as a working day."""
    nationwide: tuple[str, ...] = ()
    """Calendars whose lines concern every area."""


StageKind = Literal["DETERMINATION", "CAMPAIGN", "QUIET", "VOTING", "OTHER"]


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One line of an election calendar that took or takes place."""

    calendar: str
    regime: str
    kind: StageKind
    event: str
    first: date
    last: date
    areas: tuple[str, ...] = ()
    """Region codes or names; none = as the calendar."""


class Reason(msgspec.Struct, frozen=True):
    """Why a day does not count: `sabtu_minggu` or the kind of its row, and its name."""

    kind: str
    name: str = ""


class Workdays(msgspec.Struct, frozen=True):
    """The days of one office, ready to be asked."""

    free: Mapping[date, Reason]
    estimates: Mapping[date, str]
    """Days that will probably be free, with their names."""
    elsewhere: Mapping[date, str]
    """Voting days of other areas, or of an area that was not given."""
    years: frozenset[int]

    def reason(self, day: date) -> Reason | None:
        """Tell why `day` is no working day; None if it is one."""
        return self.free.get(day) or (Reason("sabtu_minggu") if day.weekday() > 4 else None)

    def open(self, day: date) -> bool:
        """Tell whether an office surely works on `day`."""
        return self.reason(day) is None and day not in self.estimates


def lies_in(areas: Iterable[str], area: str) -> bool:
    """Tell whether the office's `area` lies in one of `areas`.

    An area is a region code or a name; several are separated by commas, such as
    `Kota Jayapura, Papua`.
    """
    own = [part for part in map(_plain, area.split(",")) if part]
    return any(_covers(_plain(other), part) for other in areas for part in own)


def _plain(area: str) -> str:
    words = area.casefold().split()
    if len(words) > 1 and words[0] in {"kabupaten", "kab.", "kab", "kota", "provinsi"}:
        words = words[1:]
    return " ".join(words)


def _covers(other: str, own: str) -> bool:
    # Region codes nest: 14.08.02 lies in 14.08.
    return own == other or (other[:1].isdigit() and own.startswith(other.rstrip(".") + "."))


def workdays(file: HolidayFile, stages: Iterable[Stage] = (), area: str = "") -> Workdays:
    """Make the calendar of one office."""
    free: dict[date, Reason] = {}
    estimates: dict[date, str] = {}
    elsewhere: dict[date, str] = {}
    for row in (*file.holidays, *_voting_days(file, stages)):
        if row.kind == "cuti_bersama" and file.joint_leave_works:
            continue
        if row.areas and not lies_in(row.areas, area):
            elsewhere[row.date] = row.name
        elif row.status == "perkiraan":
            estimates[row.date] = row.name
        else:
            free.setdefault(row.date, Reason(row.kind, row.name))
    return Workdays(free, estimates, elsewhere, frozenset(file.years))


def applies(file: HolidayFile, stage: Stage, area: str) -> bool:
    """Tell whether a calendar line concerns an office in `area`."""
    return not (areas := _areas(file, stage)) or lies_in(areas, area)


def days_of(stage: Stage) -> Iterable[date]:
    """Give every day of a calendar line."""
    for number in range((stage.last - stage.first).days + 1):
        yield stage.first + timedelta(days=number)


def _voting_days(file: HolidayFile, stages: Iterable[Stage]) -> Iterable[Holiday]:
    for stage in stages:
        if stage.kind == "VOTING":
            for day in days_of(stage):
                yield Holiday(
                    date=day,
                    kind="pemungutan_suara",
                    name=stage.event,
                    basis=stage.calendar,
                    areas=_areas(file, stage),
                )


def _areas(file: HolidayFile, stage: Stage) -> tuple[str, ...]:
    # A line without areas belongs to everybody only if its calendar is nation-wide; an office
    # may also name the calendar itself as its area.
    if stage.calendar in file.nationwide:
        return ()
    return (*stage.areas, stage.calendar)
