"""The directories of a TIFF block, counted before any reader copies what they claim."""

import struct
from dataclasses import dataclass
from typing import IO

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_POINTERS = {0x8769: "EXIF", 0x8825: "GPS", 0xA005: "Interoperability"}
_DIRECTORIES = 64
_SLACK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Survey:
    """What may be read."""

    honest: bool
    """Whether readers may be let loose on the block at all."""
    short: frozenset[str]
    """Directories (Image, EXIF, GPS) that are none or run past the end: nothing in them counts."""


def survey(stream: IO[bytes], size: int) -> Survey:
    """
    Count what the entries of a block claim.

    Honest values do not share bytes, so all of them together are no longer than the block; a bomb
    points tens of thousands of entries at the same bytes. Chains of many directories are cut
    short: nothing wanted stands behind the first few.
    """
    stream.seek(0)
    order = "<" if stream.read(1) == b"I" else ">"
    stream.seek(4)
    (first,) = struct.unpack(order + "I", stream.read(4).ljust(4, b"\x00"))
    waiting, seen, claimed = [("Image", first)], set[int](), 0
    short = set[str]()
    while waiting and len(seen) < _DIRECTORIES:
        name, at = waiting.pop()
        if at in seen or at == 0:
            continue
        seen.add(at)
        directory = _directory(stream, order, at)
        if not directory.whole:
            short.add(name)
        waiting.append(("", directory.following))
        for tag, kind, count, value in directory.entries:
            length = _SIZES.get(kind, 0) * count
            if tag in _POINTERS:
                waiting.append((_POINTERS[tag], value))
            elif length > 4:
                claimed += min(length, max(0, size - value))
    return Survey(claimed <= 2 * size + _SLACK, frozenset(short))


@dataclass(frozen=True, slots=True)
class _Directory:
    entries: list[tuple[int, int, int, int]]
    following: int
    whole: bool


def _directory(stream: IO[bytes], order: str, at: int) -> _Directory:
    """Entries (tag, type, count, value or offset) and the offset of the next directory."""
    stream.seek(at)
    head = stream.read(2)
    (count,) = struct.unpack(order + "H", head.ljust(2, b"\x00"))
    table = stream.read(12 * count)
    entries = list(struct.iter_unpack(order + "HHII", table[: len(table) // 12 * 12]))
    whole = len(head) == 2 and len(table) == 12 * count
    if entries and entries[0][1] not in _SIZES:
        # What begins with an impossible type is no directory, whatever stands behind it.
        whole = False
    following = stream.read(4)
    after = struct.unpack(order + "I", following)[0] if len(following) == 4 else 0
    return _Directory(entries, after, whole)
