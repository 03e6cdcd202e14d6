"""HEIC and videos: item tables of every version, sizes that lie, boxes without end."""

import struct

import pytest

from cases.intake.bmff import boxes, overruns
from cases.intake.source import Source
from tests.cases.intake.samples import box, claims, codes, dated, heic

HEAD = box(b"ftyp", b"heic\0\0\0\0heic")
BLOCK = dated(offset=b"+07:00").build()
ITEM = struct.pack(">I", 6) + b"Exif\0\0" + BLOCK
XMP = b"<x xmp:CreateDate='2024-02-14T07:30:00+07:00'/>"


def infe(version: int, number: int, kind: bytes, rest: bytes = b"\0") -> bytes:
    width = ">H" if version < 3 else ">I"
    return box(b"infe", bytes((version, 0, 0, 0)), struct.pack(width, number), b"\0\0", kind, rest)


def inside_idat(version: int, wide: bool) -> bytes:
    """A HEIC whose items lie inside the meta box, by location tables of a newer version."""
    number = ">I" if wide else ">H"
    content = ITEM + XMP
    places = b"".join(
        struct.pack(number, item) + struct.pack(">HHHII", 1, 0, 1, start, length)
        for item, start, length in ((1, 0, len(ITEM)), (2, len(ITEM), len(XMP)))
    )
    located = bytes((version, 0, 0, 0)) + b"\x44\x00" + struct.pack(number, 2) + places
    infos = (
        infe(3 if wide else 2, 1, b"Exif"),
        infe(3 if wide else 2, 2, b"mime", b"\0application/rdf+xml\0"),
    )
    count = b"\1\0\0\0\0\0\0\2" if wide else b"\0\0\0\0\0\2"
    return HEAD + box(
        b"meta",
        b"\0\0\0\0",
        box(b"iinf", count, *infos),
        box(b"iloc", located),
        box(b"idat", content),
    )


@pytest.mark.parametrize(("version", "wide"), [(1, False), (2, True)])
def test_items_inside_the_meta_box_are_found(version, wide):
    found = claims(inside_idat(version, wide), "a.heic")

    assert found.taken.local == "2024-02-14T07:30:00"
    assert [source.kind for source in found.taken.sources] == ["exif_original", "xmp"]


@pytest.mark.parametrize("length", range(30, len(heic(BLOCK)), 7))
def test_a_table_cut_anywhere_gives_the_truth_or_nothing(length):
    found = claims(heic(BLOCK)[:length], "a.heic")

    assert found.taken.local in (None, "2024-02-14T07:30:00")
    assert (found.kind, found.reason in ("cut", "size")) == ("attachment", True)


@pytest.mark.parametrize("at", range(24, 260, 3))
def test_a_table_changed_anywhere_gives_the_truth_or_nothing(at):
    data = bytearray(heic(BLOCK))
    data[at] ^= 0xFF

    assert claims(bytes(data), "a.heic").taken.local in (None, "2024-02-14T07:30:00")


def walk(data: bytes) -> list[bytes]:
    with Source.of_bytes(data, "a") as source:
        return [kind for kind, _, _ in boxes(source, 0, source.size)]


def is_cut(data: bytes) -> bool:
    with Source.of_bytes(data, "a") as source:
        return overruns(source)


LONG = struct.pack(">I", 1) + b"long" + struct.pack(">Q", 20) + b"1234"


def test_long_boxes_and_boxes_to_the_end_are_walked():
    assert walk(LONG + b"\0\0\0\0last" + b"x" * 50) == [b"long", b"last"]
    assert not is_cut(LONG + b"\0\0\0\0last" + b"x" * 50)


def test_boxes_that_cannot_be_end_the_walk():
    assert walk(box(b"good") + b"\0\0\0\3bad!") == [b"good"]
    assert is_cut(box(b"good") + b"\0\0\0\3bad!")
    assert is_cut(LONG[:-2])
    assert is_cut(LONG + b"\0\0\0")


def movie_of(header: bytes) -> bytes:
    return box(b"ftyp", b"qt  \0\0\0\0") + box(b"moov", box(b"trak"), box(b"mvhd", header))


@pytest.mark.parametrize(
    ("header", "raw", "local"),
    [
        (b"\1\0\0\0" + struct.pack(">Q", 3_790_715_400), "2024:02:14 00:30:00", True),
        (b"\1\0\0\0" + struct.pack(">Q", 2**63), str(2**63), False),
        (b"\0\0\0\0" + struct.pack(">I", 60), "1904:01:01 00:01:00", False),
    ],
)
def test_the_movie_header_of_both_versions_is_read(header, raw, local):
    found = claims(movie_of(header), "film.mov")

    (source,) = found.taken.sources
    assert (source.kind, source.raw, source.local is not None) == ("quicktime", raw, local)
    assert ("video_time" in codes(found)) == local


@pytest.mark.parametrize("data", [box(b"ftyp", b"isom\0\0\0\0"), movie_of(b"")])
def test_a_movie_without_a_header_states_no_time(data):
    assert claims(data, "film.mp4").taken.sources == ()
