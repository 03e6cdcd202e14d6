"""Dates, times and sizes in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.language import use
from cases.work import times


def test_a_stated_time_keeps_its_own_zone() -> None:
    said = times.full_time("2024-10-03T10:42+08:00", times.WIB)

    assert said == "Kamis, 3 Oktober 2024, 10.42 WITA"


def test_a_recorded_moment_is_told_in_the_zone_of_the_office() -> None:
    said = times.full_time("2024-10-03T16:30:00.000Z", times.WIT)

    assert said == "Jumat, 4 Oktober 2024, 01.30 WIT"


def test_a_bare_date_has_no_time_of_day() -> None:
    assert times.full_time("2024-10-03", times.WITA) == "Kamis, 3 Oktober 2024"
    assert times.clock("2024-10-03", times.WITA) == ""


@pytest.mark.parametrize("text", ["", "kemarin", "2024-13-40", "2024-10-03T10:42"])
def test_what_is_no_time_gives_no_words(text: str) -> None:
    assert times.full_time(text, times.WITA) == ""
    assert times.plain_date(text) == ""
    assert times.short_date(text) == ""
    assert times.utc(text) is None


def test_short_forms() -> None:
    assert times.short_date("2024-05-03") == "3 Mei 2024"
    assert times.short_time("2024-10-03T10:42+07:00") == "3 Okt 2024, 10.42 WIB"
    assert times.clock("2024-10-03T10:42:11Z", "+00:00", seconds=True) == "10.42.11"
    assert times.clock("2024-10-03T10:42+05:30") == "10.42 UTC+05:30"
    assert times.clock("2024-10-03T10:42-03:30") == "10.42 UTC-03:30"


def test_a_span_within_one_day_says_the_date_once() -> None:
    assert (
        times.span("2024-10-17T09:00+08:00", "2024-10-17T11:30+08:00")
        == "Kamis, 17 Oktober 2024, 09.00 WITA – 11.30 WITA"
    )
    assert times.span("2024-10-17", "2024-10-17") == "Kamis, 17 Oktober 2024"
    assert times.span("2024-10-17", "") == "Kamis, 17 Oktober 2024"
    assert (
        times.span("2024-10-17", "2024-10-18") == "Kamis, 17 Oktober 2024 – Jumat, 18 Oktober 2024"
    )


def test_the_window_says_months_in_its_language_and_papers_in_theirs() -> None:
    use("en")
    try:
        assert times.full_date("2024-10-03", say=str) == "Kamis, 3 Oktober 2024"
    finally:
        use("id")


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("53.01.06", times.WITA),
        ("31.71", times.WIB),
        ("11", times.WIB),
        ("64.09", times.WITA),
        ("82.01", times.WIT),
        ("91", times.WIT),
        ("96.01", times.WIT),
        ("", times.WIB),
    ],
)
def test_the_zone_follows_from_the_province(code: str, zone: str) -> None:
    assert times.zone_of_region(code) == zone


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1,0 KB"),
        (999_949, "999,9 KB"),
        (999_950, "1,0 MB"),
        (38_600_000, "38,6 MB"),
        (1_234_500_000_000, "1.234,5 GB"),
    ],
)
def test_sizes_are_decimal_with_a_comma(count: int, words: str) -> None:
    assert times.size(count) == words


@given(st.text(max_size=30), st.sampled_from([times.WIB, times.WITA, times.WIT]))
def test_no_text_breaks_the_words_for_times(text: str, zone: str) -> None:
    assert isinstance(times.full_time(text, zone), str)
    assert isinstance(times.span(text, text, zone), str)
