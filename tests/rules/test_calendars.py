"""Which calendar a day belongs to, and which stage it lies in."""

from datetime import date

import pytest

from rules.calendars import CalendarFile, Day, determinations, possible, same_stage, stage_truth
from rules.model import Truth
from tests.rules.shipped import pack


def _election() -> CalendarFile:
    return pack().election


def _day(regime: str, day: str, calendar: str = "", election: str = "") -> Day:
    return Day(regime=regime, date=date.fromisoformat(day), calendar=calendar, election=election)


@pytest.mark.parametrize(
    ("regime", "day", "truth"),
    [
        ("PEMILU", "2023-11-27", False),
        ("PEMILU", "2023-11-28", True),
        ("PEMILU", "2024-02-10", True),
        ("PEMILU", "2024-02-11", False),
        ("PILKADA", "2024-09-24", False),
        ("PILKADA", "2024-09-25", True),
        ("PILKADA", "2024-11-23", True),
        ("PILKADA", "2024-11-24", False),
        ("PILKADA", "2019-01-01", None),
        ("PEMILU", "2026-01-01", None),
    ],
)
def test_the_campaign_has_a_first_and_a_last_day(regime: str, day: str, truth: Truth) -> None:
    assert stage_truth(_election(), _day(regime, day), "CAMPAIGN", "in") is truth


@pytest.mark.parametrize(
    ("day", "truths"),
    [
        ("2024-11-23", (True, False, False)),
        ("2024-11-24", (False, True, False)),
        ("2024-11-26", (False, True, False)),
        ("2024-11-27", (False, False, True)),
    ],
)
def test_a_day_is_before_in_or_after_a_stage(day: str, truths: tuple[bool, ...]) -> None:
    found = tuple(
        stage_truth(_election(), _day("PILKADA", day), "QUIET", relation)
        for relation in ("before", "in", "after")
    )
    assert found == truths


def test_a_filing_may_name_its_calendar() -> None:
    named = _day("PILKADA", "2025-08-23", "ULANG2025")
    assert [one.code for one in possible(_election(), named)] == ["ULANG2025"]
    assert stage_truth(_election(), named, "CAMPAIGN", "in") is True


def test_where_calendars_differ_nothing_is_said() -> None:
    rerun = _day("PILKADA", "2025-05-01", election="PSU")
    assert len(possible(_election(), rerun)) > 1
    assert stage_truth(_election(), rerun, "CAMPAIGN", "in") is None


def test_a_calendar_without_such_a_line_says_nothing() -> None:
    named = _day("PILKADA", "2025-04-05", "PSU2025-B")
    assert stage_truth(_election(), named, "CAMPAIGN", "in") is None
    assert determinations(_election(), named) is None


@pytest.mark.parametrize(
    ("election", "days"),
    [
        ("PILPRES", ["2023-11-13"]),
        ("DPRD", ["2023-11-03"]),
        ("", ["2023-11-03", "2023-11-13"]),
        ("PSU", ["2023-11-03", "2023-11-13"]),
    ],
)
def test_the_determination_follows_the_election(election: str, days: list[str]) -> None:
    lines = determinations(_election(), _day("PEMILU", "2023-11-08", election=election))
    assert lines is not None
    assert [str(line.first) for line in lines] == days


def test_an_election_of_the_other_regime_says_nothing_about_the_calendar() -> None:
    stray = _day("PEMILU", "2023-12-01", election="PILGUB")
    assert [one.code for one in possible(_election(), stray)] == ["PEMILU2024"]
    assert stage_truth(_election(), stray, "CAMPAIGN", "in") is True


@pytest.mark.parametrize(
    ("one", "other", "truth"),
    [
        ("2024-01-10", "2024-01-21", True),
        ("2024-01-10", "2024-02-12", False),
        ("2023-11-20", "2024-01-10", False),
        ("1990-01-10", "1990-01-11", None),
    ],
)
def test_days_of_one_campaign_are_in_the_same_stage(one: str, other: str, truth: Truth) -> None:
    days = [_day("PEMILU", day, election="PILPRES") for day in (one, other)]
    assert same_stage(_election(), *days) is truth
