"""Raw files of cameras: told from TIFF by what they hold, shown by the JPEG inside."""

import io
import struct

import pytest
from PIL import Image

from cases.intake.copying import Picture, print_copy
from cases.intake.raw import read_raw
from cases.intake.source import Source
from tests.cases.intake.recordings import cr3_file, raf_file, raw_file
from tests.cases.intake.samples import claims, encoded, picture


def copy_of(data: bytes) -> Image.Image:
    found = claims(data, "a")
    about = Picture(found.media_type, found.width or 0, found.height or 0, found.orientation)
    with Source.of_bytes(data, "a") as source:
        return Image.open(io.BytesIO(print_copy(source, about).copy))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (raw_file(), "image/x-nikon-nef"),
        (raw_file(make=b"SONY"), "image/x-sony-arw"),
        (raw_file(mark=b"IIRO", make=b"OLYMPUS"), "image/x-olympus-orf"),
        (raw_file(mark=b"IIU\0", make=b"Panasonic"), "image/x-panasonic-rw2"),
    ],
)
def test_a_raw_file_is_read_and_shown_by_its_jpeg(data, media_type):
    found = claims(data, "a.tif")

    assert (found.media_type, found.kind) == (media_type, "photo")
    assert (found.width, found.height) == (4000, 3000)
    assert found.taken.local == "2024-02-14T07:30:00"
    assert found.origin == "camera"
    shown = copy_of(data)
    assert shown.size == (96, 64)
    assert shown.getpixel((5, 5))[0] > 200  # type: ignore[index]


def test_cr2_is_known_by_its_mark_and_dng_by_its_version():
    canon = raw_file()
    canon = canon[:8] + b"CR" + canon[10:]
    digital = raw_file(make=b"Contoh")
    at = digital.index(struct.pack("<HHI", 0x14A, 4, 1))
    version = digital[:at] + struct.pack("<HHI", 0xC612, 1, 4) + b"\1\4\0\0" + digital[at + 12 :]

    assert claims(canon, "a").media_type == "image/x-canon-cr2"
    assert claims(version, "a").media_type == "image/x-adobe-dng"


def test_a_plain_tiff_stays_one():
    assert claims(encoded("TIFF"), "a.nef").media_type == "image/tiff"
    assert claims(raw_file(make=b"Contoh"), "a.tif").media_type == "image/tiff"


def test_the_largest_jpeg_is_searched_for_where_no_directory_names_one():
    data = raw_file(mark=b"IIRO", make=b"OLYMPUS")
    lost = data.replace(struct.pack("<HHI", 0x201, 4, 1), struct.pack("<HHI", 0x999, 4, 1))

    assert copy_of(lost).size == (96, 64)


def test_a_raw_file_without_a_picture_is_kept_with_the_reason():
    data = raw_file()
    blind = data[:4100] + b"\0" * len(data[4100:])

    found = claims(blind, "a.nef")

    assert (found.kind, found.reason) == ("attachment", "preview")
    assert found.taken.local == "2024-02-14T07:30:00"


def test_directories_that_point_at_each_other_end():
    loop = raw_file().replace(
        struct.pack("<HHII", 0x14A, 4, 1, 4000), struct.pack("<HHII", 0x14A, 4, 1, 8)
    )

    with Source.of_bytes(loop, "a") as source:
        assert read_raw(source).width == 16


def test_an_entry_of_an_unknown_type_is_passed_over():
    strange = raw_file().replace(
        struct.pack("<HHI", 0x100, 4, 1), struct.pack("<HHI", 0x100, 99, 1)
    )

    found = claims(strange, "a.nef")

    assert (found.reason, found.width) == ("", 96)


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("TIFF", "image/tiff"), ("GIF", "image/gif"), ("AVIF", "image/avif"), ("WEBP", "image/webp"),
     ("MPO", "image/jpeg"), ("BMP", "image/bmp"), ("PNG", "image/png")],
)  # fmt: skip
def test_every_kind_of_picture_has_a_print_copy(kind, media_type):
    sink = io.BytesIO()
    more = {"append_images": [picture()], "save_all": True} if kind in ("MPO", "GIF") else {}
    picture((96, 64)).save(sink, kind, **more)

    found = claims(sink.getvalue(), "tanpa_nama")

    assert (found.media_type, found.kind, found.width) == (media_type, "photo", 96)
    assert copy_of(sink.getvalue()).size == (96, 64)


def test_a_cr3_is_read_from_its_three_blocks_and_shown_by_its_jpeg():
    data = cr3_file()
    found = claims(data, "IMG_1.CR3")

    assert (found.media_type, found.kind) == ("image/x-canon-cr3", "photo")
    assert (found.width, found.height, found.orientation) == (6000, 4000, 6)
    assert (found.camera.make, found.camera.model) == ("Canon", "Canon Kamera 1")
    taken = found.taken
    assert (taken.local, taken.offset, taken.subsec) == ("2024-02-14T07:30:05", "+08:00", "25")
    assert found.gps is not None
    assert (found.gps.lat[:7], found.gps.lon[:7]) == ("-10.125", "123.86")
    assert copy_of(data).size == (64, 96), "upright"


def test_a_raf_is_read_and_shown_by_its_jpeg():
    found = claims(raf_file(), "DSCF1.RAF")

    assert (found.media_type, found.kind) == ("image/x-fuji-raf", "photo")
    assert (found.width, found.height) == (48, 32)
    assert found.taken.local == "2024-02-14T07:30:05"
    assert copy_of(raf_file()).size == (48, 32)


@pytest.mark.parametrize("whole", [cr3_file(), raf_file()], ids=["cr3", "raf"])
def test_a_cut_or_changed_one_is_kept_without_a_picture_and_never_lies(whole):
    for length in range(16, len(whole), len(whole) // 60):
        found = claims(whole[:length], "a")
        assert found.taken.local in {None, "2024-02-14T07:30:05"}
    for at in range(32, len(whole), len(whole) // 150):
        claims(whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :], "a")
    assert claims(whole[:200], "a").reason in {"preview", "size"}
