"""Boxes of ISO base media files (HEIC, HEIF, AVIF, MP4, MOV), walked within bounds."""

from collections.abc import Iterator

from cases.intake.source import Source

_BOXES = 4096


def boxes(source: Source, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, start, end of the content); one level only, so nesting costs no stack."""
    at = start
    for _ in range(_BOXES):
        head = source.read(at, 16)
        if at + 8 > end or len(head) < 8:
            return
        length, skip = int.from_bytes(head[:4], "big"), 8
        if length == 1:
            length, skip = int.from_bytes(head[8:16], "big"), 16
        elif length == 0:
            length = end - at
        if length < skip:
            return
        yield head[4:8], at + skip, min(at + length, end)
        at += length


def find(source: Source, start: int, end: int, kind: bytes) -> tuple[int, int] | None:
    """Bounds of the first box of this kind."""
    for name, first, last in boxes(source, start, end):
        if name == kind:
            return first, last
    return None


def overruns(source: Source) -> bool:
    """Whether the outermost boxes claim more bytes than the file has."""
    at = 0
    for _ in range(_BOXES):
        head = source.read(at, 16)
        if len(head) < 8:
            return at > source.size or len(head) > 0
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length == 0:
            return False
        if length < 8:
            return True
        at += length
    return True


class Cursor:
    """Reads big-endian numbers one after the other; past the end it stops with `EndOfBoxError`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def number(self, size: int) -> int:
        """Read an unsigned number of so many bytes (0 bytes: 0)."""
        if self.at + size > len(self._data):
            raise EndOfBoxError
        value = int.from_bytes(self._data[self.at : self.at + size], "big")
        self.at += size
        return value

    def take(self, size: int) -> bytes:
        """Read bytes."""
        if self.at + size > len(self._data):
            raise EndOfBoxError
        self.at += size
        return self._data[self.at - size : self.at]


class EndOfBoxError(Exception):
    """A box ends before its content does."""
