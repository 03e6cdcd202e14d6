"""Files made here: pictures with every trap that cameras set, and hostile ones. No real person."""

import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from cases.intake.claims import Claims
from cases.intake.reading import read_claims
from cases.intake.source import Source

NOW = "2024-11-28T00:00:00.000Z"

Entry = tuple[int, int, int, bytes]
"""(tag, type, count, value bytes)"""

JAKARTA = ((6, 1), (10, 1), (3141, 100)), ((106, 1), (49, 1), (3720, 100))


def ascii_entry(tag: int, text: bytes) -> Entry:
    value = text + b"\0"
    return tag, 2, len(value), value


def short_entry(tag: int, number: int) -> Entry:
    return tag, 3, 1, struct.pack("<H", number)


def rational_entry(tag: int, pairs: Sequence[tuple[int, int]]) -> Entry:
    return tag, 5, len(pairs), b"".join(struct.pack("<II", *pair) for pair in pairs)


@dataclass
class Block:
    """A little-endian TIFF block, written entry by entry so that it may lie."""

    main: list[Entry] = field(default_factory=list)
    exif: list[Entry] = field(default_factory=list)
    gps: list[Entry] = field(default_factory=list)

    def build(self) -> bytes:
        named = {"exif": self.exif, "gps": self.gps}
        below = {name: entries for name, entries in named.items() if entries}
        starts, at = {}, 8 + _room(len(self.main) + len(below))
        for name, entries in below.items():
            starts[name] = at
            at += _room(len(entries))
        pointers = {"exif": 0x8769, "gps": 0x8825}
        main = [(pointers[name], 4, 1, struct.pack("<I", start)) for name, start in starts.items()]
        tables, heap = b"", b""
        for entries in ([*self.main, *main], *below.values()):
            table, heap = _table(entries, at, heap)
            tables += table
        return b"II*\0\x08\0\0\0" + tables + heap


def _room(entries: int) -> int:
    return 2 + 12 * entries + 4


def _table(entries: list[Entry], at: int, heap: bytes) -> tuple[bytes, bytes]:
    """One directory; what is too long for its slot goes onto the heap that begins at `at`."""
    table = struct.pack("<H", len(entries))
    for tag, kind, number, value in sorted(entries):
        slot = value.ljust(4, b"\0")
        if len(value) > 4:
            slot = struct.pack("<I", at + len(heap))
            heap += value
        table += struct.pack("<HHI", tag, kind, number) + slot
    return table + b"\0\0\0\0", heap


def dated(date: bytes = b"2024:02:14 07:30:00", offset: bytes | None = None) -> Block:
    """A block with a camera and a date."""
    block = Block(
        main=[ascii_entry(0x10F, b"Contoh"), ascii_entry(0x110, b"Kamera 1")],
        exif=[ascii_entry(0x9003, date)],
    )
    if offset is not None:
        block.exif.append(ascii_entry(0x9011, offset))
    return block


def placed(
    block: Block,
    where: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]] = JAKARTA,
    references: tuple[bytes | None, bytes | None] = (b"S", b"E"),
) -> Block:
    """The block with a GPS position."""
    block.gps += [rational_entry(2, where[0]), rational_entry(4, where[1])]
    for tag, letter in zip((1, 3), references, strict=True):
        if letter is not None:
            block.gps.append(ascii_entry(tag, letter))
    return block


def timed_by_satellite(block: Block, date: bytes, clock: Sequence[tuple[int, int]]) -> Block:
    block.gps += [ascii_entry(0x1D, date), rational_entry(7, clock)]
    return block


def picture(size: tuple[int, int] = (48, 32)) -> Image.Image:
    """A picture whose four corners differ, so that turning it shows."""
    made = Image.new("RGB", size, "white")
    made.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    made.paste("blue", (size[0] // 2, size[1] // 2, size[0], size[1]))
    return made


def encoded(kind: str, size: tuple[int, int] = (48, 32), **options: object) -> bytes:
    sink = io.BytesIO()
    picture(size).save(sink, kind, **options)
    return sink.getvalue()


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def jpeg(
    *blocks: bytes | Block,
    before: bytes = b"",
    size: tuple[int, int] = (48, 32),
    **options: object,
) -> bytes:
    """A JPEG with these EXIF blocks, behind whatever stands `before` them."""
    plain = encoded("JPEG", size, **options)
    parts = [block.build() if isinstance(block, Block) else block for block in blocks]
    exif = b"".join(segment(0xE1, b"Exif\0\0" + part) for part in parts)
    return plain[:2] + before + exif + plain[2:]


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(*extra: bytes, size: tuple[int, int] = (48, 32)) -> bytes:
    """A PNG with extra chunks before the picture data."""
    plain = encoded("PNG", size)
    at = plain.index(b"IDAT") - 4
    return plain[:at] + b"".join(extra) + plain[at:]


def raw_profile(block: bytes) -> bytes:
    data = b"Exif\0\0" + block
    digits = data.hex().encode()
    lines = b"\n".join(digits[i : i + 72] for i in range(0, len(digits), 72))
    text = b"\nexif\n%8d\n%s\n" % (len(data), lines)
    return chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(text))


def webp(block: bytes, prefix: bytes = b"") -> bytes:
    plain = encoded("WEBP", exif=b"Exif\0\0" + dated().build())
    at = plain.index(b"EXIF")
    content = prefix + block
    tail = b"EXIF" + struct.pack("<I", len(content)) + content + b"\0" * (len(content) & 1)
    body = plain[8:at] + tail
    return b"RIFF" + struct.pack("<I", len(body)) + body


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I", len(body) + 8) + kind + body


def heic(block: bytes, *, prefix: bytes = b"Exif\0\0", brand: bytes = b"heic") -> bytes:
    """The boxes of a HEIC with an Exif item and a size, but no picture that could be decoded."""
    item = struct.pack(">I", len(prefix)) + prefix + block
    head = box(b"ftyp", brand, b"\0\0\0\0", b"mif1", brand)

    def meta(offset: int) -> bytes:
        info = box(b"infe", b"\2\0\0\0", b"\0\1", b"\0\0", b"hvc1", b"\0")
        exif = box(b"infe", b"\2\0\0\0", b"\0\2", b"\0\0", b"Exif", b"\0")
        size = box(b"ispe", b"\0\0\0\0", struct.pack(">II", 4032, 3024))
        links = struct.pack(">I", 1) + b"\0\1" + b"\1\1"
        place = struct.pack(">HHHII", 2, 0, 1, offset, len(item))
        return box(
            b"meta",
            b"\0\0\0\0",
            box(b"pitm", b"\0\0\0\0", b"\0\1"),
            box(b"iinf", b"\0\0\0\0", b"\0\2", info, exif),
            box(b"iprp", box(b"ipco", size), box(b"ipma", b"\0\0\0\0", links)),
            box(b"iloc", b"\0\0\0\0", b"\x44\x00", b"\0\1", place),
        )

    at = len(head) + len(meta(0)) + 8
    return head + meta(at) + box(b"mdat", item)


def movie(seconds: int) -> bytes:
    """An MP4 that states its creation time, in seconds since 1904."""
    header = box(b"mvhd", b"\0\0\0\0", struct.pack(">II", seconds, seconds), b"\0" * 92)
    return box(b"ftyp", b"isom\0\0\0\0isom") + box(b"moov", header)


def claims(data: bytes, name: str = "foto.jpg", now: str = NOW) -> Claims:
    """What is read of these bytes."""
    with Source.of_bytes(data, name) as source:
        return read_claims(source, None, now)


def codes(found: Claims) -> set[str]:
    return {signal.code for signal in found.signals}


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
