"""Corrections keep both texts; undo is one more event."""

import pytest

from cases.errors import NetraError
from cases.work.answers import answer_question
from cases.work.cases import edit_case, read_case_file
from cases.work.clarifications import start_clarification
from cases.work.correction_words import corrected_words, correction_words
from cases.work.facts import state_fact
from cases.work.incidents import edit_incident, record_incident
from cases.work.notes import add_tag, archive_case, write_note
from cases.work.parties import add_party
from cases.work.records import Particulars, Place, Role
from cases.work.undoing import last_step, undo
from tests.cases.work.story import bodies, made


def seal(home, case):
    """Note that the case left in a sealed file, as sealing does."""
    body = {
        "case": case,
        "file": "contoh.netra",
        "sha256": "0" * 64,
        "size": 1,
        "recipients": [],
        "heads": [],
        "objects": 0,
    }
    with home.write() as tx:
        tx.append("case.sealed", body, case=None, cls="access")


def refusal(action, *given, **named):
    with pytest.raises(NetraError) as refused:
        action(*given, **named)
    return refused.value.code


def test_a_correction_keeps_both_texts_with_author_and_reason(home, story):
    edit_case(home, story.case, title="Camat hadir di kampanye", reason="ejaan")
    edit_case(home, story.case, known_at="2024-01-23")
    edit_incident(home, story.incident, case=story.case, description="Ramai")

    title, known = read_case_file(home, story.case).corrections

    assert (title.entity, title.field, title.reason) == ("case", "title", "ejaan")
    assert title.before == '"Kehadiran camat di kampanye"'
    assert title.after == '"Camat hadir di kampanye"'
    assert (title.officer, title.type) == ("Contoh Yohana", "case.edited")
    assert (known.field, known.reason) == ("known_at", "")


def test_what_has_left_is_corrected_with_a_reason_only(home, story):
    edit_case(home, story.case, title="Sebelum dikirim")
    seal(home, story.case)

    assert refusal(edit_case, home, story.case, title="Sesudah dikirim") == "reason-needed"
    assert refusal(undo, home, story.case) == "already-left"
    assert last_step(home, story.case) is None
    edit_case(home, story.case, title="Sesudah dikirim", reason="salah tulis")
    edit_incident(home, story.incident, case=story.case, description="yang kosong boleh diisi")

    file = read_case_file(home, story.case)
    assert file.case.title == "Sesudah dikirim"
    assert file.corrections[-1].reason == "salah tulis"


def test_undo_sets_a_field_back_and_the_journal_keeps_all_three(home, story):
    edit_case(home, story.case, title="Salah")
    step = last_step(home, story.case)
    assert step
    assert "judul" in step.words

    undo(home, story.case)

    assert read_case_file(home, story.case).case.title == "Kehadiran camat di kampanye"
    assert [one["value"] for one in bodies(home, story.case, "case.edited")] == [
        "Salah",
        "Kehadiran camat di kampanye",
    ]
    assert last_step(home, story.case) is None
    assert refusal(undo, home, story.case) == "cannot-undo"


def test_undo_empties_what_was_empty_before(home, story):
    edit_incident(home, story.incident, case=story.case, place=Place("Lapangan"))
    undo(home, story.case)
    assert read_case_file(home, story.case).incidents[0].place == Place()


def test_undo_of_an_answer_takes_its_statement_along(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)
    start_clarification(home, story.case, story.respondent)
    question = next(
        one
        for one in read_case_file(home, story.case).clarifications[0].questions
        if one.fact == "atribut_dinas"
    )
    answer_question(home, question.id, answer="Ya.", value=True)

    undo(home, story.case)

    file = read_case_file(home, story.case)
    again = next(one for one in file.clarifications[0].questions if one.id == question.id)
    assert (again.answer, again.value, again.answered_at) == ("", None, "")
    assert all(fact.fact != "atribut_dinas" for fact in file.facts)


def test_undo_says_again_what_a_statement_replaced(home, story):
    state_fact(home, story.incident, "dukungan_aktif", False, party=story.respondent)
    state_fact(home, story.incident, "dukungan_aktif", True, party=story.respondent)

    undo(home, story.case)

    (fact,) = read_case_file(home, story.case).facts
    assert fact.value is False


@pytest.mark.parametrize("what", ["party", "incident", "note", "tag", "archive"])
def test_undo_takes_back_what_was_added(home, story, what):
    before = read_case_file(home, story.case)
    actions = {
        "party": lambda: add_party(
            home, story.case, role=Role.WITNESS, particulars=Particulars(name="Contoh")
        ),
        "incident": lambda: record_incident(home, case=story.case, title="Keliru"),
        "note": lambda: write_note(home, story.case, "Hubungi kantor"),
        "tag": lambda: add_tag(home, story.case, "Penting"),
        "archive": lambda: archive_case(home, story.case, "selesai"),
    }
    actions[what]()
    assert read_case_file(home, story.case) != before

    undo(home, story.case)

    after = read_case_file(home, story.case)
    for name in ("parties", "incidents", "notes", "tags", "archived"):
        assert getattr(after, name) == getattr(before, name), name


def test_what_was_built_on_is_not_undone(home, story):
    party = made(add_party(home, story.case, role=Role.RESPONDENT))
    step = last_step(home, story.case)
    assert step
    state_fact(home, story.incident, "status_subjek", "PNS", party=party)

    assert refusal(undo, home, story.case, step.event) == "nothing-to-undo"


def test_a_correction_is_told_in_words(home, story):
    edit_case(home, story.case, title="Camat hadir", reason="ejaan")
    edit_case(home, story.case, place=Place("Lapangan Baru"))
    title, place = read_case_file(home, story.case).corrections

    assert correction_words(title, "+08:00")[:3] == (
        "judul",
        "Kehadiran camat di kampanye",
        "Camat hadir",
    )
    assert correction_words(title, "+08:00")[3].endswith("Contoh Yohana  ·  alasan: ejaan")
    assert correction_words(place, "+08:00")[1:3] == ("Lapangan Contoh", "Lapangan Baru")
    assert corrected_words((title, place), "case") == "diperbaiki: judul"
