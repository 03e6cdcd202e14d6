"""Recordings, documents and saved pages made here, byte by byte, so that they may lie."""

import io
import math
import struct
import uuid
import zipfile
from collections.abc import Mapping

from tests.cases.intake.samples import (
    Block,
    ascii_entry,
    box,
    dated,
    encoded,
    jpeg,
    rational_entry,
)

TURNED = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
SECONDS_1904 = 2_082_844_800
WIDE = b"\1\0\0\0"
NARROW = b"\0\0\0\0"


def header(seconds: int, duration: int, scale: int, *, wide: bool = False) -> bytes:
    form = ">QQIQ" if wide else ">IIII"
    numbers = struct.pack(form, seconds, seconds, scale, duration)
    return box(b"mvhd", WIDE if wide else NARROW, numbers, b"\0" * 80)


def track(
    size: tuple[int, int] = (1920, 1080),
    rotation: int = 0,
    kind: bytes = b"vide",
    *,
    wide: bool = False,
) -> bytes:
    a, b, c, d = (number << 16 for number in TURNED[rotation])
    matrix = struct.pack(">iiiiiiiii", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    times = struct.pack(">QQIIQ" if wide else ">IIIII", 0, 0, 1, 0, 0)
    rest = b"\0" * 16 + matrix + struct.pack(">II", size[0] << 16, size[1] << 16)
    head = box(b"tkhd", WIDE if wide else NARROW, times, rest)
    handler = box(b"hdlr", NARROW, b"\0\0\0\0", kind, b"\0" * 13)
    return box(b"trak", head, box(b"mdia", handler))


def user_text(key: bytes, text: bytes) -> bytes:
    """A text of QuickTime's user data, with its length and language."""
    return box(key, struct.pack(">HH", len(text), 0x15C7), text)


def apple_meta(values: Mapping[bytes, bytes], *, iso: bool = False) -> bytes:
    """The table of keys and their values, as phones of Apple write them."""
    keys = b"".join(struct.pack(">I", 8 + len(key)) + b"mdta" + key for key in values)
    table = box(b"keys", NARROW, struct.pack(">I", len(values)), keys)
    items = b"".join(
        box(struct.pack(">I", number), box(b"data", struct.pack(">II", 1, 0), value))
        for number, value in enumerate(values.values(), 1)
    )
    handler = box(b"hdlr", NARROW, b"\0\0\0\0mdta", b"\0" * 13)
    return box(b"meta", NARROW if iso else b"", handler, table, box(b"ilst", items))


def loci(lat: float, lon: float) -> bytes:
    place = struct.pack(">iii", round(lon * 65536), round(lat * 65536), 0)
    return box(b"loci", NARROW, b"\x15\xc7", b"Contoh\0", b"\0", place, b"earth\0", b"\0")


def film(*parts: bytes, brand: bytes = b"isom") -> bytes:
    """A film without a picture: its movie box stands behind the (empty) data, as phones do."""
    kind = box(b"ftyp", brand, b"\0\0\2\0", brand, b"mp42")
    return kind + box(b"mdat", b"\0" * 64) + box(b"moov", *parts)


def mp3(seconds: int, *frames: bytes, info: bool = False, version: int = 4) -> bytes:
    """128 kbit/s, 44.1 kHz: a frame is 417 bytes and 1152 samples."""
    body = b"".join(frames)
    size = len(body)
    packed = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    tags = b"ID3" + bytes((version, 0, 0)) + packed + body if frames else b""
    count = seconds * 44100 // 1152
    frame = b"\xff\xfb\x90\x00" + b"\0" * 413
    first = b""
    if info:
        first = b"\xff\xfb\x90\x00" + b"\0" * 32 + b"Xing" + struct.pack(">II", 1, count)
        first = first.ljust(417, b"\0")
        return tags + first + frame * 3
    return tags + frame * count


def id3_text(name: bytes, text: str, *, wide: bool = False) -> bytes:
    data = b"\1" + text.encode("utf-16") if wide else b"\3" + text.encode()
    return name + struct.pack(">I", len(data)) + b"\0\0" + data


def ogg_page(packet: bytes, granule: int, flags: int = 0) -> bytes:
    lengths = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, granule, 1, 0, 0)
    return head + bytes([len(lengths)]) + lengths + packet


def opus(seconds: float, *comments: str) -> bytes:
    head = b"OpusHead\1\1" + struct.pack("<HIhB", 312, 16000, 0, 0)
    texts = b"".join(struct.pack("<I", len(c.encode())) + c.encode() for c in comments)
    tags = (
        b"OpusTags" + struct.pack("<I", 6) + b"Contoh" + struct.pack("<I", len(comments)) + texts
    )
    samples = math.floor(seconds * 48_000) + 312
    return ogg_page(head, 0, 2) + ogg_page(tags, 0) + ogg_page(b"\0" * 40, samples, 4)


