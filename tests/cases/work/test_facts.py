import pytest

from cases.errors import NetraError
from cases.work.cases import read_case_file
from cases.work.facts import rule_on_fact, state_fact, withdraw
from cases.work.incidents import record_incident
from tests.cases.work.story import NOWHERE, bodies, carry, made, take_in


def facts(home, case):
    return {(state.fact, state.party): state for state in read_case_file(home, case).facts}


def test_a_fact_may_be_said_of_the_incident_or_of_one_respondent(home, story):
    state_fact(home, story.incident, "kegiatan_partai", True)
    state_fact(home, story.incident, "ajakan", "ya", party=story.respondent)

    known = facts(home, story.case)
    assert known["kegiatan_partai", None].value is True
    assert known["ajakan", story.respondent].value is True


def test_own_newer_words_replace_the_older_ones(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)
    state_fact(home, story.incident, "status_subjek", "pppk", party=story.respondent)

    (state,) = facts(home, story.case).values()
    assert (state.value, state.contradicting, len(state.statements)) == ("PPPK", False, 1)


def test_contradicting_statements_make_a_fact_unknown_until_a_person_rules(home, story):
    photo = story.photos[0]
    state_fact(home, story.incident, "ajakan", True, party=story.respondent, exhibits=[photo])
    state_fact(
        home,
        story.incident,
        "ajakan",
        False,
        party=story.respondent,
        sayer=story.witness,
        note="tidak mendengarnya",
    )
    (state,) = facts(home, story.case).values()
    assert (state.value, state.contradicting) == (None, True)
    assert [one.sayer for one in state.statements] == [None, story.witness]

    rule_on_fact(
        home,
        story.incident,
        "ajakan",
        True,
        party=story.respondent,
        reason="rekaman memuat ajakannya",
    )

    (state,) = facts(home, story.case).values()
    assert (state.value, state.ruled, state.reason) == (True, True, "rekaman memuat ajakannya")
    assert len(state.statements) == 2


def test_a_second_ruling_of_the_same_hand_replaces_the_first(home, story):
    state_fact(home, story.incident, "kegiatan_partai", True)
    state_fact(home, story.incident, "kegiatan_partai", False, sayer=story.witness)
    rule_on_fact(home, story.incident, "kegiatan_partai", True, reason="undangan partai")

    rule_on_fact(home, story.incident, "kegiatan_partai", False, reason="undangan palsu")

    (state,) = facts(home, story.case).values()
    assert (state.value, state.reason) == (False, "undangan palsu")


def test_what_was_withdrawn_no_longer_counts_and_stays_in_the_journal(home, story):
    statement = made(state_fact(home, story.incident, "kegiatan_partai", True))

    withdraw(home, statement, "salah kasus")

    assert facts(home, story.case) == {}
    assert len(bodies(home, story.case, "statement.made")) == 1


def test_nothing_can_be_ruled_where_nobody_said_anything(home, story):
    with pytest.raises(NetraError) as refused:
        rule_on_fact(home, story.incident, "kegiatan_partai", True, reason="begitu")

    assert refused.value.code == "nothing-to-rule"


def test_a_ruling_and_a_withdrawal_need_a_reason(home, story):
    statement = made(state_fact(home, story.incident, "kegiatan_partai", True))

    for attempt in (
        lambda: rule_on_fact(home, story.incident, "kegiatan_partai", True, reason=" "),
        lambda: withdraw(home, statement, ""),
    ):
        with pytest.raises(NetraError) as refused:
            attempt()
        assert refused.value.code == "empty-text"


