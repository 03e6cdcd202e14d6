"""
The rows a fold works on: get and put by key, written to the database in one go.

The fold asks for single rows by their full key and nothing else, so that it is a function of the
lines alone. What is not in memory is looked up once; during a rebuild nothing is, because the
tables are empty.
"""

from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, bindparam, delete, insert, select

from cases.journal import index
from cases.tables import projections

Row = dict[str, Any]
Key = tuple[str, ...]

_keys: dict[str, tuple[str, ...]] = {
    name: tuple(column.name for column in table.primary_key)
    for name, table in projections.tables.items()
}
_blank: dict[str, Row] = {
    name: {column.name: column.default.arg for column in table.c}  # type: ignore[union-attr]
    for name, table in projections.tables.items()
}

_where = {
    name: and_(*(projections.tables[name].c[c] == bindparam(f"k_{c}") for c in columns))
    for name, columns in _keys.items()
}
# Made once: to build a statement costs more than to run it.
_select = {name: select(table).where(_where[name]) for name, table in projections.tables.items()}
_delete = {name: delete(table).where(_where[name]) for name, table in projections.tables.items()}
_insert = {name: insert(table) for name, table in projections.tables.items()}


class Rows:
    """Rows of one scope, with a memory of what changed."""

    def __init__(self, connection: Connection, scope: str, *, fresh: bool) -> None:
        self.scope = scope
        self._connection = connection
        self._fresh = fresh
        self._rows: dict[str, dict[Key, Row | None]] = {name: {} for name in _keys}
        self._dirty: dict[str, dict[Key, int]] = {name: {} for name in _keys}
        self.lam = 0
        """Place of the event that is folded now: what it touches is the newest in search."""
        self._stored: dict[str, set[Key]] = {name: set() for name in _keys}

    def get(self, table: str, *key: str) -> Row | None:
        """Look up the row of this scope with the rest of its key; treat it as read-only."""
        rows = self._rows[table]
        if key not in rows:
            if self._fresh:  # nothing is remembered of what is not there: lines may name millions
                return None
            rows[key] = self._load(table, key)
        return rows[key]

    def put(self, table: str, *key: str, **values: Any) -> Row:
        """Set `values` of a row, making it when there is none."""
        row = self.get(table, *key)
        if row is None:
            row = dict(_blank[table])
            row.update(zip(_keys[table], (self.scope, *key), strict=True))
            self._rows[table][key] = row
        row.update(values)
        self._dirty[table][key] = self.lam
        return row

    def flush(self) -> None:
        """Write what changed."""
        for name, keys in self._dirty.items():
            if keys:
                self._write(name, sorted(keys))
                if name in index.SOURCES:
                    self._index(name, keys)
                self._stored[name].update(keys)
                keys.clear()

    def _index(self, name: str, keys: dict[Key, int]) -> None:
        rows, stored = self._rows[name], self._stored[name]
        changed = [
            index.Changed(row, lam, key in stored)
            for key, lam in keys.items()
            if (row := rows[key])
        ]
        index.update(self._connection, name, changed)

    def _load(self, name: str, key: Key) -> Row | None:
        found = self._connection.execute(_select[name], self._place(name, key)).mappings().first()
        if found is None:
            return None
        self._stored[name].add(key)
        return dict(found)

    def _write(self, name: str, keys: list[Key]) -> None:
        old = [self._place(name, key) for key in keys if key in self._stored[name]]
        if old:
            self._connection.execute(_delete[name], old)
        rows = self._rows[name]
        complete = [row for key in keys if (row := rows[key])]
        if name == "edit":
            complete = [{**row, "live": _text(row["live"])} for row in complete]
        _insert_all(self._connection, name, complete)

    def _place(self, name: str, key: Key) -> Row:
        return dict(zip((f"k_{c}" for c in _keys[name]), (self.scope, *key), strict=True))


def _text(live: Any) -> str:
    """Encode the edits of a field, which the fold keeps as a list."""
    return live if isinstance(live, str) else msgspec.json.encode(live, order="sorted").decode()


def _insert_all(connection: Connection, name: str, rows: list[Row]) -> None:
    """Insert complete rows, compiled by SQLAlchemy and bound by the driver.

    Rows hold every column as plain text or number, so nothing is left to convert per row.
    """
    compiled = _insert[name].compile(dialect=connection.dialect)
    order = getattr(compiled, "positiontup", None)
    parameters = list(map(itemgetter(*order), rows)) if order else rows
    connection.exec_driver_sql(str(compiled), parameters)
