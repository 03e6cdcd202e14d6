"""What each event makes of the rows: one story a concept, read back from the tables."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from cases.journal.folds.case import DATE
from cases.store import Store
from cases.tables import projections
from tests.cases.authors import author

CASE = "c" * 32
ONE, TWO = "1" * 32, "2" * 32
ME = author(0)


class Story:
    """Appends events to one store and reads rows back."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def tell(self, kind: str, body: dict[str, Any], *, who: int = 0, **more: Any) -> str:
        more.setdefault("case", CASE)
        with self.store.write(author(who)) as tx:
            return tx.append(kind, body, **more)

    def rows(self, table: str) -> list[dict[str, Any]]:
        with self.store.read() as connection:
            found = connection.execute(select(projections.tables[table])).mappings()
            return [dict(row) for row in found]

    def row(self, table: str) -> dict[str, Any]:
        (row,) = self.rows(table)
        return row

    def open_case(self) -> str:
        body = {"code": "S", "title": "satu", "regime": "PEMILU", "source": "temuan", "pack": "p"}
        return self.tell("case.opened", body)


@pytest.fixture
def story(store: Store) -> Story:
    return Story(store)


def values(live: str) -> list[Any]:
    return [entry[3] for entry in json.loads(live)]


def test_an_edit_that_saw_the_old_value_replaces_it(story):
    opened = story.open_case()
    story.tell("case.edited", {"field": "title", "value": "dua"}, saw=[opened])

    assert story.row("case_file")["title"] == "dua"
    (live,) = [row["live"] for row in story.rows("edit") if row["field"] == "title"]
    assert values(live) == ["dua"]


def test_edits_that_did_not_see_each_other_stand_side_by_side(story):
    opened = story.open_case()
    story.tell("case.edited", {"field": "title", "value": "dua"}, saw=[opened])
    story.tell("case.edited", {"field": "title", "value": "tiga"}, who=1, saw=[opened])

    assert story.row("case_file")["title"] == "tiga", "the highest lamport is shown meanwhile"
    (live,) = [row["live"] for row in story.rows("edit") if row["field"] == "title"]
    assert values(live) == ["tiga", "dua"]


def test_a_place_is_kept_whole(story):
    opened = story.open_case()
    place = {"text": "Balai desa", "code": "53.01.06"}
    story.tell("case.edited", {"field": "place", "value": place}, saw=[opened])

    assert json.loads(story.row("case_file")["place"]) == place


def test_dates_that_start_clocks_are_edits_of_their_own(story):
    story.open_case()
    story.tell("case.edited", {"field": DATE + "diregistrasi", "value": "2024-10-21"})

    dates = [row for row in story.rows("edit") if row["field"].startswith("date")]
    assert values(dates[0]["live"]) == ["2024-10-21"]


def test_a_field_nobody_knows_is_kept_in_the_line_only(story):
    story.open_case()
    story.tell("case.edited", {"field": "masa depan", "value": "x"})

    assert story.row("case_file")["title"] == "satu"


def test_particulars_are_named_by_their_object(story):
    story.tell("party.described", {"party": ONE, "object": "0" * 64})
    story.tell("party.added", {"party": ONE, "code": "T-01", "role": "respondent"})
    story.tell("party.described", {"party": ONE, "object": "f" * 64})
    story.tell("party.read", {"party": ONE, "why": "surat"}, cls="access")

    assert story.row("party")["particulars"] == "f" * 64
    assert story.row("custody")["act"] == "particulars_read"


def test_an_incident_is_edited_field_by_field(story):
    story.tell("incident.edited", {"incident": TWO, "field": "kind", "value": "KAMPANYE"})
    start = {"dev": ME.dev, "case": None, "line_sha256": "a" * 64}
    story.tell(
        "incident.recorded", {"incident": ONE, "code": "PR-01", "title": "kumpul", "from": start}
    )
    story.tell("incident.edited", {"incident": ONE, "field": "kind", "value": "KAMPANYE"})
    story.tell("incident.edited", {"incident": ONE, "field": "?", "value": "x"})

    row = story.row("incident")
    assert (row["kind"], row["copied_from"]) == ("KAMPANYE", "a" * 64)


def test_attendance_said_once_more_adds_what_shows_it(story):
    body = {"attendance": ONE, "incident": ONE, "party": TWO, "exhibits": [ONE]}
    first = story.tell("attendance.recorded", body)
    story.tell("attendance.recorded", {**body, "exhibits": [ONE, TWO]}, saw=[first])

    assert json.loads(story.row("attendance")["exhibits"]) == [ONE, TWO]


def statement(story: Story, value: object, **more: Any) -> str:
    body = {"incident": ONE, "fact": "ajakan", "value": value, "sayer": more.pop("sayer", "")}
    return story.tell("statement.made", body, **more)


def live(story: Story, table: str = "statement") -> list[str]:
    return [row["value"] for row in story.rows(table) if row["live"]]


def test_one_replaces_own_words_only(story):
    mine = statement(story, True)
    statement(story, False, saw=[mine])
    assert live(story) == ["false"]

    statement(story, True, who=1, saw=[row["event"] for row in story.rows("statement")])
    assert sorted(live(story)) == ["false", "true"], "what another officer said stays"


def test_a_witness_replaces_what_the_witness_said_whoever_writes_it_down(story):
    first = statement(story, True, sayer=TWO)
    statement(story, False, sayer=TWO, who=1, saw=[first, "f" * 64])

    assert live(story) == ["false"]


