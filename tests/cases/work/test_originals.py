"""Which exhibits are only a copy of an original elsewhere; that it was asked for."""

from dataclasses import replace

import pytest

from cases.work.custody import custody_of
from cases.work.evidence_records import Taken
from cases.work.exhibits import read_exhibit
from cases.work.originals import WHY, missing_original, need_originals, request_original
from tests.cases.work.story import bodies


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
