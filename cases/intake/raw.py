"""
Raw files of cameras (DNG, CR2, NEF, ARW, ORF, RW2): the largest JPEG that the camera put inside.

The sensor's own data are never decoded: the camera's picture shows what the photographer saw.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from cases.intake import jpeg
from cases.intake.raw_containers import CR3, RAF, preview_of
from cases.intake.source import Source

MEDIA_TYPES = frozenset(
    {
        "image/x-adobe-dng",
        "image/x-canon-cr2",
        "image/x-nikon-nef",
        "image/x-sony-arw",
        "image/x-olympus-orf",
        "image/x-panasonic-rw2",
        CR3,
        RAF,
    }
)
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_WIDTH, _HEIGHT, _COMPRESSION = 0x100, 0x101, 0x103
_STRIPS, _STRIP_SIZES, _SUB, _JPEG, _JPEG_SIZE, _PANASONIC = (
    0x111,
    0x117,
    0x14A,
    0x201,
    0x202,
    0x2E,
)
_MAKE, _DNG = 0x10F, 0xC612
_DIRECTORIES, _ENTRIES, _CANDIDATES = 24, 512, 12
_SEARCHED = 16 * 1024 * 1024
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Raw:
    """The size of the picture and where its largest JPEG lies; (0, 0) where there is none."""

    width: int | None
    height: int | None
    preview: tuple[int, int]


Directory = dict[int, tuple[int, ...]]


def raw_type(source: Source) -> str | None:
    """Tell the raw formats that look like TIFF from it by what their first directory holds."""
    if source.read(8, 2) == b"CR":
        return "image/x-canon-cr2"
    first = next(directories(source), {})
    if _DNG in first:
        return "image/x-adobe-dng"
    if _SUB not in first or _MAKE not in first:
        return None
    make = bytes(value for value in first[_MAKE] if value < 256).upper()
    if make.startswith(b"NIKON"):
        return "image/x-nikon-nef"
    return "image/x-sony-arw" if make.startswith(b"SONY") else None


def read_raw(source: Source) -> Raw:
    """Find the size and the largest JPEG inside."""
    width = height = 0
    best, most = (0, 0), 0
    places: list[tuple[int, int]] = []
    for directory in directories(source):
        size = (_one(directory, _WIDTH), _one(directory, _HEIGHT))
        if size[0] * size[1] > width * height:
            width, height = size
        places.extend(_places(directory))
    for offset, length in (places or list(_search(source)))[:_CANDIDATES]:
        pixels = _pixels(source, offset, length)
        if pixels > most:
            best, most = (offset, length), pixels
    if most and not width * height:
        found = _segments(source, *best)
        width, height = found.width or 0, found.height or 0
    return Raw(width or None, height or None, best)


def embedded(source: Source) -> bytes:
    """Give the largest JPEG inside; empty where there is none."""
    boxed = preview_of(source)
    if boxed is not None:
        return boxed
    offset, length = read_raw(source).preview
    return source.read(offset, min(length, _LARGEST))


def as_tiff(source: Source) -> tuple[io.BytesIO, int]:
    """Give the block with the mark of TIFF in front, which ORF and RW2 replace by their own."""
    data = source.read(0, _LARGEST)
    mark = b"II*\x00" if data[:2] == b"II" else b"MM\x00*"
    return io.BytesIO(mark + data[4:]), len(data)


def directories(source: Source) -> Iterator[Directory]:
    """Yield the directories: the first, those behind it, those below; each once."""
    order = "<" if source.read(0, 2) == b"II" else ">"
    head = source.read(4, 4)
    waiting = [struct.unpack(order + "I", head)[0]] if len(head) == 4 else []
    seen = set[int]()
    while waiting and len(seen) < _DIRECTORIES:
        at = waiting.pop(0)
        if at in seen or at == 0:
            continue
        seen.add(at)
        directory, following = _directory(source, order, at)
        yield directory
        waiting += [following, *directory.get(_SUB, ())[:8]]


def _directory(source: Source, order: str, at: int) -> tuple[Directory, int]:
    head = source.read(at, 2)
    count = min(struct.unpack(order + "H", head)[0], _ENTRIES) if len(head) == 2 else 0
    table = source.read(at + 2, 12 * count + 4)
    found: Directory = {}
    for place in range(0, min(len(table), 12 * count) - 11, 12):
        tag, kind, number = struct.unpack_from(order + "HHI", table, place)
        values = _values(source, order, (kind, number), table[place + 8 : place + 12])
        if tag == _PANASONIC and kind == 7:
            values = (*struct.unpack(order + "I", table[place + 8 : place + 12]), number)
        found.setdefault(tag, values)
    tail = table[12 * count : 12 * count + 4]
    return found, struct.unpack(order + "I", tail)[0] if len(tail) == 4 else 0


def _values(source: Source, order: str, form: tuple[int, int], slot: bytes) -> tuple[int, ...]:
    """Whole numbers of an entry, at most 64."""
    kind, number = form
    size = _SIZES.get(kind, 0)
    letter = {1: "B", 2: "B", 3: "H", 4: "I", 7: "B", 13: "I"}.get(kind)
    if letter is None:
        return ()
    number = min(number, 64)
    data = slot
    if size * number > 4:
        data = source.read(struct.unpack(order + "I", slot)[0], size * number)
    number = min(number, len(data) // size)
    return struct.unpack(f"{order}{number}{letter}", data[: number * size])


def _one(directory: Directory, tag: int) -> int:
    """First number of an entry; 0 where there is none."""
    return next(iter(directory.get(tag, ())), 0)


def _places(directory: Directory) -> Iterator[tuple[int, int]]:
    """Where a directory says that a JPEG lies."""
    if len(place := directory.get(_PANASONIC, ())) == 2:
        yield place[0], place[1]
    if directory.get(_JPEG) and directory.get(_JPEG_SIZE):
        yield directory[_JPEG][0], directory[_JPEG_SIZE][0]
    if _one(directory, _COMPRESSION) in (6, 7) and len(directory.get(_STRIPS, ())) == 1:
        yield directory[_STRIPS][0], _one(directory, _STRIP_SIZES)


def _search(source: Source) -> Iterator[tuple[int, int]]:
    """Where no directory names a JPEG (ORF keeps it in the maker's notes): where one begins."""
    data = source.read(0, _SEARCHED)
    at = data.find(b"\xff\xd8\xff")
    for _ in range(_CANDIDATES):
        if at < 0:
            return
        yield at, source.size - at
        at = data.find(b"\xff\xd8\xff", at + 3)


def _segments(source: Source, offset: int, length: int) -> jpeg.Jpeg:
    with Source.of_bytes(source.read(offset, min(length, _LARGEST)), "") as inner:
        return jpeg.read_segments(inner)


def _pixels(source: Source, offset: int, length: int) -> int:
    if source.read(offset, 3) != b"\xff\xd8\xff":
        return 0
    found = _segments(source, offset, length)
    if found.lossless or not found.whole:
        return 0
    return (found.width or 0) * (found.height or 0)
