"""A story told by events to one store, and read back from its rows."""

import json
from typing import Any

from sqlalchemy import select

from cases.store import Store
from cases.tables import projections
from tests.cases.authors import author

CASE = "c" * 32

ONE, TWO = "1" * 32, "2" * 32

ME = author(0)


class Story:
    """Appends events to one store and reads rows back."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def tell(self, kind: str, body: dict[str, Any], *, who: int = 0, **more: Any) -> str:
        more.setdefault("case", CASE)
        with self.store.write(author(who)) as tx:
            return tx.append(kind, body, **more)

    def rows(self, table: str) -> list[dict[str, Any]]:
        with self.store.read() as connection:
            found = connection.execute(select(projections.tables[table])).mappings()
            return [dict(row) for row in found]

    def row(self, table: str) -> dict[str, Any]:
        (row,) = self.rows(table)
        return row

    def open_case(self) -> str:
        body = {"code": "S", "title": "satu", "regime": "PEMILU", "source": "temuan", "pack": "p"}
        return self.tell("case.opened", body)


def statement(story: Story, value: object, **more: Any) -> str:
    body = {"incident": ONE, "fact": "ajakan", "value": value, "sayer": more.pop("sayer", "")}
    return story.tell("statement.made", body, **more)


def live(story: Story, table: str = "statement") -> list[str]:
    return [row["value"] for row in story.rows(table) if row["live"]]


PHOTO = {"exhibit": ONE, "object": "0" * 64, "file": "a.jpg", "size": 3, "kind": "photo"}


def values(live: str) -> list[Any]:
    return [entry[3] for entry in json.loads(live)]
