"""Signals name what a person should look at; they change nothing."""

import pytest

from cases import language
from cases.work.evidence_words import cause_words, reason_words, signal_words
from tests.cases.intake.samples import (
    Block,
    ascii_entry,
    chunk,
    claims,
    codes,
    dated,
    encoded,
    jpeg,
    png,
    segment,
    short_entry,
    timed_by_satellite,
    webp,
)


@pytest.mark.parametrize(
    ("name", "data", "origin", "code"),
    [
        ("IMG-20240214-WA0001.jpg", encoded("JPEG"), "whatsapp_image", "whatsapp_copy"),
        ("WhatsApp Image 2024-02-14 at 07.30.00.jpeg", encoded("JPEG"), "whatsapp_image", None),
        ("DOC-20240214-WA0001.jpg", jpeg(dated()), "whatsapp_document", None),
        ("photo_2024-02-14_07-30-00.jpg", encoded("JPEG"), "telegram", "telegram_copy"),
        ("FB_IMG_1707870600000.jpg", encoded("JPEG"), "facebook", "facebook_copy"),
        ("x.jpg", jpeg(before=segment(0xED, b"FBMD01000")), "facebook", "facebook_copy"),
        ("Screenshot_20240214-073000.png", encoded("PNG"), "screenshot", "screenshot"),
        ("Tangkapan Layar 2024.png", encoded("PNG"), "screenshot", "screenshot"),
        ("Scan 1.jpg", encoded("JPEG"), "scan", "no_exif"),
        ("DSC_0001.jpg", jpeg(dated()), "camera", None),
        ("x.jpg", encoded("JPEG"), "unknown", "no_exif"),
        ("x.png", encoded("PNG"), "unknown", "no_exif_format"),
        ("x.jpg", encoded("JPEG", (1600, 900)), "unknown", "no_exif_chat_size"),
    ],
)
def test_the_origin_and_the_cause_of_missing_exif_are_named(name, data, origin, code):
    found = claims(data, name)

    assert found.origin == origin
    assert code is None or code in codes(found)


def test_an_editor_that_left_its_mark_is_named():
    block = dated()
    block.main.append(ascii_entry(0x131, b"Adobe Photoshop CC 2019"))

    found = claims(jpeg(block))

    assert found.origin == "edited"
    assert ("edited", "high", {"software": "Photoshop"}) in [
        (signal.code, signal.weight, signal.values) for signal in found.signals
    ]


def test_an_editor_in_xmp_is_named():
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x xmp:CreatorTool='Snapseed 2.0' y='1'/>")

    assert "edited" in codes(claims(jpeg(dated(), before=xmp)))


def test_a_photo_from_the_future_is_noticed():
    found = claims(jpeg(dated(b"2026:01:01 00:00:00")))

    assert "exif_in_future" in codes(found)


def test_a_change_after_the_picture_is_noticed():
    block = dated()
    block.main.append(ascii_entry(0x132, b"2024:03:01 00:00:00"))

    assert "modified_later" in codes(claims(jpeg(block)))


@pytest.mark.parametrize(
    ("clock", "differs"),
    [
        (((0, 1), (30, 1), (20, 1)), False),
        (((0, 1), (28, 1), (30, 1)), False),
        (((0, 1), (9, 1), (0, 1)), True),
    ],
    ids=["a whole zone", "an old fix", "neither"],
)
def test_the_clock_of_the_camera_is_compared_with_the_satellites(clock, differs):
    found = claims(jpeg(timed_by_satellite(dated(), b"2024:02:14", clock)))

    assert ("gps_time_differs" in codes(found)) == differs


def test_a_size_other_than_the_camera_noted_is_noticed():
    block = dated()
    block.exif += [short_entry(0xA002, 4000), short_entry(0xA003, 3000)]

    assert "size_differs" in codes(claims(jpeg(block)))


def test_a_turned_picture_of_the_same_size_is_not():
    block = dated()
    block.exif += [short_entry(0xA002, 32), short_entry(0xA003, 48)]

    assert "size_differs" not in codes(claims(jpeg(block)))


def test_every_signal_and_reason_has_words():
    everything = [
        claims(jpeg(Block())),
        claims(jpeg(dated(b"x", b"y"))),
        claims(png()[:-20]),
        claims(b""),
        claims(encoded("PNG")),
    ]

    for found in everything:
        assert not found.reason or reason_words(found.reason) != found.reason
        for signal in found.signals:
            assert signal_words(signal.code, signal.values) != signal.code


