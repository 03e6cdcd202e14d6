"""Register numbers follow the template of the pack, and go on where the book stands."""

from datetime import date

import msgspec
import pytest

from rules.errors import RuleError
from rules.numbers import Numbering, next_number, read_numbers
from tests.rules.shipped import FOLDER

NUMBERS = read_numbers({"numbers.toml": (FOLDER / "numbers.toml").read_bytes()})
OFFICE = Numbering("PB", "Kab", "24.04")
DAY = date(2024, 10, 17)


def test_the_first_number_of_a_book_is_one() -> None:
    template = NUMBERS.template("laporan", "laporan")
    assert next_number(template, OFFICE, DAY, ()) == "001/LP/PB/Kab/24.04/X/2024"


def test_a_book_goes_on_after_its_highest_number_of_the_year_and_office() -> None:
    template = NUMBERS.template("laporan", "laporan")
    taken = (
        "007/LP/PB/Kab/24.04/I/2024",
        " 003/LP/PB/Kab/24.04/IX/2024 ",
        "099/LP/PB/Kab/24.04/XII/2023",
        "050/LP/PB/Kab/24.05/X/2024",
        "051/LP/PB/Kota/24.04/X/2024",
        "catatan lama tanpa pola",
    )
    assert next_number(template, OFFICE, DAY, taken).startswith("008/")


def test_signs_of_a_template_are_plain_signs() -> None:
    template = msgspec.structs.replace(
        NUMBERS.template("temuan", "temuan"),
        template="{seq}.({election})/{level}/{area}/{month}/{year}",
    )
    first = next_number(template, OFFICE, DAY, ())
    assert first == "001.(PB)/Kab/24.04/X/2024"
    assert next_number(template, OFFICE, DAY, (first, first.replace(".(", "x("))).startswith("002")


def test_a_kind_without_a_template_is_refused() -> None:
    with pytest.raises(RuleError, match="no-number-template") as refused:
        NUMBERS.template("register", "informasi")
    assert refused.value.values == {"kind": "register", "source": "informasi"}
