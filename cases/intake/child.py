"""
The limited child process, where hostile files are read and decoded.

It has a limit of memory and answers in time or is killed; then it is started anew and the file is
kept as an attachment, with the reason. Nothing that a file does in there reaches the program.
"""

import hashlib
import os
import signal
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any, Self

import msgspec

from cases.errors import NetraError
from cases.intake.claims import Claims, Signal, unread
from cases.intake.codes import read_codes
from cases.intake.confinement import confine
from cases.intake.copying import OversizedError, Picture, print_copy
from cases.intake.pdf_pages import LockedError, draw_page
from cases.intake.reading import read_claims
from cases.intake.redrawing import redrawn
from cases.intake.source import Source
from cases.language import tr
from cases.platform import beginning_workers, limit_process, open_quietly
from cases.work.operations import Operation

MEMORY = 1 << 30
CPU_SECONDS = 3600
READ_SECONDS = 4.0
COPY_SECONDS = 9.0
START_SECONDS = 60.0
_FILES = 2000
"""After so many files a fresh process, so that no leak of a decoder adds up."""


class Request(msgspec.Struct, frozen=True):
    """What is asked of the child; without a path the bytes follow in a message of their own."""

    name: str
    path: bytes | None = None
    mtime: float | None = None
    now: str = ""
    picture: Picture | None = None
    """Given: make the print copy of this picture; else: read the claims."""
    codes: bool = False
    """Read the QR codes that the picture shows, instead of making its copy."""
    sha256: str = ""
    """Given: the file at `path` counts only if these are its bytes."""
    operations: tuple[Operation, ...] = ()
    """Given: not the print copy, but a copy on which these are done."""
    page: int = 0
    """Given: draw this page of a document, counted from 1."""


class Answer(msgspec.Struct, frozen=True):
    """What the child found, or the code of why not (`evidence_words`)."""

    claims: Claims | None = None
    copy: bytes | None = None
    dhash: str = ""
    signals: tuple[Signal, ...] = ()
    codes: tuple[str, ...] = ()
    pages: int = 0
    """How many pages the document has."""
    reason: str = ""


READER_NOT_STARTED = "reader-not-started"
OTHER = "other"
"""Reason of an answer: the file on disk is not there, or is not the one that was meant."""


class ReaderNotStarted(NetraError):
    """The system did not let the child process run."""

    def __init__(self) -> None:
        super().__init__(
            tr("Proses pembaca berkas tidak dapat dijalankan, jadi isi berkas tidak dibaca."),
            tr("Tutup program lain yang memakai banyak memori, lalu coba lagi."),
            code=READER_NOT_STARTED,
        )


