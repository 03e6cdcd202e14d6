"""Wherever EXIF lies it is found; whatever is wrong with it is refused, not guessed."""

import io
import struct

import pytest
from PIL import Image

from tests.cases.intake.samples import (
    Block,
    ascii_entry,
    chunk,
    claims,
    codes,
    dated,
    encoded,
    heic,
    jpeg,
    placed,
    png,
    raw_profile,
    segment,
    short_entry,
    webp,
)

DATE = "2024-02-14T07:30:00"
XMP = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"x" * 65000)
WHOLE = placed(dated(offset=b"+07:00"))
WHOLE.main.append(short_entry(0x112, 6))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(jpeg(WHOLE), "image/jpeg", id="jpeg"),
        pytest.param(jpeg(WHOLE, before=XMP), "image/jpeg", id="behind 64 kB of XMP"),
        pytest.param(jpeg(WHOLE, before=XMP * 5), "image/jpeg", id="behind 320 kB of XMP"),
        pytest.param(
            jpeg(WHOLE, before=segment(0xEB, b"x" * 9000) * 40), "image/jpeg", id="behind APP11"
        ),
        pytest.param(jpeg(WHOLE, before=b"\xff" * 300_000), "image/jpeg", id="behind fill bytes"),
        pytest.param(jpeg(b"no block at all", WHOLE), "image/jpeg", id="behind an empty block"),
        pytest.param(png(chunk(b"eXIf", WHOLE.build())), "image/png", id="png chunk"),
        pytest.param(png(raw_profile(WHOLE.build())), "image/png", id="png raw profile"),
        pytest.param(webp(WHOLE.build()), "image/webp", id="webp, plain"),
        pytest.param(webp(WHOLE.build(), b"Exif\0\0"), "image/webp", id="webp, prefixed"),
        pytest.param(heic(WHOLE.build()), "image/heic", id="heic"),
        pytest.param(heic(WHOLE.build(), prefix=b""), "image/heic", id="heic without prefix"),
        pytest.param(heic(WHOLE.build(), prefix=b"odd!"), "image/heic", id="heic, odd prefix"),
        pytest.param(heic(WHOLE.build(), brand=b"heix"), "image/heif", id="ten bits"),
        pytest.param(heic(WHOLE.build(), brand=b"avif"), "image/avif", id="avif"),
    ],
)
def test_exif_is_found_wherever_the_format_keeps_it(data, media_type):
    found = claims(data)

    assert found.media_type == media_type
    assert (found.taken.local, found.taken.offset) == (DATE, "+07:00")
    assert found.gps is not None
    assert (found.gps.lat, found.gps.lon) == ("-6.1753917", "106.827")
    assert found.orientation == 6
    assert found.camera.model == "Kamera 1"


def test_a_tiff_is_a_block_itself():
    sink = io.BytesIO()
    Image.new("L", (30, 20)).save(sink, "TIFF", software="Contoh")

    found = claims(sink.getvalue(), "pindaian.tif")

    assert (found.media_type, found.width, found.height) == ("image/tiff", 30, 20)
    assert found.software == "Contoh"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "AVIF", "TIFF"])
def test_the_size_is_read_without_decoding(kind):
    found = claims(encoded(kind, (50, 34)), "foto")

    assert (found.width, found.height, found.kind) == (50, 34, "photo")


def test_the_size_of_a_lossless_webp_is_read():
    found = claims(encoded("WEBP", (50, 34), lossless=True), "foto.webp")

    assert (found.width, found.height) == (50, 34)


def test_a_200_megapixel_phone_photo_gives_its_date():
    data = bytearray(jpeg(dated()))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", 12240, 16320)

    found = claims(bytes(data))

    assert (found.taken.local, found.width, found.kind) == (DATE, 16320, "photo")


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto"])
def test_the_content_decides_the_type_and_a_false_name_is_noticed(name):
    found = claims(heic(dated().build()), name)

    assert found.media_type == "image/heic"
    assert ("name_contradicts" in codes(found)) == ("." in name)