def wav(seconds: int, date: bytes = b"") -> bytes:
    form = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    note = b""
    if date:
        content = b"\0" * 320 + date.ljust(18, b"\0") + b"\0" * 264
        note = b"bext" + struct.pack("<I", len(content)) + content
    data = b"data" + struct.pack("<I", 8000 * seconds) + b"\x80" * 8000 * seconds
    body = b"WAVE" + form + note + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def amr(seconds: int) -> bytes:
    return b"#!AMR\n" + (b"\x3c" + b"\0" * 31) * (seconds * 50)


CORE = (
    '<cp:coreProperties xmlns:cp="p" xmlns:dc="d" xmlns:dcterms="t" xmlns:xsi="x">'
    "<dc:title>Daftar hadir contoh</dc:title>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-02-14T00:30:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-02-15T01:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)


def office(part: str = "word/document.xml", core: str = CORE) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("docProps/core.xml", core)
        archive.writestr("docProps/app.xml", "<Properties><Application>Contoh</Application></P>")
        archive.writestr(part, "<x/>")
    return sink.getvalue()


def open_document() -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "meta.xml", "<meta:creation-date>2024-02-14T07:30:00</meta:creation-date>"
        )
    return sink.getvalue()


def pdf(information: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<" + information + b">>\nendobj\ntrailer<</Info 1 0 R>>\n%%EOF"


def raw_file(
    mark: bytes = b"II*\0", make: bytes = b"NIKON CORPORATION", preview: tuple[int, int] = (96, 64)
) -> bytes:
    """A raw file: a small first directory, below it one that names the JPEG of the camera."""
    picture = encoded("JPEG", preview)
    dated = Block(main=[ascii_entry(0x10F, make), ascii_entry(0x110, b"Kamera 1")])
    dated.exif = [ascii_entry(0x9003, b"2024:02:14 07:30:00")]
    dated.main += [
        (0x100, 4, 1, struct.pack("<I", 16)),
        (0x101, 4, 1, struct.pack("<I", 12)),
        (0x14A, 4, 1, struct.pack("<I", 4000)),
    ]
    block = dated.build().ljust(4000, b"\0")
    below = [
        (0x100, 4, 1, 4000),
        (0x101, 4, 1, 3000),
        (0x201, 4, 1, 4100),
        (0x202, 4, 1, len(picture)),
    ]
    table = struct.pack("<H", len(below)) + b"".join(struct.pack("<HHII", *row) for row in below)
    data = block + (table + b"\0\0\0\0").ljust(100, b"\0") + picture
    return mark + data[4:]


def cr3_file(size: tuple[int, int] = (96, 64)) -> bytes:
    """A CR3: EXIF in three blocks, the JPEG of the camera as the first sample of a track."""
    picture = encoded("JPEG", size)
    main = Block(main=[ascii_entry(0x10F, b"Canon"), ascii_entry(0x110, b"Canon Kamera 1")])
    main.main += [
        (0x100, 4, 1, struct.pack("<I", 6000)),
        (0x101, 4, 1, struct.pack("<I", 4000)),
        (0x112, 3, 1, struct.pack("<H", 6)),
    ]
    exif = Block(main=[ascii_entry(0x9003, b"2024:02:14 07:30:05")])
    exif.main += [ascii_entry(0x9011, b"+08:00"), ascii_entry(0x9291, b"25")]
    gps = Block(main=[(1, 2, 2, b"S\0"), rational_entry(2, ((10, 1), (7, 1), (30, 1)))])
    gps.main += [(3, 2, 2, b"E\0"), rational_entry(4, ((123, 1), (51, 1), (36, 1)))]
    canon = uuid.UUID("85c0b687-820f-11e0-8111-f4ce462b6a48").bytes
    canon += b"".join(
        box(name, block.build())
        for name, block in ((b"CMT1", main), (b"CMT2", exif), (b"CMT4", gps))
    )
    first = box(b"ftyp", b"crx \0\0\0\1crx isom")

    def movie(at: int) -> bytes:
        table = box(b"stsz", struct.pack(">III", 0, len(picture), 1))
        table += box(b"co64", struct.pack(">IIQ", 0, 1, at))
        track = box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", table))))
        return box(b"moov", box(b"uuid", canon) + track)

    return first + movie(len(first) + len(movie(0)) + 8) + box(b"mdat", picture)


def raf_file() -> bytes:
    """A RAF: a head that names the JPEG of the camera, which holds the EXIF."""
    picture = jpeg(dated(b"2024:02:14 07:30:05"))
    head = b"FUJIFILMCCD-RAW 0201FF383101" + b"Kamera 2".ljust(32, b"\0") + bytes(24)
    return head + struct.pack(">II", 100, len(picture)) + bytes(8) + picture
