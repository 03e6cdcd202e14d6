"""Worked examples of the shipped pack, and what is told when one fails."""

import pytest
from msgspec import structs

from rules.examples import Example
from rules.model import Outcome
from rules.worked import outcomes, run_examples, try_example
from tests.rules.shipped import pack

FIRST = next(one for one in pack().examples if one.id == "KE-01-c")


@pytest.mark.parametrize("example", pack().examples, ids=lambda one: one.id)
def test_every_example_of_the_shipped_pack_holds(example: Example) -> None:
    assert try_example(pack(), example) == ()


STUDIED = {norm.id for norm in pack().rules if norm.conduct_class.startswith("PERLU KAJIAN")}
"""Norms that a person must always study: no example meets them."""


@pytest.mark.parametrize("rule", [norm.id for norm in pack().rules])
def test_every_rule_shows_a_case_that_meets_it_one_that_does_not_and_one_to_study(
    rule: str,
) -> None:
    wanted = {Outcome.MET, Outcome.NOT_MET, Outcome.STUDY} - (
        {Outcome.MET} if rule in STUDIED else set()
    )
    assert outcomes(pack().examples, rule) == wanted


def test_running_them_tells_each_result() -> None:
    told = run_examples(pack())
    assert len(told) == len(pack().examples)
    assert told[0] == {
        "example": pack().examples[0].id,
        "rule": pack().examples[0].rule,
        "wrong": [],
    }


def test_an_example_that_fails_tells_what_was_found() -> None:
    wrong = structs.replace(FIRST, outcome=Outcome.MET, missing=("ajakan",), exception="KE-01.p1")
    assert try_example(pack(), wrong) == (
        "outcome: PERLU_KAJIAN, not MEMENUHI_UNSUR",
        "missing: peran_pemasangan, not ajakan",
        "exception: , not KE-01.p1",
    )


def test_an_example_with_facts_the_pack_does_not_know_fails() -> None:
    strange = structs.replace(FIRST, facts={"ajakann": True})
    assert "unknown-fact" in try_example(pack(), strange)[0]
