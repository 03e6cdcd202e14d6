"""
Where evidence came from on this laptop: which file, in which state, was stored as which exhibit.

Local and never journaled. It serves three ends: an interrupted import goes on without sealing
again what is stored; the watched folder knows what is new; copies left behind can be pointed at.

The state of a file is its inode, device, size and times. A file changed within the last seconds is
not remembered: another change could hide behind the coarse clock of a memory card.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, insert, select

from cases import clock
from cases.home import Home
from cases.journal.transaction import Tx
from cases.tables import brought, setting
from cases.work.records import CaseId

SETTLED = 3.0
"""Seconds a file must have lain unchanged: memory cards count time in steps of two."""
_RUN = "intake "
_MANY = 500


def state_of(path: Path) -> str:
    """Tell the state of a file, empty when it is not settled or not there."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return ""
    now = datetime.fromisoformat(clock.now().wall).timestamp()
    if abs(now - about.st_mtime) < SETTLED:
        return ""
    numbers = about.st_ino, about.st_dev, about.st_size, about.st_mtime_ns, about.st_ctime_ns
    return " ".join(map(str, numbers))


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was stored, as it lay then."""

    path: Path
    state: str
    sha256: str
    exhibit: str
    run: str
    at: str
    size: int


def note(tx: Tx, run: str, entries: Iterable[tuple[Path, str, str, str, int]]) -> None:
    """Remember (path, state, SHA-256, exhibit, size), in the transaction that names them."""
    rows = [
        {
            "path": os.fsencode(path.absolute()),
            "state": state,
            "sha256": sha256,
            "exhibit": exhibit,
            "run": run,
            "at": clock.now().wall,
            "size": size,
        }
        for path, state, sha256, exhibit, size in entries
    ]
    if rows:
        unique = {row["path"]: row for row in rows}
        gone = delete(brought).where(brought.c.path.in_(list(unique)))
        tx.connection.execute(gone)
        tx.connection.execute(insert(brought), list(unique.values()))


def known_files(home: Home, paths: Sequence[Path]) -> dict[Path, Brought]:
    """Give what is remembered of these paths; whether they are still the same is not looked at."""
    found: dict[Path, Brought] = {}
    with home.read() as connection:
        for start in range(0, len(paths), _MANY):
            wanted = {os.fsencode(p.absolute()): p for p in paths[start : start + _MANY]}
            rows = connection.execute(select(brought).where(brought.c.path.in_(list(wanted))))
            found |= {wanted[row.path]: _record(row) for row in rows}
    return found


def places_of(connection: Connection, folder: Path) -> dict[str, Path]:
    """Tell where copies of objects lay on the disk that holds `folder`: no card is read twice."""
    device = str(folder.stat().st_dev)
    rows = connection.execute(select(brought.c.sha256, brought.c.path, brought.c.state))
    return {
        row.sha256: Path(os.fsdecode(row.path))
        for row in rows
        if row.state.split()[1:2] == [device]
    }


def all_files(connection: Connection) -> Iterator[Brought]:
    """Give everything that is remembered."""
    return map(_record, connection.execute(select(brought).order_by(brought.c.path)))


def _record(row: Row[Any]) -> Brought:
    path = Path(os.fsdecode(row.path))
    return Brought(path, row.state, row.sha256, row.exhibit, row.run, row.at, row.size)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that was cancelled, cut off or killed: what was selected, for which case."""

    run: str
    case: CaseId | None
    paths: tuple[Path, ...]
    begun_at: str
    stored: int = 0
    """How many of its files are in and safe."""

    @property
    def there(self) -> bool:
        """Whether anything of what was selected can be reached now."""
        return any(path.exists() for path in self.paths)


def begin_run(home: Home, case: CaseId | None, paths: Sequence[Path]) -> str:
    """Note what is to be taken in; an unfinished import into the same case goes on as one run."""
    before = next((one for one in unfinished(home) if one.case == case), None)
    selected = dict.fromkeys(path.absolute() for path in paths)
    if before is not None:
        selected = dict.fromkeys(before.paths) | selected
    run, at = (before.run, before.begun_at) if before else (uuid4().hex, clock.now().wall)
    with home.write() as tx:
        _forget(tx, case)
        _remember(tx, Unfinished(run, case, tuple(selected), at))
    return run


def end_run(home: Home, case: CaseId | None, done: Sequence[Path] | None = None) -> None:
    """
    Forget an import: it is complete, or the officer says that this was all.

    Where only `done` was come to, what else was selected in the same run is still offered;
    a folder of which files were taken in counts as come to.
    """
    before = next((one for one in unfinished(home) if one.case == case), None)
    with home.write() as tx:
        _forget(tx, case)
        come_to = {
            above for path in done or () for above in (path.absolute(), *path.absolute().parents)
        }
        rest = [path for path in before.paths if path not in come_to] if before and done else []
        if before and rest:
            _remember(tx, replace(before, paths=tuple(rest)))


def _remember(tx: Tx, run: Unfinished) -> None:
    paths = [os.fsencode(path).hex() for path in run.paths]
    value = json.dumps({"run": run.run, "at": run.begun_at, "paths": paths})
    tx.connection.execute(insert(setting), {"key": _RUN + (run.case or ""), "value": value})


def _forget(tx: Tx, case: CaseId | None) -> None:
    tx.connection.execute(delete(setting).where(setting.c.key == _RUN + (case or "")))


def unfinished(home: Home) -> tuple[Unfinished, ...]:
    """Give the imports that did not end; `take_in` with their paths goes on."""
    with home.read() as connection:
        rows = connection.execute(
            select(setting.c.key, setting.c.value).where(setting.c.key.like(_RUN + "%"))
        ).all()
        count = select(brought.c.run, func.count().label("n")).group_by(brought.c.run)
        stored = {row.run: row.n for row in connection.execute(count)} if rows else {}
    found = (_unfinished(*row, stored) for row in rows)
    return tuple(sorted(found, key=lambda one: one.begun_at))


def _unfinished(key: str, value: str, stored: Mapping[str, int]) -> Unfinished:
    said = json.loads(value)
    case = key.removeprefix(_RUN)
    paths = tuple(Path(os.fsdecode(bytes.fromhex(text))) for text in said["paths"])
    run = said["run"]
    return Unfinished(run, CaseId(case) if case else None, paths, said["at"], stored.get(run, 0))
