from typing import Any

import pytest

from cases.errors import NetraError
from cases.papers.making import make_paper
from cases.work.against import list_against, need_weighed, note_against, unweighed
from cases.work.assessment import read_assessment
from cases.work.cases import edit_case, read_case_file
from cases.work.facts import rule_on_fact, state_fact
from cases.work.matrix import AGAINST, FOR, NEITHER, read_matrix
from tests.cases.work.story import bodies, carry


def say(home, story, fact: str, value: Any, photo: int | None = None, sayer=None):
    exhibits = [] if photo is None else [story.photos[photo]]
    about: Any = {"party": story.respondent, "sayer": sayer, "exhibits": exhibits}
    return state_fact(home, story.incident, fact, value, **about).made


def row(home, story, rule: str, part: str):
    tables = read_matrix(home, story.case).tables
    table = next(one for one in tables if one.finding.rule == rule)
    return next(one for one in table.rows if one.element.id == part)


def test_an_exhibit_stands_for_or_against_an_element_by_what_it_shows(home, story):
    say(home, story, "status_subjek", "PNS", 0)
    say(home, story, "atribut_partai", "ya", 0)
    say(home, story, "atribut_partai", "tidak", 1, story.witness)

    found = row(home, story, "DS-13", "u2")

    assert (found.codes(FOR), found.codes(AGAINST)) == (("B-01",), ("B-02",))
    assert "Memakai atribut calon atau partai" in found.missing, "they contradict each other"
    assert row(home, story, "DS-13", "subjek").codes(FOR) == ("B-01",)


def test_one_photo_may_stand_on_both_sides_by_two_facts(home, story):
    say(home, story, "status_subjek", "PNS")
    say(home, story, "dukungan_aktif", "ya", 0)
    say(home, story, "ajakan", "tidak", 0)

    found = row(home, story, "DS-04", "u2")

    assert found.element.value == "ya"
    assert {(one.fact, one.side) for one in found.bearings} == {
        ("dukungan_aktif", FOR),
        ("ajakan", AGAINST),
    }


def test_what_is_said_without_an_exhibit_is_told_as_unproved(home, story):
    say(home, story, "status_subjek", "PNS")
    (one,) = row(home, story, "DS-13", "subjek").unproved(FOR)
    assert (one.fact_words, one.codes, one.sayer) == ("Status kepegawaian", (), None)


def test_an_exception_that_holds_speaks_against_the_allegation(home, story):
    say(home, story, "status_subjek", "PNS")
    say(home, story, "penugasan_dinas", "SURAT_TUGAS", 1)
    found = row(home, story, "DS-13", "DS-13.p1")
    assert found.codes(AGAINST) == ("B-02",)


def test_an_answer_that_claims_nothing_stands_on_no_side(home, story):
    say(home, story, "status_subjek", "PNS")
    say(home, story, "atribut_partai", "TIDAK_DIKETAHUI", 0)
    assert row(home, story, "DS-13", "u2").bearings == ()


def test_an_overruled_statement_keeps_its_side(home, story):
    say(home, story, "status_subjek", "PNS")
    say(home, story, "atribut_partai", "ya", 0)
    said = say(home, story, "atribut_partai", "tidak", 1, story.witness)
    rule_on_fact(
        home, story.incident, "atribut_partai", "ya", party=story.respondent, reason="foto jelas"
    )
    found = row(home, story, "DS-13", "u2")
    (one,) = [bearing for bearing in found.bearings if bearing.statement == said]
    assert (one.side, one.overruled) == (AGAINST, True)


def test_the_day_decides_a_period_though_alone_it_says_nothing(home, story):
    state_fact(home, story.incident, "tgl_peristiwa", "2024-01-21", exhibits=[story.photos[0]])
    say(home, story, "status_subjek", "PNS")
    found = row(home, story, "DS-13", "masa")
    assert found.element.value == "ya"
    assert found.codes(FOR) + found.codes(NEITHER) == ("B-01",)


def test_nothing_final_leaves_before_it_is_said_what_speaks_against(home, story):
    say(home, story, "status_subjek", "PNS")
    assert unweighed(read_assessment(home, story.case), ()) == ("T-01",)
    for act in (
        lambda: need_weighed(home, story.case),
        lambda: make_paper(home, story.case, "lhp", final=True),
        lambda: edit_case(home, story.case, status="diteruskan"),
    ):
        with pytest.raises(NetraError) as refused:
            act()
        assert refused.value.code == "nothing-against"
        assert "T-01" in str(refused.value)
    make_paper(home, story.case, "lhp")
    edit_case(home, story.case, status="kajian")

    note_against(home, story.case, " Tidak ditemukan. ", party=story.respondent)

    assert make_paper(home, story.case, "lhp", final=True).record.final
    edit_case(home, story.case, status="diteruskan")
    assert read_case_file(home, story.case).against[0].text == "Tidak ditemukan."


def test_a_note_about_the_whole_case_is_enough(home, story):
    note_against(home, story.case, "Undangan resmi dinas", exhibits=story.photos[:1])
    need_weighed(home, story.case)
    (note,) = list_against(home, story.case)
    assert (note.party, note.exhibits) == (None, story.photos[:1])


def test_words_replace_own_older_words_about_the_same_only(home, elsewhere, story):
    note_against(home, story.case, "pertama")
    carry(home, elsewhere, story.case)
    note_against(elsewhere, story.case, "milik rekan")
    carry(elsewhere, home, story.case)
    note_against(home, story.case, "tentang terlapor", party=story.respondent)
    note_against(home, story.case, "kedua")

    assert {one.text for one in list_against(home, story.case)} == {
        "milik rekan",
        "tentang terlapor",
        "kedua",
    }
    assert next(body["text"] for body in bodies(home, story.case, "against.noted")) == "pertama"


def test_an_empty_note_or_a_stranger_is_refused(home, story):
    with pytest.raises(NetraError) as refused:
        note_against(home, story.case, "  ")
    assert refused.value.code == "empty-text"
    nobody: Any = "f" * 32
    with pytest.raises(NetraError) as refused:
        note_against(home, story.case, "x", party=nobody)
    assert refused.value.code == "no-such-party"
