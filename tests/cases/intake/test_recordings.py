"""Films and voice notes: when, how long, where, which way up; the trap of the header's zone."""

import json
import os
import random
import shutil
import struct
import subprocess
from datetime import UTC, datetime

import pytest

from cases.intake.audio import read_audio
from cases.intake.source import Source
from cases.intake.video import read_movie
from tests.cases.intake.recordings import (
    SECONDS_1904,
    amr,
    apple_meta,
    film,
    header,
    id3_text,
    loci,
    mp3,
    opus,
    track,
    user_text,
    wav,
)
from tests.cases.intake.samples import box, claims, codes, write

MOMENT = int(datetime(2024, 2, 14, 0, 30, tzinfo=UTC).timestamp()) + SECONDS_1904
LOCAL = MOMENT + 7 * 3600


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_film_says_when_how_long_how_large_and_which_way_up(rotation, wide):
    sound = track((0, 0), kind=b"soun")
    made = film(
        header(MOMENT, 75_500, 1000, wide=wide), sound, track((1280, 720), rotation, wide=wide)
    )

    found = claims(made, "film.bin")

    assert (found.media_type, found.reason) == ("video/mp4", "video")
    assert (found.width, found.height) == (1280, 720)
    assert found.media is not None
    assert (found.media.duration_ms, found.media.rotation) == (75_500, rotation)
    assert [(s.kind, s.local, s.offset) for s in found.taken.sources] == [
        ("quicktime", "2024-02-14T00:30:00", None)
    ]
    assert (found.taken.local, found.taken.earliest) == (None, None)


def test_the_key_of_apple_is_a_moment_because_it_names_its_offset():
    keys = {
        b"com.apple.quicktime.creationdate": b"2024-02-14T07:30:00+0700",
        b"com.apple.quicktime.location.ISO6709": b"-06.1754+106.8270+012.000/",
        b"com.apple.quicktime.make": b"Contoh",
        b"com.apple.quicktime.model": b"Ponsel 1",
    }
    made = film(header(MOMENT, 0, 600), track(), apple_meta(keys), brand=b"qt  ")

    found = claims(made)

    assert found.media_type == "video/quicktime"
    assert found.taken.earliest == found.taken.latest == "2024-02-14T00:30:00Z"
    assert [(s.local, s.offset) for s in found.taken.sources] == [
        ("2024-02-14T00:30:00", None),
        ("2024-02-14T07:30:00", "+07:00"),
    ]
    assert found.gps is not None
    assert (found.gps.lat, found.gps.lon) == ("-6.1754", "106.827")
    assert (found.camera.make, found.camera.model, found.origin) == (
        "Contoh",
        "Ponsel 1",
        "camera",
    )
    assert "video_time_zoned" in codes(found)


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ([box(b"udta", user_text(b"\xa9xyz", b"-10.1718+123.6070/"))], ("-10.1718", "123.607")),
        ([box(b"udta", user_text(b"\xa9xyz", b"+0000.000+10920.400/"))], ("0.0", "109.34")),
        ([box(b"udta", user_text(b"\xa9xyz", b"-061030.6+1064937.2/"))],
         ("-6.1751667", "106.827")),
        ([box(b"udta", loci(-10.5, 123.5))], ("-10.5", "123.5")),
        ([box(b"udta", apple_meta({b"com.apple.quicktime.location.ISO6709": b"-01.5+120.5/"}))],
         ("-1.5", "120.5")),
        ([apple_meta({b"com.apple.quicktime.location.ISO6709": b"-01.5+120.5/"}, iso=True)],
         ("-1.5", "120.5")),
        ([box(b"udta", user_text(b"\xa9xyz", b"+00.0000+000.0000/"))], None),
        ([box(b"udta", user_text(b"\xa9xyz", b"+95.0000+100.0000/"))], None),
        ([box(b"udta", user_text(b"\xa9xyz", b"-0675.00+10600.00/"))], None),
        ([box(b"udta", user_text(b"\xa9xyz", b"di lapangan"))], None),
    ],
    ids=["degrees", "minutes", "seconds", "3GPP", "below", "with version", "zero", "range",
         "75 minutes", "words"],
)  # fmt: skip
def test_the_place_of_a_film_in_every_form(parts, where):
    found = claims(film(header(MOMENT, 0, 600), track(), *parts), "a.mp4")

    assert (None if found.gps is None else (found.gps.lat, found.gps.lon)) == where
    if parts and where is None and b"lapangan" not in parts[0]:
        assert "gps_refused" in codes(found)


