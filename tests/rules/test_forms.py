"""Official forms as data."""

from datetime import date
from pathlib import Path

import pytest

from rules.errors import RuleError
from rules.forms import parse

PACK = Path(__file__).resolve().parents[2] / "rules" / "packs" / "netralitas-2026.11"
FORMS = parse((PACK / "forms.toml").read_bytes())


def test_numbers_follow_regime_and_day() -> None:
    assert FORMS.find("ba-klarifikasi", "PEMILU").code == "B.12"
    assert FORMS.find("ba-klarifikasi", "PILKADA", date(2024, 10, 1)).code == "A.10"
    early = FORMS.find("ba-klarifikasi", "PILKADA", date(2024, 9, 29))
    late = FORMS.find("ba-klarifikasi", "PILKADA", date(2024, 9, 30))
    assert "9/2024" not in early.basis
    assert "9/2024" in late.basis


def test_without_a_day_the_entry_that_still_holds_is_taken() -> None:
    assert FORMS.find("ba-klarifikasi", "PILKADA").valid_to is None


def test_forms_without_a_regime_serve_both() -> None:
    assert FORMS.find("daftar-bukti", "PEMILU") == FORMS.find("daftar-bukti", "PILKADA")


def test_what_was_not_read_in_the_text_is_marked() -> None:
    doubtful = {(one.form, one.basis) for one in FORMS.entries if one.confidence}

    assert ("lhp", "Perbawaslu 6/2024") in doubtful


def test_every_entry_of_one_form_and_regime_speaks_of_the_same_things() -> None:
    minutes = [one for one in FORMS.entries if one.form == "ba-klarifikasi"]

    assert len({frozenset(one.words) for one in minutes}) == 1


def test_no_two_entries_hold_on_the_same_day() -> None:
    for form in {one.form for one in FORMS.entries}:
        for regime in ("PEMILU", "PILKADA"):
            for day in (date(2023, 1, 1), date(2024, 9, 29), date(2024, 9, 30), date(2026, 1, 1)):
                fitting = [one for one in FORMS.entries if one.form == form]
                assert sum(one.fits(regime, day) for one in fitting) == 1


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(RuleError) as caught:
        FORMS.find("surat-cinta", "PEMILU")

    assert caught.value.code == "unknown-form"


def test_a_form_of_an_unknown_stage_is_refused() -> None:
    text = (PACK / "forms.toml").read_text("utf-8")
    first = FORMS.kinds[0].stage
    with pytest.raises(RuleError) as caught:
        parse(text.replace(f'stage = "{first}"', 'stage = "entah"', 1).encode())

    assert caught.value.code == "broken-forms"


@pytest.mark.parametrize(
    "text", [b"", b"\xff", b"forms = 1", b"[[forms]]\nform = 'x'", b"[[forms]]\ncolour = 'red'"]
)
def test_a_broken_file_is_refused(text: bytes) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)

    assert caught.value.code == "broken-forms"
