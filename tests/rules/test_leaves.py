"""Tests that read a fact, the calendar or an answered clause."""

from datetime import date

import pytest

from rules.leaves import OPEN, AnyOf, Compared, Considered, InStage, Is, Known, Only, moved
from rules.model import Truth
from tests.rules.test_logic import Stand

X = frozenset({"x"})


def test_a_value_is_one_of_the_wanted_ones_or_unknown() -> None:
    wanted = Is("a", ["ADA", "LISAN"])
    assert wanted.truth(Stand(a="ADA")) is True
    assert wanted.truth(Stand(a="TIDAK")) is False
    assert wanted.truth(Stand()) is None


@pytest.mark.parametrize(
    ("members", "truth"),
    [
        (frozenset({"x", "z"}), True),
        (frozenset({"z"}), False),
        (frozenset(), False),
        (frozenset({"z", OPEN}), None),
        (frozenset({"x", OPEN}), True),
        (frozenset({OPEN}), None),
    ],
)
def test_a_list_is_complete_unless_it_says_it_is_not(
    members: frozenset[str], truth: Truth
) -> None:
    assert AnyOf("m", ["x", "y"]).truth(Stand(m=members)) is truth


def test_a_member_that_stands_alone_is_not_among_others_still_open() -> None:
    uninvolved = AnyOf("m", ["none"], alone=["none"])
    assert uninvolved.truth(Stand(m=frozenset({"x", OPEN}))) is False
    assert uninvolved.truth(Stand(m=frozenset({OPEN}))) is None


@pytest.mark.parametrize(
    ("members", "truth"),
    [
        (X, True),
        (frozenset({"x", "z"}), False),
        (frozenset({"x", OPEN}), None),
        (frozenset({"z", OPEN}), False),
        (frozenset(), False),
    ],
)
def test_only_wants_members_and_none_but_these(members: frozenset[str], truth: Truth) -> None:
    assert Only("m", ["x", "y"]).truth(Stand(m=members)) is truth


def test_a_list_that_is_not_known_is_open() -> None:
    assert AnyOf("m", ["x"]).truth(Stand()) is None
    assert Only("m", ["x"]).truth(Stand()) is None


def test_known_is_open_until_it_is_known_and_never_no() -> None:
    assert Known("a").truth(Stand(a=False)) is True
    assert Known("a").truth(Stand()) is None


@pytest.mark.parametrize(
    ("relation", "truths"),
    [
        ("before", (True, False, False)),
        ("at_most", (True, True, False)),
        ("after", (False, False, True)),
        ("at_least", (False, True, True)),
    ],
)
def test_dates_are_compared_to_the_day(relation: str, truths: tuple[bool, ...]) -> None:
    limit = date(2024, 9, 22)
    days = (date(2024, 9, 21), limit, date(2024, 9, 23))
    assert tuple(Compared("d", relation, limit).truth(Stand(d=day)) for day in days) == truths
    assert (
        tuple(Compared("d", relation, "e").truth(Stand(d=day, e=limit)) for day in days) == truths
    )


def test_comparing_with_a_missing_day_is_open_and_names_it() -> None:
    node = Compared("d", "before", "e")
    assert node.truth(Stand(d=date(2024, 1, 1))) is None
    assert node.look(Stand(d=date(2024, 1, 1))) == (None, ("e",))
    assert node.ways(Stand(), True) == (frozenset("de"),)


def test_the_calendar_is_asked_for_stages() -> None:
    node = InStage("CAMPAIGN", "in")
    assert node.truth(Stand(truth=True)) is True
    assert node.look(Stand(gaps=("tgl_peristiwa",))) == (None, ("tgl_peristiwa",))
    # A calendar that does not exist cannot be answered by a fact.
    assert node.ways(Stand(), True) == ()


def test_a_required_clause_is_open_and_another_is_not_claimed() -> None:
    assert Considered("x", required=True, claim=None).truth(Stand()) is None
    assert Considered("x", required=False, claim=None).truth(Stand()) is False
    assert Considered("x", required=False, claim=None).truth(Stand(x=True)) is True


def test_facts_may_claim_a_clause_nobody_answered() -> None:
    node = Considered("x", required=False, claim=Known("topic"))
    assert node.truth(Stand(topic="POLITIK")) is True
    assert node.truth(Stand(topic="POLITIK", x=False)) is False
    assert node.truth(Stand()) is False
    assert node.reads() == {"x", "topic"}


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2024-09-22", -6, "2024-03-22"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-05-05", 0, "2024-05-05"),
    ],
)
def test_a_day_moves_by_months_to_the_last_day_a_month_has(
    day: str, months: int, found: str
) -> None:
    assert moved(date.fromisoformat(day), months) == date.fromisoformat(found)
