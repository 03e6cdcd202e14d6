"""Time is an interval with its source: invalid texts stay raw, zones are never the machine's."""

import time

import pytest

from cases.intake import zones
from cases.intake.filenames import stated_time
from cases.work.evidence_words import refusal_words
from tests.cases.intake.samples import (
    ascii_entry,
    chunk,
    claims,
    codes,
    dated,
    jpeg,
    movie,
    placed,
    png,
    segment,
    timed_by_satellite,
)

FROM_1904_TO_1970 = 2_082_844_800


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"    :  :     :  :  ", "date_blank"),
        (b"0000:00:00 00:00:00", "date_zero"),
        (b"2024:02:30 10:00:00", "date_calendar"),
        (b"2024:02:14 25:61:61", "date_calendar"),
        (b"2024-02-14 07:30:00", "date_form"),
        (b"2024/02/14 07:30:00", "date_form"),
        (b"20240214 073000", "date_form"),
        (b"2024:02:\xff\xfe 07:30:00", "date_form"),
        (b"2024:02:14 07:30:33.847", "date_form"),
        ("２０２４:02:14 07:30:00".encode(), "date_form"),
    ],
)
def test_a_text_that_is_no_time_is_kept_raw_and_refused(text, code):
    found = claims(jpeg(dated(text)))

    assert found.taken.local is None
    assert found.taken.earliest is None
    assert found.taken.raw == text.decode("utf-8", "replace")
    assert code in codes(found)


def test_an_unset_clock_claims_no_interval():
    taken = claims(jpeg(dated(b"2099:09:29 10:10:10"))).taken

    assert taken.local == "2099-09-29T10:10:10"
    assert (taken.earliest, taken.latest) == (None, None)


def test_without_a_zone_the_interval_spans_papua_to_the_west():
    taken = claims(jpeg(dated())).taken

    assert taken.zone_source == "unknown"
    assert (taken.earliest, taken.latest) == ("2024-02-13T22:30:00Z", "2024-02-14T00:30:00Z")


@pytest.mark.parametrize(
    ("where", "references", "utc"),
    [
        ((((6, 1), (10, 1), (0, 1)), ((106, 1), (49, 1), (0, 1))), (b"S", b"E"), "00:30"),
        ((((5, 1), (9, 1), (0, 1)), ((119, 1), (26, 1), (0, 1))), (b"S", b"E"), "-1 23:30"),
        ((((2, 1), (35, 1), (0, 1)), ((140, 1), (40, 1), (0, 1))), (b"S", b"E"), "-1 22:30"),
        ((((0, 1), (0, 1), (0, 1)), ((109, 1), (20, 1), (0, 1))), (b"N", b"E"), "00:30"),
    ],
    ids=["WIB", "WITA", "WIT", "Pontianak on the equator"],
)
def test_a_position_gives_the_zone(where, references, utc):
    taken = claims(jpeg(placed(dated(), where, references))).taken

    day = "2024-02-13" if utc.startswith("-1") else "2024-02-14"
    assert taken.zone_source == "gps"
    assert taken.earliest == taken.latest == f"{day}T{utc[-5:]}:00Z"


@pytest.mark.parametrize(
    ("date", "where", "references", "expected"),
    [
        (
            b"2024:07:01 12:00:00",
            (((52, 1), (30, 1), (0, 1)), ((13, 1), (24, 1), (0, 1))),
            (b"N", b"E"),
            ("gps", "2024-07-01T10:00:00Z", "2024-07-01T10:00:00Z"),
        ),
        (
            b"2024:10:27 02:30:00",
            (((52, 1), (30, 1), (0, 1)), ((13, 1), (24, 1), (0, 1))),
            (b"N", b"E"),
            ("gps", "2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z"),
        ),
        (
            b"2024:02:14 07:30:00",
            (((40, 1), (0, 1), (0, 1)), ((140, 1), (0, 1), (0, 1))),
            (b"S", b"W"),
            ("unknown", "2024-02-13T22:30:00Z", "2024-02-14T00:30:00Z"),
        ),
    ],
    ids=["summer time", "the hour that comes twice", "the open sea"],
)
def test_a_position_abroad_gives_its_zone_where_there_is_one(date, where, references, expected):
    taken = claims(jpeg(placed(dated(date), where, references))).taken

    assert (taken.zone_source, taken.earliest, taken.latest) == expected


