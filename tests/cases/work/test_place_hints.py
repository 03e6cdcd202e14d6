from typing import Any

import pytest

from cases.work import regions
from cases.work.attendance import add_attendance
from cases.work.exhibits import read_exhibit
from cases.work.incidents import edit_incident
from cases.work.place_hints import place_hint, place_hints
from cases.work.records import Place
from tests.cases.work.region_sample import write_pack
from tests.cases.work.story import take_in


@pytest.fixture
def borders(home, tmp_path):
    regions.install_regions(home, write_pack(tmp_path / "wilayah.sqlite"), unsigned=True)


def at(lat: str, lon: str) -> dict[str, Any]:
    return {"gps": {"lat": lat, "lon": lon}}


def codes(hint) -> list[tuple[str, str]]:
    return [(signal.code, signal.weight) for signal in hint.signals]


def test_a_picture_of_the_duty_area_has_a_place_and_no_signal(home, story, borders):
    photo = take_in(home, story.case, **at("-10.15", "123.62"))

    (hint,) = place_hints(home, story.case)

    assert hint.exhibit == photo
    assert hint.guess is not None
    assert hint.guess.code == "53.01.06"
    assert hint.signals == ()


def test_a_picture_outside_the_duty_area_is_worth_a_look(home, story, borders):
    take_in(home, story.case, **at("-10.15", "123.75"))
    take_in(home, story.case, **at("-10.15", "123.705"))

    clear, at_the_border = place_hints(home, story.case)

    assert codes(clear) == [("outside_duty_area", "medium")]
    assert "Contoh Timur" in clear.signals[0].text
    assert codes(at_the_border) == [("outside_duty_area", "low")]


def test_a_picture_far_from_the_stated_point_says_how_far(home, story):
    photo = take_in(home, story.case, **at("-10.15", "123.62"))
    add_attendance(home, story.incident, story.respondent, exhibits=[photo])
    edit_incident(home, story.incident, place=Place("Lapangan", "", "-10.15", "123.71"))

    (hint,) = place_hints(home, story.case)

    assert hint.guess is None, "no region pack"
    assert codes(hint) == [("far_from_incident", "medium")]
    assert "9,9 km" in hint.signals[0].text
    assert "PR-01" in hint.signals[0].text
    assert place_hint(home, read_exhibit(home, photo, story.case), story.case) == hint
    undated = read_exhibit(home, story.photos[0], story.case)
    assert place_hint(home, undated, story.case) is None


def test_a_picture_in_another_district_than_stated_is_a_weak_hint(home, story, borders):
    photo = take_in(home, story.case, **at("-10.15", "123.62"))
    add_attendance(home, story.incident, story.respondent, exhibits=[photo])
    edit_incident(home, story.incident, place=Place("Lapangan", "53.01.07"))
    assert codes(place_hints(home, story.case)[0]) == [("far_from_incident", "low")]

    edit_incident(home, story.incident, place=Place("Lapangan", "530106"))
    assert codes(place_hints(home, story.case)[0]) == []


def test_what_is_near_the_stated_point_is_no_signal(home, story):
    photo = take_in(home, story.case, **at("-10.15", "123.62"))
    add_attendance(home, story.incident, story.respondent, exhibits=[photo])
    edit_incident(home, story.incident, place=Place("Lapangan", "", "-10.16", "123.63"))

    assert codes(place_hints(home, story.case)[0]) == []


def test_unsorted_pictures_have_hints_too_and_odd_coordinates_none(home, borders):
    take_in(home, None, **at("-10.15", "123.75"))
    take_in(home, None, **at("timur", "barat"))
    take_in(home, None)

    good, odd = place_hints(home)

    assert codes(good) == [("outside_duty_area", "medium")]
    assert (odd.guess, odd.signals) == (None, ())
