"""The chunks of a PNG: EXIF in either form, texts, size, and bombs, without decoding a pixel."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from cases.intake.source import Source

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LIMIT = 4 * 1024 * 1024
"""No honest text, profile or EXIF block unpacks to more."""
_CHUNK = 16 * 1024 * 1024
_CHUNKS = 100_000
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB"})
_DATES = frozenset({"creation time", "create date", "date:create", "date"})
_PROFILE = re.compile(
    rb"\s*(?:exif|app1|generic profile|[a-z0-9]+)\s*\n\s*\d+\s*\n([0-9a-fA-F\s]+)"
)


@dataclass(slots=True)
class Png:
    """What the chunks say."""

    exif: list[bytes] = field(default_factory=list)
    xmp: bytes = b""
    width: int | None = None
    height: int | None = None
    software: str = ""
    dates: list[str] = field(default_factory=list)
    bomb: bool = False
    """A text or profile unpacks to more than any honest one."""
    whole: bool = False
    c2pa: bool = False


def read_chunks(source: Source) -> Png:
    """Walk all chunks; compressed texts are unpacked up to a limit only."""
    found = Png()
    late: list[bytes] = []
    for kind, offset, length in _chunks(source):
        if kind == b"IHDR":
            head = source.read(offset, 8)
            found.width = int.from_bytes(head[:4], "big")
            found.height = int.from_bytes(head[4:8], "big")
        elif kind == b"eXIf":
            found.exif.append(_block(source.read(offset, min(length, _CHUNK))))
        elif kind in (b"tEXt", b"zTXt", b"iTXt", b"iCCP"):
            _text(found, late, kind, source.read(offset, min(length, _CHUNK)))
        else:
            _other(found, kind, source.read(offset, min(length, 16)))
    found.exif += late
    return found


def _other(found: Png, kind: bytes, content: bytes) -> None:
    if kind == b"tIME" and len(content) >= 7 and len(found.dates) < 8:
        year, *rest = struct.unpack(">HBBBBB", content[:7])
        month, day, hour, minute, second = rest
        # by the standard this is UTC
        found.dates.append(f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    elif kind == b"caBX":
        found.c2pa = True
    elif kind == b"IEND":
        found.whole = True


def essential(source: Source) -> bytes:
    """Give the picture without texts and profiles, which may be bombs and show nothing."""
    parts = [SIGNATURE]
    for kind, offset, length in _chunks(source):
        if kind in _KEPT:
            parts.append(source.read(offset - 8, length + 12))
    return b"".join(parts)


def _chunks(source: Source) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, offset of the content, length) of chunks that lie wholly in the file."""
    at = len(SIGNATURE)
    for _ in range(_CHUNKS):
        head = source.read(at, 8)
        if len(head) < 8:
            return
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if at + 12 + length > source.size:
            return
        yield kind, at + 8, length
        if kind == b"IEND":
            return
        at += 12 + length


def _text(found: Png, late: list[bytes], kind: bytes, content: bytes) -> None:
    key, value = _pair(found, kind, content)
    name = key.decode("latin-1").lower()
    if name.startswith("raw profile type ") and name[17:] in ("exif", "app1"):
        if block := _raw_profile(value):
            late.append(block)
    elif name == "xml:com.adobe.xmp":
        found.xmp = value
    elif name == "software":
        found.software = value[:200].decode("utf-8", "replace")
    elif name in _DATES and len(found.dates) < 8:
        found.dates.append(value[:64].decode("utf-8", "replace"))


def _pair(found: Png, kind: bytes, content: bytes) -> tuple[bytes, bytes]:
    """Keyword and unpacked value of a text or profile chunk."""
    key, _, rest = content.partition(b"\x00")
    if kind == b"tEXt":
        return key, rest
    if kind in (b"zTXt", b"iCCP"):
        return key, _unpack(found, rest[1:])
    packed = rest[:1] == b"\x01"
    value = rest[2:].split(b"\x00", 2)[-1]
    return key, _unpack(found, value) if packed else value


def _unpack(found: Png, packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        value = inflater.decompress(packed, _LIMIT)
        if inflater.unconsumed_tail and inflater.decompress(inflater.unconsumed_tail, 1):
            found.bomb = True
            return b""
    except zlib.error:
        return b""
    return value


def _raw_profile(value: bytes) -> bytes:
    """TIFF block out of the hexadecimal form that ImageMagick and old phones write."""
    match = _PROFILE.match(value[:_LIMIT])
    if not match:
        return b""
    digits = re.sub(rb"\s", b"", match[1])
    return _block(bytes.fromhex(digits[: len(digits) & ~1].decode("ascii")))


def _block(data: bytes) -> bytes:
    return data[6:] if data.startswith(b"Exif\x00\x00") else data
