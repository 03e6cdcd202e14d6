"""Questions of raised rules only, in the words of the person asked."""

import pytest

from rules.lint import LOADED
from rules.questions import ROLES, questions, wording
from tests.rules.shipped import AFTER, PASSIVE, assess_all, pack

OPEN_RALLY = {"status_subjek": "PNS", "jenis_kegiatan": "KAMPANYE", "penjabat_kades": False}


def test_only_raised_rules_ask() -> None:
    found = assess_all(OPEN_RALLY, AFTER)
    asked = questions(pack(), found.values())
    raised = {rule for rule, one in found.items() if one.raised and one.missing}
    assert {rule for one in asked for rule in one.decides} == raised
    assert {"DS-04", "DS-13"} <= raised
    assert questions(pack(), assess_all({"status_subjek": "PNS"}).values()) == ()


def test_what_most_rules_wait_for_is_asked_first() -> None:
    asked = questions(pack(), assess_all(OPEN_RALLY, AFTER).values())
    numbers = [len(one.decides) for one in asked]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 2


def test_a_rule_raised_by_two_incidents_is_named_once() -> None:
    found = [*assess_all(OPEN_RALLY, AFTER).values(), *assess_all(OPEN_RALLY, AFTER).values()]
    decides = questions(pack(), found)[0].decides
    assert len(set(decides)) == len(decides)


def test_a_decided_rule_asks_nothing() -> None:
    found = assess_all({**PASSIVE, "dukungan_aktif": True})["DS-04"]
    assert questions(pack(), [found]) == ()


def test_each_person_is_asked_in_their_own_words() -> None:
    found = assess_all(OPEN_RALLY, AFTER).values()
    texts = {
        role: {one.fact: one.text for one in questions(pack(), found, role)} for role in ROLES
    }
    assert "terlapor" in texts["officer"]["ajakan"]
    assert texts["terlapor"]["ajakan"].startswith("Apakah Saudara")
    assert "orang itu" in texts["saksi"]["ajakan"]
    assert "ajakan" not in texts["ahli"]


def test_clauses_without_a_fact_have_words_too() -> None:
    assert "mencopot" in wording(pack(), "x.DS-01.1", "terlapor")
    assert wording(pack(), "x.DS-01.1", "ahli") == ""


@pytest.mark.parametrize("role", [role for role in ROLES if role != "officer"])
def test_what_is_asked_in_a_hearing_is_neutral(role: str) -> None:
    for key in (*pack().facts, *pack().considerations):
        text = wording(pack(), key, role)
        assert not any(word in text.casefold() for word in LOADED), (key, text)
        assert text == "" or text.endswith(("?", "."))