@pytest.mark.parametrize(
    ("fact", "value", "kept"),
    [
        ("ajakan", "tidak", False),
        ("status_subjek", "pns", "PNS"),
        ("status_subjek", "tidak_diketahui", "TIDAK_DIKETAHUI"),
        ("ajakan", "belum", "TIDAK_DIKETAHUI"),
        ("sengaja", "TIDAK_JELAS", "TIDAK_JELAS"),
        ("peran_hadir", ["undangan", "PANITIA", "UNDANGAN"], ["PANITIA", "UNDANGAN"]),
        ("peran_hadir", ["PANITIA", "TIDAK_DIKETAHUI"], ["PANITIA", "TIDAK_DIKETAHUI"]),
        ("tgl_peristiwa", " 2024-01-21T10:00+08:00", "2024-01-21T10:00+08:00"),
        ("pihak_didukung", " Paslon Contoh ", "Paslon Contoh"),
        ("x.DS-01.1", "ya", True),
    ],
)
def test_values_are_kept_in_one_form(home, story, fact, value, kept):
    state_fact(home, story.incident, fact, value)

    assert bodies(home, story.case, "statement.made")[-1]["value"] == kept


@pytest.mark.parametrize(
    ("fact", "value", "code"),
    [
        ("status_subjek", "RAJA", "value-not-listed"),
        ("warna_baju", "merah", "unknown-fact"),
        ("tgl_peristiwa", "kemarin", "bad-date"),
        ("ajakan", " ", "empty-value"),
        ("ajakan", "mungkin", "not-yes-or-no"),
    ],
)
def test_what_the_pack_does_not_know_is_refused_in_words(home, story, fact, value, code):
    before = home.store.events()

    with pytest.raises(NetraError) as refused:
        state_fact(home, story.incident, fact, value)

    assert refused.value.code == code
    assert refused.value.message
    assert home.store.events() == before


def test_a_statement_names_only_parties_and_exhibits_of_its_case(home, story):
    stray = take_in(home, None)
    attempts = {
        "no-such-party": lambda: state_fact(home, story.incident, "ajakan", True, party=NOWHERE),
        "exhibit-not-in-case": lambda: state_fact(
            home, story.incident, "kegiatan_partai", True, exhibits=[stray]
        ),
        "no-such-incident": lambda: state_fact(home, NOWHERE, "kegiatan_partai", True),
    }
    for code, attempt in attempts.items():
        with pytest.raises(NetraError) as refused:
            attempt()
        assert refused.value.code == code


def test_an_incident_without_a_case_takes_statements_with_unsorted_exhibits(home):
    incident = made(record_incident(home, title="Pengawasan rutin"))
    photo = take_in(home, None)

    state_fact(home, incident, "kegiatan_partai", False, exhibits=[photo])

    assert bodies(home, None, "statement.made")[0]["exhibits"] == [photo]


def test_two_officers_who_differ_on_two_laptops_leave_the_fact_unknown_on_both(
    home, elsewhere, story
):
    carry(home, elsewhere, story.case)
    state_fact(home, story.incident, "kegiatan_partai", True)
    state_fact(elsewhere, story.incident, "kegiatan_partai", False)

    carry(elsewhere, home, story.case)
    carry(home, elsewhere, story.case)

    here, there = facts(home, story.case), facts(elsewhere, story.case)
    assert here == there
    (state,) = here.values()
    assert (state.value, state.contradicting) == (None, True)


def test_a_ruling_made_before_a_late_statement_arrives_no_longer_holds(home, elsewhere, story):
    carry(home, elsewhere, story.case)
    state_fact(elsewhere, story.incident, "kegiatan_partai", False)
    state_fact(home, story.incident, "kegiatan_partai", True)
    rule_on_fact(home, story.incident, "kegiatan_partai", True, reason="undangan partai")

    carry(elsewhere, home, story.case)

    (state,) = facts(home, story.case).values()
    assert (state.value, state.ruled, state.contradicting) == (None, False, True)


def test_one_cannot_take_back_the_words_of_another_key_by_speaking_again(home, colleague, story):
    state_fact(home, story.incident, "kegiatan_partai", True)
    state_fact(colleague, story.incident, "kegiatan_partai", False)

    (state,) = facts(home, story.case).values()
    assert (state.contradicting, len(state.statements)) == (True, 2)