@pytest.mark.parametrize(
    ("seconds", "name", "code"),
    [
        (MOMENT + 20, "VID_20240214_073000.mp4", "video_time_zoned"),
        (MOMENT - 3600 + 20, "VID_20240214_073000.mp4", "video_time_zoned"),
        (LOCAL + 20, "VID_20240214_073000.mp4", "video_time_local"),
        (LOCAL + 5 * 3600, "VID_20240214_073000.mp4", "video_time"),
        (MOMENT, "VID-20240214-WA0003.mp4", "video_time"),
        (MOMENT, "film.mp4", "video_time"),
    ],
)
def test_the_name_of_the_file_shows_whether_the_header_is_utc(seconds, name, code):
    made = film(header(seconds, 20_000, 1000), track())

    found = claims(made, name)

    assert code in codes(found)
    assert found.taken.earliest is None


def test_a_recording_without_pictures_is_sound():
    made = film(header(MOMENT, 30_000, 1000), track((0, 0), kind=b"soun"))

    found = claims(made, "suara.mp4")

    assert (found.media_type, found.reason) == ("video/mp4", "audio")
    assert claims(film(header(0, 30_000, 1000), brand=b"M4A "), "a.m4a").media_type == "audio/mp4"


def test_a_film_of_no_known_length_has_none():
    assert (
        read_movie(Source.of_bytes(film(header(MOMENT, 0xFFFFFFFF, 1000)), "")).duration_ms is None
    )
    assert read_movie(Source.of_bytes(film(header(MOMENT, 5, 0)), "")).duration_ms is None
    assert read_movie(Source.of_bytes(film(), "")).header is None


def test_tables_that_lie_are_left_where_they_end():
    keys = box(b"keys", b"\0\0\0\0", struct.pack(">I", 4_000_000_000), b"\0\0\0\4mdta")
    values = box(b"ilst", box(b"\0\0\0\1", box(b"data", b"\0" * 8, b"-01.5+120.5/")))
    handler = box(b"hdlr", b"\0" * 25)
    loose = box(b"udta", box(b"loci", b"\0" * 6), box(b"\xa9xyz", b"\xff"))
    short = box(b"trak", box(b"mdia", handler), box(b"tkhd", b"\0" * 8))

    found = claims(film(header(MOMENT, 1, 1), box(b"meta", handler, keys, values), loose, short))

    assert found.gps is None
    assert found.reason != "damaged"


def test_a_signed_history_is_noticed():
    mark = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")

    assert "c2pa" in codes(claims(film(header(MOMENT, 1, 1)) + box(b"uuid", mark, b"\0" * 8)))


@pytest.mark.parametrize(
    ("data", "name", "media_type", "length", "stated"),
    [
        (opus(12.5, "TITLE=Pesan", "DATE=2024-02-14T07:30:00+07:00"), "PTT-20240214-WA0001.opus",
         "audio/ogg", 12_500, ("2024-02-14T07:30:00", "+07:00")),
        (mp3(10), "a.mp3", "audio/mpeg", 9_977, None),
        (mp3(10, id3_text(b"TDRC", "2024-02-14T07:30:00"), info=True), "a.mp3",
         "audio/mpeg", 9_978, ("2024-02-14T07:30:00", None)),
        (mp3(10, id3_text(b"TYER", "2024"), id3_text(b"TDAT", "1402"), id3_text(b"TIME", "0730"),
             version=3), "a.mp3", "audio/mpeg", 9_977, ("2024-02-14T07:30:00", None)),
        (wav(3, b"2024-02-1407:30:00"), "a.wav", "audio/wav", 3_000,
         ("2024-02-14T07:30:00", None)),
        (amr(4), "a.amr", "audio/amr", 4_000, None),
    ],
    ids=["opus", "mp3", "mp3 with counted frames", "mp3 of old tags", "wav", "amr"],
)  # fmt: skip
def test_voice_notes_say_how_long_and_when(data, name, media_type, length, stated):
    found = claims(data, name)

    assert (found.media_type, found.reason) == (media_type, "audio")
    assert found.media is not None
    assert found.media.duration_ms == pytest.approx(length, abs=60)
    times = [(s.local, s.offset) for s in found.taken.sources if s.kind == "tag"]
    assert times == ([stated] if stated else [])
    assert found.taken.earliest is None


