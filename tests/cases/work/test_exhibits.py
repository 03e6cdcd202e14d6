from typing import Any

import pytest

from cases.clock import Moment, use
from cases.errors import NetraError
from cases.work.camera_clocks import state_zone
from cases.work.cases import open_case, read_case_file
from cases.work.custody import custody_of
from cases.work.evidence_records import Taken
from cases.work.exhibits import (
    caption_exhibit,
    handle_exhibit,
    link_exhibits,
    list_exhibits,
    preview_bytes,
    read_exhibit,
    resolve_exhibit,
    taken_in_on,
    view_exhibit,
)
from cases.work.records import Regime, Source
from tests.cases.work.story import NOWHERE, bodies, carry, made, preview, take_in

NAIVE: dict[str, Any] = {
    "raw": "2024:01:21 10:15:00",
    "local": "2024-01-21T10:15:00",
    "offset": None,
    "earliest": "2024-01-21T01:15:00Z",
    "latest": "2024-01-21T03:15:00Z",
    "zone_source": "unknown",
    "sources": [],
}


@pytest.fixture
def clock():
    def at(wall: str) -> None:
        use(lambda: Moment(wall, 0, "boot", "+07:00"))

    yield at
    use(None)


def test_an_exhibit_outside_of_cases_is_unsorted_until_it_is_linked(home, story):
    stray = take_in(home, None, "kampanye.jpg", camera={"make": "Contoh", "model": "K1"})
    print_copy = preview(home, None, stray)
    caption_exhibit(home, stray, "panggung")
    assert [one.id for one in list_exhibits(home)] == [stray]

    link_exhibits(home, story.case, [stray, stray])
    link_exhibits(home, story.case, [stray])

    linked = list_exhibits(home, story.case)[2]
    assert (linked.code, linked.file, linked.camera) == ("B-03", "kampanye.jpg", "Contoh K1")
    assert (linked.preview, linked.caption) == (print_copy, "panggung")
    assert list_exhibits(home) == ()
    (body,) = bodies(home, story.case, "exhibit.linked")
    assert body["from"]["case"] is None
    assert body["from"]["line_sha256"] == custody_of(home, stray)[0].event


def test_a_code_is_never_given_anew(home, story):
    preview(home, story.case, story.photos[0])
    take_in(home, story.case)

    assert [one.code for one in list_exhibits(home, story.case)] == ["B-01", "B-02", "B-03"]


def test_custody_names_every_touch_in_order(home, story):
    photo = story.photos[0]
    view_exhibit(home, photo)
    caption_exhibit(home, photo, "camat di panggung")
    handle_exhibit(home, photo, "exported", "untuk ahli")

    log = custody_of(home, photo)
    assert [line.act for line in log] == ["taken_in", "viewed", "captioned", "exported"]
    assert log[3].why == "untuk ahli"


def test_looking_at_an_exhibit_changes_no_content(home, story):
    before = read_case_file(home, story.case).content_head

    view_exhibit(home, story.photos[0])

    assert read_case_file(home, story.case).content_head == before


def test_a_zone_stated_for_naive_times_closes_the_interval(home, story):
    photo = take_in(home, story.case, taken=NAIVE)
    zoned = take_in(home, story.case, taken={**NAIVE, "offset": "+07:00", "zone_source": "exif"})

    state_zone(home, story.case, [photo, zoned], "+08:00", "jam kamera disetel WITA")

    first, second = list_exhibits(home, story.case)[2:]
    assert first.taken == Taken(
        raw="2024:01:21 10:15:00",
        local="2024:01:21 10:15:00",
        offset="+08:00",
        earliest="2024-01-21T02:15:00Z",
        latest="2024-01-21T02:15:00Z",
        zone_source="stated",
    )
    assert second.taken.zone_source == "exif"


def test_zones_that_contradict_each_other_leave_the_interval_open(home, elsewhere, story):
    photo = take_in(home, story.case, taken=NAIVE)
    carry(home, elsewhere, story.case)
    state_zone(home, story.case, [photo], "+08:00", "")
    state_zone(elsewhere, story.case, [photo], "+07:00", "")
    carry(elsewhere, home, story.case)

    assert list_exhibits(home, story.case)[2].taken.zone_source == "unknown"

    state_zone(home, story.case, [photo], "+08:00", "ditanyakan kepada pemotret")
    assert list_exhibits(home, story.case)[2].taken.offset == "+08:00"


def test_a_zone_that_is_none_of_the_country_is_refused(home, story):
    with pytest.raises(NetraError) as refused:
        state_zone(home, story.case, [story.photos[0]], "+05:30", "")

    assert refused.value.code == "unknown-zone"


