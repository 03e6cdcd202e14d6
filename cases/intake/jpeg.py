"""The segments of a JPEG: where its EXIF lies (however far in), its size, whether it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cases.intake.source import Source

_EXIF = b"Exif\x00"
"""A padding byte follows, zero by the rules, and not in every file."""
_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_FIRST = 256 * 1024
_MOST = 64 * 1024 * 1024
_TAIL = 64 * 1024
_TABLES = 1024
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_LOSSLESS = frozenset({0xC3, 0xC7, 0xCB, 0xCF})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


@dataclass(slots=True)
class Jpeg:
    """What the segments say."""

    exif: list[bytes] = field(default_factory=list)
    """TIFF blocks, in file order."""
    xmp: bytes = b""
    jfif: bool = False
    facebook: bool = False
    width: int | None = None
    height: int | None = None
    progressive: bool = False
    lossless: bool = False
    """Raw data of a sensor in the dress of a JPEG; no decoder shows it."""
    c2pa: bool = False
    tables: bytes = b""
    """What its quantisation tables hold (DQT)."""
    scan: int | None = None
    """Offset of the picture data; None where there is none."""
    whole: bool = False
    """Whether the picture data ends with an end marker."""


def read_segments(source: Source) -> Jpeg:
    """Walk all segments before the picture data."""
    data = source.read(0, _FIRST)
    found = _collect(data)
    if found.scan is None and source.size > _FIRST:
        data = source.read(0, _MOST)
        found = _collect(data)
    if found.scan is not None:
        found.whole = _ends(source, found.scan)
    return found


def _collect(data: bytes) -> Jpeg:
    found = Jpeg()
    for marker, start, end in _segments(data):
        if marker == 0xDA:
            found.scan = end
        elif marker in _FRAMES:
            _frame(found, marker, data[start:end])
        else:
            _segment(found, marker, data[start:end])
    return found


def _segment(found: Jpeg, marker: int, content: bytes) -> None:
    if marker == 0xDB:
        found.tables = (found.tables + content[:_TABLES])[:_TABLES]
    elif marker == 0xE0:
        found.jfif = found.jfif or content[:5] == b"JFIF\x00"
    elif marker == 0xE1:
        _application(found, content)
    elif marker == 0xEB:
        found.c2pa = found.c2pa or b"c2pa" in content[:256]
    elif marker == 0xED:
        found.facebook = found.facebook or b"FBMD" in content


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (marker, start, end of the content) up to the picture data."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            # Some writers leave stray bytes between segments; readers skip to the next marker.
            at = data.find(b"\xff", at)
            if at < 0:
                return
            continue
        marker = data[at + 1]
        if marker in (0xFF, 0x00) or marker in _ALONE:
            at = _skip_fill(data, at) if marker == 0xFF else at + 2
            continue
        if marker == 0xD9:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + max(2, length)
        if marker == 0xDA or end <= len(data):
            # A segment that the file cuts off is not read: half an EXIF block may say anything.
            yield marker, at + 4, min(end, len(data))
        if marker == 0xDA:
            return
        at = end


def _skip_fill(data: bytes, at: int) -> int:
    """Offset of the last of a run of 0xFF bytes, found without a step for each byte."""
    block = 4096
    while data[at + 1 : at + 1 + block] == b"\xff" * block:
        at += block
    while at + 1 < len(data) and data[at + 1] == 0xFF:
        at += 1
    return at


def _frame(found: Jpeg, marker: int, content: bytes) -> None:
    if len(content) >= 5 and found.width is None:
        found.height = int.from_bytes(content[1:3], "big")
        found.width = int.from_bytes(content[3:5], "big")
        found.progressive = marker in _PROGRESSIVE
        found.lossless = marker in _LOSSLESS


def _application(found: Jpeg, content: bytes) -> None:
    if content.startswith(_EXIF) and len(content) > len(_EXIF) + 8:
        found.exif.append(content[len(_EXIF) + 1 :])
    elif content.startswith(_XMP) and not found.xmp:
        found.xmp = content[len(_XMP) :]


def _ends(source: Source, scan: int) -> bool:
    """
    Whether an end marker follows the picture data; it cannot occur inside coded data.

    It stands at the end of nearly every file; only where a phone appended something (a short film,
    its own notes) the whole picture data are searched.
    """
    if b"\xff\xd9" in source.read(max(scan, source.size - _TAIL), _TAIL):
        return True
    offset, before = scan, b""
    while piece := source.read(offset, 1024 * 1024):
        if b"\xff\xd9" in before + piece:
            return True
        before, offset = piece[-1:], offset + len(piece)
    return False
