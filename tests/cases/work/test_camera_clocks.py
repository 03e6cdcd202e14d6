"""What persons state about the clock of a camera shifts the interval, never the camera's time."""

from typing import Any

import pytest

from cases.errors import NetraError
from cases.work.camera_clocks import ClockError, state_clock, state_zone
from cases.work.custody import custody_of
from cases.work.exhibits import link_exhibits, list_exhibits, read_exhibit
from cases.work.history import read_history
from tests.cases.work.story import bodies, carry, take_in

NAIVE: dict[str, Any] = {
    "raw": "2024:01:21 10:15:00",
    "local": "2024-01-21T10:15:00",
    "offset": None,
    "earliest": "2024-01-21T01:15:00Z",
    "latest": "2024-01-21T03:15:00Z",
    "zone_source": "unknown",
    "sources": [],
}
FAST = ClockError(125_000, 500)


def interval(home, case, exhibit):
    taken = read_exhibit(home, exhibit, case).taken
    return taken.earliest, taken.latest


def test_a_stated_error_shifts_and_widens_the_interval_outwards(home, story):
    photo = take_in(home, story.case, taken=NAIVE)

    state_clock(home, story.case, [photo], FAST, "dibandingkan dengan jam radio")

    taken = read_exhibit(home, photo, story.case).taken
    assert taken.local == "2024:01:21 10:15:00"
    assert (taken.earliest, taken.latest) == ("2024-01-21T01:12:54Z", "2024-01-21T03:12:56Z")
    assert (taken.zone_source, taken.clock) == ("unknown", "stated")
    assert (taken.clock_error_ms, taken.clock_plus_minus_ms) == (125_000, 500)


def test_zone_and_error_stated_together_leave_a_point_with_its_doubt(home, story):
    photos = [take_in(home, story.case, f"{n}.jpg", taken=NAIVE) for n in range(3)]

    state_zone(home, story.case, photos, "+08:00", "WITA")
    state_clock(home, story.case, photos, FAST, "kartu")

    assert {interval(home, story.case, photo) for photo in photos} == {
        ("2024-01-21T02:12:54Z", "2024-01-21T02:12:56Z")
    }
    assert len(bodies(home, story.case, "exhibit.clock_stated")) == 1
    assert [line.act for line in custody_of(home, photos[2])][-2:] == ["timed", "clock_stated"]
    assert "125000 ms" in read_history(home, story.case)[0].words


def test_a_clock_that_was_never_set_gets_an_interval_by_its_error(home, story):
    lost = {**NAIVE, "local": "1970-01-01T00:00:10", "earliest": None, "latest": None}
    photo = take_in(home, story.case, taken=lost)
    years = 54 * 365 * 86_400_000

    state_clock(home, story.case, [photo], ClockError(-years, 1_000), "baterai habis")

    assert interval(home, story.case, photo) == ("2023-12-18T15:00:09Z", "2023-12-18T17:00:11Z")


def test_two_errors_that_contradict_each_other_are_both_covered(home, elsewhere, story):
    photo = take_in(home, story.case, taken=NAIVE)
    state_zone(home, story.case, [photo], "+08:00", "")
    carry(home, elsewhere, story.case)
    state_clock(home, story.case, [photo], ClockError(60_000, 0), "satu")
    state_clock(elsewhere, story.case, [photo], ClockError(-60_000, 0), "dua")
    carry(elsewhere, home, story.case)

    assert interval(home, story.case, photo) == ("2024-01-21T02:14:00Z", "2024-01-21T02:16:00Z")

    state_clock(home, story.case, [photo], ClockError(60_000, 0), "diperiksa bersama")
    assert interval(home, story.case, photo) == ("2024-01-21T02:14:00Z", "2024-01-21T02:14:00Z")


def test_what_was_stated_comes_along_into_a_case(home, story):
    photo = take_in(home, None, "luar.jpg", taken=NAIVE)
    state_zone(home, None, [photo], "+08:00", "")
    state_clock(home, None, [photo], FAST, "kartu")

    link_exhibits(home, story.case, [photo])

    linked = list_exhibits(home, story.case)[2].taken
    assert (linked.earliest, linked.clock_error_ms) == ("2024-01-21T02:12:54Z", 125_000)


def test_a_picture_without_a_time_stays_undated(home, story):
    photo = take_in(home, story.case, taken={**NAIVE, "local": None, "earliest": None})

    state_clock(home, story.case, [photo], FAST, "kartu")

    assert read_exhibit(home, photo, story.case).taken.clock == ""


@pytest.mark.parametrize(
    ("clock", "reason", "code"),
    [
        (ClockError(10**15, 0), "kartu", "bad-clock-error"),
        (ClockError(0, -1), "kartu", "bad-clock-error"),
        (FAST, " ", "empty-text"),
    ],
)
def test_an_error_that_cannot_be_is_refused(home, story, clock, reason, code):
    with pytest.raises(NetraError) as refused:
        state_clock(home, story.case, [story.photos[0]], clock, reason)

    assert refused.value.code == code
