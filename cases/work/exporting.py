"""
Hands out an exhibit, byte for byte, and looks whether the original is still what it was.

No copy leaves without its line: the file is written under another name and read back, then the
custody log gets its line, and only then the file gets the name that was asked for.
"""

import hashlib
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import IO, cast
from uuid import uuid4

from sqlalchemy import Table, select

from cases import disk
from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import derived as derived_table
from cases.tables import exhibit as exhibit_table
from cases.work.exhibits import handle_exhibit
from cases.work.records import ExhibitId
from cases.work.scopes import absent, scopes_of

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Rehash:
    """The original was read from the vault again."""

    sha256: str
    same: bool
    """False: it differs, or it is not there."""
    changes: Changes


class _Disk:
    """A new file, written through the one write function."""

    def __init__(self, handle: FileIO) -> None:
        self._handle = handle

    def write(self, data: bytes) -> int:
        """Write all of it."""
        return disk.write(self._handle, data)


def export_exhibit(home: Home, exhibit: ExhibitId, out: Path, *, reason: str = "") -> Changes:
    """Write the original to `out`, byte for byte and verified; a file that is there stays."""
    sha256 = _object(home, exhibit_table, exhibit)
    return _hand_out(home, exhibit, sha256, out, reason.strip() or out.name)


def export_derived(home: Home, copy: str, out: Path, *, reason: str = "") -> Changes:
    """Write a derived copy to `out`; the custody log of its exhibit says which one."""
    with home.read() as connection:
        row = connection.execute(
            select(derived_table)
            .where(derived_table.c.copy == copy)
            .order_by(derived_table.c.scope.desc())
            .limit(1)
        ).first()
    if row is None:
        raise absent(derived_table)
    why = f"{row.code}: {reason.strip() or out.name}"
    return _hand_out(home, ExhibitId(row.exhibit), row.object, out, why)


def rehash_exhibit(home: Home, exhibit: ExhibitId, *, reason: str = "") -> Rehash:
    """Read the original again and compare its hash; the custody log tells the outcome."""
    sha256 = _object(home, exhibit_table, exhibit)
    with home.working():
        same = home.vault.verify(sha256)
        body: dict[str, str | bool] = {"exhibit": exhibit, "why": reason.strip()}
        if not same:
            body["damaged"] = True
        with home.write() as tx:
            for scope in scopes_of(tx.connection, exhibit_table, exhibit):
                tx.append("exhibit.rehashed", body, case=scope or None, cls="access")
            tx.made = exhibit
    return Rehash(sha256, same, tx.changes)


def _object(home: Home, table: Table, key: str) -> str:
    with home.read() as connection:
        found = connection.execute(select(table.c.object).where(table.c.id == key)).scalar()
    if found is None:
        raise absent(table)
    return str(found)


def _hand_out(home: Home, exhibit: ExhibitId, sha256: str, out: Path, why: str) -> Changes:
    if out.exists() or out.is_symlink():
        raise NetraError(
            tr("Berkas {nama} sudah ada dan tidak ditimpa.", nama=out),
            tr("Pilih nama lain."),
            code="file-exists",
        )
    temp = out.with_name(f".{out.name}.{uuid4().hex[:8]}.part")
    with home.working():
        try:
            with disk.in_words(out):
                with disk.create(temp) as handle:
                    home.vault.stream(sha256, cast(IO[bytes], _Disk(handle)))
                    disk.settle(handle)
                if _hash(temp) != sha256:
                    raise _WrittenWrong(out)
                changes = handle_exhibit(home, exhibit, "exported", why)
                disk.place(temp, out)
        finally:
            temp.unlink(missing_ok=True)
    return changes


class _WrittenWrong(NetraError):
    """What the disk gives back is not what was written."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            tr("Yang tertulis di {nama} tidak sama dengan aslinya dan dihapus lagi.", nama=out),
            tr("Disk atau kartu itu mungkin rusak; pakai yang lain."),
            code="written-wrong",
        )


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while piece := handle.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
