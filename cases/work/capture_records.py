"""
The records of captures, made from their rows.
"""

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from cases.errors import NetraError
from cases.home import Home
from cases.language import N_, tr
from cases.tables import capture as capture_table
from cases.tables import exhibit as exhibit_table
from cases.tables import recheck as recheck_table
from cases.work.codes import order_of
from cases.work.records import CaseId, ExhibitId, PartyId
from cases.work.scopes import need_case, scopes_of

CHECKLIST = {
    "account": N_("Nama akun terlihat"),
    "url": N_("Alamat (URL) terlihat"),
    "time": N_("Waktu terlihat"),
    "whole": N_("Isi terlihat utuh"),
}
"""What a complete capture shows."""
TEXTS = ("url", "platform", "account", "post_at", "captured_at", "captured_by")
answers_of = msgspec.json.Decoder(dict[str, bool]).decode
"""Read the answers of the checklist."""


_OF_EXHIBIT = (exhibit_table.c.code, exhibit_table.c.file, exhibit_table.c.taken_in_at)


@dataclass(frozen=True, slots=True)
class RecheckRecord:
    """Somebody looked whether it is still online."""

    event: str
    still_online: bool
    at: str
    dev: str


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """What an exhibit captures of social media."""

    exhibit: ExhibitId
    code: str
    file: str
    url: str
    platform: str
    account: str
    post_at: str
    captured_at: str
    taken_in: str
    """When the exhibit was taken in."""
    captured_by: PartyId | None
    """None: the officer."""
    visible: tuple[tuple[str, bool], ...]
    complete: bool | None
    """Everything on the checklist is visible; None while an answer is missing and none is no."""
    rechecks: tuple[RecheckRecord, ...]
    """The latest first."""


def list_captures(home: Home, case: CaseId | None = None) -> tuple[CaptureRecord, ...]:
    """Give the captures of a case by code; None: those of exhibits that stand in no case yet."""
    with home.read() as connection:
        if case is not None:
            need_case(connection, case)
            return captures_of(connection, case)
        linked = select(exhibit_table.c.id).where(exhibit_table.c.scope != "")
        in_cases = set(connection.execute(linked).scalars())
        return tuple(one for one in captures_of(connection, "") if one.exhibit not in in_cases)


def read_capture(home: Home, exhibit: ExhibitId, case: CaseId | None = None) -> CaptureRecord:
    """Give one capture; refuses an exhibit that nobody has described as one."""
    found = find_capture(home, exhibit, case)
    if found is None:
        raise not_described()
    return found


def find_capture(
    home: Home, exhibit: ExhibitId, case: CaseId | None = None
) -> CaptureRecord | None:
    """Give one capture; None where nobody has described the exhibit as one."""
    with home.read() as connection:
        scope = case or scopes_of(connection, exhibit_table, exhibit)[0]
        if row_of(connection, scope, exhibit) is None:
            return None
        return next(one for one in captures_of(connection, scope) if one.exhibit == exhibit)


def captures_of(connection: Connection, scope: str) -> tuple[CaptureRecord, ...]:
    """Read the captures of a scope, in the order of the codes."""
    looked: dict[str, list[RecheckRecord]] = {}
    for row in connection.execute(
        select(recheck_table)
        .where(recheck_table.c.scope == scope)
        .order_by(recheck_table.c.lam.desc(), recheck_table.c.event)
    ):
        one = RecheckRecord(row.event, bool(row.still_online), row.at, row.dev)
        looked.setdefault(row.exhibit, []).append(one)
    rows = connection.execute(
        select(capture_table, *_OF_EXHIBIT)
        .join(
            exhibit_table,
            (exhibit_table.c.scope == capture_table.c.scope)
            & (exhibit_table.c.id == capture_table.c.exhibit),
        )
        .where(capture_table.c.scope == scope)
    )
    found = [_record(row, looked.get(row.exhibit, [])) for row in rows]
    found.sort(key=lambda one: (order_of(one.code), one.exhibit))
    return tuple(found)


def row_of(connection: Connection, scope: str, exhibit: str) -> Row[Any] | None:
    """Give the row of a capture; None where nobody has described one."""
    return connection.execute(
        select(capture_table).where(
            capture_table.c.scope == scope, capture_table.c.exhibit == exhibit
        )
    ).first()


def not_described() -> NetraError:
    """Make the error for an exhibit that is not described as a capture."""
    return NetraError(
        tr("Bukti ini belum dicatat sebagai tangkapan media sosial."),
        tr("Isi dahulu alamat, akun, dan waktunya."),
        code="no-such-capture",
    )


def _record(row: Row[Any], looked: list[RecheckRecord]) -> CaptureRecord:
    answers = answers_of(row.visible) if row.visible else {}
    return CaptureRecord(
        exhibit=ExhibitId(row.exhibit),
        code=row.code,
        file=row.file,
        taken_in=row.taken_in_at,
        **{key: getattr(row, key) for key in TEXTS if key != "captured_by"},
        captured_by=PartyId(row.captured_by) if row.captured_by else None,
        visible=tuple((key, answers[key]) for key in CHECKLIST if key in answers),
        complete=_complete(answers),
        rechecks=tuple(looked),
    )


def _complete(answers: dict[str, bool]) -> bool | None:
    if not all(answers.get(key, True) for key in CHECKLIST):
        return False
    return True if all(key in answers for key in CHECKLIST) else None
