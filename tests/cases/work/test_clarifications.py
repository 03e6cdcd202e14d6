import pytest

from cases.errors import NetraError
from cases.work.answers import (
    add_question,
    answer_question,
    correct_answer,
    withdraw_question,
)
from cases.work.assessment import read_assessment
from cases.work.attendance import record_attendance
from cases.work.cases import read_case_file
from cases.work.clarifications import STANDING, edit_clarification, start_clarification
from cases.work.facts import state_fact
from cases.work.parties import add_party
from cases.work.records import Role
from tests.cases.work.story import NOWHERE, bodies, carry, made


@pytest.fixture
def known(home, story):
    """Enough is known that rules are raised."""
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)
    return story


def hearing(home, story):
    return read_case_file(home, story.case).clarifications[0]


def asked(home, story, fact):
    return next(one for one in hearing(home, story).questions if one.fact == fact)


def fact(home, story, key):
    return next(one for one in read_case_file(home, story.case).facts if one.fact == key)


def test_a_hearing_starts_with_the_missing_facts_worded_for_the_person(home, known):
    start_clarification(
        home, known.case, known.respondent, scheduled_at="2024-01-26T09:00", place="Kantor Contoh"
    )

    planned = hearing(home, known)
    assert (planned.number, planned.officers) == (1, ("Contoh Yohana",))
    assert planned.scheduled_at == "2024-01-26T09:00+08:00"
    assert [one.number for one in planned.questions] == list(range(1, len(planned.questions) + 1))
    missing = {one.fact for one in read_assessment(home, known.case).questions}
    from_facts = [one for one in planned.questions if one.origin != STANDING]
    assert {one.fact for one in from_facts} <= missing
    assert planned.questions[0].origin == planned.questions[-1].origin == STANDING
    assert all("terlapor" not in one.text.lower() for one in planned.questions)
    assert any("Saudara" in one.text for one in planned.questions)


def test_a_respondent_is_not_asked_about_another_one_and_a_witness_is_asked_about_each(
    home, known
):
    second = made(add_party(home, known.case, role=Role.RESPONDENT, label="Lurah"))
    record_attendance(home, known.incident, second, (), {"status_subjek": "LURAH"})

    start_clarification(home, known.case, known.respondent)
    start_clarification(home, known.case, known.witness)

    first, other = read_case_file(home, known.case).clarifications
    assert {one.about for one in first.questions} <= {known.respondent, None}
    assert {one.about for one in other.questions} >= {known.respondent, second}
    assert any(one.text.startswith("Tentang T-02 (Lurah): ") for one in other.questions)
    assert (first.number, other.number) == (1, 2)


def test_an_answer_becomes_a_statement_of_that_person_in_the_same_transaction(home, known):
    start_clarification(home, known.case, known.respondent)
    question = asked(home, known, "atribut_dinas")

    answer_question(
        home,
        question.id,
        answer="Ya, saya memakai seragam.",
        value="ya",
        exhibits=[known.photos[0]],
    )

    answered = asked(home, known, "atribut_dinas")
    assert (answered.answer, answered.value) == ("Ya, saya memakai seragam.", True)
    state = fact(home, known, "atribut_dinas")
    (statement,) = state.statements
    assert (state.value, statement.sayer, state.party) == (
        True,
        known.respondent,
        known.respondent,
    )
    assert statement.exhibits == (known.photos[0],)
    assert statement.note == "Ya, saya memakai seragam."


def test_a_corrected_answer_replaces_the_answer_and_what_it_stated(home, known):
    start_clarification(home, known.case, known.respondent)
    question = asked(home, known, "atribut_dinas")
    answer_question(home, question.id, answer="Ya.", value=True)

    answer_question(home, question.id, answer="Tidak, itu kemeja putih.", value=False)

    assert asked(home, known, "atribut_dinas").answer == "Tidak, itu kemeja putih."
    state = fact(home, known, "atribut_dinas")
    assert (state.value, state.contradicting, len(state.statements)) == (False, False, 1)


def test_an_answer_corrected_to_words_alone_takes_the_statement_back(home, known):
    start_clarification(home, known.case, known.respondent)
    question = asked(home, known, "atribut_dinas")
    answer_question(home, question.id, answer="Ya.", value=True)

    answer_question(home, question.id, answer="Saya tidak ingin menjawab.")

    assert asked(home, known, "atribut_dinas").value is None
    assert all(one.fact != "atribut_dinas" for one in read_case_file(home, known.case).facts)


def test_an_answer_against_what_the_officer_said_leaves_the_fact_open(home, known):
    state_fact(home, known.incident, "dukungan_aktif", "TIDAK_DIKETAHUI", party=known.respondent)
    start_clarification(home, known.case, known.respondent)
    state_fact(home, known.incident, "dukungan_aktif", True, party=known.respondent)

    answer_question(home, asked(home, known, "dukungan_aktif").id, answer="Tidak.", value="tidak")

    assert fact(home, known, "dukungan_aktif").contradicting


