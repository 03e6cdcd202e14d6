"""
The age layer around the archive.

`pyrage` pushes when it opens and pulls when it seals, the reader and the vault want it the other
way round: a kernel pipe and one thread stand between them, so that neither plaintext on disk nor
the whole file in memory is needed. `pyrage` hands out plaintext before it has seen the end of
the file; the end is proven only when the `with` block of `opened` is left without an error.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import pyrage

from cases.errors import NetraError
from cases.language import tr
from cases.sealed.medium import Medium
from cases.sealed.meter import Sink
from cases.sealed.refusal import Refused, Unsure
from cases.vault.sealing import seal_stream

MAGIC = b"age-encryption.org/v1\n"
HEADER = 1 << 14
"""Bytes within which the header of the age layer must end; 5 recipients need 700."""
_END_OF_HEADER = re.compile(rb"\n--- [A-Za-z0-9+/]{43}\n")
_NO_KEY = "No matching keys found"
_BUFFER = 1 << 16


class _Worker:
    """A thread that keeps the error it ended with."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self.error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="age", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException as error:  # raised again by `opened` or `sealing`
            self.error = error

    def join(self) -> BaseException | None:
        self._thread.join()
        return self.error


def check_header(start: bytes) -> None:
    """
    Refuse a header that does not end within `start`, the first `HEADER` bytes.

    `pyrage` reads a header again from its first byte whenever it wants more: one of a few
    megabytes would keep a laptop busy for hours.
    """
    if not _END_OF_HEADER.search(start):
        raise _broken()


@contextmanager
def opened(source: Medium, identities: Sequence[str]) -> Iterator[IO[bytes]]:
    """
    Give the plaintext of `source` as a stream.

    The errors of decryption win over what the reader made of the broken plaintext.
    """
    keys = [_identity(text) for text in identities]
    reading, writing = os.pipe()

    def decrypt() -> None:
        with os.fdopen(writing, "wb", buffering=_BUFFER) as sink:
            pyrage.decrypt_io(source, sink, keys)

    worker = _Worker(decrypt)
    with os.fdopen(reading, "rb", buffering=_BUFFER) as plain:
        try:
            yield plain
            rest = plain.read(1)
        except Exception as error:
            plain.close()
            broken = worker.join()
            if source.failure is not None:
                raise source.failure from error
            _raise_broken(broken, early=True, cause=error)
            raise
    broken = worker.join()
    if source.failure is not None:
        raise source.failure
    _raise_broken(broken, early=bool(rest), cause=None)
    if rest:
        raise Refused(tr("Berkas kasus berisi lebih dari yang disegel."), code="trailing")


def _raise_broken(
    broken: BaseException | None, *, early: bool, cause: BaseException | None
) -> None:
    """Raise what broke the decryption, unless it is only that the reader left early."""
    if broken is None:
        return
    if isinstance(broken, pyrage.DecryptError) and str(broken) == _NO_KEY:
        raise Unsure(
            tr("Berkas kasus ini terkunci: tidak disegel untuk kunci yang dipakai di sini."),
            tr("Pakai kunci kantor penerima, atau minta berkas yang disegel untuk kantor ini."),
            code="locked",
        ) from broken
    # An error number comes from the system, here from the pipe; `age` gives none.
    if early and isinstance(broken, OSError) and broken.errno is not None:
        return
    if isinstance(broken, pyrage.DecryptError | OSError):
        raise _broken() from cause
    raise broken


def _broken() -> Refused:
    return Refused(
        tr("Berkas kasus berubah atau terpotong: segelnya tidak dapat dibuka."),
        code="envelope-broken",
    )


@contextmanager
def sealing(sink: Sink, recipients: Sequence[str]) -> Iterator[IO[bytes]]:
    """Give a stream; what is written to it arrives encrypted in `sink`."""
    reading, writing = os.pipe()

    def encrypt() -> None:
        with os.fdopen(reading, "rb", buffering=_BUFFER) as plain:
            seal_stream(plain, sink, recipients)

    worker = _Worker(encrypt)
    try:
        with os.fdopen(writing, "wb", buffering=_BUFFER) as plain:
            yield plain
    except OSError as error:
        # The pipe breaks because the thread failed: its error is the one to show.
        raise worker.join() or error from error
    finally:
        worker.join()
    if worker.error is not None:
        raise worker.error


def public_keys(identities: Sequence[str]) -> frozenset[str]:
    """Tell the recipients that `identities` open."""
    return frozenset(str(_identity(text).to_public()) for text in identities)


def _identity(text: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError as error:
        raise NetraError(
            tr("Kunci pembuka tidak dikenal; kunci age dimulai dengan AGE-SECRET-KEY-1."),
            tr("Periksa berkas kunci kantor yang dipakai."),
            code="bad-identity",
        ) from error
