"""Filings as JSON and TOML give them: what is read, and what is refused by name."""

from datetime import date

import pytest

from rules.errors import RuleError
from rules.filings import read_filing
from tests.rules.shipped import pack

GOOD = {
    "regime": "PILKADA",
    "occurred_at": "2024-10-05T20:15:00+08:00",
    "known_on": None,
    "forwarded_on": date(2024, 10, 9),
    "allege": ["DS-01"],
    "respondents": [{"id": "T-01", "facts": {"ajakan": "ya"}}, {"id": 2}],
}


def test_a_filing_is_read() -> None:
    filing = read_filing(pack(), GOOD)
    assert (filing.regime, filing.occurred_on) == ("PILKADA", date(2024, 10, 5))
    assert (filing.known_on, filing.forwarded_on) == (None, date(2024, 10, 9))
    assert (filing.calendar, filing.allege) == ("", ("DS-01",))
    assert [one.id for one in filing.respondents] == ["T-01", "2"]
    assert filing.respondents[0].facts == {"ajakan": True}


def test_the_regime_may_be_written_small_and_the_calendar_named() -> None:
    filing = read_filing(pack(), {**GOOD, "regime": " pilkada", "calendar": " ULANG2025 "})
    assert (filing.regime, filing.calendar) == ("PILKADA", "ULANG2025")


def test_nothing_needs_to_be_alleged() -> None:
    assert read_filing(pack(), {**GOOD, "allege": None}).allege == ()


def test_a_day_may_be_unknown_but_not_forgotten() -> None:
    assert read_filing(pack(), {**GOOD, "occurred_at": None}).occurred_on is None
    undated = {key: value for key, value in GOOD.items() if key != "occurred_at"}
    with pytest.raises(RuleError, match="missing-key: key=occurred_at"):
        read_filing(pack(), undated)
    dated = {"id": "T-01", "facts": {"tgl_peristiwa": "2024-10-05"}}
    assert read_filing(pack(), {**undated, "respondents": [dated]}).occurred_on is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"regime": None}, "missing-key: key=regime"),
        ({"regime": "PILKADES"}, "not-allowed: key=regime"),
        ({"respondent": []}, "unknown-key: key=respondent"),
        ({"respondents": None}, "missing-key: key=respondents"),
        ({"respondents": {"T-01": {}}}, "not-a-list: key=respondents"),
        ({"respondents": ["T-01"]}, r"not-a-table: key=respondents\[1\]"),
        ({"respondents": [{"facts": {}}]}, r"not-text: key=respondents\[1\].id"),
        ({"respondents": [{"id": True}]}, r"not-text: key=respondents\[1\].id"),
        ({"respondents": [{"id": "A", "fact": {}}]}, r"unknown-key: key=respondents\[1\].fact"),
        ({"respondents": [{"id": "A", "facts": []}]}, "not-a-table: key=A.facts"),
        ({"respondents": [{"id": "A", "facts": {"x": 1}}]}, r"unknown-fact: key=x \(A\)"),
        (
            {"respondents": [{"id": "A", "facts": {"ajakan": "mungkin"}}]},
            r"not-yes-or-no: key=ajakan \(A\)",
        ),
        ({"occurred_at": "kemarin"}, "bad-date: key=occurred_at"),
        ({"forwarded_on": "1900-01-01"}, "date-too-early: key=forwarded_on"),
        ({"calendar": 2024}, "not-text: key=calendar"),
        ({"allege": "DS-01"}, "not-a-list: key=allege"),
        ({"allege": [1]}, "not-text: key=allege"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(change: dict[str, object], told: str) -> None:
    with pytest.raises(RuleError, match=told):
        read_filing(pack(), {**GOOD, **change})


def test_a_filing_is_a_table() -> None:
    with pytest.raises(RuleError, match="not-a-table"):
        read_filing(pack(), [GOOD])
