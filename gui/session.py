"""Who is signed in, in which home: what every page is given."""

from typing import TYPE_CHECKING

from cases import clock
from cases.work.records import Officer

if TYPE_CHECKING:
    from cases.home import Home


class Session:
    """An unlocked home; after locking and unlocking the same officer gets a new one."""

    def __init__(self, home: "Home") -> None:
        self.home = home

    @property
    def officer(self) -> Officer:
        """The officer who is signed in."""
        return self.home.officer

    @property
    def zone(self) -> str:
        """Offset of the zone of the officer's region."""
        from cases.work.times import zone_of_region

        return zone_of_region(self.officer.region)

    @property
    def today(self) -> str:
        """The day in the officer's zone, `YYYY-MM-DD`; the laptop may stand in another."""
        from cases.work.times import local_date

        day = local_date(clock.now().wall, self.zone)
        return day.isoformat() if day else clock.today()
