"""
Tables of holidays that come from outside: CSV as offices keep it, or TOML as a pack has it.

CSV columns: `tanggal` (2027-01-01), `jenis` (libur_nasional, cuti_bersama, pemungutan_suara),
`nama`, `dasar`; if wanted `status` (resmi, perkiraan), `daerah` (separated by `|`) and
`sumber_halaman`. Comma or semicolon. Other columns are left alone.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import TypeVar, get_args

import msgspec

from rules.errors import RuleError
from rules.workdays import Holiday, HolidayFile, Kind, Status

_Word = TypeVar("_Word", bound=str)
_NEEDED = ("tanggal", "jenis", "nama", "dasar")
_COLUMNS = (*_NEEDED, "status", "daerah", "sumber_halaman")
_YEARS = range(1945, 2201)


def read_csv(data: bytes, as_of: date) -> HolidayFile:
    """Read a table; every year with an official row counts as complete. Raises RuleError."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise RuleError("not-utf8", at=error.start) from error
    separator = ";" if lines and ";" in lines[0] else ","
    rows = tuple(_rows(csv.DictReader(lines, delimiter=separator, strict=True)))
    if not rows:
        raise RuleError("empty-table")
    return _checked(
        HolidayFile(
            as_of=as_of,
            years=tuple(sorted({row.date.year for row in rows if row.status == "resmi"})),
            holidays=rows,
        )
    )


def write_csv(rows: Iterable[Holiday]) -> bytes:
    """Write a table in the form that `read_csv` reads."""
    lines: list[str] = []
    writer = csv.writer(SimpleNamespace(write=lines.append), lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in sorted(rows, key=lambda one: (one.date, one.kind, one.areas)):
        areas = "|".join(row.areas)
        cells = (
            row.date.isoformat(),
            row.kind,
            row.name,
            row.basis,
            row.status,
            areas,
            row.source,
        )
        writer.writerow(cells)
    return "".join(lines).encode()


def read_toml(data: bytes) -> HolidayFile:
    """Read a table in the form of `holidays.toml`. Raises RuleError."""
    try:
        return _checked(msgspec.toml.decode(data, type=HolidayFile))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RuleError("not-a-holiday-table", detail=error) from error


def replaced(table: HolidayFile, newer: HolidayFile) -> HolidayFile:
    """Put the years of `newer` in place of those of `table`; its switches stay."""
    years = {row.date.year for row in newer.holidays}
    kept = [row for row in table.holidays if row.date.year not in years]
    rows = sorted((*kept, *newer.holidays), key=lambda row: (row.date, row.kind))
    return msgspec.structs.replace(
        table,
        as_of=newer.as_of,
        years=tuple(sorted({*table.years} - years | {*newer.years})),
        holidays=tuple(rows),
    )


def _rows(reader: "csv.DictReader[str]") -> Iterator[Holiday]:
    try:
        missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise RuleError("missing-columns", names=", ".join(missing))
        for row in reader:
            yield _row(row, reader.line_num)
    except csv.Error as error:
        raise RuleError("not-csv", line=reader.reader.line_num, detail=error) from error


def _row(row: Mapping[str, str | None], line: int) -> Holiday:
    cells = {key: (row.get(key) or "").strip() for key in (*_NEEDED, "status", "daerah")}
    for key in _NEEDED:
        if not cells[key]:
            raise RuleError("empty-cell", line=line, column=key)
    kinds: tuple[Kind, ...] = get_args(Kind)
    states: tuple[Status, ...] = get_args(Status)
    return Holiday(
        date=_date(cells["tanggal"], line),
        kind=_one_of("jenis", cells["jenis"], kinds, line),
        name=cells["nama"],
        basis=cells["dasar"],
        status=_one_of("status", cells["status"] or "resmi", states, line),
        source=(row.get("sumber_halaman") or "").strip(),
        areas=tuple(part.strip() for part in cells["daerah"].split("|") if part.strip()),
    )


def _one_of(column: str, text: str, allowed: tuple[_Word, ...], line: int) -> _Word:
    for one in allowed:
        if text == one:
            return one
    raise RuleError(
        "cell-not-allowed", line=line, column=column, found=text, allowed=", ".join(allowed)
    )


def _date(text: str, line: int) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RuleError("cell-not-a-date", line=line, found=text) from error
    if day.year not in _YEARS:
        raise RuleError("cell-not-a-date", line=line, found=text)
    return day


def _checked(table: HolidayFile) -> HolidayFile:
    seen = set()
    for row in table.holidays:
        key = (row.date, row.kind, row.areas)
        if key in seen:
            raise RuleError("day-twice", date=row.date, kind=row.kind)
        seen.add(key)
    return table
