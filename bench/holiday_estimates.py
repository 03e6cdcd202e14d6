"""
Estimate the holidays of a year without a decree, as rows for `holidays.toml`.

    .venv/bin/python bench/holiday_estimates.py 2027

The rows come from the `holidays` package and are marked `perkiraan`: they warn, they never make a
period longer. Replace them by the decree's rows, with `status = "resmi"`, once it is published.
"""

import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

import holidays


def estimated_rows(year: int) -> Iterator[str]:
    """Give one TOML row a day; joint leave is told from the package's own words."""
    # Without the category `government` the package knows no joint leave at all.
    table = holidays.country_holidays(
        "ID", years=year, categories=("public", "government"), language="id"
    )
    basis = f"paket holidays {version('holidays')}, belum ada SKB"
    for day, name in sorted(table.items()):
        yield row(day, name, basis, "perkiraan")


def row(day: date, name: str, basis: str, status: str) -> str:
    """Write one row of the table."""
    kind = "cuti_bersama" if name.startswith("Cuti Bersama") else "libur_nasional"
    text = name.removeprefix("Cuti Bersama ").removesuffix(" (perkiraan)")
    return (
        f'  {{ date = {day}, kind = "{kind}", name = "{text}", '
        f'status = "{status}", basis = "{basis}" }},'
    )


if __name__ == "__main__":
    print("\n".join(estimated_rows(int(sys.argv[1]))))