def test_a_zone_that_this_machine_does_not_know_is_unknown(monkeypatch):
    monkeypatch.setattr(zones, "_load", lambda _name: None)
    berlin = ((52, 1), (30, 1), (0, 1)), ((13, 1), (24, 1), (0, 1))

    taken = claims(jpeg(placed(dated(), berlin, (b"N", b"E")))).taken

    assert taken.zone_source == "unknown"
    monkeypatch.undo()
    assert zones._load("Tidak/Ada") is None


def test_an_offset_of_the_camera_wins_over_the_place():
    found = claims(jpeg(placed(dated(offset=b"+08:00"))))

    assert found.taken.zone_source == "exif"
    assert found.taken.earliest == "2024-02-13T23:30:00Z"
    assert "zone_differs" in codes(found)


@pytest.mark.parametrize("text", [b"   :  ", b"08:00 ", b"+25:00", b"+14:30", b"+08:75", b"Z"])
def test_an_offset_that_cannot_be_is_refused(text):
    found = claims(jpeg(dated(offset=text)))

    assert found.taken.offset is None
    assert found.taken.local == "2024-02-14T07:30:00"
    assert "offset_refused" in codes(found)


@pytest.mark.parametrize("text", [b"+14:00", b"-12:00", b"+05:45"])
def test_an_offset_up_to_fourteen_hours_counts(text):
    assert claims(jpeg(dated(offset=text))).taken.offset == text.decode()