def test_an_undated_photo_stays_undated_whatever_zone_is_stated(home, story):
    state_zone(home, story.case, [story.photos[0]], "+08:00", "")

    assert list_exhibits(home, story.case)[0].taken == Taken()


def test_signals_and_reasons_are_said_in_words(home, story):
    take_in(
        home,
        story.case,
        signals=[
            {"code": "edited", "weight": "medium", "values": {"software": "Contoh 1.0"}},
            {"code": "from_a_newer_netra", "weight": "low", "values": {}},
        ],
    )

    first, second = list_exhibits(home, story.case)[2].signals
    assert "Contoh 1.0" in first.text
    assert second.text == "from_a_newer_netra"


def test_an_inspection_of_another_program_still_shows_the_exhibit(home, story):
    take_in(home, story.case, "aneh.jpg", taken="tidak tahu")

    assert list_exhibits(home, story.case)[2].file == "aneh.jpg"


def test_exhibits_of_a_day_are_those_of_the_office_day(home, clock):
    clock("2024-01-20T15:59:59.000Z")
    before = take_in(home, None)
    clock("2024-01-20T16:00:00.000Z")
    first = take_in(home, None)
    clock("2024-01-21T15:00:00.000Z")
    last = take_in(home, None)

    assert [one.id for one in taken_in_on(home, "2024-01-21")] == [last, first]
    assert [one.id for one in taken_in_on(home, "2024-01-20")] == [before]


def test_an_exhibit_is_found_by_code_or_the_beginning_of_its_hash(home, story):
    first = list_exhibits(home, story.case)[0]

    assert resolve_exhibit(home, story.case, "b-01") == first.id
    assert resolve_exhibit(home, story.case, first.object[:12]) == first.id
    for text, code in (("B-77", "no-such-exhibit"), ("", "no-such-exhibit")):
        with pytest.raises(NetraError) as refused:
            resolve_exhibit(home, story.case, text)
        assert refused.value.code == code


def test_the_print_copy_comes_from_the_vault(home, story):
    assert preview_bytes(home, story.photos[0]) == b""

    preview(home, story.case, story.photos[0])

    assert preview_bytes(home, story.photos[0]).startswith(b"print copy")


def test_only_exhibits_that_exist_can_be_linked(home, story):
    with pytest.raises(NetraError) as refused:
        link_exhibits(home, story.case, [NOWHERE])

    assert refused.value.code == "no-such-exhibit"


def test_what_is_done_with_an_exhibit_is_told_in_every_case_it_stands_in(home, story):
    other = made(open_case(home, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN))
    photo = take_in(home, None)
    link_exhibits(home, story.case, [photo])
    link_exhibits(home, other, [photo])

    view_exhibit(home, photo)
    caption_exhibit(home, photo, "panggung")

    for case in (story.case, other):
        assert bodies(home, case, "exhibit.viewed") == [{"exhibit": photo, "why": ""}]
        assert list_exhibits(home, case)[-1].caption == "panggung"
    assert bodies(home, None, "exhibit.viewed") == []


def test_one_exhibit_is_read_with_its_code_in_the_case(home, story):
    assert read_exhibit(home, story.photos[1]).code == ""
    assert read_exhibit(home, story.photos[1], story.case).code == "B-02"
    with pytest.raises(NetraError):
        read_exhibit(home, NOWHERE)
    with pytest.raises(NetraError):
        read_exhibit(home, NOWHERE, story.case)


def test_a_beginning_that_fits_several_exhibits_is_refused(home, story):
    with home.write() as tx:
        for letter in "ab":
            body = {
                "exhibit": f"0000{letter * 28}",
                "object": letter * 64,
                "file": "x.jpg",
                "size": 1,
                "kind": "photo",
                "code": "",
            }
            tx.append("exhibit.taken_in", body, case=None)

    with pytest.raises(NetraError) as refused:
        resolve_exhibit(home, None, "0000")

    assert refused.value.code == "ambiguous-exhibit"


def test_a_stated_zone_goes_with_the_exhibit_into_the_case(home, story):
    taken = {"local": "2024-01-21T10:42:00", "zone_source": "unknown"}
    stray = take_in(home, None, "IMG_0009.jpg", taken=taken)
    state_zone(home, None, [stray], "+08:00", "jam kamera disetel WITA")

    link_exhibits(home, story.case, [stray])

    linked = next(one for one in list_exhibits(home, story.case) if one.id == stray)
    assert (linked.taken.zone_source, linked.taken.earliest) == ("stated", "2024-01-21T02:42:00Z")
