"""What each event makes of the rows: one story a concept, read back from the tables."""

import json

from cases.journal.folds.case import DATE
from tests.cases.journal.telling import CASE, ME, ONE, TWO, values


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


def test_that_two_parties_are_one_person_can_be_taken_back(story):
    body = {"party": ONE, "other_case": "d" * 32, "other_party": TWO, "reason": "NIP sama"}
    sure = story.tell("person.confirmed_same", body)
    story.tell("person.same_withdrawn", {"confirmation": "f" * 64, "reason": "tidak ada"})
    assert story.row("same_person")["live"] == 1

    story.tell("person.same_withdrawn", {"confirmation": sure, "reason": "NIP saudaranya"})
    assert story.row("same_person")["live"] == 0
