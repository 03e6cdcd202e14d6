"""Hostile and broken files: kept, read in time and in little memory, never a crash."""

import csv
import random
import re
import struct
import time
import zlib
from pathlib import Path

import pytest

from cases.intake.child import Child
from cases.intake.claims import Claims
from cases.intake.copying import Picture
from tests.campaign import TIMES
from tests.cases.intake.recordings import (
    apple_meta,
    film,
    header,
    id3_text,
    mp3,
    office,
    opus,
    pdf,
    raw_file,
    track,
)
from tests.cases.intake.samples import (
    NOW,
    box,
    chunk,
    dated,
    encoded,
    heic,
    jpeg,
    movie,
    png,
    write,
)

SECONDS = 5.0
MEGABYTES = 500
CRASHED = {"crashed", "slow"}
MUTATIONS = 300 * TIMES


def read(child: Child, path: Path) -> Claims:
    """Read a file and try its print copy, as intake does, within the limits."""
    begun = time.monotonic()
    claims = child.claims(path, path.name, None, NOW)
    assert claims.reason not in CRASHED, path.name
    if claims.kind == "photo":
        about = Picture(
            claims.media_type, claims.width or 0, claims.height or 0, claims.orientation
        )
        answer = child.print_copy(path.read_bytes(), path.name, about)
        assert answer.copy or answer.reason not in CRASHED, path.name
    assert time.monotonic() - begun < SECONDS, path.name
    return claims


def peak(child: Child) -> int:
    """Most memory that the child ever had, in MB."""
    status = Path(f"/proc/{child._process.pid}/status").read_text("ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) // 1024


@pytest.mark.needs_shared
@pytest.mark.timeout(180)
def test_the_hostile_files_that_people_collected(shared_data):
    folder = shared_data / "bad-input"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["group"] in ("image", "pdf", "text")]

    with Child() as child:
        for row in rows:
            claims = read(child, folder / row["file"])
            holds(row["expect"], claims)
            assert peak(child) < MEGABYTES, row["file"]


def holds(expect: str, claims: Claims) -> None:
    """Check what the manifest expects of one file."""
    if match := re.search(r"date (\S+?)([+-]\d\d:\d\d) (?:still )?shown", expect):
        assert (claims.taken.local, claims.taken.offset) == match.groups()
    if "coordinate unknown" in expect or "hemisphere is not guessed" in expect:
        assert claims.gps is None
    elif match := re.search(r"(-?[\d.]+),(-?[\d.]+) or unknown", expect):
        assert claims.gps is None or (
            abs(float(claims.gps.lat) - float(match[1])) < 1e-5
            and abs(float(claims.gps.lon) - float(match[2])) < 1e-5
        )
    if "refuse: empty file" in expect:
        assert claims.reason == "empty"
    if "PDFs are never parsed" in expect:
        assert claims.reason in {"document", "kind"}
    if "date unknown" in expect or "implausible date" in expect:
        assert all(source.local is None for source in claims.taken.sources)


def gif_of(width: int, height: int) -> bytes:
    """A small canvas with one frame that claims another size."""
    head = b"GIF89a" + struct.pack("<HHBBB", 32, 32, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0)
    return head + frame + b"\x02\x02\x4c\x01\0;"


def tiff_of(side: int) -> bytes:
    entries = [(0x100, side), (0x101, side), (0x102, 8), (0x103, 1), (0x106, 1)]
    table = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + table + b"\0\0\0\0"


def jpeg_of(width: int, height: int) -> bytes:
    data = bytearray(jpeg(dated()))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def png_of(width: int, height: int) -> bytes:
    data = bytearray(png())
    data[16:24] = struct.pack(">II", width, height)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def many_entries() -> bytes:
    """The end of a ZIP whose directory claims more entries than any honest one."""
    end = struct.pack("<HHHHIIH", 0, 0, 65_000, 65_000, 3_000_000, 4, 0)
    return b"PK\x03\x04" + b"PK\x01\x02" * 10_000 + b"PK\x05\x06" + end


BIG = zlib.compress(b"\0" * 30_000_000)
NESTED = box(b"moov")
for _ in range(900):
    NESTED = box(b"moov", NESTED)

