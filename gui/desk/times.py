"""What the window asks about times and places of many exhibits at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.evidence_records import ExhibitRecord, Placed
from cases.work.records import CaseId, ExhibitId

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.camera_clocks import ClockError
    from cases.work.former_statements import Former
    from cases.work.place_hints import PlaceHint
    from cases.work.regions import InstalledRegions
    from cases.work.time_trials import TimeTrial


def try_statement(
    home: "Home",
    case: CaseId | None,
    exhibits: Sequence[ExhibitId],
    offset: str,
    clock: "ClockError | None",
) -> "tuple[TimeTrial, ...]":
    """Times of exhibits without and with a statement."""
    from cases.work import time_trials

    return time_trials.try_statement(home, case, exhibits, offset=offset, clock=clock)


def clock_error(seconds: float, plus_minus: float) -> "ClockError":
    """A clock error that a person states."""
    from cases.work.camera_clocks import ClockError

    return ClockError(round(seconds * 1000), round(plus_minus * 1000))


def state_time(
    home: "Home",
    case: CaseId | None,
    exhibits: Sequence[ExhibitId],
    said: "str | ClockError",
    reason: str,
) -> "tuple[Changes, Former]":
    """State a zone (text) or a clock error for many; what stood before is kept to go back to."""
    from cases.work import camera_clocks, former_statements

    field = former_statements.ZONE if isinstance(said, str) else former_statements.CLOCK
    former = former_statements.former_of(home, case, exhibits, [field])
    if isinstance(said, str):
        return camera_clocks.state_zone(home, case, exhibits, said, reason), former
    return camera_clocks.state_clock(home, case, exhibits, said, reason), former


def state_places(
    home: "Home",
    case: CaseId | None,
    groups: Sequence[tuple[Placed, Sequence[ExhibitId]]],
    reason: str,
) -> "tuple[Changes, Former]":
    """State places, one for each group of exhibits."""
    from cases.work import former_statements, stated_places

    every = [exhibit for _, exhibits in groups for exhibit in exhibits]
    former = former_statements.former_of(home, case, every, [former_statements.PLACE])
    changes = Changes()
    for placed, exhibits in groups:
        changes = stated_places.state_place(home, case, exhibits, placed, reason)
    return changes, former


def restore(home: "Home", former: "Former", reason: str) -> Changes:
    """Let stand again what stood before a statement."""
    from cases.work import former_statements

    return former_statements.restore(home, former, reason)


def former_of_offer(home: "Home", case: CaseId | None, exhibits: Sequence[ExhibitId]) -> "Former":
    """What stands of zone and clock, before a measurement is stated."""
    from cases.work import former_statements

    fields = [former_statements.ZONE, former_statements.CLOCK]
    return former_statements.former_of(home, case, exhibits, fields)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Exhibits to be placed, and what the borders suggest for those with coordinates."""

    exhibits: tuple[ExhibitRecord, ...]
    hints: "dict[ExhibitId, PlaceHint]"
    has_borders: bool
    duty: str
    """Code of the duty area."""


def places(home: "Home", case: CaseId | None, exhibits: Sequence[ExhibitId]) -> PlaceView:
    """Read exhibits with the districts their coordinates lie in."""
    from cases.work import exhibits as known
    from cases.work import place_hints, regions

    read = known.read_exhibits(home, exhibits, case)
    found = tuple(one for one in read if one.kind == "photo" or one.media_type[:6] == "video/")
    hints = {one.exhibit: one for one in place_hints.place_hints(home, case)}
    installed = regions.installed_regions(home) is not None
    return PlaceView(found, hints, installed, home.officer.region)


def region_names() -> dict[str, str]:
    """Districts with all they lie in, by code; the list that ships with Netra."""
    from cases.work import region_codes

    known = region_codes.names()
    return {
        code: ", ".join(region_codes.chain_of(code, known)) for code in known if len(code) == 8
    }


def installed_regions(home: "Home") -> "InstalledRegions | None":
    """The region pack of this home."""
    from cases.work import regions

    return regions.installed_regions(home)


def install_regions(home: "Home", file: Path, *, unsigned: bool) -> "InstalledRegions":
    """Install a region pack."""
    from cases.work import regions

    return regions.install_regions(home, file, unsigned=unsigned)
