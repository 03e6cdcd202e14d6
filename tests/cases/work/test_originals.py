"""Which exhibits are only a copy of an original elsewhere; that it was asked for."""

from dataclasses import replace

import pytest

from cases.errors import NetraError
from cases.work.custody import custody_of
from cases.work.evidence_records import Taken
from cases.work.exhibits import list_exhibits, read_exhibit
from cases.work.originals import (
    WHY,
    missing_original,
    need_originals,
    original_state,
    receive_original,
    request_original,
)
from tests.cases.work.story import bodies, take_in


@pytest.fixture
def photo(home, story):
    return read_exhibit(home, story.photos[0], story.case)


@pytest.mark.parametrize(
    ("origin", "kind"),
    [
        ("whatsapp_image", "whatsapp"),
        ("telegram", "chat"),
        ("facebook", "chat"),
        ("screenshot", "screen"),
        ("screen_photo", "screen"),
        ("edited", "edited"),
        ("unknown", "bare"),
        ("camera", "bare"),
    ],
)
def test_a_copy_and_a_picture_without_time_point_to_an_original(photo, origin, kind):
    assert missing_original(replace(photo, origin=origin)) == kind
    assert kind in WHY


def test_a_dated_photo_and_what_is_no_photo_do_not(photo):
    dated = replace(photo, taken=Taken(local="2024:02:14 07:30:00"))
    note = replace(photo, kind="attachment")

    assert need_originals([dated, note, photo]) == (photo,)


def test_that_it_was_asked_for_stands_in_the_custody_log(home, story):
    request_original(home, story.photos[0], " dikirim lewat WhatsApp ")

    assert bodies(home, story.case, "original.requested") == [
        {"exhibit": story.photos[0], "why": "dikirim lewat WhatsApp"}
    ]
    assert custody_of(home, story.photos[0])[-1].act == "requested"


def test_the_original_that_came_is_named_in_both_logs(home, story):
    copy, original = story.photos[:2]
    request_original(home, copy)
    receive_original(home, copy, original, why="dari HP pemegang")

    codes = {one.id: one.code for one in list_exhibits(home, story.case)}
    state = original_state(custody_of(home, copy, story.case))
    assert state.asked_by
    assert state.received_as == f"{codes[original]}: dari HP pemegang"
    last = custody_of(home, original, story.case)[-1]
    assert (last.act, last.why) == ("original_of", f"{codes[copy]}: dari HP pemegang")


def test_an_exhibit_is_not_the_original_of_itself_nor_of_one_in_another_case(home, story):
    loose = take_in(home, None, "IMG_0009.jpg")
    for original, code in ((story.photos[0], "same-exhibit"), (loose, "not-in-case")):
        with pytest.raises(NetraError) as refused:
            receive_original(home, story.photos[0], original)
        assert refused.value.code == code
