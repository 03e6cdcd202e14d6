"""
Unfinished typing: kept in the encrypted database, not in the journal, until it becomes an event.
"""

from sqlalchemy import delete, insert, select

from cases.clock import now
from cases.home import Home
from cases.tables import draft


def keep_draft(home: Home, key: str, text: str) -> None:
    """Keep what the signed-in officer has typed so far under `key`, such as `caption/<id>`."""
    with home.write() as tx:
        mine = (draft.c.dev == tx.author.dev) & (draft.c.key == key)
        tx.connection.execute(delete(draft).where(mine))
        row = {"dev": tx.author.dev, "key": key, "text": text, "at": now().wall}
        tx.connection.execute(insert(draft), row)


def read_draft(home: Home, key: str) -> str:
    """Give back what was typed; empty where nothing is kept."""
    with home.read() as connection:
        found = connection.execute(
            select(draft.c.text).where(draft.c.dev == home.officer.dev, draft.c.key == key)
        ).scalar()
    return found or ""


def drop_draft(home: Home, key: str) -> None:
    """Forget a draft: it became an event, or was given up."""
    with home.write() as tx:
        mine = (draft.c.dev == tx.author.dev) & (draft.c.key == key)
        tx.connection.execute(delete(draft).where(mine))


def read_drafts(home: Home, begin: str) -> dict[str, str]:
    """Give the drafts of the signed-in officer whose keys begin so; by the rest of the key."""
    with home.read() as connection:
        rows = connection.execute(
            select(draft.c.key, draft.c.text).where(
                draft.c.dev == home.officer.dev, draft.c.key.startswith(begin, autoescape=True)
            )
        )
        return {row.key.removeprefix(begin): row.text for row in rows}