def test_two_blocks_that_disagree_are_reported():
    found = claims(jpeg(dated(), dated(b"2019:01:01 00:00:00")))

    assert found.taken.local == DATE
    assert "exif_twice" in codes(found)


def test_a_block_that_the_file_cuts_off_is_not_read():
    whole = jpeg(dated())

    found = claims(whole[: whole.index(b"2024:02:14") + 10])

    assert found.taken.raw is None
    assert (found.kind, found.reason) == ("attachment", "cut")


def test_a_directory_that_runs_past_the_end_is_not_read():
    block = bytearray(dated().build())
    block[8:10] = struct.pack("<H", 900)

    found = claims(jpeg(bytes(block)))

    assert found.camera.make is None
    assert "exif_damaged" in codes(found)


def test_a_value_that_reaches_past_the_end_is_refused():
    block = Block(exif=[ascii_entry(0x9003, b"2024:02:14 07:30:00")])
    data = block.build()

    found = claims(jpeg(data[:-8]))

    assert found.taken.raw is None
    assert "exif_damaged" in codes(found)


def test_a_bomb_of_entries_that_share_their_bytes_is_not_read():
    text = b"A" * 60_000
    entries = b"".join(struct.pack("<HHII", 0x10F + i, 2, 60_000, 36_008) for i in range(3000))
    block = b"II*\0\x08\0\0\0" + struct.pack("<H", 3000) + entries + b"\0\0\0\0"
    data = block.ljust(36_008, b"\0") + text
    plain = encoded("JPEG")

    found = claims(png(chunk(b"eXIf", data)))

    assert "exif_hostile" in codes(found)
    assert len(plain) > 0


@pytest.mark.parametrize("kind", [1, 2, 3, 4, 5, 7])
def test_a_count_of_a_thousand_million_values_costs_nothing(kind):
    block = dated()
    block.exif.append((0x927C, kind, 1_006_641_184, b"\x10\0\0\0"))

    assert claims(jpeg(block)).camera.make == "Contoh"


def test_a_loop_of_directories_ends():
    block = bytearray(dated().build())
    count = struct.unpack_from("<H", block, 8)[0]
    block[10 + 12 * count : 14 + 12 * count] = struct.pack("<I", 8)

    assert claims(jpeg(bytes(block))).taken.local == DATE


def test_texts_of_the_camera_are_made_harmless():
    block = Block(main=[ascii_entry(0x10F, b"\x1b[31mA\xe2\x80\xaeB" + b"x" * 60_000)])

    make = claims(jpeg(block)).camera.make

    assert make is not None
    assert make.startswith("�[31mA�B")
    assert len(make) == 200


def test_what_is_no_utf8_is_kept_readable():
    found = claims(jpeg(Block(main=[ascii_entry(0x10F, b"G\xf6gle")])))

    assert found.camera.make == "G�gle"


def test_a_name_with_a_nul_inside_ends_there():
    assert claims(jpeg(Block(main=[ascii_entry(0x10F, b"Sam\0sung")]))).camera.make == "Sam"


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_is_null(value):
    assert claims(jpeg(Block(main=[short_entry(0x112, value)]))).orientation is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"hallo", "document"),
        (b"%PDF-1.7 ...", "document"),
        (b"\0\1\2\3\4", "kind"),
        (b"<svg xmlns='x'><!ENTITY a 'b'></svg>", "kind"),
        (jpeg(dated(), size=(640, 480))[:-300], "cut"),
        (png()[:-20], "cut"),
        (heic(dated().build())[:-10], "cut"),
        (webp(dated().build())[:-10], "cut"),
    ],
)
def test_what_is_no_whole_picture_is_an_attachment_with_a_reason(data, reason):
    found = claims(data)

    assert (found.kind, found.reason) == ("attachment", reason)


def test_a_picture_stays_whole_with_a_film_behind_it():
    assert claims(jpeg(dated()) + b"\0" * 200_000).kind == "photo"
