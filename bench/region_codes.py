"""
Make the list of region codes that ships with the program, out of the npm package idn-area-data.

    npm pack idn-area-data && tar xzf idn-area-data-*.tgz
    .venv/bin/python bench/region_codes.py package

Provinces, regencies and districts only: villages would be ten times the size.
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "regions"
LEVELS = ("provinces", "regencies", "districts")


def lines(data: Path) -> Iterator[tuple[str, str]]:
    """Give (code, name), the larger region first."""
    for level in LEVELS:
        with (data / f"{level}.csv").open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                yield row["code"], " ".join(row["name"].split())


def write(package: Path) -> None:
    """Write the list and its licence."""
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    rows = sorted(lines(package / "data"), key=lambda row: row[0])
    TARGET.mkdir(exist_ok=True)
    with (TARGET / "codes.csv").open("w", encoding="utf-8", newline="\n") as handle:
        handle.writelines(f"{code},{name}\n" for code, name in rows)
    (TARGET / "ODbL-1.0.md").write_bytes((package / "data" / "LICENSE.md").read_bytes())
    print(f"idn-area-data {version}: {len(rows)} regions")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
