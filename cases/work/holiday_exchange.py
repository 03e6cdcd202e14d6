"""
Tables of holidays that travel: written, signed, compared, taken over.

A table comes as CSV (`rules/holiday_tables.py`), with its SSHSIG beside it: `<name>.csv.sig`,
namespace `netra-holidays-v1`, signed by an office or an officer. Who signed is compared with the
keys this home knows; what would change is shown; a person decides. A table without signature may
be taken over by an officer who says why and answers for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from cases import disk
from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.keys import sshsig
from cases.language import tr
from cases.tables import roster
from cases.work import stated
from cases.work.holidays import read_table
from cases.work.refusals import refusal
from rules.errors import RuleError
from rules.holiday_tables import read_csv, write_csv
from rules.workdays import Holiday, HolidayFile

NAMESPACE = "netra-holidays-v1"
SIGNATURE = ".sig"
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class HolidayChange:
    """One day that a table would add, take away or change."""

    what: str
    """`added`, `removed` or `changed`."""
    date: str
    kind: str
    name: str
    status: str
    before: str = ""
    """Name and status that stand now, for a changed day."""


@dataclass(frozen=True, slots=True)
class HolidayPlan:
    """What taking a table over would mean, before a person decides."""

    file: str
    years: tuple[int, ...]
    days: int
    signer: str
    """Fingerprint of the key that signed; empty: no signature."""
    name: str
    """Who that key belongs to."""
    trusted: bool
    changes: tuple[HolidayChange, ...]


def export_table(home: Home, out: Path, year: int = 0) -> int:
    """Write the table (or one year of it) as CSV, to be edited; gives the number of days."""
    rows = [row for row in read_table(home).holidays if year in {0, row.date.year}]
    disk.save(out, write_csv(rows))
    return len(rows)


def sign_table(home: Home, file: Path) -> Path:
    """Sign a table: with the key of the office where this home has it, else with the officer's."""
    data = _data(file)
    _parsed(data, date.min)
    seed = home.keys.office.seed if home.keys.office else home.keys.seed
    out = Path(f"{file}{SIGNATURE}")
    disk.save(out, sshsig.sign(seed, NAMESPACE, data).encode())
    return out


def plan_table(home: Home, file: Path) -> HolidayPlan:
    """Compare a table with the one in use, and its signer with the keys this home knows."""
    data = _data(file)
    table = _parsed(data, date.min)
    signer = _signer(file, data)
    names = _trusted(home)
    now = {_key(row): row for row in read_table(home).holidays if row.date.year in _years(table)}
    new = {_key(row): row for row in table.holidays}
    return HolidayPlan(
        file=file.name,
        years=tuple(sorted(_years(table))),
        days=len(table.holidays),
        signer=sshsig.fingerprint(signer) if signer else "",
        name=names.get(signer, ""),
        trusted=signer in names,
        changes=tuple(_changes(now, new)),
    )


def take_table(home: Home, file: Path, reason: str = "") -> Changes:
    """Take a table over, after the plan was looked at; without a known signer only with a reason.

    A signature that does not fit, or of a key nobody here knows, is refused in any case.
    """
    data = _data(file)
    table = _parsed(data, date.min)
    signer = _signer(file, data)
    names = _trusted(home)
    if signer and signer not in names:
        raise NetraError(
            tr(
                "Tabel ini ditandatangani kunci yang tidak dikenal ({kunci}).",
                kunci=sshsig.fingerprint(signer),
            ),
            tr("Periksa kepada pengirimnya, atau pakai tabel tanpa tanda tangan dengan alasan."),
            code="unknown-signer",
        )
    if not signer:
        reason = stated.needed(reason, tr("Alasan memakai tabel tanpa tanda tangan"))
    content = home.vault.put(data)
    armour = _signature(file)
    with home.write() as tx:
        body = {
            "object": content,
            "file": file.name,
            "years": sorted(_years(table)),
            "signer": signer,
            "name": names.get(signer, ""),
            "signature": armour,
            "reason": reason.strip(),
        }
        tx.made = tx.append("holidays.taken", body, case=None, obj=[content])
    return tx.changes


def _trusted(home: Home) -> dict[str, str]:
    """Give the keys whose tables are taken, with the names of their owners."""
    known = {home.officer.dev: home.officer.name}
    with home.read() as connection:
        rows = connection.execute(select(roster).where(roster.c.revoked_at == ""))
        known |= {row.dev: f"{row.name}, {row.office}" for row in rows}
    if home.keys.office:
        known[home.keys.office.dev] = home.keys.office.name
    if home.keys.enrolled:
        known[home.keys.enrolled.sign] = home.keys.enrolled.name
    return known


def _data(file: Path) -> bytes:
    with disk.in_words(file):
        if file.stat().st_size > _LARGEST:
            raise NetraError(
                tr("{nama} terlalu besar untuk tabel hari libur.", nama=file.name),
                tr("Pilih berkas CSV tabel hari libur."),
                code="table-too-large",
            )
        return file.read_bytes()


def _parsed(data: bytes, as_of: date) -> HolidayFile:
    try:
        return read_csv(data, as_of)
    except RuleError as error:
        raise refusal(error) from error


def _signature(file: Path) -> str:
    beside = Path(f"{file}{SIGNATURE}")
    if not beside.is_file():
        return ""
    with disk.in_words(beside):
        return beside.read_bytes()[:8192].decode("ascii", "replace")


def _signer(file: Path, data: bytes) -> str:
    armour = _signature(file)
    if not armour:
        return ""
    try:
        return sshsig.verify(armour, NAMESPACE, data)
    except sshsig.BadSignature as error:
        raise NetraError(
            tr("Tanda tangan tabel hari libur tidak cocok dengan isinya."),
            tr("Minta ulang tabel itu dari kantor yang menerbitkannya."),
            code="bad-signature",
        ) from error


def _years(table: HolidayFile) -> set[int]:
    return {row.date.year for row in table.holidays}


Key = tuple[date, str, tuple[str, ...]]


def _key(row: Holiday) -> Key:
    return row.date, row.kind, row.areas


def _changes(now: Mapping[Key, Holiday], new: Mapping[Key, Holiday]) -> Iterator[HolidayChange]:
    for key in sorted(now.keys() | new.keys()):
        was, row = now.get(key), new.get(key)
        if was is not None and row is not None:
            if (was.name, was.status) != (row.name, row.status):
                yield _change("changed", row, f"{was.name} ({was.status})")
        elif row is not None:
            yield _change("added", row)
        elif was is not None:
            yield _change("removed", was)


def _change(what: str, row: Holiday, before: str = "") -> HolidayChange:
    return HolidayChange(what, row.date.isoformat(), row.kind, row.name, row.status, before)
