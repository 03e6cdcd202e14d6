"""The estimates of the table, and an independent look at its official years."""

import tomllib
from datetime import date

import pytest

from bench.holiday_estimates import estimated_rows
from tests.rules.pack_files import holiday_file

TABLE = holiday_file()


def estimated(year: int) -> dict[date, dict[str, str]]:
    text = "rows = [\n" + "\n".join(estimated_rows(year)) + "\n]"
    return {row["date"]: row for row in tomllib.loads(text)["rows"]}


@pytest.mark.parametrize("year", TABLE.years)
def test_an_independent_package_knows_the_same_days(year: int) -> None:
    own = {row.date: row.kind for row in TABLE.holidays if row.date.year == year}
    voting = {date(2024, 2, 14), date(2024, 11, 27)}
    other = {day: row["kind"] for day, row in estimated(year).items() if day not in voting}
    assert other == own


def test_the_estimates_of_the_table_are_those_of_the_package() -> None:
    own = {row.date: (row.kind, row.name) for row in TABLE.holidays if row.date.year == 2027}
    other = estimated(2027)
    assert own == {day: (row["kind"], row["name"]) for day, row in other.items()}
    assert {row["status"] for row in other.values()} == {"perkiraan"}
