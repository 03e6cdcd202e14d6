"""
A region pack: one SQLite file with regions and their borders, made by others.

It is opened as what it is, a file of a stranger: read only, unchanging, nothing in it runs, only
these tables are read, and every query ends after a bounded number of steps.

    area(kode, lvl 1|2|3, nama, lat, lng, geom)   area_id(id, kode)   meta(k, v)
    area_rt(id, minx, maxx, miny, maxy)           boxes, SQLite R-tree
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from cases.errors import NetraError
from cases.language import tr
from cases.work.borders import BadBorder, Ring, decode
from cases.work.region_codes import CODE

LARGEST = 64 << 20
DISTRICT = 3
_MOST_AREAS = 100_000
_STEPS, _ROUNDS = 10_000, 20_000
_LONGEST_NAME = 100
_TREE = ("area_rt", "area_rt_rowid", "area_rt_node", "area_rt_parent")
_TABLES = frozenset({"area", "area_id", "meta", *_TREE})
_RTREE = re.compile(r"\s*create\s+virtual\s+table\s+\S+\s+using\s+rtree\s*\([\w\s,]*\)\s*", re.I)
_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
_WRITES = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})
"""The R-tree prepares these when it is opened; the file is immutable and none can run."""
_SEEN = frozenset({"sqlite_master", "sqlite_stat1", *_TABLES})


class BadRegions(NetraError):
    """The file is no region pack that can be used."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            tr("Paket wilayah ini tidak dapat dipakai: {alasan}.", alasan=reason),
            tr("Minta paket wilayah yang utuh dari kantor kabupaten/kota."),
            code="bad-regions",
        )


@dataclass(frozen=True, slots=True)
class Area:
    """A region with its border."""

    code: str
    name: str
    rings: list[Ring]


class RegionPack:
    """An open region pack."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def near(self, lat: float, lon: float, reach: float) -> Iterator[Area]:
        """Give the districts whose box comes within `reach` degrees of the point."""
        rows = self._rows(
            "SELECT kode, nama, geom FROM area_rt JOIN area_id USING (id) JOIN area USING (kode) "
            "WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? AND lvl = ? ORDER BY kode",
            (lon - reach, lon + reach, lat - reach, lat + reach, DISTRICT),
        )
        for code, name, geom in rows:
            yield Area(_text(code, CODE), _name(name), _border(geom))

    def name(self, code: str) -> str:
        """Give the name of a region; empty where the pack does not know it."""
        for (name,) in self._rows("SELECT nama FROM area WHERE kode = ?", (code,)):
            return _name(name)
        return ""

    def about(self) -> str:
        """Say what the pack is, in its own words."""
        for (text,) in self._rows(
            "SELECT v FROM meta WHERE k IN ('sumber', 'source') LIMIT 1", ()
        ):
            return "".join(c for c in str(text)[:300] if c.isprintable())
        return ""

    def check(self) -> int:
        """Read everything once; gives the number of regions, refuses what is damaged."""
        for (answer,) in self._rows("PRAGMA quick_check", ()):
            if answer != "ok":
                raise BadRegions(tr("berkasnya rusak"))
        boxed = {code for (code,) in self._rows(
            "SELECT kode FROM area_rt JOIN area_id USING (id)", ()
        )}  # fmt: skip
        number = 0
        for code, level, name, geom in self._rows("SELECT kode, lvl, nama, geom FROM area", ()):
            number += 1
            _name(name)
            _border(geom)
            good = _text(code, CODE) in boxed and level == (len(code) + 1) // 3
            if not good or number > _MOST_AREAS:
                raise BadRegions(tr("isinya tidak seperti paket wilayah"))
        if not number:
            raise BadRegions(tr("tidak ada wilayah di dalamnya"))
        return number

    def _rows(self, query: str, values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(query, values)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise BadRegions(tr("berkasnya rusak")) from error


@contextmanager
def opened(path: Path) -> Iterator[RegionPack]:
    """Open a region pack; refuses a file that holds anything else than its tables."""
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True, check_same_thread=False)) as connection:
            _bind(connection)
            _check_schema(connection)
            yield RegionPack(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise BadRegions(tr("bukan basis data wilayah")) from error


def _bind(connection: sqlite3.Connection) -> None:
    rounds = count()
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 4 << 20)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 4096)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "query_only = ON",
        "mmap_size = 0",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.set_progress_handler(lambda: next(rounds) > _ROUNDS, _STEPS)
    connection.set_authorizer(_may)


def _may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_READ:
        good = first in _SEEN
    elif action == sqlite3.SQLITE_PRAGMA:
        good = first == "quick_check"
    elif action in _WRITES:
        good = first in ("sqlite_master", *_TREE)
    else:
        good = action in _READS
    return sqlite3.SQLITE_OK if good else sqlite3.SQLITE_DENY


def _check_schema(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    for kind, name, table, sql in rows:
        own_index = kind == "index" and table in _TABLES and sql is None
        if not (own_index or (kind == "table" and name in _TABLES)):
            raise BadRegions(tr("ada isi lain di dalamnya"))
        virtual = "virtual" in str(sql).casefold()
        if virtual != (name == "area_rt") or (virtual and not _RTREE.fullmatch(str(sql))):
            raise BadRegions(tr("ada isi lain di dalamnya"))
    if {row[1] for row in rows} < _TABLES:
        raise BadRegions(tr("isinya tidak seperti paket wilayah"))


def _text(value: object, form: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise BadRegions(tr("isinya tidak seperti paket wilayah"))
    return value


def _name(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or not value.isprintable():
        raise BadRegions(tr("isinya tidak seperti paket wilayah"))
    return value


def _border(value: object) -> list[Ring]:
    try:
        if isinstance(value, bytes):
            return decode(value)
    except BadBorder:
        pass
    raise BadRegions(tr("isinya tidak seperti paket wilayah"))
