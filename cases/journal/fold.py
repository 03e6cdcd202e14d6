"""
The projection: lines of one scope, in order, become rows.

The fold reads nothing but lines. `fold_new` continues where the last fold ended; `refold` drops
the rows of a scope and begins anew, which is what a late arrival needs. A line of an unknown type,
or whose body does not fit its type, is kept and counted in `unknown`.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy import Connection, delete, select

from cases.journal import index
from cases.journal.event import Event, canonical, read, sha256
from cases.journal.folds import handlers
from cases.journal.rows import Rows
from cases.tables import NOT_IN_VIEW, journal, projections

_BATCH = 5_000


def fold(rows: Rows, events: Iterable[tuple[Event, str]]) -> None:
    """Apply events to rows; they must come in order."""
    for event, sha in events:
        _pass(rows, event, sha)
        handler = handlers.get(event.type)
        if handler is None:
            _keep_unknown(rows, event, sha)
            continue
        try:
            handler(rows, event, sha)
        except msgspec.ValidationError:
            _keep_unknown(rows, event, sha)


def _pass(rows: Rows, event: Event, sha: str) -> None:
    rows.lam = event.lam
    stream = rows.put(
        "stream", event.dev, seq=event.seq, lam=event.lam, sha256=sha, wall=event.wall
    )
    if event.cls == "content":
        stream["content_seq"] = event.seq
        stream["content_sha256"] = sha


def _keep_unknown(rows: Rows, event: Event, sha: str) -> None:
    rows.put("unknown", sha, type=event.type[:80], dev=event.dev, at=event.wall, lam=event.lam)


def refold(connection: Connection, scope: str) -> None:
    """Drop the rows of a scope and fold its lines again."""
    index.clear(connection, scope)
    for table in projections.tables.values():
        connection.execute(delete(table).where(table.c.scope == scope))
    rows = Rows(connection, scope, fresh=True)
    fold(rows, _lines(connection, scope))
    rows.flush()


def _lines(connection: Connection, scope: str) -> Iterator[tuple[Event, str]]:
    found = connection.execute(
        select(journal.c.line, journal.c.sha256)
        .where(journal.c.scope == scope)
        .order_by(journal.c.lam, journal.c.dev, journal.c.seq)
        .execution_options(yield_per=_BATCH)
    )
    for line, sha in found:
        yield read(line), sha


def rebuild(connection: Connection) -> None:
    """Make every projection anew from the journal."""
    index.clear(connection)
    for table in projections.tables.values():
        connection.execute(delete(table))
    scopes = connection.execute(select(journal.c.scope).distinct().order_by(journal.c.scope))
    with _uncollected():
        for scope in scopes.scalars().all():
            rows = Rows(connection, scope, fresh=True)
            fold(rows, _lines(connection, scope))
            rows.flush()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the cycle collector off: it would walk all these rows again and again (a sixth)."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def view_hash(connection: Connection) -> str:
    """SHA-256 over all rows of all projections, print copies left out."""
    parts: list[str] = []
    for name in sorted(projections.tables):
        table = projections.tables[name]
        left_out = NOT_IN_VIEW.get(name, set())
        columns = [column for column in table.c if column.name not in left_out]
        keys = [table.c[column.name] for column in table.primary_key]
        parts.append(name)
        found = connection.execute(select(*columns).order_by(*keys))
        parts.extend(sha256(canonical(list(row))) for row in found)
    return sha256(canonical(parts))


def content_head(connection: Connection, scope: str) -> str:
    """Digest over the last content event of each stream of a case."""
    table = projections.tables["stream"]
    found = connection.execute(
        select(table.c.dev, table.c.content_seq, table.c.content_sha256)
        .where(table.c.scope == scope, table.c.content_seq > 0)
        .order_by(table.c.dev)
    )
    return sha256(canonical([list(row) for row in found]))
