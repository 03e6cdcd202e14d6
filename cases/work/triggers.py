"""
The events that start clocks: their dates, and corrections of them.

A correction needs a reason; both dates stay in the record and are told together.
"""

import msgspec

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.folds.case import DATE
from cases.language import tr
from cases.tables import case as case_table
from cases.work import packs, stated
from cases.work.case_records import case_of
from cases.work.corrections import corrections_of
from cases.work.deadline_records import TriggerChange, TriggerRecord
from cases.work.edits import live
from cases.work.records import CaseId, CaseRecord, Source
from cases.work.refusals import refusal
from cases.work.scopes import absent
from rules.errors import RuleError
from rules.pack import Pack


def events_of(case: CaseRecord) -> dict[str, str]:
    """Give the events of a case that start clocks, as they were stated."""
    events = {"ditemukan": case.found_at}
    if case.source is Source.LAPORAN:
        events = {"dilaporkan": case.found_at, "diketahui": case.known_at}
    return {key: time for key, time in {**events, **dict(case.dates)}.items() if time}


def set_trigger(home: Home, case: CaseId, event: str, at: str, reason: str = "") -> Changes:
    """State when something happened; where a date stood, with the reason for the correction."""
    at = stated.time(home, at)
    with home.write() as tx:
        record = case_of(tx.connection, case)
        if record is None:
            raise absent(case_table)
        _need_known(packs.load(record.pack), event)
        before = events_of(record).get(event, "")
        if before and before != at and not reason.strip():
            raise NetraError(
                tr("Tanggal {peristiwa} sudah tercatat ({tanggal}).", peristiwa=event,
                   tanggal=before),
                tr("Tulis alasan perbaikannya; tanggal lama tetap terbaca."),
                code="reason-needed",
            )  # fmt: skip
        field = _field(record, event)
        if before != at:
            body = {"field": field, "value": at, "reason": reason.strip()}
            seen = [one for one, _ in live(tx.connection, case, "case", field)]
            tx.append("case.edited", body, case=case, saw=seen)
        tx.made = case
    return tx.changes


def read_triggers(home: Home, case: CaseId) -> tuple[TriggerRecord, ...]:
    """Give every event of the procedure that means something in this case, in their order."""
    with home.read() as connection:
        record = case_of(connection, case)
        if record is None:
            raise absent(case_table)
        pack = packs.load(record.pack)
        given = events_of(record)
        changes = corrections_of(connection, case)
        clocks = [
            clock
            for clock in pack.deadlines.clocks
            if clock.regime == record.regime.value and _source_of(record) in clock.sources
        ]
        found = []
        for event in pack.deadlines.events:
            starts = tuple(dict.fromkeys(one.id for one in clocks if one.trigger == event.key))
            ends = any(event.key in (one.met_by, *one.ended_by) for one in clocks)
            if not (starts or ends or event.key in given):
                continue
            field = _field(record, event.key)
            found.append(
                TriggerRecord(
                    event=event.key,
                    text=event.text,
                    at=given.get(event.key, ""),
                    starts=starts,
                    changes=tuple(
                        TriggerChange(
                            str(msgspec.json.decode(one.before)),
                            str(msgspec.json.decode(one.after)),
                            one.reason,
                            one.at,
                            one.officer,
                        )
                        for one in changes
                        if (one.entity, one.field) == ("case", field)
                    ),
                )
            )
    return tuple(found)


def _field(case: CaseRecord, event: str) -> str:
    """Give the field that holds the date: two of them have fields of their own."""
    if event in dict(case.dates):
        return f"{DATE}{event}"
    reported = case.source is Source.LAPORAN
    own = {"dilaporkan" if reported else "ditemukan": "found_at"}
    if reported:
        own["diketahui"] = "known_at"
    return own.get(event, f"{DATE}{event}")


def _source_of(case: CaseRecord) -> str:
    return "LAPORAN" if case.source is Source.LAPORAN else "TEMUAN"


def _need_known(pack: Pack, event: str) -> None:
    known = [one.key for one in pack.deadlines.events]
    if event not in known:
        raise refusal(RuleError("unknown-trigger", found=event, allowed=", ".join(known)))
