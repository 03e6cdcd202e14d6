"""
Raw files that are no TIFF: CR3 of Canon, a film box around them, and RAF of Fujifilm.

CR3 splits its EXIF into three blocks, each with one directory. They are written anew as the one
block that the readers of `exif.py` know, so that what they refuse elsewhere they refuse here too.
"""

import struct
from dataclasses import dataclass

from cases.intake import jpeg
from cases.intake.bmff import boxes, find
from cases.intake.source import Source

CR3, RAF = "image/x-canon-cr3", "image/x-fuji-raf"
_CANON = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
_PREVIEW = bytes.fromhex("eaf42b5e1c984b88b9fbb7dc406e4d16")
_EXIF_POINTER, _GPS_POINTER = 0x8769, 0x8825
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_LARGEST = 64 * 1024 * 1024
_BLOCK = 1024 * 1024
_ENTRIES, _TRACKS = 256, 8
_JPEG = b"\xff\xd8\xff"
_RAF_JPEG = 84
"""Offset of where a RAF names its JPEG: place and length, big-endian."""

Place = tuple[int, int]
"""(offset, length)"""


@dataclass(frozen=True, slots=True)
class RawContainer:
    """The EXIF block, and where the largest JPEG lies; (0, 0) where there is none."""

    exif: bytes = b""
    preview: Place = (0, 0)
    width: int = 0
    height: int = 0


def read_container(source: Source, media_type: str) -> RawContainer:
    """Read a CR3 or a RAF."""
    return _cr3(source) if media_type == CR3 else _raf(source)


def preview_of(source: Source) -> bytes | None:
    """Give the largest JPEG inside a CR3 or RAF; None where the file is neither."""
    head = source.read(0, 16)
    if head.startswith(b"FUJIFILMCCD-RAW"):
        place = _raf(source).preview
    elif head[4:12] == b"ftypcrx ":
        place = _cr3(source).preview
    else:
        return None
    return source.read(place[0], min(place[1], _LARGEST))


# --- RAF


def _raf(source: Source) -> RawContainer:
    head = source.read(_RAF_JPEG, 8)
    if len(head) < 8:
        return RawContainer()
    place = struct.unpack(">II", head)
    found = _segments(source, place)
    if found is None:
        return RawContainer()
    block = found.exif[0] if found.exif else b""
    return RawContainer(block, place, found.width or 0, found.height or 0)


# --- CR3


def _cr3(source: Source) -> RawContainer:
    movie = find(source, 0, source.size, b"moov")
    if movie is None:
        return RawContainer()
    blocks: dict[bytes, bytes] = {}
    places = _small(source)
    for kind, start, end in boxes(source, *movie):
        if kind == b"uuid" and source.read(start, 16) == _CANON:
            blocks = _metadata(source, start + 16, end) or blocks
        elif kind == b"trak" and len(places) < _TRACKS:
            places += _sample(source, start, end)
    best, size = (0, 0), (0, 0)
    for place in places:
        found = _segments(source, place)
        if found and (found.width or 0) * (found.height or 0) > size[0] * size[1]:
            best, size = place, (found.width or 0, found.height or 0)
    return RawContainer(joined(blocks), best, *size)


def _metadata(source: Source, start: int, end: int) -> dict[bytes, bytes]:
    return {
        name: source.read(first, min(last - first, _BLOCK))
        for name, first, last in boxes(source, start, end)
        if name.startswith(b"CMT")
    }


def _sample(source: Source, start: int, end: int) -> list[Place]:
    """Where the first sample of a track lies, in case it is a JPEG."""
    bounds: Place | None = (start, end)
    for kind in (b"mdia", b"minf", b"stbl"):
        bounds = find(source, *bounds, kind) if bounds else None
    if bounds is None:
        return []
    sizes, wide = find(source, *bounds, b"stsz"), find(source, *bounds, b"co64")
    if sizes is None or wide is None:
        return []
    numbers = source.read(sizes[0], 16)
    offset = source.read(wide[0], 16)
    if len(numbers) < 12 or len(offset) < 16:
        return []
    uniform = int.from_bytes(numbers[4:8], "big")
    return [(int.from_bytes(offset[8:], "big"), uniform or int.from_bytes(numbers[12:], "big"))]


def _small(source: Source) -> list[Place]:
    """Where the smaller preview lies that has a box of its own."""
    for kind, start, end in boxes(source, 0, source.size):
        if kind == b"uuid" and source.read(start, 16) == _PREVIEW:
            at = source.read(start, 256).find(_JPEG)
            return [(start + at, end - start - at)] if at > 0 else []
    return []


def _segments(source: Source, place: Place) -> jpeg.Jpeg | None:
    """Look at a JPEG inside the file; None where none stands there, or no decoder shows it."""
    offset, length = place
    if source.read(offset, 3) != _JPEG:
        return None
    with Source.of_bytes(source.read(offset, min(length, _LARGEST)), "") as inner:
        found = jpeg.read_segments(inner)
    return found if found.whole and not found.lossless else None


# --- one block out of three

Entry = tuple[int, int, int, bytes]
"""(tag, type, count, value bytes)"""


def joined(blocks: dict[bytes, bytes]) -> bytes:
    """Write the directories of CMT1 (picture), CMT2 (EXIF) and CMT4 (GPS) as one block."""
    mark = blocks.get(b"CMT1", b"")[:4]
    if mark not in (b"II*\0", b"MM\0*"):
        return b""
    order = "<" if mark[:1] == b"I" else ">"
    main, exif, gps = (
        _entries(blocks.get(name, b""), mark, order) for name in (b"CMT1", b"CMT2", b"CMT4")
    )
    body = b""
    for tag, entries in ((_EXIF_POINTER, exif), (_GPS_POINTER, gps)):
        main = [one for one in main if one[0] != tag]
        if entries:
            place = struct.pack(order + "I", 8 + len(body))
            main.append((tag, 4, 1, place))
            body += _directory(order, entries, 8 + len(body))
    first = 8 + len(body)
    return mark + struct.pack(order + "I", first) + body + _directory(order, main, first)


def _entries(block: bytes, mark: bytes, order: str) -> list[Entry]:
    """Read the first directory of a block with the values of its entries."""
    if block[:4] != mark or len(block) < 10:
        return []
    (at,) = struct.unpack_from(order + "I", block, 4)
    if at + 2 > len(block):
        return []
    (count,) = struct.unpack_from(order + "H", block, at)
    found: list[Entry] = []
    for place in range(at + 2, at + 2 + 12 * min(count, _ENTRIES), 12):
        if place + 12 > len(block):
            return []  # a directory that is cut off may say anything
        tag, kind, number, offset = struct.unpack_from(order + "HHII", block, place)
        length = _SIZES.get(kind, 0) * number
        start = place + 8 if length <= 4 else offset
        if length and start + length <= len(block):
            found.append((tag, kind, number, block[start : start + length]))
    return found


def _directory(order: str, entries: list[Entry], at: int) -> bytes:
    """Write a directory that begins at `at`, its long values right behind it."""
    entries = sorted(entries)[:_ENTRIES]
    behind = at + 2 + 12 * len(entries) + 4
    table, values = struct.pack(order + "H", len(entries)), b""
    for tag, kind, number, value in entries:
        slot = value.ljust(4, b"\0")
        if len(value) > 4:
            slot = struct.pack(order + "I", behind + len(values))
            values += value + b"\0" * (len(value) % 2)
        table += struct.pack(order + "HHI", tag, kind, number) + slot
    return table + bytes(4) + values
