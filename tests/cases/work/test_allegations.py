"""Allegations: a fresh case asks nothing that nobody alleges."""

import pytest

from cases.errors import NetraError
from cases.work.allegations import allege, read_allegations, withdraw_allegation
from cases.work.assessment import assess_file, read_assessment
from cases.work.cases import read_case_file
from cases.work.parties import add_party
from cases.work.records import PartyId, Role
from tests.cases.work.story import made


def raised(home, case):
    return {
        (one.rule, one.party_code) for one in read_assessment(home, case).findings if one.raised
    }


def test_nothing_is_asked_before_somebody_alleges_it(home, story):
    assert "DS-01" not in {rule for rule, _ in raised(home, story.case)}
    before = read_assessment(home, story.case).questions

    allege(home, story.case, "ds-01", reason="laporan lisan")

    assert ("DS-01", "T-01") in raised(home, story.case)
    asked = read_assessment(home, story.case).questions
    assert len(asked) > len(before)
    assert assess_file(read_case_file(home, story.case)).questions == asked
    (one,) = read_allegations(home, story.case)
    assert (one.rule, one.party, one.reason) == ("DS-01", None, "laporan lisan")
    assert one.title

    allege(home, story.case, "DS-01")
    assert len(read_allegations(home, story.case)) == 1
    withdraw_allegation(home, story.case, "DS-01", reason="pelapor keliru")
    assert read_allegations(home, story.case)[0].withdrawn == "pelapor keliru"
    assert read_assessment(home, story.case).questions == before


def test_what_is_alleged_of_one_respondent_is_not_asked_of_another(home, story):
    made(add_party(home, story.case, role=Role.RESPONDENT, label="Lurah"))
    allege(home, story.case, "DS-01", party=story.respondent)
    found = raised(home, story.case)
    assert ("DS-01", "T-01") in found
    assert ("DS-01", "T-02") not in found


def test_only_rules_of_the_pack_and_people_of_the_case_can_be_named(home, story):
    with pytest.raises(NetraError, match="ZZ-99"):
        allege(home, story.case, "ZZ-99")
    with pytest.raises(NetraError):
        allege(home, story.case, "DS-01", party=PartyId("f" * 32))
    with pytest.raises(NetraError) as caught:
        withdraw_allegation(home, story.case, "DS-01", reason="x")
    assert caught.value.code == "not-alleged"
