"""Counts, CRC and SHA-256 of bytes that pass through."""

import hashlib
import zlib
from typing import Protocol


class Sink(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes, /) -> int:
        """Take `data`."""


class Meter:
    """A sink that measures, and hands on to another sink when there is one."""

    def __init__(self, sink: Sink | None = None) -> None:
        self._sink = sink
        self._hash = hashlib.sha256()
        self.size = 0
        self.crc = 0

    def write(self, data: bytes, /) -> int:
        """Measure `data` and hand it on."""
        if self._sink is not None:
            self._sink.write(data)
        self._hash.update(data)
        self.crc = zlib.crc32(data, self.crc)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is no buffer here."""

    @property
    def sha256(self) -> str:
        """SHA-256 so far, in hex."""
        return self._hash.hexdigest()
