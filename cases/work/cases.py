"""
Cases: open one, change it, list them, find one, read everything of one.
"""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.fold import content_head
from cases.journal.folds.case import DATE
from cases.language import tr
from cases.tables import case as case_table
from cases.work import packs, stated
from cases.work.against import against_of, need_weighed
from cases.work.allegations import alleged_in
from cases.work.attendance import attendance_of
from cases.work.case_records import (
    case_of,
    cases_of,
    officers_of,
    papers_of,
    summaries_of,
)
from cases.work.codes import next_case_code
from cases.work.corrections import corrections_of
from cases.work.custody import custody_log
from cases.work.derived import derived_of
from cases.work.edits import conflicts_in, edit_fields
from cases.work.exhibits import exhibits_of
from cases.work.facts import facts_of
from cases.work.filled import filled_of, scans_of
from cases.work.hearings import clarifications_of
from cases.work.incidents import incidents_of
from cases.work.notes import archived_in, notes_of, tags_of
from cases.work.overview import CaseFile, CaseSummary
from cases.work.parties import parties_of
from cases.work.records import CaseId, CaseRecord, Place, Regime, Source
from cases.work.scopes import absent, need_case

FORWARDED = "diteruskan"
"""The status of a case that was sent to the authority whose turn it is."""


class CaseStart(TypedDict, total=False):
    """What may be known of a case when it is opened."""

    found_at: str
    """When it was found, or when the report was handed in."""
    known_at: str
    """When the complainant (or the supervisor) first knew of it."""
    place: Place


class CaseFields(CaseStart, total=False):
    """What of a case may be changed."""

    title: str
    regime: Regime
    source: Source
    register: str
    """The number from the office that owns the register."""
    status: str
    pack: str
    reason: str
    """Why a field is corrected; needed for what has left the laptop."""
    dates: Mapping[str, str]
    """Days or times of events that start clocks: `diregistrasi`, `dilaporkan` …"""


def open_case(
    home: Home, *, title: str, regime: Regime, source: Source, **start: Unpack[CaseStart]
) -> Changes:
    """Open a case under a provisional code; it keeps the newest pack of rules."""
    values = _checked(home, {"title": title, "regime": regime, "source": source, **start})
    with home.write() as tx:
        tx.made = uuid4().hex
        body = {"code": next_case_code(tx), "pack": packs.load(packs.newest()).id, **values}
        tx.append("case.opened", body, case=tx.made)
    return tx.changes


def edit_case(home: Home, case: CaseId, **fields: Unpack[CaseFields]) -> Changes:
    """Change fields of a case; a field that stands in conflict is settled by it."""
    reason = fields.pop("reason", "").strip()
    values = _checked(home, dict(fields))
    if values.get("status") == FORWARDED:
        need_weighed(home, case)
    with home.write() as tx:
        need_case(tx.connection, case)
        why = {"reason": reason} if reason else {}
        edit_fields(tx, "case.edited", why, case, values)
        tx.made = case
    return tx.changes


def list_cases(home: Home) -> tuple[CaseSummary, ...]:
    """Give all cases, last touched first."""
    with home.read() as connection:
        return tuple(summaries_of(connection))


def read_case_file(home: Home, case: CaseId) -> CaseFile:
    """Read everything of one case, in one moment."""
    with home.read() as connection:
        record = case_of(connection, case)
        if record is None:
            raise absent(case_table)
        return CaseFile(
            case=record,
            officers=officers_of(connection, case),
            parties=parties_of(connection, case),
            incidents=incidents_of(connection, case, conflicts_in(connection, case)),
            attendance=attendance_of(connection, case),
            facts=facts_of(connection, case),
            exhibits=exhibits_of(connection, case),
            custody=custody_log(connection, case),
            clarifications=clarifications_of(connection, case),
            papers=papers_of(connection, case),
            content_head=content_head(connection, case),
            derived=derived_of(connection, case),
            corrections=corrections_of(connection, case),
            notes=notes_of(connection, case),
            tags=tags_of(connection, case),
            archived=archived_in(connection, case),
            alleged=alleged_in(connection, case),
            against=against_of(connection, case),
            filled=filled_of(connection, case),
            scans=scans_of(connection, case),
        )


def resolve_case(home: Home, text: str) -> CaseId:
    """Find a case by its id, code or register number, or an unambiguous beginning of one."""
    wanted = text.strip().casefold()
    with home.read() as connection:
        records = cases_of(connection)
    exact = [record.id for record in records if wanted in _names(record)]
    begun = [
        record.id
        for record in records
        if wanted and any(name.startswith(wanted) for name in _names(record))
    ]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    if found:
        raise NetraError(
            tr("“{text}” cocok dengan beberapa kasus.", text=text),
            tr("Tulis kode lebih panjang, atau id kasus."),
            code="ambiguous-case",
        )
    raise NetraError(
        tr("Tidak ada kasus “{text}”.", text=text),
        tr("Lihat kode pada daftar kasus, misalnya S-K1-001."),
        code="no-such-case",
    )


def _names(record: CaseRecord) -> set[str]:
    names = {record.id, record.code.casefold(), record.register.casefold()}
    return names - {""}


def _checked(home: Home, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Check each field as a person states it; dates of events become fields of their own."""
    values: dict[str, Any] = {}
    for key, value in fields.items():
        if key == "dates":
            values |= {f"{DATE}{event}": stated.time(home, text) for event, text in value.items()}
        elif key in {"found_at", "known_at"}:
            values[key] = stated.time(home, value)
        elif key == "place":
            values[key] = stated.place_body(value)
        elif key == "title":
            values[key] = stated.needed(value, tr("Judul kasus"))
        else:
            values[key] = _word(key, value)
    return values


def _word(key: str, value: str) -> str:
    kinds: dict[str, type[Regime | Source]] = {"regime": Regime, "source": Source}
    text = str(value).strip()
    if key not in kinds:
        return text
    for member in kinds[key]:
        if text.casefold() == member.value.casefold():
            return member.value
    raise NetraError(
        tr("“{text}” tidak dikenal.", text=text),
        tr("Pilihan: {choices}.", choices=", ".join(member.value for member in kinds[key])),
        code=f"bad-{key}",
    )