FILES = {
    "png_900_mpx.png": (png_of(30_000, 30_000), "large"),
    "png_text_bomb.png": (png(chunk(b"zTXt", b"Comment\0\0" + BIG)), "bomb"),
    "png_international_bomb.png": (png(chunk(b"iTXt", b"X\0\1\0\0\0" + BIG)), "bomb"),
    "png_profile_bomb.png": (png(chunk(b"iCCP", b"icc\0\0" + BIG)), "bomb"),
    "png_exif_bomb.png": (png(chunk(b"zTXt", b"Raw profile type exif\0\0" + BIG)), "bomb"),
    "png_length.png": (b"\x89PNG\r\n\x1a\n\x7f\xff\xff\xffIHDR\0\0\0\0", "cut"),
    "jpeg_4290_mpx.jpg": (jpeg_of(65_500, 65_500), "large"),
    "jpeg_200_mpx.jpg": (jpeg_of(16_320, 12_240), ""),
    "jpeg_fill.jpg": (jpeg(dated(), before=b"\xff" * 2_000_000), ""),
    "jpeg_segments.jpg": (jpeg(dated(), before=b"\xff\xe5\0\2" * 5000), ""),
    "jpeg_length_zero.jpg": (jpeg(before=b"\xff\xe5\0\0"), ""),
    "gif_frame.gif": (gif_of(60_000, 60_000), ""),
    "tiff_3600_mpx.tif": (tiff_of(60_000), "large"),
    "tiff_loop.tif": (b"II*\0\x08\0\0\0\0\0\x08\0\0\0", "size"),
    "heic_no_picture.heic": (heic(dated().build()), ""),
    "heic_box_0.heic": (box(b"ftyp", b"heic\0\0\0\0heic") + b"\0\0\0\0meta", "size"),
    "heic_box_huge.heic": (
        box(b"ftyp", b"heic\0\0\0\0heic") + b"\0\0\0\1meta" + b"\x40" + b"\0" * 7,
        "cut",
    ),
    "movie_nested.mp4": (box(b"ftyp", b"isom\0\0\0\0") + NESTED, "video"),
    "movie_1958.mp4": (movie(1_707_870_600), "video"),
    "movie_keys.mp4": (film(box(b"meta", box(b"keys", b"\0\0\0\0\xff\xff\xff\xff"))), "video"),
    "sound_tags.mp3": (b"ID3\4\0\0\x7f\x7f\x7f\x7f" + b"TDRC\x7f\x7f\x7f\x7f\0\0" * 9000, "audio"),
    "sound_page.ogg": (b"OggS" * 50_000, "audio"),
    "sound_comments.opus": (opus(1)[:100] + b"OpusTags" + b"\xff" * 5000, "audio"),
    "office_bomb.docx": (office(core="<dcterms:created>" + " " * 40_000_000), "document"),
    "office_many.docx": (many_entries(), "kind"),
    "pdf_dates.pdf": (pdf(b"/CreationDate (D:" * 20_000), "document"),
    "page_comments.html": (b"<html>" + b"<!-- saved from url=(0001)" * 2_000, "document"),
    "mail_lines.mhtml": (
        b"From: x\nContent-Type: multipart/related\n" + b" x\n" * 20_000,
        "document",
    ),
    "raw_loop.nef": (raw_file().replace(b"\xa0\x0f\0\0", b"\x08\0\0\0"), None),
    "svg.svg": (b"<svg><!ENTITY a '&a;&a;'></svg>", "kind"),
    "html.jpg": (b"<html><script>alert(1)</script></html>", "document"),
    "zip_behind.jpg": (encoded("JPEG") + b"PK\x03\x04" + b"\0" * 100, ""),
    **{f"cut_{n:02}.jpg": (encoded("JPEG")[:n], None) for n in (0, 1, 2, 3, 4, 6, 10, 20, 40)},
}


@pytest.fixture(scope="module")
def sturdy():
    with Child() as running:
        yield running


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_made_here(name, tmp_path, sturdy):
    data, reason = FILES[name]

    claims = read(sturdy, write(tmp_path, name, data))

    assert reason is None or claims.reason == reason
    if name in {"jpeg_4290_mpx.jpg", "jpeg_200_mpx.jpg", "jpeg_fill.jpg", "jpeg_segments.jpg"}:
        assert claims.taken.local == "2024-02-14T07:30:00"


@pytest.mark.campaign
@pytest.mark.timeout(60 + MUTATIONS // 10)
def test_random_changes_never_crash_the_program(tmp_path, sturdy):
    dice = random.Random(7)
    bases = [
        jpeg(dated()),
        png(chunk(b"eXIf", dated().build())),
        heic(dated().build()),
        movie(1),
        encoded("TIFF"),
        encoded("GIF"),
        raw_file(),
        film(header(1, 2, 3), track(), apple_meta({b"com.apple.quicktime.make": b"Contoh"})),
        mp3(1, id3_text(b"TDRC", "2024")),
        opus(1, "DATE=2024"),
        office(),
        pdf(b"/CreationDate (D:20240214073000Z)"),
    ]
    for number in range(MUTATIONS):
        data = bytearray(dice.choice(bases))
        for _ in range(dice.choice([1, 2, 8, 30])):
            data[dice.randrange(min(len(data), 600))] = dice.randrange(256)
        read(sturdy, write(tmp_path, f"{number}.bin", bytes(data)))
