"""
The laptop under the home: when the last backup was made, what the battery has left.
"""

from sqlalchemy import select

from cases import platform
from cases.home import Home
from cases.tables import exchange

LOW_BATTERY = 15
"""Per cent; below it the officer is told to plug in before a long import."""


def last_backup(home: Home) -> str:
    """Give the moment of the last backup in UTC; empty where there was none."""
    with home.read() as connection:
        found = connection.execute(
            select(exchange.c.at)
            .where(exchange.c.act == "backup")
            .order_by(exchange.c.lam.desc())
            .limit(1)
        ).scalar()
    return found or ""


def low_battery() -> int | None:
    """Give what the battery has left in per cent, if that is little and no charger is in."""
    battery = platform.battery()
    if battery is None or battery.charging or battery.percent >= LOW_BATTERY:
        return None
    return battery.percent
