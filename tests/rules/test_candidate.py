"""`status_calon` from the dates: before, after, and the day itself."""

from datetime import date

import pytest

from rules.model import Outcome
from tests.rules.shipped import BALIHO, assess_all


def _status(day: str, regime: str = "PILKADA", **facts: object) -> str:
    """Tell the status the rules go by: B (bakal calon), C (calon) or ? (unknown)."""
    found = assess_all({**BALIHO, **facts}, date.fromisoformat(day), regime)
    met = [rule for rule in ("KE-01", "DS-01") if found[rule].outcome is Outcome.MET]
    return {"KE-01": "B", "DS-01": "C"}[met[0]] if met else "?"


@pytest.mark.parametrize(
    ("day", "status"), [("2024-09-21", "B"), ("2024-09-22", "?"), ("2024-09-23", "C")]
)
def test_the_day_of_the_determination_is_open(day: str, status: str) -> None:
    assert _status(day) == status
    assert _status(day, jenis_pemilihan="PILGUB") == status


@pytest.mark.parametrize(
    ("day", "election", "status"),
    [
        ("2023-11-02", "", "B"),
        ("2023-11-03", "", "?"),
        ("2023-11-08", "", "?"),
        ("2023-11-13", "", "?"),
        ("2023-11-14", "", "C"),
        ("2023-11-02", "DPR", "B"),
        ("2023-11-03", "DPR", "?"),
        ("2023-11-04", "DPR", "C"),
        ("2023-11-12", "PILPRES", "B"),
        ("2023-11-13", "PILPRES", "?"),
        ("2023-11-14", "PILPRES", "C"),
    ],
)
def test_of_two_possible_days_only_dates_outside_both_decide(
    day: str, election: str, status: str
) -> None:
    facts = {"jenis_pemilihan": election} if election else {}
    assert _status(day, "PEMILU", **facts) == status


@pytest.mark.parametrize(
    ("day", "status"), [("2024-09-24", "B"), ("2024-09-25", "?"), ("2024-09-26", "C")]
)
def test_a_stated_day_wins_over_the_calendar(day: str, status: str) -> None:
    assert _status(day, tgl_penetapan="2024-09-25") == status


def test_the_basis_tells_where_a_derived_status_comes_from() -> None:
    found = assess_all(BALIHO, date(2024, 10, 5))["DS-01"]
    assert "CALON_DITETAPKAN" in found.derived
    assert "22-09-2024" in found.derived
    stated = assess_all({**BALIHO, "tgl_penetapan": "2024-09-30"}, date(2024, 10, 5))["DS-01"]
    assert "30-09-2024" in stated.derived


def test_an_open_status_tells_why() -> None:
    on_the_day = assess_all(BALIHO, date(2024, 9, 22))["DS-01"]
    assert on_the_day.missing == ("status_calon",)
    assert "hari penetapan" in on_the_day.elements[1].reason
    between = assess_all(BALIHO, date(2023, 11, 8), "PEMILU")["DS-01"]
    assert "Lebih dari satu" in between.elements[1].reason


@pytest.mark.parametrize(
    ("given", "day", "flagged"),
    [
        ("BAKAL_CALON", "2024-10-05", True),
        ("BELUM_BAKAL", "2024-10-05", True),
        ("CALON_DITETAPKAN", "2024-08-01", True),
        ("CALON_DITETAPKAN", "2024-10-05", False),
        ("BAKAL_CALON", "2024-09-22", False),
        ("BELUM_BAKAL", "2024-08-01", False),
        ("PARTAI_SAJA", "2024-10-05", False),
    ],
)
def test_a_given_status_is_used_and_flagged_where_it_contradicts_the_dates(
    given: str, day: str, flagged: bool
) -> None:
    found = assess_all({**BALIHO, "status_calon": given}, date.fromisoformat(day))
    wanted = {"BAKAL_CALON": "KE-01", "CALON_DITETAPKAN": "DS-01"}.get(given)
    if wanted:
        assert found[wanted].outcome is Outcome.MET
    assert any("status_calon diisi" in note for note in found["DS-01"].notes) is flagged
    assert found["DS-01"].derived == ""
    assert not any("status_calon diisi" in note for note in found["DS-13"].notes)


def test_without_a_day_nothing_is_derived() -> None:
    found = assess_all(BALIHO, None)["DS-01"]
    assert found.outcome is Outcome.STUDY
    assert set(found.missing) == {"status_calon", "tgl_peristiwa"}


def test_what_is_said_of_the_respondent_wins_over_the_day_of_the_filing() -> None:
    facts = {**BALIHO, "tgl_peristiwa": "2024-09-21"}
    assert assess_all(facts, date(2024, 10, 5))["KE-01"].outcome is Outcome.MET
