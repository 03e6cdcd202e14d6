"""
What is given once: an id, its code, its words.

A later line that gives the same id anew is kept and counted as not understood. Otherwise a photo,
a party or a question that was answered could be replaced by a line of somebody else.
"""

import msgspec

from cases.journal.rows import Row, Rows


class GivenTwice(msgspec.ValidationError):
    """The id belongs to something else already."""


def need_new(rows: Rows, table: str, key: str) -> None:
    """Refuse an id that is taken."""
    if rows.get(table, key) is not None:
        raise GivenTwice(key)


def need_same(row: Row | None, **values: object) -> None:
    """Refuse to make something else of what is there."""
    if row is not None and any(row[name] != value for name, value in values.items()):
        raise GivenTwice(str(values))
