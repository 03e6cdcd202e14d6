"""The smallest sets of missing facts that can decide an open outcome."""

from collections.abc import Mapping

from rules.decisive import decisive_sets
from rules.facts import read_respondent
from rules.model import DecisiveSets, Filing
from rules.situation import Situation
from tests.rules.shipped import AFTER, BALIHO, PASSIVE, POST, pack, rule


def _sets(name: str, facts: Mapping[str, object], regime: str = "PILKADA") -> DecisiveSets:
    respondent = read_respondent(pack(), "T-01", facts)
    filing = Filing(regime=regime, occurred_on=AFTER, respondents=(respondent,))
    return decisive_sets(rule(name), Situation(pack(), filing, respondent))


def test_one_missing_fact_may_decide_either_way() -> None:
    assert _sets("DS-06", {**POST, "bukti_diretas": None}) == DecisiveSets(
        met=(("bukti_diretas",),), not_met=(("bukti_diretas",),)
    )


def test_of_several_ways_each_is_named() -> None:
    facts = {**PASSIVE, "dukungan_aktif": None, "ajakan": None, "mengerahkan": True}
    sets = _sets("DS-04", facts)
    assert sets.met == (("ajakan",), ("dukungan_aktif",))
    assert sets.not_met == (("ajakan", "dukungan_aktif"),)


def test_an_exception_can_decide_alone() -> None:
    facts = {**PASSIVE, "atribut_partai": True, "penugasan_dinas": None}
    assert _sets("DS-13", facts).not_met == (("penugasan_dinas",),)


def test_in_doubt_no_answer_makes_an_element_fail() -> None:
    facts = {**PASSIVE, "jenis_kegiatan": "DEKLARASI"}
    assert _sets("DS-04", facts) == DecisiveSets()


def test_without_the_day_the_day_is_needed() -> None:
    respondent = read_respondent(pack(), "T-01", {**BALIHO, "status_calon": "BAKAL_CALON"})
    filing = Filing(regime="PILKADA", occurred_on=None, respondents=(respondent,))
    sets = decisive_sets(rule("KE-01"), Situation(pack(), filing, respondent))
    assert sets.met == (("tgl_peristiwa",),)


def test_a_rule_not_yet_in_force_has_no_sets() -> None:
    assert _sets("KE-01", {**BALIHO, "tgl_peristiwa": "2022-09-21"}) == DecisiveSets()


def test_a_rule_of_another_regime_has_no_sets() -> None:
    assert _sets("DS-01", BALIHO, "LAIN") == DecisiveSets()
