"""Steps of the procedure, notes, invitations, prevention and papers, read back as rows."""

import json

import pytest

from tests.cases.journal.telling import CASE, ONE, PHOTO, TWO, Story, values

STAND = {"source": "temuan", "track": "", "state": "kajian", "status": "dikaji"}
MOVE = {
    **STAND,
    "move": "mulai",
    "text": "Kajian dimulai",
    "article": "Pasal 1",
    "before": "temuan",
    "at": "2024-10-17",
    "role": "PANWASCAM",
    "office": "Contoh",
    "pack": "p",
}


@pytest.fixture
def opened(story: Story) -> Story:
    story.open_case()
    return story


def test_a_step_moves_the_case_and_can_be_taken_back(opened):
    taken = opened.tell("case.moved", MOVE)
    assert opened.row("case_file")["status"] == "dikaji"

    back = {**STAND, "state": "temuan", "status": "temuan", "reason": "Salah tekan"}
    opened.tell("case.move_withdrawn", {**back, "movement": "0" * 64})
    assert opened.row("movement")["live"] == 1
    opened.tell("case.move_withdrawn", {**back, "movement": taken})

    assert (opened.row("movement")["live"], opened.row("movement")["withdrawn"]) == (
        0,
        "Salah tekan",
    )


def test_an_answer_to_a_requirement_replaces_the_one_it_saw(opened):
    first = opened.tell("requirement.answered", {"requirement": "F1", "met": "tidak"})
    opened.tell("requirement.answered", {"requirement": "F1", "met": "ya"}, saw=[first])

    assert opened.row("requirement")["met"] == "ya"


@pytest.mark.parametrize(
    ("table", "given", "said", "taken_back", "named"),
    [
        ("extension", "deadline.extended", {"clock": "D9", "ground": "g"},
         "deadline.extension_withdrawn", "extension"),
        ("allegation", "rule.alleged", {"rule": "KE-01"},
         "rule.allegation_withdrawn", "allegation"),
    ],
)  # fmt: skip
def test_what_is_taken_back_stays_with_its_reason(opened, table, given, said, taken_back, named):
    event = opened.tell(given, said)
    opened.tell(taken_back, {named: "0" * 64, "reason": "lain"})
    assert opened.row(table)["live"] == 1

    opened.tell(taken_back, {named: event, "reason": "keliru"})

    assert (opened.row(table)["live"], opened.row(table)["withdrawn"]) == (0, "keliru")


def test_a_note_is_taken_back_by_who_wrote_it(opened):
    opened.tell("note.written", {"note": ONE, "text": "ingat"})
    for who in (1, 0):
        assert opened.row("note")["live"] == 1
        opened.tell("note.withdrawn", {"note": ONE, "reason": "selesai"}, who=who)
    opened.tell("note.withdrawn", {"note": TWO})

    assert (opened.row("note")["live"], opened.row("note")["withdrawn"]) == (0, "selesai")


def test_tags_and_the_archive_are_what_was_said_last(opened):
    opened.tell("tag.added", {"tag": "mendesak"})
    opened.tell("tag.removed", {"tag": "lain"})
    assert opened.row("tag")["live"] == 1
    opened.tell("tag.removed", {"tag": "mendesak"})
    assert opened.row("tag")["live"] == 0

    opened.tell("case.archived", {"reason": "selesai"})
    assert opened.row("archive")["archived"] == 1
    opened.tell("case.unarchived", {"reason": "dibuka lagi"})
    assert opened.row("archive")["archived"] == 0


def test_a_party_and_an_incident_are_withdrawn_with_a_reason(opened):
    opened.tell("party.added", {"party": ONE, "code": "T-01", "role": "respondent"})
    opened.tell("incident.recorded", {"incident": TWO, "code": "PR-01", "title": "Rapat"})
    for kind, named, unknown in (("party", ONE, TWO), ("incident", TWO, ONE)):
        opened.tell(f"{kind}.withdrawn", {kind: unknown, "reason": "x"})
        assert opened.row(kind)["withdrawn"] == ""
        opened.tell(f"{kind}.withdrawn", {kind: named, "reason": "ganda"})
        assert opened.row(kind)["withdrawn"] == "ganda"


def test_an_invitation_is_sent_received_and_missed(opened):
    opened.tell("clarification.planned", {"clarification": TWO, "party": ONE, "number": 1})
    sent = {"clarification": TWO, "number": 1, "sent_at": "2024-10-18", "how": "kurir"}
    opened.tell("invitation.sent", {**sent, "invitation": ONE})
    for invitation in (TWO, ONE):
        got = {"invitation": invitation, "received_at": "2024-10-19", "receiver": "Contoh Istri"}
        opened.tell("invitation.delivered", got)
        gone = {"clarification": TWO, "invitation": invitation, "at": "2024-10-20"}
        opened.tell("clarification.missed", {**gone, "reason": "sakit"})
    row = opened.row("invitation")
    assert (row["receiver"], row["missed_reason"]) == ("Contoh Istri", "sakit")

    for clarification in (ONE, TWO):
        opened.tell(
            "clarification.cancelled", {"clarification": clarification, "reason": "dicabut"}
        )
    assert opened.row("clarification")["cancelled"] == "dicabut"
    opened.tell("minutes.handed_over", {"clarification": TWO, "at": "2024-10-21"})
    assert opened.row("handover")["clarification"] == TWO