def test_a_statement_is_withdrawn_with_a_reason_and_stays(story):
    first = statement(story, True)
    story.tell("statement.withdrawn", {"statement": first, "reason": "salah orang"})
    story.tell("statement.withdrawn", {"statement": "f" * 64, "reason": "tidak ada"})

    assert live(story) == []
    assert story.row("statement")["withdrawn"] == "salah orang"


def test_a_later_ruling_replaces_the_one_it_saw(story):
    body = {"incident": ONE, "fact": "ajakan", "value": True, "reason": "foto"}
    first = story.tell("fact.ruled", body)
    story.tell("fact.ruled", {**body, "value": False}, saw=[first, "f" * 64])

    assert live(story, "ruling") == ["false"]


PHOTO = {"exhibit": ONE, "object": "0" * 64, "file": "a.jpg", "size": 3, "kind": "photo"}


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


def test_a_hearing_is_set_field_by_field(story):
    story.tell("clarification.edited", {"clarification": TWO, "field": "oath", "value": "x"})
    story.tell("clarification.planned", {"clarification": ONE, "party": TWO, "number": 1})
    for field, value in (
        ("oath", "menolak"),
        ("officers", ["Contoh Yohana", "Contoh Markus"]),
        ("read_back", True),
        ("masa depan", "x"),
    ):
        story.tell("clarification.edited", {"clarification": ONE, "field": field, "value": value})

    row = story.row("clarification")
    assert (row["oath"], row["read_back"]) == ("menolak", 1)
    assert json.loads(row["officers"]) == ["Contoh Yohana", "Contoh Markus"]


def test_answers_are_kept_with_the_fact_they_state(story):
    story.tell("question.answered", {"question": TWO, "answer": "?"})
    asked = {"question": TWO, "clarification": ONE, "number": 1, "text": "Apakah?"}
    story.tell("question.put", asked)
    first = story.tell("question.answered", {"question": TWO, "answer": "Tidak tahu"})
    assert story.row("question")["value"] == ""

    story.tell("question.answered", {"question": TWO, "answer": "Ya", "value": True}, saw=[first])
    assert (story.row("question")["answer"], story.row("question")["value"]) == ("Ya", "true")


def test_the_own_stream_tells_of_exchange_roster_and_copies(story):
    known = {"dev": ME.dev, "name": "Contoh", "role": "PKD", "office": "X", "region": "53"}
    story.tell("roster.revoked", {"dev": TWO * 2, "reason": "?"}, case=None)
    story.tell("roster.added", known, case=None)
    story.tell("roster.revoked", {"dev": ME.dev, "reason": "hilang"}, case=None)
    story.tell("anchor", {"root": "0" * 64, "streams": 0, "why": "lock"}, case=None, cls="access")
    sealed = {"case": CASE, "file": "k.netra", "sha256": "0" * 64, "size": 1}
    story.tell("case.sealed", {**sealed, "recipients": [], "heads": [], "objects": 0}, case=None)
    receipt = {"case": CASE, "object": "0" * 64, "office": "X", "number": 1, "content": "f" * 64}
    story.tell("receipt.added", receipt, case=None)
    came = {"case": CASE, "file": "k", "sha256": "0" * 64, "content": "f" * 64, "signer": ME.dev}
    story.tell(
        "case.imported",
        {**came, "receipt": "0" * 64, "number": 1, "events": 1, "objects": 1},
        case=None,
    )
    story.tell("backup.made", {"folder": "usb", "objects": 1, "events": 1}, case=None)

    assert story.row("roster")["revoked_at"]
    acts = sorted(row["act"] for row in story.rows("exchange"))
    assert acts == ["backup", "imported", "receipt", "sealed"]


def test_a_paper_is_access_and_named_by_its_object(story):
    body = {"form": "lhp", "title": "LHP", "object": "0" * 64, "content_head": "f" * 64}
    story.tell("paper.made", {**body, "final": True}, cls="access")

    assert (story.row("paper")["form"], story.row("paper")["final"]) == ("lhp", 1)


def test_a_type_of_a_later_version_is_kept_and_counted(story, monkeypatch):
    from cases.journal.bodies import type_of
    from cases.journal.bodies.home import BackupMade

    monkeypatch.setitem(type_of, "video.trimmed", BackupMade)
    story.tell("video.trimmed", {"folder": "", "objects": 0, "events": 0})

    assert story.row("unknown")["type"] == "video.trimmed"


def test_a_body_that_does_not_fit_its_type_is_kept_and_counted(story, monkeypatch):
    from cases.journal.bodies import type_of
    from cases.journal.bodies.home import BackupMade

    monkeypatch.setitem(type_of, "party.added", BackupMade)
    story.tell("party.added", {"folder": "", "objects": 0, "events": 0})

    assert story.row("unknown")["type"] == "party.added"
    assert story.rows("party") == []


def test_no_type_of_this_version_counts_as_unknown():
    from cases.journal.bodies import type_of
    from cases.journal.folds import handlers

    assert set(handlers) == set(type_of)


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


def test_that_two_parties_are_one_person_can_be_taken_back(story):
    body = {"party": ONE, "other_case": "d" * 32, "other_party": TWO, "reason": "NIP sama"}
    sure = story.tell("person.confirmed_same", body)
    story.tell("person.same_withdrawn", {"confirmation": "f" * 64, "reason": "tidak ada"})
    assert story.row("same_person")["live"] == 1

    story.tell("person.same_withdrawn", {"confirmation": sure, "reason": "NIP saudaranya"})
    assert story.row("same_person")["live"] == 0


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