def test_a_question_of_ones_own_states_no_fact(home, known):
    clarification = made(start_clarification(home, known.case, known.witness))
    before = len(hearing(home, known).questions)

    question = made(add_question(home, clarification, "Di mana Saudara berdiri?"))
    answer_question(home, question, answer="Di dekat panggung.", value="ya")

    own = hearing(home, known).questions[-1]
    assert (own.id, own.number, own.fact) == (question, before + 1, "")
    assert (own.answer, own.value) == ("Di dekat panggung.", None)
    assert len(bodies(home, known.case, "statement.made")) == 1


def test_what_happens_at_the_hearing_is_recorded_field_by_field(home, known):
    clarification = made(start_clarification(home, known.case, known.witness))

    edit_clarification(
        home,
        clarification,
        oath="bersedia",
        started_at="2024-01-26T09:05",
        ended_at="2024-01-26T10:00",
        read_back=True,
        officers=["Contoh Yohana", "Contoh Markus"],
        signature="menolak",
        signature_reason="merasa tidak perlu",
    )

    held = hearing(home, known)
    assert (held.oath, held.read_back, held.signature) == ("bersedia", True, "menolak")
    assert held.officers == ("Contoh Yohana", "Contoh Markus")
    assert held.ended_at == "2024-01-26T10:00+08:00"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"oath": "mungkin"}, "bad-oath"),
        ({"mode": "telepati"}, "bad-mode"),
        ({"started_at": "pagi"}, "bad-time"),
        (
            {"started_at": "2024-01-26T09:00", "ended_at": "2024-01-26T08:00"},
            "ends-before-start",
        ),
    ],
)
def test_a_field_that_makes_no_sense_is_refused(home, known, fields, code):
    clarification = made(start_clarification(home, known.case, known.witness))

    with pytest.raises(NetraError) as refused:
        edit_clarification(home, clarification, **fields)

    assert refused.value.code == code


def test_two_answers_written_on_two_laptops_stand_side_by_side(home, elsewhere, known):
    start_clarification(home, known.case, known.respondent)
    carry(home, elsewhere, known.case)
    question = asked(home, known, "atribut_dinas").id
    answer_question(home, question, answer="Ya.", value=True)
    answer_question(elsewhere, question, answer="Tidak.", value=False)

    carry(elsewhere, home, known.case)
    carry(home, elsewhere, known.case)

    assert hearing(home, known) == hearing(elsewhere, known)
    state = fact(home, known, "atribut_dinas")
    assert (state.value, state.contradicting) == (None, True)
    assert len(state.statements) == 2


def test_a_stranger_cannot_be_heard(home, known):
    with pytest.raises(NetraError) as refused:
        start_clarification(home, known.case, NOWHERE)

    assert refused.value.code == "no-such-party"


def test_after_the_reading_back_a_change_has_a_reason_and_both_texts_stand(home, known):
    clarification = made(start_clarification(home, known.case, known.respondent))
    question = asked(home, known, "atribut_dinas")
    answer_question(home, question.id, answer="Ya.", value=True)
    with pytest.raises(NetraError) as early:
        correct_answer(home, question.id, "salah dengar", answer="Tidak.", value=False)
    edit_clarification(home, clarification, read_back=True)

    with pytest.raises(NetraError) as frozen:
        answer_question(home, question.id, answer="Tidak.", value=False)
    correct_answer(home, question.id, "salah dengar", answer="Tidak.", value=False)

    changed = asked(home, known, "atribut_dinas")
    assert (early.value.code, frozen.value.code) == ("not-read-back", "read-back-done")
    assert (changed.answer, changed.value) == ("Tidak.", False)
    (change,) = changed.changes
    assert (change.before, change.after, change.reason) == ("Ya.", "Tidak.", "salah dengar")
    assert fact(home, known, "atribut_dinas").value is False


def test_nobody_signs_what_was_not_read_back(home, known):
    clarification = made(start_clarification(home, known.case, known.witness))

    with pytest.raises(NetraError) as refused:
        edit_clarification(home, clarification, signature="ditandatangani")
    edit_clarification(home, clarification, read_back=True, signature="ditandatangani")

    assert refused.value.code == "read-back-first"
    assert hearing(home, known).signature == "ditandatangani"


def test_a_follow_up_names_its_question_and_an_unanswered_one_can_be_taken_out(home, known):
    clarification = made(start_clarification(home, known.case, known.witness))
    first = hearing(home, known).questions[0]

    follow = made(add_question(home, clarification, "Sejak kapan?", follows=first.id))
    assert hearing(home, known).questions[-1].follows == first.id
    withdraw_question(home, follow, "sudah terjawab")
    answer_question(home, first.id, answer="", refused=True)

    assert [one.id for one in hearing(home, known).questions if one.follows] == []
    assert hearing(home, known).questions[0].refused
    with pytest.raises(NetraError) as kept:
        withdraw_question(home, first.id)
    assert kept.value.code == "question-answered"


def test_an_online_hearing_needs_a_reason(home, known):
    with pytest.raises(NetraError) as refused:
        start_clarification(home, known.case, known.witness, mode="daring")

    assert refused.value.code == "ground-needed"