@pytest.mark.parametrize("zone", ["UTC", "Asia/Jayapura", "America/Lima"])
def test_the_zone_of_the_machine_never_counts(zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        taken = claims(jpeg(dated())).taken
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()

    assert taken.earliest == "2024-02-13T22:30:00Z"


def test_every_source_is_listed_with_its_kind():
    block = dated(offset=b"+07:00")
    block.main.append(ascii_entry(0x132, b"2024-02-15T08:00:00+07:00"))
    block.exif.append(ascii_entry(0x9004, b"2024:02:14 07:30:01"))
    placed(timed_by_satellite(block, b"2024:02:14", ((0, 1), (29, 1), (5950, 100))))
    xmp = segment(
        0xE1, b"http://ns.adobe.com/xap/1.0/\0<x exif:DateTimeOriginal='2024-02-14T07:30:02Z'/>"
    )

    sources = claims(jpeg(block, before=xmp), "IMG_20240214_073003.jpg").taken.sources

    assert [(source.kind, source.local, source.offset) for source in sources] == [
        ("exif_original", "2024-02-14T07:30:00", "+07:00"),
        ("exif_digitized", "2024-02-14T07:30:01", None),
        ("exif_modified", "2024-02-15T08:00:00", None),
        ("gps", "2024-02-14T00:29:59", "+00:00"),
        ("xmp", "2024-02-14T07:30:02", "+00:00"),
        ("filename", "2024-02-14T07:30:03", None),
    ]


def test_the_text_of_a_png_is_a_source_and_no_camera_time():
    taken = claims(png(chunk(b"tEXt", b"Creation Time\x002024:02:14 07:30:00"))).taken

    assert [source.kind for source in taken.sources] == ["png_text"]
    assert taken.local is None


@pytest.mark.parametrize(
    ("seconds", "local", "code"),
    [
        (1_707_870_600 + FROM_1904_TO_1970, "2024-02-14T00:30:00", "video_time"),
        (1_707_870_600, None, "video_time_refused"),
    ],
)
def test_the_time_of_a_video_is_a_claim(seconds, local, code):
    found = claims(movie(seconds), "film.mp4")

    assert [source.local for source in found.taken.sources] == [local]
    assert found.taken.earliest is None
    assert code in codes(found)


def test_a_video_without_a_time_has_none():
    assert claims(movie(0), "film.mp4").taken.sources == ()


@pytest.mark.parametrize(
    ("name", "local", "offset"),
    [
        ("IMG-20240214-WA0007.jpg", "2024-02-14", None),
        ("WhatsApp Image 2024-02-14 at 07.30.00.jpeg", "2024-02-14T07:30:00", None),
        ("PXL_20240214_003000123.jpg", "2024-02-14T00:30:00", "+00:00"),
        ("Screenshot_2024-02-14-07-30-00-123_com.x.jpg", "2024-02-14T07:30:00", None),
        ("20240214_073000.heic", "2024-02-14T07:30:00", None),
        ("FB_IMG_1707870600000.jpg", "2024-02-14T00:30:00", "+00:00"),
        ("photo_2024-02-14_07-30-00.jpg", "2024-02-14T07:30:00", None),
        ("photo_5@14-02-2024_07-30-00.jpg", "2024-02-14T07:30:00", None),
        ("WhatsApp Image 2024-02-14 at 7.30.00 PM.jpeg", "2024-02-14T19:30:00", None),
        ("WhatsApp Image 2024-02-14 at 07.30.00 PM.jpeg", "2024-02-14T19:30:00", None),
        ("Screenshot 2024-02-14 at 12.30.00\u202fAM.png", "2024-02-14T00:30:00", None),
        ("Screenshot 2024-02-14 at 07.30.00.png", "2024-02-14T07:30:00", None),
        ("Screenshot_20240214-073000_WhatsApp.jpg", "2024-02-14T07:30:00", None),
        ("Screenshot_20240214_073000.jpg", "2024-02-14T07:30:00", None),
        ("VID_20240214_073000.mp4", "2024-02-14T07:30:00", None),
        ("VID-20240214-WA0007.mp4", "2024-02-14", None),
        ("PTT-20240214-WA0001.opus", "2024-02-14", None),
        ("signal-2024-02-14-07-30-00-123.jpg", "2024-02-14T07:30:00", None),
        ("IMG_20240214_073000_1.jpg", "2024-02-14T07:30:00", None),
        ("20240214_073000(0).jpg", "2024-02-14T07:30:00", None),
        ("1707870600000.jpg", "2024-02-14T00:30:00", "+00:00"),
    ],
)
def test_names_of_phones_and_chats_state_a_time(name, local, offset):
    stated = stated_time(name)

    assert stated is not None
    assert stated[1:] == (local, offset)


@pytest.mark.parametrize(
    "name",
    [
        "DSC_0001.jpg",
        "IMG_1234.HEIC",
        "IMG_E1234.JPG",
        "IMG_20241399_101010.jpg",
        "nik 5301012024021400",
        "photo_5@31-02-2024_07-30-00.jpg",
        "foto 2024-02-14 at 13.30.00 PM.png",
    ],
)
def test_other_names_state_none(name):
    assert stated_time(name) is None


def test_each_source_says_why_it_does_not_count():
    block = dated(b"2024:02:30 10:00:00", offset=b"+25:00")
    block.exif.append(ascii_entry(0x9004, b"2024-02-14T07:30:00"))
    block.main.append(ascii_entry(0x132, b"2024:02:14 07:30:00"))
    block.exif.append(ascii_entry(0x9012, b"+07:00"))
    block.main.append(ascii_entry(0x9010, b"+99:99"))
    placed(timed_by_satellite(block, b"2024:02:14", ((0, 1), (29, 0), (0, 1))))
    xmp = segment(
        0xE1,
        b"http://ns.adobe.com/xap/1.0/\0<xmp:CreateDate>2099-01-01T00:00:00Z</xmp:CreateDate>"
        b"<x exif:DateTimeOriginal='kemarin sore' photoshop:DateCreated='0000-00-00T00:00:00'/>",
    )

    sources = claims(jpeg(block, before=xmp), "a.jpg").taken.sources

    assert [(source.kind, source.local, source.refused) for source in sources] == [
        ("exif_original", None, "calendar"),
        ("exif_digitized", "2024-02-14T07:30:00", "form"),
        ("exif_modified", "2024-02-14T07:30:00", "offset"),
        ("gps", None, "satellite"),
        ("xmp", "2099-01-01T00:00:00", "implausible"),
        ("xmp", None, "form"),
        ("xmp", None, "zero"),
    ]
    assert all(refusal_words(source.refused) != "" for source in sources if source.refused)


def test_the_time_of_last_change_of_a_png_is_utc():
    stamp = chunk(b"tIME", b"\x07\xe8\2\x0e\x07\x1e\0")
    broken = chunk(b"tIME", b"\x07\xe8\2\x1e\x07\x1e\0")

    (found,) = claims(png(stamp)).taken.sources
    assert (found.kind, found.local, found.offset) == ("png_text", "2024-02-14T07:30:00", "+00:00")
    assert claims(png(broken)).taken.sources[0].refused == "calendar"
