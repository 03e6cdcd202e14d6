"""Who is signed in, in which home: what every page is given."""

from typing import TYPE_CHECKING

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
