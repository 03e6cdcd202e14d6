"""
The ZIP of a case file in its one canonical form.

Only stored entries, one fixed date, no comments, no data descriptors, no extra field but zip64
where a number does not fit. Every byte outside the contents follows from names, sizes and CRCs,
so a reader can make the headers again and compare: no bit of the archive is without a check.
"""

import struct
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cases.sealed.meter import Meter, Sink

FULL = 0xFFFF_FFFF
"""The value that says "see the zip64 field"."""
FIXED = 30
"""Bytes of a local header before the name."""
ZIP64_LOCAL = 20
"""Bytes of the zip64 field of a local header."""

_DATE = 0x0021  # 1980-01-01
_PLAIN, _ZIP64 = 20, 45
_UNIX = 3 << 8
_MODE = 0o100644 << 16
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR = struct.Struct("<4sIQI")
_END = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the archive."""

    name: str
    size: int
    crc: int


class Item(NamedTuple):
    """An entry to write, with a function that writes its content."""

    entry: Entry
    pour: Callable[[Sink], object]


class ContentChanged(Exception):
    """The content of an entry was not what had been measured; our bug or a failing disk."""


def local_header(entry: Entry) -> bytes:
    """Make the header that stands before the content."""
    big = entry.size >= FULL
    size = FULL if big else entry.size
    extra = struct.pack("<2H2Q", 1, 16, entry.size, entry.size) if big else b""
    name = entry.name.encode("ascii")
    needed = _ZIP64 if big else _PLAIN
    fixed = _LOCAL.pack(
        b"PK\3\4", needed, 0, 0, 0, _DATE, entry.crc, size, size, len(name), len(extra)
    )
    return fixed + name + extra


def announced(fixed: bytes, zip64: bytes) -> tuple[int, int]:
    """Take (size, CRC) out of a local header; nothing else in it is believed."""
    fields = _LOCAL.unpack(fixed)
    crc, size = fields[6], fields[8]
    if size == FULL and len(zip64) == ZIP64_LOCAL:
        size = struct.unpack("<2H2Q", zip64)[2]
    return size, crc


def is_big(fixed: bytes) -> bool:
    """Tell whether a zip64 field must follow the name."""
    return bool(_LOCAL.unpack(fixed)[8] == FULL)


def central_directory(entries: Sequence[Entry]) -> bytes:
    """Make everything that follows the last content."""
    records = []
    offset = 0
    for entry in entries:
        records.append(_record(entry, offset))
        offset += len(local_header(entry)) + entry.size
    directory = b"".join(records)
    return directory + _end(len(entries), len(directory), offset)


def _record(entry: Entry, offset: int) -> bytes:
    numbers = [entry.size, entry.size] if entry.size >= FULL else []
    if offset >= FULL:
        numbers.append(offset)
    extra = struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""
    size = min(entry.size, FULL)
    needed = _ZIP64 if numbers else _PLAIN
    name = entry.name.encode("ascii")
    fixed = _CENTRAL.pack(
        *(b"PK\1\2", _UNIX | needed, needed, 0, 0, 0, _DATE, entry.crc, size, size),
        *(len(name), len(extra), 0, 0, 0, _MODE, min(offset, FULL)),
    )
    return fixed + name + extra


def _end(count: int, size: int, offset: int) -> bytes:
    wide = b""
    if offset >= FULL:
        wide = _END64.pack(
            *(b"PK\6\6", _END64.size - 12, _UNIX | _ZIP64, _ZIP64, 0, 0),
            *(count, count, size, offset),
        ) + _LOCATOR.pack(b"PK\6\7", 0, offset + size, 1)
    return wide + _END.pack(b"PK\5\6", 0, 0, count, count, size, min(offset, FULL), 0)


def write(sink: Sink, items: Iterable[Item]) -> None:
    """Write the whole archive in one pass."""
    entries = []
    for entry, pour in items:
        sink.write(local_header(entry))
        meter = Meter(sink)
        pour(meter)
        if (meter.size, meter.crc) != (entry.size, entry.crc):
            raise ContentChanged(entry.name)
        entries.append(entry)
    sink.write(central_directory(entries))
