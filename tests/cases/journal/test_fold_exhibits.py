"""Exhibits as rows: custody, print copies, captures, markers, derived copies, clocks."""

import json

from tests.cases.journal.telling import ME, ONE, PHOTO, TWO, values


def test_everything_done_to_an_exhibit_is_in_its_custody_log(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    story.tell("exhibit.seen_again", {"exhibit": ONE, "file": "lagi.jpg"})
    story.tell("exhibit.captioned", {"exhibit": ONE, "caption": "depan"})
    story.tell("exhibit.timed", {"exhibits": [ONE, TWO], "offset": "+08:00"})
    story.tell("exhibit.viewed", {"exhibit": ONE}, cls="access")
    story.tell("exhibit.printed", {"exhibit": ONE, "why": "LHP"}, cls="access")

    acts = [row["act"] for row in sorted(story.rows("custody"), key=lambda row: row["lam"])]
    assert acts == ["taken_in", "seen_again", "captioned", "timed", "viewed", "printed"]
    assert story.row("exhibit")["caption"] == "depan"


def test_what_is_said_of_an_exhibit_that_is_not_there_makes_no_row(story):
    story.tell("exhibit.captioned", {"exhibit": ONE, "caption": "depan"})
    story.tell("exhibit.preview", {"exhibit": ONE, "object": "0" * 64})

    assert story.rows("exhibit") == []


def test_a_print_copy_is_named(story):
    story.tell("exhibit.taken_in", PHOTO)
    story.tell("exhibit.preview", {"exhibit": ONE, "object": "f" * 64})

    assert story.row("exhibit")["preview"] == "f" * 64


def test_a_picture_that_cannot_be_decoded_becomes_an_attachment_with_the_reason(story):
    story.tell("exhibit.taken_in", PHOTO)
    story.tell("exhibit.preview", {"exhibit": ONE, "object": "", "reason": "terpotong"})
    story.tell("exhibit.preview", {"exhibit": ONE, "object": ""})

    assert (story.row("exhibit")["kind"], story.row("exhibit")["reason"]) == (
        "attachment",
        "terpotong",
    )


def test_a_code_is_given_once_and_never_renumbered(story):
    start = {"dev": ME.dev, "case": None, "line_sha256": "a" * 64}
    story.tell("exhibit.linked", {**PHOTO, "code": "B-01", "from": start})
    story.tell("exhibit.linked", {**PHOTO, "code": "B-09", "from": start}, who=1)

    assert story.row("exhibit")["code"] == "B-01"
    assert len(story.rows("custody")) == 2


def test_a_capture_is_described_field_by_field(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    story.tell("capture.described", {"exhibit": TWO, "url": "https://contoh.example/x"})
    first = story.tell(
        "capture.described",
        {"exhibit": ONE, "url": "https://contoh.example/1", "visible": {"url": True}},
    )
    story.tell("capture.described", {"exhibit": ONE, "account": "@contoh"}, saw=[first])
    story.tell("capture.rechecked", {"exhibit": ONE, "still_online": False, "at": "2024-01-22"})
    story.tell("capture.rechecked", {"exhibit": TWO, "still_online": True, "at": "2024-01-22"})

    row = story.row("capture")
    assert (row["url"], row["account"]) == ("https://contoh.example/1", "@contoh")
    assert json.loads(row["visible"]) == {"url": True}
    assert story.row("recheck")["still_online"] == 0
    acts = [one["act"] for one in sorted(story.rows("custody"), key=lambda row: row["lam"])]
    assert acts == ["taken_in", "described", "described", "rechecked"]


def test_a_marker_is_placed_and_taken_away_with_a_reason(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    story.tell("marker.placed", {"exhibit": TWO, "party": TWO, "x": 1, "y": 2})
    placed = story.tell("marker.placed", {"exhibit": ONE, "party": TWO, "x": 500, "y": 250})
    story.tell("marker.removed", {"marker": placed, "reason": "salah orang"})
    story.tell("marker.removed", {"marker": "f" * 64, "reason": "tidak ada"})

    row = story.row("marker")
    assert (row["x"], row["y"], row["live"]) == (500, 250, 0)
    assert sorted(one["act"] for one in story.rows("custody")) == [
        "marked",
        "taken_in",
        "unmarked",
    ]


def test_a_derived_copy_stands_beside_its_exhibit_and_is_none(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    body = {
        "copy": TWO,
        "exhibit": ONE,
        "code": "B-01/S1",
        "object": "f" * 64,
        "parent_sha256": "0" * 64,
        "operations": [{"op": "blur", "x": 0, "y": 0, "w": 500, "h": 500}],
        "reason": "wajah anak",
    }
    first = story.tell("copy.derived", body)
    story.tell("copy.derived", {**body, "code": "B-01/S9"}, who=1)
    story.tell("copy.derived", {**body, "copy": ONE, "exhibit": TWO})

    row = story.row("derived")
    assert (row["code"], row["event"], row["parent_sha256"]) == ("B-01/S1", first, "0" * 64)
    assert json.loads(row["operations"]) == body["operations"]
    assert story.row("exhibit")["object"] == "0" * 64
    told = [(one["act"], one["why"]) for one in story.rows("custody") if one["act"] == "derived"]
    assert told == [("derived", "B-01/S1: wajah anak")]


def test_a_copy_that_came_from_another_stream_says_from_where(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    start = {"dev": ME.dev, "case": None, "line_sha256": "a" * 64}
    body = {"copy": TWO, "exhibit": ONE, "code": "B-01/S1", "object": "f" * 64, "operations": []}
    story.tell("copy.derived", {**body, "parent_sha256": "0" * 64, "reason": "", "from": start})

    assert story.row("derived")["copied_from"] == "a" * 64


def test_that_the_original_was_asked_for_is_in_the_custody_log(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    story.tell("original.requested", {"exhibit": ONE, "why": "tanpa data kamera"})
    story.tell("original.requested", {"exhibit": TWO})

    assert [one["why"] for one in story.rows("custody") if one["act"] == "requested"] == [
        "tanpa data kamera"
    ]


def test_an_original_found_damaged_is_not_told_as_sound(story):
    story.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    story.tell("exhibit.rehashed", {"exhibit": ONE}, cls="access")
    story.tell("exhibit.rehashed", {"exhibit": ONE, "damaged": True}, cls="access")

    acts = [one["act"] for one in sorted(story.rows("custody"), key=lambda row: row["lam"])]
    assert acts == ["taken_in", "rehashed", "found_damaged"]


def test_a_clock_error_stands_beside_each_photo_it_was_stated_for(story):
    story.tell("exhibit.taken_in", PHOTO)
    body = {"exhibits": [ONE, TWO], "error_ms": 125_000, "plus_minus_ms": 500}
    story.tell("exhibit.clock_stated", body)

    (edit,) = [row for row in story.rows("edit") if row["field"] == "clock"]
    assert (edit["entity"], values(edit["live"])[0]["error_ms"]) == (ONE, 125_000)
    assert [row["act"] for row in story.rows("custody")].count("clock_stated") == 1