class Child:
    """The child process as seen from the program; made and restarted as needed."""

    def __init__(
        self, *, read_seconds: float = READ_SECONDS, copy_seconds: float = COPY_SECONDS
    ) -> None:
        self._read_seconds, self._copy_seconds = read_seconds, copy_seconds
        self._lock = Lock()
        self._process: Any = None
        self._pipe: Any = None  # another class on Windows than elsewhere
        self._served = 0

    def claims(self, path: Path, name: str, mtime: float | None, now: str) -> Claims:
        """Read the claims of a file on disk."""
        request = Request(name, os.fsencode(path), mtime, now)
        return self._claims(request, None)

    def claims_of(self, data: bytes, name: str, now: str) -> Claims:
        """Read the claims of bytes in memory."""
        return self._claims(Request(name, None, None, now), data)

    def print_copy(self, data: bytes, name: str, picture: Picture) -> Answer:
        """Make the print copy of a picture in memory; `reason` says why there is none."""
        return self._ask(Request(name, picture=picture), data, self._copy_seconds)

    def print_copy_of(self, path: Path, sha256: str, name: str, picture: Picture) -> Answer:
        """Make the print copy from a file on disk; `OTHER` when it has not these bytes."""
        request = Request(name, os.fsencode(path), picture=picture, sha256=sha256)
        return self._ask(request, None, self._copy_seconds)

    def redrawn(
        self, data: bytes, name: str, picture: Picture, operations: tuple[Operation, ...]
    ) -> Answer:
        """Derive a copy of a picture in memory; `reason` says why there is none."""
        request = Request(name, picture=picture, operations=operations)
        return self._ask(request, data, self._copy_seconds)

    def page(self, data: bytes, name: str, number: int, side: int) -> Answer:
        """Draw one page of a document in memory; `reason` says why there is none."""
        picture = Picture("application/pdf", side, side, side=side)
        return self._ask(Request(name, picture=picture, page=number), data, self._copy_seconds)

    def codes(self, data: bytes, name: str, picture: Picture) -> Answer:
        """Read the QR codes that a picture in memory shows."""
        return self._ask(Request(name, picture=picture, codes=True), data, self._copy_seconds)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _claims(self, request: Request, data: bytes | None) -> Claims:
        answer = self._ask(request, data, self._read_seconds)
        return answer.claims or unread("application/octet-stream", answer.reason)

    def _ask(self, request: Request, data: bytes | None, seconds: float) -> Answer:
        with self._lock:
            pipe = self._ready()
            try:
                pipe.send_bytes(msgspec.msgpack.encode(request))
                if data is not None:
                    pipe.send_bytes(data)
                if pipe.poll(seconds):
                    return msgspec.msgpack.decode(pipe.recv_bytes(), type=Answer)
                reason = "slow"
            except (EOFError, OSError):
                reason = "crashed"
            self._stop()
            return Answer(reason=reason)

    def _ready(self) -> Any:
        """Give the pipe to a living child."""
        self._served += 1
        if self._pipe is not None and self._served <= _FILES and self._process.is_alive():
            return self._pipe
        self._stop()
        try:
            self._start()
            started = self._pipe.poll(START_SECONDS) and self._pipe.recv_bytes() == b"ready"
        except (EOFError, OSError):
            started = False
        if not started:
            self._stop()
            raise ReaderNotStarted
        self._served = 1
        return self._pipe

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, far = context.Pipe()
        process = context.Process(target=serve, args=(far,), name="netra-reader")
        with far, beginning_workers():
            process.start()
        self._process = process

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None


def serve(pipe: Connection) -> None:
    """Run the child: answer until the other end is gone."""
    limit_process(MEMORY, CPU_SECONDS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    _load()
    confine()
    pipe.send_bytes(b"ready")
    while True:
        try:
            request = msgspec.msgpack.decode(pipe.recv_bytes(), type=Request)
            data = pipe.recv_bytes() if request.path is None else None
        except (EOFError, OSError):
            return
        pipe.send_bytes(msgspec.msgpack.encode(_answer(request, data)))


def _answer(request: Request, data: bytes | None) -> Answer:
    try:
        with _source(request, data) as source:
            if request.picture is not None:
                return _pictured(request, request.picture, source)
            return Answer(claims=read_claims(source, request.mtime, request.now))
    except MemoryError:
        return Answer(reason="large")
    except OversizedError:
        return Answer(reason="bomb")
    except LockedError:
        return Answer(reason="passphrase")
    except _OtherError:
        return Answer(reason=OTHER)
    except Exception:
        # Hostile bytes make decoders raise anything at all; there is no common base class.
        return Answer(reason="damaged")


def _pictured(request: Request, picture: Picture, source: Source) -> Answer:
    if request.page:
        drawn = draw_page(source, request.page, picture.side)
        return Answer(copy=drawn.jpeg, pages=drawn.pages)
    if request.operations:
        return Answer(copy=redrawn(source, picture, request.operations))
    if request.codes:
        return Answer(codes=read_codes(source, picture))
    look = print_copy(source, picture)
    return Answer(copy=look.copy, dhash=look.dhash, signals=look.signals)


def _source(request: Request, data: bytes | None) -> Source:
    if request.path is None:
        return Source.of_bytes(data or b"", request.name)
    path = Path(os.fsdecode(request.path))
    if not request.sha256:
        return Source(open_quietly(path), request.name)
    try:
        with open_quietly(path) as stream:
            found = stream.read()
    except OSError as error:
        raise _OtherError from error
    if hashlib.sha256(found).hexdigest() != request.sha256:
        raise _OtherError
    return Source.of_bytes(found, request.name)


class _OtherError(Exception):
    """The file is not the one that was meant."""


def _load() -> None:
    """Import what is needed now, so that no file pays for it with its time."""
    from importlib import import_module

    import tzfpy
    from PIL import Image

    for name in ("exifread", "pi_heif", "PIL.AvifImagePlugin", "PIL.TiffImagePlugin"):
        import_module(name)
    Image.init()
    tzfpy.get_tz(106.8, -6.2)


def _silence() -> None:
    """Decoders written in C print their complaints; nobody reads them."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