def test_what_a_newer_netra_found_stands_by_its_code():
    assert signal_words("something_new", {}) == "something_new"
    assert signal_words("edited", {}) == "edited"
    assert reason_words("something_new") == "something_new"
    assert language.current() == "id"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("IMG-20240214-WA0001.jpg", encoded("JPEG", (1600, 900)), ("name_and_size", "high")),
        ("IMG-20240214-WA0001.jpg", encoded("JPEG"), ("name", "medium")),
        ("IMG-20240214-WA0001.jpg", jpeg(dated()), ("name_despite_exif", "low")),
        ("x.jpg", jpeg(before=segment(0xED, b"FBMD01000")), ("facebook_mark", "high")),
        ("x.png", encoded("PNG", (1080, 2400)), ("screen_size", "low")),
        ("x.png", encoded("PNG", (2400, 1080)), ("screen_size", "low")),
        ("x.png", encoded("PNG", (1080, 1080)), ("", "")),
        ("DSC_0001.jpg", jpeg(dated()), ("exif", "medium")),
        ("Scan 1.jpg", encoded("JPEG"), ("name", "low")),
        ("x.jpg", encoded("JPEG"), ("", "")),
    ],
)
def test_the_origin_comes_with_its_cause_and_weight(name, data, expected):
    found = claims(data, name)

    assert (found.origin_cause, found.origin_weight) == expected
    assert bool(cause_words(found.origin_cause)) == bool(expected[0])


def test_a_picture_that_was_stored_seconds_after_it_was_taken_is_no_changed_one():
    block = dated()
    block.main.append(ascii_entry(0x132, b"2024:02:14 07:31:30"))

    assert "modified_later" not in codes(claims(jpeg(block)))


def test_a_history_of_editing_in_xmp_is_named():
    xmp = segment(
        0xE1,
        b"http://ns.adobe.com/xap/1.0/\0<xmpMM:History><rdf:li stEvt:action='saved' "
        b"stEvt:softwareAgent='Adobe Photoshop Lightroom 7.0'/></xmpMM:History>",
    )

    assert claims(jpeg(dated(), before=xmp)).origin == "edited"


@pytest.mark.parametrize(
    "data",
    [
        jpeg(dated(), before=segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x20jumb\0\0\0\x18jumdc2pa")),
        png(chunk(b"caBX", b"jumb")),
        webp(dated().build()) + b"C2PA\4\0\0\0jumb",
    ],
    ids=["JPEG", "PNG", "WebP"],
)
def test_a_signed_history_is_said_and_left_to_experts(data):
    assert "c2pa" in codes(claims(data))


def by_maker(make: bytes, *, note: bool) -> Block:
    """A dated block of a maker, with or without its own notes."""
    block = Block(main=[ascii_entry(0x10F, make), ascii_entry(0x110, b"Kamera 1")])
    block.exif = [ascii_entry(0x9003, b"2024:02:14 07:30:05")]
    if note:
        block.exif.append((0x927C, 7, 6, b"catat\0"))
    return block


def test_a_camera_that_always_leaves_notes_and_its_own_tables_did_not_write_this_file():
    found = claims(jpeg(by_maker(b"Canon", note=False), quality=83))

    written = {one.code: one.values for one in found.signals}
    assert written["maker_note_missing"] == {"make": "Canon"}
    assert written["tables_standard"] == {"make": "Canon", "quality": "83"}


def test_own_notes_own_tables_and_makers_without_such_ways_say_nothing():
    own = list(range(1, 65))
    from_camera = claims(jpeg(by_maker(b"Apple", note=True), qtables=[own, own]))
    from_phone = claims(jpeg(by_maker(b"samsung", note=False), quality=95))

    for found in (from_camera, from_phone):
        assert not codes(found) & {"maker_note_missing", "tables_standard"}


def test_where_the_program_is_named_that_alone_is_told():
    block = by_maker(b"Canon", note=False)
    block.main.append(ascii_entry(0x131, b"Adobe Photoshop CC 2015"))

    assert codes(claims(jpeg(block))) & {"edited", "maker_note_missing"} == {"edited"}
