"""What the viewer says of times, zones and clocks."""

import pytest

from cases.work.evidence_records import Taken, TimeSourceRecord
from gui.pages.exhibit.words import (
    clock_words,
    duration_words,
    interval_words,
    stated_words,
    zone_words,
)

WITA = "+08:00"
POINT = Taken(
    local="2024:02:14 07:30:05",
    offset=WITA,
    earliest="2024-02-13T23:30:05Z",
    latest="2024-02-13T23:30:05Z",
    zone_source="exif",
)


def test_a_moment_is_said_with_its_seconds_and_an_interval_with_both_ends():
    assert interval_words(POINT, WITA) == "14 Feb 2024, 07.30 WITA (07.30.05 WITA)"
    between = Taken(earliest="2024-02-13T22:30:05Z", latest="2024-02-14T00:30:05Z")
    assert interval_words(between, WITA) == (
        "antara 14 Feb 2024, 06.30 WITA dan 14 Feb 2024, 08.30 WITA"
    )
    assert interval_words(Taken(), WITA) == "waktu belum diketahui"


def test_a_zone_is_said_with_who_says_so():
    assert zone_words(POINT) == "WITA, tertulis di dalam berkas"
    assert zone_words(Taken(offset=WITA, zone_source="stated")) == "WITA, dinyatakan pengawas"
    assert zone_words(Taken()) == "belum diketahui"


@pytest.mark.parametrize(
    ("clock", "error", "doubt", "words"),
    [
        ("", 0, 0, ""),
        ("measured", 125_000, 625, "2 menit 5 detik terlalu cepat ± 0,625 detik, diukur"),
        ("stated", -3_600_000, 60_000, "1 jam terlalu lambat ± 1 menit, dinyatakan"),
        ("stated", 0, 0, "tepat ± 0 detik, dinyatakan"),
    ],
)
def test_the_error_of_a_clock_is_said_with_its_doubt(clock, error, doubt, words):
    taken = Taken(clock=clock, clock_error_ms=error, clock_plus_minus_ms=doubt)
    said = clock_words(taken)
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_what_a_source_states_is_said_as_it_was_understood():
    stated = TimeSourceRecord("gps", "x", "2024-02-13T23:30:05", "+00:00", "")
    assert stated_words(stated) == "13 Feb 2024, 23.30.05 UTC"
    assert stated_words(TimeSourceRecord("filename", "x", "2024-02-14", "", "")) == "14 Feb 2024"
    assert stated_words(TimeSourceRecord("xmp", "x", "", "", "kosong")) == ""


def test_how_long_a_recording_lasts():
    assert duration_words(125_400) == "2.05"
    assert duration_words(3_725_000) == "1.02.05"
