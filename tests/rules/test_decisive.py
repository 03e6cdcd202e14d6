"""The smallest sets of missing facts that can decide an open outcome."""

from collections.abc import Mapping

from rules.decisive import decisive_sets
from rules.facts import read_respondent
from rules.model import DecisiveSets, Filing
from tests.rules.shipped import AFTER, BALIHO, PASSIVE, POST, pack


def _sets(rule: str, facts: Mapping[str, object], regime: str = "PILKADA") -> DecisiveSets:
    respondent = read_respondent(pack(), "T-01", facts)
    filing = Filing(regime=regime, occurred_on=AFTER, respondents=(respondent,))
    return decisive_sets(pack(), filing, respondent, rule)


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


def test_what_is_not_in_the_pack_has_no_sets() -> None:
    assert _sets("ZZ-01", BALIHO) == DecisiveSets()
    assert _sets("DS-01", BALIHO, "LAIN") == DecisiveSets()
