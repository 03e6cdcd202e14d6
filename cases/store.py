"""
The database of a home and the one door for writing.

    with store.write(author) as tx:
        tx.append("case.opened", {...}, case=case)

is one transaction: the events, their fold, the signatures of the heads. Nobody else commits.
SQLite through SQLCipher with a raw key, WAL, `synchronous=FULL`, one writer at a time.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from cases import disk
from cases.errors import NetraError
from cases.journal.fold import rebuild
from cases.journal.transaction import Author, Tx
from cases.language import tr
from cases.tables import PROJECTION_VERSION, journal, metadata, projections, setting

_TRIGGERS = (
    """CREATE TRIGGER IF NOT EXISTS journal_never_updated BEFORE UPDATE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER IF NOT EXISTS journal_never_deleted BEFORE DELETE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER IF NOT EXISTS journal_one_line_a_place BEFORE INSERT ON journal
       WHEN EXISTS (SELECT 1 FROM journal
                    WHERE dev = NEW.dev AND scope = NEW.scope AND seq = NEW.seq)
       BEGIN SELECT RAISE(ABORT, 'this place of the stream is taken'); END""",
)
_PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 10000",
)


_NO_ROOM = 1 << 20
"""With less than this free, an input-output error of SQLite means that the disk is full."""


class Store:
    """The open database of a home."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or make the database; `key` is the raw SQLCipher key of 32 bytes."""
        self.path = path
        self._writer = threading.Lock()
        _make(path)
        self._engine = _engine(path, key)
        try:
            self._prepare()
        except DBAPIError as error:
            self._engine.dispose()
            raise _translated(error, self.path) from error

    def _prepare(self) -> None:
        with self._engine.begin() as connection:
            metadata.create_all(connection)
            for trigger in _TRIGGERS:
                connection.execute(text(trigger))
            version = connection.execute(
                select(setting.c.value).where(setting.c.key == "projection_version")
            ).scalar()
            if version != str(PROJECTION_VERSION):
                self._rebuild(connection)

    @staticmethod
    def _rebuild(connection: Connection) -> None:
        projections.drop_all(connection)
        projections.create_all(connection)
        rebuild(connection)
        connection.execute(setting.delete().where(setting.c.key == "projection_version"))
        connection.execute(
            setting.insert(), {"key": "projection_version", "value": str(PROJECTION_VERSION)}
        )

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Read in one transaction: what is seen does not change in between."""
        try:
            with self._engine.connect().execution_options(netra_begin="BEGIN") as connection:
                yield connection
        except DBAPIError as error:
            raise _translated(error, self.path) from error

    @contextmanager
    def write(self, author: Author) -> Iterator[Tx]:
        """Write as `author`, in one transaction; `tx.changes` holds the outcome afterwards."""
        with self._writer:
            try:
                with self._engine.begin() as connection:
                    tx = Tx(connection, author)
                    yield tx
                    tx.finish()
            except DBAPIError as error:
                raise _translated(error, self.path) from error

    def rebuild(self) -> None:
        """Make every projection anew from the journal."""
        with self._writer, self._engine.begin() as connection:
            self._rebuild(connection)

    def check(self) -> list[str]:
        """Ask SQLCipher whether every page is as it was written; gives what is wrong."""
        with self.read() as connection:
            pages = connection.execute(text("PRAGMA cipher_integrity_check")).scalars().all()
            whole = connection.execute(text("PRAGMA quick_check")).scalars().all()
        return [*map(str, pages), *(str(line) for line in whole if line != "ok")]

    def copy_to(self, target: Path) -> None:
        """Write a compact copy of the database, under the same key, to a new file."""
        _make(target)
        with self._writer, self._engine.connect().execution_options(netra_begin="") as connection:
            connection.execute(text("VACUUM INTO :target"), {"target": str(target)})

    def events(self) -> int:
        """Count the lines of the journal."""
        with self.read() as connection:
            return connection.execute(select(func.count()).select_from(journal)).scalar() or 0

    def close(self) -> None:
        """Close every connection; the key is gone with them."""
        self._engine.dispose()


def _make(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none; SQLite would not."""
    with disk.in_words(path):
        if not path.exists():
            disk.create(path).close()


def _engine(path: Path, key: bytes) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),  # as text, a "?" in a folder would end the name
        module=sqlcipher3.dbapi2,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _unlock(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        begin = options.get("netra_begin", "BEGIN IMMEDIATE")
        if begin:
            connection.exec_driver_sql(begin)

    return engine


def _translated(error: DBAPIError, path: Path) -> NetraError:
    words = str(error.orig)
    if "full" in words or ("disk I/O" in words and disk.space(path.parent)[0] < _NO_ROOM):
        return NetraError(
            tr("Ruang penyimpanan laptop habis; perubahan terakhir belum tersimpan."),
            tr("Kosongkan ruang, lalu ulangi. Yang sudah tersimpan tetap aman."),
            code="disk-full",
        )
    if "not a database" in words or "malformed" in words:
        return NetraError(
            tr("Basis data rumah tidak dapat dibaca: kunci tidak cocok atau berkas rusak."),
            tr("Jangan hapus apa pun. Pulihkan dari cadangan terakhir."),
            code="database-damaged",
        )
    if "readonly" in words or "unable to open" in words:
        return NetraError(
            tr("Folder rumah data hanya dapat dibaca; tidak ada yang dapat disimpan."),
            tr("Periksa izin folder, atau salin rumah data ke disk yang dapat ditulisi."),
            code="database-read-only",
        )
    if "locked" in words:
        return NetraError(
            tr("Rumah data sedang dipakai oleh Netra yang lain."),
            tr("Tutup jendela Netra yang lain, lalu ulangi."),
            code="database-busy",
        )
    return NetraError(
        tr("Basis data menolak perubahan: {words}", words=words),
        tr("Perubahan terakhir tidak tersimpan; yang sebelumnya tetap aman."),
        code="database-error",
    )
