"""The chunks of a WebP: EXIF with and without prefix, XMP, size."""

from dataclasses import dataclass, field

from cases.intake.source import Source

_LIMIT = 16 * 1024 * 1024


@dataclass(slots=True)
class Webp:
    """What the chunks say."""

    exif: list[bytes] = field(default_factory=list)
    xmp: bytes = b""
    width: int | None = None
    height: int | None = None
    whole: bool = False
    c2pa: bool = False


def read_chunks(source: Source) -> Webp:
    """Walk the RIFF chunks."""
    found = Webp()
    at = 12
    while len(head := source.read(at, 8)) == 8:
        kind, length = head[:4], int.from_bytes(head[4:], "little")
        content = source.read(at + 8, min(length, _LIMIT if kind in (b"EXIF", b"XMP ") else 16))
        if kind == b"EXIF":
            prefixed = content.startswith(b"Exif\x00\x00")
            found.exif.append(content[6:] if prefixed else content)
        elif kind == b"XMP ":
            found.xmp = content
        elif kind == b"C2PA":
            found.c2pa = True
        elif found.width is None:
            _size(found, kind, content)
        at += 8 + length + (length & 1)
    riff = int.from_bytes(source.read(4, 4), "little")
    found.whole = riff + 8 <= source.size + 1
    return found


def _size(found: Webp, kind: bytes, content: bytes) -> None:
    if kind == b"VP8X" and len(content) >= 10:
        found.width = int.from_bytes(content[4:7], "little") + 1
        found.height = int.from_bytes(content[7:10], "little") + 1
    elif kind == b"VP8 " and content[3:6] == b"\x9d\x01\x2a":
        found.width = int.from_bytes(content[6:8], "little") & 0x3FFF
        found.height = int.from_bytes(content[8:10], "little") & 0x3FFF
    elif kind == b"VP8L" and content[:1] == b"\x2f":
        bits = int.from_bytes(content[1:5], "little")
        found.width, found.height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
