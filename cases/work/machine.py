"""
The laptop under the home: when the last backup was made.
"""

from sqlalchemy import select

from cases.home import Home
from cases.tables import exchange


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