def test_an_answer_is_corrected_and_an_open_question_withdrawn(opened):
    opened.tell("clarification.planned", {"clarification": TWO, "party": ONE, "number": 1})
    put = {"clarification": TWO, "number": 1, "text": "Apakah hadir?"}
    opened.tell("question.put", {**put, "question": ONE})
    said = opened.tell("question.answered", {"question": ONE, "answer": "Tidak"})
    for question in (TWO, ONE):
        opened.tell(
            "question.corrected",
            {"question": question, "answer": "Ya", "reason": "dibacakan"},
            saw=[said],
        )
        opened.tell("question.withdrawn", {"question": question, "reason": "ganda"})
    assert (opened.row("question")["answer"], opened.row("question")["withdrawn"]) == ("Ya", "")

    opened.tell("question.put", {**put, "question": TWO, "number": 2})
    opened.tell("question.withdrawn", {"question": TWO, "reason": "ganda"})
    assert {row["id"]: row["withdrawn"] for row in opened.rows("question")} == {
        ONE: "",
        TWO: "ganda",
    }


def test_prevention_is_recorded_and_edited_field_by_field(story):
    start = {"prevention": ONE, "code": "PC-01", "kind": "imbauan", "title": "Imbauan"}
    story.tell("prevention.recorded", start, case=None)
    for field, value in (
        ("title", "Imbauan kedua"),
        ("exhibits", [TWO]),
        ("title", [TWO]),
        ("x", "y"),
    ):
        body = {"prevention": ONE, "field": field, "value": value}
        story.tell("prevention.edited", body, case=None)

    row = story.row("prevention")
    assert json.loads(row["exhibits"]) == [TWO]
    (edit,) = [one for one in story.rows("edit") if one["field"] == "title"]
    assert set(values(edit["live"])) == {"Imbauan", "Imbauan kedua"}


def test_tables_of_holidays_letterheads_and_forms_are_of_the_home(story):
    story.tell(
        "holidays.taken", {"object": "0" * 64, "file": "libur.csv", "years": [2027]}, case=None
    )
    story.tell(
        "letterhead.set", {"lines": ["BAWASLU CONTOH"], "address": "Jalan Contoh"}, case=None
    )
    form = {"form": "lhp", "regime": "PILKADA", "mark": "Formulir A", "title": "Laporan"}
    story.tell("form.confirmed", form, case=None)

    assert json.loads(story.row("holiday_table")["years"]) == [2027]
    assert json.loads(story.row("letterhead")["lines"]) == ["BAWASLU CONTOH"]
    assert story.row("form_label")["mark"] == "Formulir A"


def test_what_is_filled_in_and_scanned_belongs_to_its_paper(opened):
    opened.tell("paper.filled", {"form": "lhp", "field": "analisis", "value": "Isi"})
    opened.tell(
        "paper.scanned", {"exhibit": ONE, "paper": "0" * 64, "form": "lhp", "content_head": "h"}
    )

    assert opened.row("paper_field")["value"] == "Isi"
    assert opened.row("scan")["paper"] == "0" * 64


def test_one_replaces_own_words_against_the_allegation_only(opened):
    first = opened.tell("against.noted", {"text": "Diundang sebagai camat"})
    other = opened.tell("against.noted", {"text": "Datang sebentar"}, who=1)
    opened.tell("against.noted", {"text": "Diundang resmi"}, saw=[first, other, "0" * 64])

    live = {row["text"] for row in opened.rows("against") if row["live"]}
    assert live == {"Datang sebentar", "Diundang resmi"}


def test_a_statement_of_a_place_is_withdrawn_and_what_is_not_there_makes_no_row(opened):
    opened.tell("exhibit.taken_in", PHOTO)
    place = {"how": "stated", "place": {"text": "Lapangan Contoh"}}
    said = opened.tell("exhibit.placed", {"exhibits": [ONE, TWO], **place})
    back = {"exhibits": [ONE, TWO], "reason": "keliru"}
    opened.tell("exhibit.statement_withdrawn", {**back, "field": "caption"}, saw=[said])
    opened.tell("exhibit.statement_withdrawn", {**back, "field": "clock"}, saw=[said])
    assert [values(row["live"]) for row in opened.rows("edit") if row["entity"] == ONE] != [[]]
    opened.tell("exhibit.statement_withdrawn", {**back, "field": "placed"}, saw=[said])

    acts = [row["act"] for row in opened.rows("custody")]
    assert acts.count("statement_withdrawn") == 2
    assert [values(row["live"]) for row in opened.rows("edit") if row["field"] == "placed"] == [[]]
    assert CASE in {row["scope"] for row in opened.rows("custody")}


def test_a_file_read_again_by_an_older_reader_keeps_what_the_newer_found(opened):
    opened.tell("exhibit.taken_in", {**PHOTO, "inspection": {"reader": 2}})
    again = {"kind": "photo", "media_type": "image/heic", "inspection": {"reader": 3}}
    opened.tell("exhibit.read_again", {**again, "exhibit": TWO})
    opened.tell("exhibit.read_again", {**again, "exhibit": ONE})
    older = {**again, "exhibit": ONE, "media_type": "x", "inspection": {"reader": "satu"}}
    opened.tell("exhibit.read_again", older)

    assert opened.row("exhibit")["media_type"] == "image/heic"


def test_an_original_that_came_is_told_in_the_log_of_both(opened):
    opened.tell("exhibit.taken_in", {**PHOTO, "code": "B-01"})
    opened.tell("exhibit.taken_in", {**PHOTO, "exhibit": TWO, "object": "1" * 64, "code": ""})
    came = {"exhibit": ONE, "original": TWO}
    opened.tell("original.received", {**came, "original": "9" * 32})
    opened.tell("original.received", {**came, "why": "dari saksi"})
    opened.tell("original.received", came)

    acts = [(row["exhibit"], row["act"], row["why"]) for row in opened.rows("custody")]
    assert (ONE, "original_received", "a.jpg: dari saksi") in acts
    assert (TWO, "original_of", "B-01") in acts
