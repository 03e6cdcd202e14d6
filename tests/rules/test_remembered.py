"""What is made once for several respondents is what each would get alone."""

from datetime import date

from hypothesis import given, seed, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rules.engine import assess, assess_one
from rules.facts import read_respondent
from rules.model import Filing
from tests.campaign import TIMES
from tests.rules.shipped import BALIHO, PASSIVE, PHOTO, POST, pack
from tests.rules.test_monotone import FACTS, FILINGS


@seed(1)
@settings(max_examples=25 * TIMES)
@given(FACTS, FACTS, FILINGS, st.lists(st.sampled_from(["DS-01", "KE-01"]), max_size=1))
def test_respondents_of_one_filing_get_what_each_would_get_alone(
    first: dict[str, object],
    second: dict[str, object],
    filing: tuple[str, date | None],
    alleged: list[str],
) -> None:
    regime, day = filing
    mixed = {**first, **dict(list(second.items())[::3])}
    people = tuple(
        read_respondent(pack(), f"T-{number}", facts)
        for number, facts in enumerate((first, mixed, second, first))
    )
    asked = Filing(regime=regime, occurred_on=day, respondents=people, allege=tuple(alleged))
    together = assess(pack(), asked).respondents
    for person, found in zip(people, together, strict=True):
        assert found == assess_one(pack(), asked, person)


def test_the_same_facts_give_the_same_assessment_and_another_fact_another() -> None:
    facts = (PASSIVE, BALIHO, POST, PHOTO, PASSIVE)
    people = tuple(read_respondent(pack(), f"T-{n}", one) for n, one in enumerate(facts))
    asked = Filing(regime="PILKADA", occurred_on=date(2024, 10, 5), respondents=people)
    found = assess(pack(), asked).respondents
    assert found[0].assessments[0] is found[4].assessments[0]
    assert replace(found[4], id=found[0].id) == found[0]
    assert found[0].assessments != found[1].assessments
