"""Where pictures were taken, as persons say: for many at once, carried along, taken back."""

import pytest

from cases.errors import NetraError
from cases.work.camera_clocks import ClockError, state_clock, state_zone
from cases.work.custody import custody_of
from cases.work.evidence_records import Placed
from cases.work.exhibits import link_exhibits, list_exhibits, read_exhibit, read_exhibits
from cases.work.former_statements import CLOCK, PLACE, ZONE, former_of, restore
from cases.work.history import read_history
from cases.work.records import Place
from cases.work.stated_places import CONFIRMED, NOT_PLACED, STATED, UNKNOWN, state_place
from cases.work.time_trials import try_statement
from tests.cases.work.story import bodies, carry, take_in
from tests.cases.work.test_camera_clocks import NAIVE

THERE = Placed(Place(code="53.01.06"), STATED)


def placed(home, case, exhibit):
    return read_exhibit(home, exhibit, case).placed


def test_one_event_places_many_pictures_and_names_the_district(home, story):
    state_place(home, story.case, story.photos, THERE, "dilihat sendiri")

    for photo in story.photos:
        found = placed(home, story.case, photo)
        assert found.how == STATED
        assert found.place.code == "53.01.06"
        assert found.place.text.startswith("Kupang Timur")
        assert custody_of(home, photo)[-1].act == "placed_stated"
    assert len(bodies(home, story.case, "exhibit.placed")) == 1
    assert "Kupang Timur" in read_history(home, story.case)[0].words


def test_that_nobody_knows_is_an_answer_too(home, story):
    state_place(home, story.case, story.photos, Placed(THERE.place, UNKNOWN), "")

    assert placed(home, story.case, story.photos[0]) == Placed(Place(), UNKNOWN)
    assert "tidak diketahui" in read_history(home, story.case)[0].words


@pytest.mark.parametrize(
    ("place", "code"), [(Place(" "), "empty-text"), (Place("x", "53.1"), "bad-region-code")]
)
def test_a_place_needs_words_or_a_good_code(home, story, place, code):
    with pytest.raises(NetraError) as caught:
        state_place(home, story.case, story.photos, Placed(place, STATED), "")
    assert caught.value.code == code


def test_a_place_stated_before_sorting_follows_into_the_case(home, story):
    photo = take_in(home, None, "lepas.jpg", taken=NAIVE)
    state_place(home, None, [photo], Placed(THERE.place, CONFIRMED), "")

    link_exhibits(home, story.case, [photo])

    assert placed(home, story.case, photo).how == CONFIRMED
    assert [one.id for one in read_exhibits(home, [photo], story.case)] == [photo]


def test_two_officers_who_disagree_place_nothing(home, elsewhere, story):
    carry(home, elsewhere, story.case)
    state_place(home, story.case, story.photos, THERE, "")
    other = Placed(Place(code="53.71.02"), STATED)
    state_place(elsewhere, story.case, story.photos, other, "")
    carry(elsewhere, home, story.case)

    assert placed(home, story.case, story.photos[0]) == NOT_PLACED
    state_place(home, story.case, story.photos, other, "sudah dibicarakan")
    assert placed(home, story.case, story.photos[0]).place.code == "53.71.02"


def test_what_was_stated_is_taken_back_to_what_stood_before(home, story):
    photo = take_in(home, story.case, taken=NAIVE)
    state_zone(home, story.case, [photo], "+07:00", "")
    fields = (ZONE, CLOCK, PLACE)
    former = former_of(home, story.case, [photo], fields)
    before = read_exhibit(home, photo, story.case)
    state_zone(home, story.case, [photo], "+08:00", "")
    state_clock(home, story.case, [photo], ClockError(3_600_000, 0), "jam radio")
    state_place(home, story.case, [photo], THERE, "")

    restore(home, former, "diurungkan")

    assert read_exhibit(home, photo, story.case) == before
    assert custody_of(home, photo)[-1].act == "statement_withdrawn"
    assert former_of(home, story.case, [photo], fields) == former
    restore(home, former_of(home, story.case, [photo], (PLACE,)), "")
    assert len(bodies(home, story.case, "exhibit.statement_withdrawn")) == 2


def test_a_statement_is_tried_before_it_is_made(home, story):
    photos = [take_in(home, story.case, f"{n}.jpg", taken=NAIVE) for n in range(2)]
    sure = take_in(home, story.case, "x.jpg", taken={**NAIVE, "zone_source": "exif"})

    trials = try_statement(home, story.case, [*photos, sure], offset="+08:00")

    assert [trial.changes for trial in trials] == [True, True, False]
    assert trials[0].after.taken.earliest == "2024-01-21T02:15:00Z"
    assert [one.taken for one in list_exhibits(home, story.case)[2:4]] == [
        trial.before.taken for trial in trials[:2]
    ]
    (shifted,) = try_statement(home, story.case, photos[:1], clock=ClockError(60_000, 0))
    assert shifted.after.taken.earliest == "2024-01-21T01:14:00Z"
