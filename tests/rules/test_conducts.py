"""Norms that take over the conduct of others: met, open, raised as those are."""

from datetime import date

import pytest

from rules.conducts import Conduct
from rules.decisive import decisive_sets
from rules.facts import read_respondent
from rules.logic import All
from rules.model import DecisiveSets, Filing, Outcome
from rules.pack import PackError, parse
from rules.situation import Situation
from tests.rules.shipped import AFTER, BALIHO, PASSIVE, POST, assess_all, changed, pack, rule
from tests.rules.test_logic import Stand

CONTRACT = {**POST, "status_subjek": "PPPK", "isi_konten": "MENDUKUNG"}


def _sets(name: str, facts: dict[str, object]) -> DecisiveSets:
    respondent = read_respondent(pack(), "T-01", facts)
    filing = Filing(regime="PILKADA", occurred_on=AFTER, respondents=(respondent,))
    return decisive_sets(rule(name), Situation(pack(), filing, respondent))


def test_it_is_met_where_one_of_them_is_whoever_the_person() -> None:
    assert assess_all(CONTRACT)["PK-01"].outcome is Outcome.MET
    staff = assess_all({**CONTRACT, "status_subjek": "NON_ASN"})
    assert staff["NA-01"].outcome is Outcome.MET
    assert staff["DS-06"].outcome is Outcome.NOT_MET


def test_an_exception_of_the_norm_counts_for_those_who_take_it_over() -> None:
    facts: dict[str, object] = {"status_subjek": "NON_ASN", **dict.fromkeys(pack().facts)}
    listens = {**facts, **PASSIVE, "status_subjek": "NON_ASN", "dukungan_aktif": False}
    found = assess_all(listens)["NA-01"]
    assert found.outcome is not Outcome.MET
    duty = {**BALIHO, "status_subjek": "NON_ASN", "x.DS-01.1": True}
    assert assess_all(duty)["NA-01"].outcome is not Outcome.MET


def test_while_it_is_open_it_asks_only_what_is_raised() -> None:
    found = assess_all({**CONTRACT, "bukti_diretas": None})["PK-01"]
    assert found.raised
    assert found.outcome is Outcome.STUDY
    assert found.missing == ("bukti_diretas",)


def test_where_nothing_is_raised_it_asks_for_what_opens_a_topic() -> None:
    found = assess_all({"status_subjek": "PPPK"})["PK-01"]
    assert not found.raised
    assert "jenis_interaksi" in found.missing
    alleged = assess_all({"status_subjek": "PPPK"}, allege=("PK-01",))["PK-01"]
    assert alleged.raised


def test_without_the_day_it_waits_for_the_day() -> None:
    facts = {**CONTRACT, "status_calon": "CALON_DITETAPKAN"}
    found = assess_all(facts, None)["PK-01"]
    assert found.outcome is Outcome.STUDY
    assert "tgl_peristiwa" in found.missing


def test_its_sets_are_those_of_the_raised_norms() -> None:
    assert _sets("PK-01", {**CONTRACT, "bukti_diretas": None}).met == (("bukti_diretas",),)
    assert _sets("PK-01", {**CONTRACT, "bukti_diretas": None}).not_met == ()
    assert _sets("PK-01", dict(CONTRACT)).met == ((),)


def test_a_form_outside_the_list_is_not_one_of_the_list() -> None:
    other: dict[str, object] = {"status_subjek": "PNS", "x.DS-25.1": True}
    assert assess_all({**other, "keanggotaan_partai": "KTA"})["DS-25"].outcome is Outcome.NOT_MET
    assert assess_all(other)["DS-25"].outcome is Outcome.STUDY
    sets = _sets("DS-25", {**other, "keanggotaan_partai": "KTA"})
    assert sets.not_met == ((),)


def test_a_norm_of_one_regime_is_taken_over_in_that_regime_only() -> None:
    village = {
        "status_subjek": "KADES",
        "status_calon": "CALON_DITETAPKAN",
        "x.DS-24.1": True,
        "x.DS-24.2": True,
    }
    assert assess_all(village)["DS-24"].outcome is Outcome.MET
    day = date(2024, 1, 10)
    assert assess_all(village, day, "PEMILU")["DS-24"].outcome is Outcome.NOT_MET


def test_the_conduct_of_one_norm_is_a_test_like_any_other() -> None:
    conduct = Conduct(["PILKADA"], (date(2024, 1, 1), None), All([]), [], ([], []))
    known = Stand(tgl_peristiwa=date(2024, 5, 1))
    assert conduct.truth(known) is True
    assert conduct.ways(known, True) == (frozenset(),)
    assert conduct.ways(known, False) == ()
    assert conduct.ways(Stand(), True) == (frozenset({"tgl_peristiwa"}),)
    assert conduct.ways(Stand(), False) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('conduct_of = [\n    "KE-01"', 'conduct_of = [\n    "KE-91"', "pack-unknown-name"),
        ("{ conduct_of = [", "{ regime = [", "pack-bad-test"),
        ("{ conduct_of = [", '{ conduct_of = "KE-01", all = [', "pack-bad-test"),
    ],
)
def test_a_fault_in_such_a_test_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(PackError, match=code):
        parse(changed("rules/asn.toml", old, new))
