"""
Sealing and opening one stream of bytes with age, in one pass and little memory.

Only public keys are needed to seal, so worker processes can do it. Beware of opening: age gives
out plaintext before the last bytes are checked, so what `open_stream` wrote counts only after it
returned.
"""

import hashlib
from collections.abc import Sequence
from io import FileIO
from pathlib import Path
from typing import IO, Any, Protocol, cast

import pyrage

from cases import disk

_Age = Any
"""pyrage is written in Rust and asks only for `read` and `write`."""


class Reader(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int = ..., /) -> bytes:
        """Read at most `size` bytes."""


class Writer(Protocol):
    """Anything that takes bytes."""

    def write(self, data: bytes, /) -> int:
        """Take all of `data`."""


class NotOpened(Exception):
    """The ciphertext is damaged, cut, or not for this identity."""


_BLOCK = 1 << 20
"""age asks for 8 kB at a time; taking and hashing a whole block costs a third less time."""


class _Measured:
    """Passes bytes on from a source or to a sink; the plain side is hashed and counted."""

    def __init__(
        self, source: Reader | None = None, sink: Writer | None = None, *, plain: bool
    ) -> None:
        self._source, self._sink, self._plain = source, sink, plain
        self._digest = hashlib.sha256()
        self._block, self._at = b"", 0
        self.size = 0
        self.failure: BaseException | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of what has passed."""
        return self._digest.hexdigest()

    def read(self, size: int = -1) -> bytes:
        """Read from the source."""
        start = self._at
        if start >= len(self._block):
            self._block, start = self._next_block(), 0
        end = len(self._block) if size < 0 else start + size
        self._at = end
        return self._block[start:end]

    def _next_block(self) -> bytes:
        try:
            data = cast(Reader, self._source).read(_BLOCK)
        except BaseException as error:
            self.failure = error
            raise
        self._count(data)
        return data

    def write(self, data: bytes) -> int:
        """Write to the sink, if there is one."""
        self._count(data)
        try:
            if self._sink is not None:
                self._sink.write(data)
        except BaseException as error:
            self.failure = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def _count(self, data: bytes) -> None:
        if self._plain:
            self._digest.update(data)
            self.size += len(data)


class _DiskSink:
    """A new file, written through the one write function."""

    def __init__(self, handle: FileIO) -> None:
        self._handle = handle

    def write(self, data: bytes) -> int:
        """Write all of `data`."""
        return disk.write(self._handle, data)


def seal_stream(source: Reader, sink: Writer, recipients: Sequence[str]) -> tuple[str, int]:
    """Encrypt `source` to `recipients` into `sink`; returns SHA-256 and size of the plaintext."""
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    read, written = _Measured(source=source, plain=True), _Measured(sink=sink, plain=False)
    try:
        pyrage.encrypt_io(cast(_Age, read), cast(_Age, written), keys)
    except (pyrage.EncryptError, OSError) as error:
        raise (read.failure or written.failure or error) from None
    _raise_hidden(read, written)
    return read.sha256, read.size


def open_stream(source: Reader, sink: Writer | None, identity: str) -> tuple[str, int]:
    """Decrypt `source` into `sink` (None: nowhere); returns SHA-256 and size of the plaintext."""
    key = pyrage.x25519.Identity.from_str(identity)
    read, written = _Measured(source=source, plain=False), _Measured(sink=sink, plain=True)
    try:
        pyrage.decrypt_io(cast(_Age, read), cast(_Age, written), [key])
    except (pyrage.DecryptError, OSError) as error:
        _raise_hidden(read, written)
        raise NotOpened from error
    _raise_hidden(read, written)
    return written.sha256, written.size


def _raise_hidden(*ends: _Measured) -> None:
    """Raise what a source or sink raised: pyrage 1.4.0 loses it when the last chunk fails."""
    for end in ends:
        if end.failure is not None:
            raise end.failure


def seal_to(
    temp: Path, source: IO[bytes], recipients: Sequence[str], *, settle: bool = True
) -> tuple[str, int]:
    """
    Seal `source` into the new file `temp`, on disk when this returns; else no file is left.

    Without `settle` the bytes may still be on their way to the disk (`Vault.adopt_group` waits).
    """
    try:
        with disk.in_words(temp), disk.create(temp) as handle:
            result = seal_stream(source, _DiskSink(handle), recipients)
            if settle:
                disk.settle(handle)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
    return result
