"""
A worker process that hashes and seals files, so that the window never waits for the cipher.

It needs public keys only. It is no place for parsing: hostile bytes pass through it unread.
"""

import os
import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, BinaryIO, Self

import msgspec

from cases.disk import DiskFull
from cases.errors import NetraError
from cases.language import tr
from cases.platform import beginning_workers, open_quietly
from cases.vault.sealing import seal_to


class Sealed(msgspec.Struct, frozen=True):
    """What became of one file."""

    sha256: str = ""
    size: int = 0
    stamp: tuple[int, int, int] = (0, 0, 0)
    """Inode, size and time of change while it was read: whoever reads it later must find these."""
    mtime: float = 0.0
    failure: str = ""
    """Empty, `source` (it cannot be read), `full` (no room) or `disk` (it cannot be written)."""
    cause: str = ""


class _Job(msgspec.Struct, frozen=True):
    path: bytes
    temp: bytes


class SealerLostError(NetraError):
    """The worker process is gone, ended by the system."""

    def __init__(self) -> None:
        super().__init__(
            tr("Proses penyegel dihentikan oleh sistem; berkas yang sudah tersimpan tetap aman."),
            tr("Tutup program lain yang memakai banyak memori, lalu ulangi impor."),
            code="sealer-lost",
        )


class Sealer:
    """The worker process as seen from the program."""

    def __init__(self, recipients: tuple[str, ...]) -> None:
        context = get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process: Any = context.Process(
            target=serve, args=(far, list(recipients)), name="netra-sealer"
        )
        try:
            with far, beginning_workers():
                self._process.start()
        except OSError as error:
            raise SealerLostError from error

    def seal(self, path: Path, temp: Path) -> Sealed:
        """Seal a file into `temp`; what goes wrong with the file stands in the answer."""
        try:
            self._pipe.send_bytes(
                msgspec.msgpack.encode(_Job(os.fsencode(path), os.fsencode(temp)))
            )
            return msgspec.msgpack.decode(self._pipe.recv_bytes(), type=Sealed)
        except (EOFError, OSError) as error:
            raise SealerLostError from error

    def close(self) -> None:
        """End the process after its present file."""
        self._pipe.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def serve(pipe: Connection, recipients: list[str]) -> None:
    """Run the worker: seal until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Job)
        except (EOFError, OSError):
            return
        temp = Path(os.fsdecode(job.temp))
        answer = _seal(Path(os.fsdecode(job.path)), temp, recipients)
        try:
            pipe.send_bytes(msgspec.msgpack.encode(answer))
        except OSError:
            # The program was killed; the next start may have tidied up before this was written.
            temp.unlink(missing_ok=True)
            return


class _SourceError(Exception):
    """Reading the source failed (not writing the copy)."""


class _Watched:
    """A source whose own errors can be told from those of the disk that is written to."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except OSError as error:
            raise _SourceError(error.strerror or "") from error


def _seal(path: Path, temp: Path, recipients: list[str]) -> Sealed:
    try:
        with open_quietly(path) as stream:
            before = os.fstat(stream.fileno())
            source: Any = _Watched(stream)
            sha256, size = seal_to(temp, source, recipients, settle=False)
    except OSError as error:
        return Sealed(failure="source", cause=error.strerror or type(error).__name__)
    except _SourceError as error:
        return Sealed(failure="source", cause=str(error))
    except DiskFull:
        return Sealed(failure="full")
    except NetraError as error:
        return Sealed(failure="disk", cause=error.message)
    return Sealed(sha256, size, stamp(before), before.st_mtime)


def stamp(about: os.stat_result) -> tuple[int, int, int]:
    """What tells one state of a file from another."""
    return about.st_ino, about.st_size, about.st_mtime_ns
