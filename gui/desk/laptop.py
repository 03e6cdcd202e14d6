"""What the window asks about this laptop: what is only here, clock, battery, copies left."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cases.changes import Changes

if TYPE_CHECKING:
    from cases.home import Home
    from cases.intake.leftovers import Leftovers
    from cases.office.holdings import OnlyHere
    from cases.work.laptop_clock import ClockTrouble
    from cases.work.rechecks import DueRecheck


@dataclass(frozen=True, slots=True)
class Safety:
    """Whether the work is safe, and what waits to be looked at."""

    only_here: "OnlyHere"
    battery: int | None
    """What is left in per cent, where that is little."""
    clock: "ClockTrouble | None"
    rechecks: "tuple[DueRecheck, ...]"


def safety(home: "Home") -> Safety:
    """Read what Hari ini says of this laptop."""
    from cases.office import holdings
    from cases.work import laptop_clock, machine, rechecks

    return Safety(
        holdings.only_here(home),
        machine.low_battery(),
        laptop_clock.clock_trouble(home),
        rechecks.due_rechecks(home),
    )


def leftovers(home: "Home") -> "Leftovers":
    """Copies that lie on cards and in folders; looks at the disk for each."""
    from cases.intake import leftovers as left

    return left.leftovers(home)


def look_at_clock(home: "Home") -> Changes:
    """Compare the clock with what is known."""
    from cases.work import laptop_clock

    return laptop_clock.look_at_clock(home)


def keep_clock(home: "Home", reason: str) -> Changes:
    """Go on with the clock as it is, and record why."""
    from cases.work import laptop_clock

    return laptop_clock.keep_clock(home, reason)


def clock_settings() -> str:
    """Address of the system's page for date and time; empty where there is none to open."""
    from cases.platform import clock_settings as where

    return where()
