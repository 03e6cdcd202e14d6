"""
The table of holidays of a home: that of the pack, with the years an officer took over in place.

A year whose table nobody has is counted Monday to Friday, and said so (`rules/cautions.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from cases.home import Home
from cases.keys import sshsig
from cases.language import tr
from cases.tables import holiday_table
from cases.work import packs
from cases.work.clock_words import reason_text
from rules.holiday_tables import read_csv, replaced
from rules.workdays import HolidayFile, workdays

_read: dict[tuple[str, str], HolidayFile] = {}
"""Tables that were read already, by object and day; they are public."""


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A table that was taken over."""

    event: str
    file: str
    years: tuple[int, ...]
    signer: str
    name: str
    reason: str
    at: str
    dev: str


def table_in(home: Home, connection: Connection, pack_table: HolidayFile) -> HolidayFile:
    """Give the table that counts in this home: the pack's, with the years taken over."""
    found = pack_table
    for row in _taken(connection):
        key = row.object, row.at
        if key not in _read:
            _read[key] = read_csv(home.vault.read(row.object), date.fromisoformat(row.at[:10]))
        found = replaced(found, _read[key])
    return found


def read_table(home: Home) -> HolidayFile:
    """Give the table that counts for new cases."""
    with home.read() as connection:
        return table_in(home, connection, packs.load(packs.newest()).holidays)


def free_days(home: Home, first: date, last: date) -> dict[str, str]:
    """Give the days on which this office does not work, with the reason; weekends are left out.

    A day that is only estimated says so: it lengthens nothing.
    """
    days = workdays(read_table(home), packs.load(packs.newest()).stages, home.officer.region)
    found = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        reason = days.free.get(day)
        if reason is not None:
            found[day.isoformat()] = reason_text(reason)
        elif day in days.estimates:
            found[day.isoformat()] = tr("perkiraan: {name}", name=days.estimates[day])
    return found


def list_taken(home: Home) -> tuple[TableRecord, ...]:
    """Give the tables that were taken over, oldest first."""
    with home.read() as connection:
        return tuple(
            TableRecord(
                event=row.event,
                file=row.file,
                years=tuple(msgspec.json.decode(row.years or "[]")),
                signer=sshsig.fingerprint(row.signer) if row.signer else "",
                name=row.name,
                reason=row.reason,
                at=row.at,
                dev=row.dev,
            )
            for row in _taken(connection)
        )


def _taken(connection: Connection) -> Iterator[Row[Any]]:
    yield from connection.execute(
        select(holiday_table)
        .where(holiday_table.c.scope == "")
        .order_by(holiday_table.c.lam, holiday_table.c.event)
    )