def test_a_year_alone_is_no_time_and_titles_are_told():
    found = claims(
        mp3(1, id3_text(b"TIT2", "Pidato contoh", wide=True), id3_text(b"TDRC", "2024"))
    )

    (stated,) = found.taken.sources
    assert (stated.raw, stated.local, stated.refused) == ("2024", None, "form")
    assert found.media is not None
    assert found.media.title == "Pidato contoh"


@pytest.mark.parametrize("kind", ["audio/mpeg", "audio/ogg", "audio/wav", "audio/amr"])
def test_broken_sound_is_read_to_its_end_and_no_further(kind):
    dice = random.Random(11)
    whole = {"audio/mpeg": mp3(1, id3_text(b"TDRC", "2024")), "audio/ogg": opus(1, "DATE=2024"),
             "audio/wav": wav(1, b"2024"), "audio/amr": amr(1)}[kind]  # fmt: skip
    for _ in range(200 * int(os.environ.get("NETRA_CAMPAIGN", "1"))):
        data = bytearray(whole[: dice.randrange(1, len(whole))])
        for _ in range(dice.choice([0, 1, 8])):
            data[dice.randrange(min(len(data), 300))] = dice.randrange(256)
        with Source.of_bytes(bytes(data), "a") as source:
            assert (read_audio(source, kind).duration_ms or 0) >= 0


@pytest.mark.needs_peer
@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")
def test_another_reader_agrees_on_films_made_here(tmp_path):
    dice = random.Random(5)
    expected = {}
    for number in range(40):
        # from 1990 on: what reads as earlier is refused here and repaired there
        seconds = dice.randrange(2_714_000_000, 4_000_000_000)
        rotation = dice.choice([0, 90, 180, 270])
        place = b"%+08.4f%+09.4f/" % (dice.uniform(-11, 6), dice.uniform(95, 141))
        parts = [
            header(seconds, dice.randrange(1, 10**6), 1000, wide=dice.random() < 0.3),
            track((1280, 720), rotation),
            box(b"udta", user_text(b"\xa9xyz", place)),
        ]
        path = write(tmp_path, f"{number}.mp4", film(*parts))
        expected[str(path)] = claims(path.read_bytes(), path.name)

    answer = subprocess.run(
        ["exiftool", "-json", "-n", "-CreateDate", "-Duration", "-Rotation", "-GPSLatitude",
         "-GPSLongitude", "-ImageWidth", "-ImageHeight", "-MIMEType", *expected],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    for other in json.loads(answer.stdout):
        found = expected[other["SourceFile"]]
        assert found.media is not None
        assert found.gps is not None
        assert found.media_type == other["MIMEType"]
        assert found.taken.sources[0].raw == other["CreateDate"]
        assert found.media.duration_ms == pytest.approx(other["Duration"] * 1000, abs=1)
        assert found.media.rotation == other["Rotation"]
        assert (found.width, found.height) == (other["ImageWidth"], other["ImageHeight"])
        assert float(found.gps.lat) == pytest.approx(other["GPSLatitude"], abs=1e-5)
        assert float(found.gps.lon) == pytest.approx(other["GPSLongitude"], abs=1e-5)
