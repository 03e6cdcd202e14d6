"""
Reads stored files again, when today's reader sees more than the one that took them in.

The bytes are what they were; only what is known of them grows. A file kept because no reader could
be started, or whose kind nobody could read yet, gets its time and picture this way.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Row, select

from cases.changes import Changes
from cases.home import Home
from cases.intake.child import READER_NOT_STARTED, Child
from cases.intake.claims import Claims, TimeSource
from cases.intake.inspection import READER, to_event
from cases.journal.folds.exhibits import reader_of
from cases.journal.transaction import Tx
from cases.language import tr
from cases.progress import Progress
from cases.tables import exhibit as exhibit_table
from cases.vault.errors import ObjectDamaged, ObjectMissing
from cases.work.records import ExhibitId

_GROUP = 16
_LARGEST = 256 * 1024 * 1024
"""A larger file is not taken into memory; films of that size name their time at first reading."""
_UNREAD = frozenset({READER_NOT_STARTED, "crashed", "slow"})


class _Taken(msgspec.Struct, frozen=True):
    sources: tuple[TimeSource, ...] = ()


class _Inspection(msgspec.Struct, frozen=True):
    taken: _Taken = _Taken()


@dataclass(slots=True)
class Reread:
    """What reading again brought."""

    read: int = 0
    changed: list[ExhibitId] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)


def may_know_more(row: Row[Any]) -> bool:
    """Whether today's reader may see more in a file than what its row says."""
    return row.reason in _UNREAD or reader_of(row.inspection) < READER


def knows_more(home: Home, exhibit: ExhibitId) -> bool:
    """Whether today's reader may see more in this exhibit than what is known of it."""
    with home.read() as connection:
        row = connection.execute(
            select(exhibit_table).where(exhibit_table.c.id == exhibit).limit(1)
        ).first()
    return row is not None and may_know_more(row)


def read_again(
    home: Home,
    exhibits: Collection[ExhibitId] | None = None,
    *,
    progress: Progress | None = None,
) -> Reread:
    """Read these exhibits again; None: all that an older reader took in."""
    progress = progress or Progress()
    outcome = Reread()
    with home.working(), Child() as child:
        objects = _chosen(home, exhibits)
        progress.begin(len(objects), tr("Membaca ulang data berkas"))
        found: list[tuple[list[Row[Any]], dict[str, Any]]] = []
        for rows in objects:
            progress.hold()
            if body := _read(home, child, rows[0]):
                outcome.read += 1
                found.append((rows, body))
            if len(found) >= _GROUP:
                _name(home, found, outcome)
                found = []
            progress.advance(1, rows[0].file)
        if found:
            _name(home, found, outcome)
    return outcome


def _chosen(home: Home, exhibits: Collection[ExhibitId] | None) -> list[list[Row[Any]]]:
    """Give the rows of each object: the same bytes are read once."""
    with home.read() as connection:
        rows = connection.execute(select(exhibit_table).order_by(exhibit_table.c.lam)).all()
    found: dict[str, list[Row[Any]]] = {}
    for row in rows:
        wanted = may_know_more(row) if exhibits is None else row.id in exhibits
        if wanted and row.size <= _LARGEST:
            found.setdefault(row.object, []).append(row)
    return list(found.values())


def _read(home: Home, child: Child, row: Row[Any]) -> dict[str, Any] | None:
    """Read one file; the time of taking in stands for now, so that nothing new lies in future."""
    try:
        data = home.vault.read(row.object)
    except (ObjectDamaged, ObjectMissing):
        return None  # `check` reports what is wrong with the vault
    claims = child.claims_of(data, row.file, row.taken_in_at)
    if claims.reason in _UNREAD:
        return None
    return {
        "kind": claims.kind,
        "media_type": claims.media_type,
        "reason": claims.reason,
        "width": claims.width or 0,
        "height": claims.height or 0,
        "inspection": to_event(_with_file_date(claims, row)),
    }


def _with_file_date(claims: Claims, row: Row[Any]) -> Claims:
    """Keep the date the file had on its card: the vault does not know it."""
    try:
        former = msgspec.json.decode(row.inspection or "{}", type=_Inspection).taken.sources
    except msgspec.ValidationError:
        return claims  # written by another program
    dates = tuple(one for one in former if one.kind == "file_mtime")
    taken = msgspec.structs.replace(claims.taken, sources=claims.taken.sources + dates)
    return msgspec.structs.replace(claims, taken=taken)


def _name(home: Home, found: list[tuple[list[Row[Any]], dict[str, Any]]], into: Reread) -> None:
    with home.write() as tx:
        for rows, body in found:
            into.changed += _append(tx, rows, body)
    parts, cases = into.changes.parts | tx.changes.parts, into.changes.cases | tx.changes.cases
    into.changes = Changes(parts, cases)


def _append(tx: Tx, rows: list[Row[Any]], body: dict[str, Any]) -> Iterator[ExhibitId]:
    for row in rows:
        if _differs(row, body):
            tx.append("exhibit.read_again", {"exhibit": row.id, **body}, case=row.scope or None)
            yield ExhibitId(row.id)


def _differs(row: Row[Any], body: dict[str, Any]) -> bool:
    """Whether anything is new; a newer reader alone is, so that nothing is read over and over."""
    if msgspec.json.decode(row.inspection or "{}") != body["inspection"]:
        return True
    return any(getattr(row, key) != body[key] for key in ("kind", "media_type", "reason"))
