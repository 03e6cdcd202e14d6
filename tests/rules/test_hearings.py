"""What the pack says of hearings, by regime and day, and the questions put to everybody."""

from datetime import date

import msgspec

from rules.hearings import read_hearings
from tests.rules.shipped import FOLDER

FILE = read_hearings({"hearings.toml": (FOLDER / "hearings.toml").read_bytes()})


def test_each_regime_has_its_own_law() -> None:
    assert "7/2022" in FILE.law("PEMILU").held_by_basis
    assert "8/2020" in FILE.law("PILKADA", date(2024, 10, 17)).held_by_basis


def test_the_law_of_the_day_holds_and_without_a_day_the_last() -> None:
    old = msgspec.structs.replace(FILE.law("PEMILU"), valid_to=date(2022, 12, 31), held_by=("RI",))
    new = msgspec.structs.replace(FILE.law("PEMILU"), valid_from=date(2023, 1, 1))
    both = msgspec.structs.replace(FILE, hearings=(old, new))
    assert both.law("PEMILU", date(2022, 6, 1)) == old
    assert both.law("PEMILU", date(2023, 1, 1)) == new
    assert both.law("PEMILU") == new


def test_standing_questions_are_those_of_the_role() -> None:
    expert, respondent = FILE.standing("ahli", "open"), FILE.standing("terlapor", "open")
    assert expert
    assert set(expert) - set(respondent)
    assert FILE.standing("ahli", "open") != FILE.standing("ahli", "close")
    assert FILE.standing("tetangga", "open") == ()
