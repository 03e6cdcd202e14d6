"""
Streams: chains of lines, what arrives from elsewhere, heads.

A line that comes before its predecessor waits; a second line for a place that is taken is a fork:
both are kept, the one already folded stays, and the caller reports it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from cases.journal.event import GENESIS, Event, read_strictly, sha256
from cases.tables import fork, head, journal, waiting


@dataclass(frozen=True, slots=True)
class Arrival:
    """A line that found its place."""

    event: Event
    sha256: str
    line: bytes


@dataclass(slots=True)
class Arrivals:
    """What became of arriving lines; `stored + known + waiting + forks` is their number."""

    stored: list[Arrival] = field(default_factory=list)
    known: int = 0
    waiting: int = 0
    forks: list[tuple[str, str]] = field(default_factory=list)
    """(id of the line held, id of the line that came)."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of a stream and its signature."""

    dev: str
    scope: str
    seq: int
    sha256: str
    signature: str


def arrive(connection: Connection, lines: Iterable[bytes]) -> Arrivals:
    """Store arriving lines that continue their chains; raises `BadLine`."""
    reception = _Reception(connection)
    for line in lines:
        reception.place(Arrival(read_strictly(line), sha256(line), line))
    reception.flush()
    return reception.arrivals


class _Reception:
    """Takes lines in; those that simply continue a stream cost no query of their own."""

    def __init__(self, connection: Connection) -> None:
        self.arrivals = Arrivals()
        self._connection = connection
        self._heads: dict[tuple[str, str], tuple[int, str]] = {}
        self._rows: list[dict[str, Any]] = []
        self._waited = connection.execute(select(waiting.c.dev).limit(1)).first() is not None

    def place(self, arrival: Arrival) -> None:
        """Find the place of one line."""
        event = arrival.event
        stream = (event.dev, event.scope)
        if stream not in self._heads:
            self._heads[stream] = _head(self._connection, *stream)
        seq, sha = self._heads[stream]
        if event.seq == seq + 1 and event.prev == sha:
            self._store(arrival)
            self._heads[stream] = (event.seq, arrival.sha256)
            if self._waited:
                self._follow(arrival)
        else:
            self.flush()
            self._place_apart(arrival)

    def flush(self) -> None:
        """Write what was stored since the last time."""
        if self._rows:
            self._connection.execute(insert(journal), self._rows)
            self._rows = []

    def _place_apart(self, arrival: Arrival) -> None:
        """Place a line that does not continue its stream: known, early, or a fork."""
        event = arrival.event
        held = _held(self._connection, event, event.seq)
        before = _held(self._connection, event, event.seq - 1)
        if held == arrival.sha256:
            self.arrivals.known += 1
        elif held is None and before is None and event.seq > 1:
            self.arrivals.waiting += 1
            self._waited = True
            _keep(self._connection, waiting, arrival)
        else:
            self.arrivals.forks.append((held or before or GENESIS, arrival.sha256))
            _keep(self._connection, fork, arrival)

    def _store(self, arrival: Arrival) -> None:
        event = arrival.event
        self._rows.append(
            {
                "dev": event.dev,
                "scope": event.scope,
                "seq": event.seq,
                "lam": event.lam,
                "sha256": arrival.sha256,
                "line": arrival.line,
            }
        )
        self.arrivals.stored.append(arrival)

    def _follow(self, arrival: Arrival) -> None:
        """Place the lines that waited for this one."""
        event = arrival.event
        here = (
            (waiting.c.dev == event.dev)
            & (waiting.c.scope == event.scope)
            & (waiting.c.seq == event.seq + 1)
        )
        lines = self._connection.execute(
            select(waiting.c.line).where(here).order_by(waiting.c.sha256)
        )
        found = lines.scalars().all()
        if found:
            self._connection.execute(delete(waiting).where(here))
        for line in found:
            self.arrivals.waiting -= 1
            self.place(Arrival(read_strictly(line), sha256(line), line))


def _head(connection: Connection, dev: str, scope: str) -> tuple[int, str]:
    found = connection.execute(
        select(journal.c.seq, journal.c.sha256)
        .where(journal.c.dev == dev, journal.c.scope == scope)
        .order_by(journal.c.seq.desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else (0, GENESIS)


def _held(connection: Connection, event: Event, seq: int) -> str | None:
    return connection.execute(
        select(journal.c.sha256).where(
            journal.c.dev == event.dev, journal.c.scope == event.scope, journal.c.seq == seq
        )
    ).scalar()


def _keep(connection: Connection, table: Table, arrival: Arrival) -> None:
    key = (
        (table.c.dev == arrival.event.dev)
        & (table.c.scope == arrival.event.scope)
        & (table.c.seq == arrival.event.seq)
        & (table.c.sha256 == arrival.sha256)
    )
    connection.execute(delete(table).where(key))
    connection.execute(
        insert(table),
        {
            "dev": arrival.event.dev,
            "scope": arrival.event.scope,
            "seq": arrival.event.seq,
            "sha256": arrival.sha256,
            "line": arrival.line,
        },
    )


def lines_of(connection: Connection, case: str | None) -> Iterator[tuple[str, list[bytes]]]:
    """Give (dev, lines in order) for every stream of a case, by dev."""
    scope = case or ""
    devs = connection.execute(
        select(journal.c.dev).where(journal.c.scope == scope).distinct().order_by(journal.c.dev)
    )
    for dev in devs.scalars().all():
        found = connection.execute(
            select(journal.c.line)
            .where(journal.c.scope == scope, journal.c.dev == dev)
            .order_by(journal.c.seq)
        )
        yield dev, list(found.scalars())


def heads_of(connection: Connection, case: str | None) -> tuple[Head, ...]:
    """Give the signed heads of the streams of a case, by dev."""
    found = connection.execute(
        select(head).where(head.c.scope == (case or "")).order_by(head.c.dev)
    )
    return tuple(Head(*row) for row in found)


def head_of(connection: Connection, dev: str, scope: str) -> Head | None:
    """Give the signed head of one stream."""
    found = connection.execute(select(head).where(head.c.dev == dev, head.c.scope == scope))
    row = found.first()
    return Head(*row) if row else None


def all_heads_of_key(connection: Connection, dev: str) -> tuple[Head, ...]:
    """Give the heads of all streams of one key, by scope: what an anchor covers."""
    found = connection.execute(select(head).where(head.c.dev == dev).order_by(head.c.scope))
    return tuple(Head(*row) for row in found)
