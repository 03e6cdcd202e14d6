"""
Streams: chains of lines, what arrives from elsewhere, heads.

A line that comes before its predecessor waits; a second line for a place that is taken is a fork:
both are kept, the one already folded stays, and the caller reports it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

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
    arrivals = Arrivals()
    for line in lines:
        _place(connection, arrivals, Arrival(read_strictly(line), sha256(line), line))
    return arrivals


def _place(connection: Connection, arrivals: Arrivals, arrival: Arrival) -> None:
    event = arrival.event
    held = _held(connection, event)
    if held == arrival.sha256:
        arrivals.known += 1
    elif held is not None:
        arrivals.forks.append((held, arrival.sha256))
        _keep(connection, "fork", arrival)
    else:
        before = GENESIS if event.seq == 1 else _held(connection, event, event.seq - 1)
        if before is None:
            arrivals.waiting += 1
            _keep(connection, "waiting", arrival)
        elif before != event.prev:
            arrivals.forks.append((before, arrival.sha256))
            _keep(connection, "fork", arrival)
        else:
            _store(connection, arrival)
            arrivals.stored.append(arrival)
            _follow(connection, arrivals, arrival)


def _follow(connection: Connection, arrivals: Arrivals, arrival: Arrival) -> None:
    """Place the lines that waited for this one."""
    event = arrival.event
    here = (
        (waiting.c.dev == event.dev)
        & (waiting.c.scope == event.scope)
        & (waiting.c.seq == event.seq + 1)
    )
    lines = connection.execute(select(waiting.c.line).where(here).order_by(waiting.c.sha256))
    found = lines.scalars().all()
    connection.execute(delete(waiting).where(here))
    for line in found:
        arrivals.waiting -= 1
        _place(connection, arrivals, Arrival(read_strictly(line), sha256(line), line))


def _held(connection: Connection, event: Event, seq: int | None = None) -> str | None:
    return connection.execute(
        select(journal.c.sha256).where(
            journal.c.dev == event.dev,
            journal.c.scope == event.scope,
            journal.c.seq == (event.seq if seq is None else seq),
        )
    ).scalar()


def _store(connection: Connection, arrival: Arrival) -> None:
    event = arrival.event
    connection.execute(
        insert(journal),
        {
            "dev": event.dev,
            "scope": event.scope,
            "seq": event.seq,
            "lam": event.lam,
            "sha256": arrival.sha256,
            "line": arrival.line,
        },
    )


def _keep(connection: Connection, where: str, arrival: Arrival) -> None:
    table = fork if where == "fork" else waiting
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


def all_heads_of_key(connection: Connection, dev: str) -> tuple[Head, ...]:
    """Give the heads of all streams of one key, by scope: what an anchor covers."""
    found = connection.execute(select(head).where(head.c.dev == dev).order_by(head.c.scope))
    return tuple(Head(*row) for row in found)
