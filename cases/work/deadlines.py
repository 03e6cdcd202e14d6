"""
The clocks of cases: from the dates of a case and its hearings, by the pack the case keeps.

Which clocks stop when: a clock ends with what it waits for, or with something that only comes
after it. A decided case (`halted` in the workflow: stopped, forwarded, not registered, withdrawn)
waits for nothing but what outlasts the decision; a case that ended, or that this office handed
over, waits for nothing. See `docs/decisions/0033-handling-and-clocks-of-cases.md`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from cases.home import Home
from cases.tables import case as case_table
from cases.work import packs, times
from cases.work.case_records import case_of, cases_of
from cases.work.clock_words import caution_text, reason_text
from cases.work.deadline_records import (
    DEPENDS,
    EXTENDED,
    HALTED,
    OVER,
    POSSIBLE,
    RUNNING,
    WAITING,
    CountedDay,
    DeadlineRecord,
    ExtensionRecord,
)
from cases.work.extensions import extended_in
from cases.work.hearings import clarifications_of
from cases.work.holidays import table_in
from cases.work.records import CaseId, CaseRecord, Source
from cases.work.refusals import refusal
from cases.work.scopes import absent
from cases.work.standing import handed_over
from cases.work.triggers import events_of
from rules.clocks import Clock
from rules.deadlines import Caution, Deadline, Request, Result, compute, is_over, read_request
from rules.errors import RuleError
from rules.pack import Pack
from rules.requests import read_moment
from rules.workdays import HolidayFile

CLOSED = frozenset({"selesai"})
"""A case of this status has no clocks left."""
HEARING = "klarifikasi_dijadwalkan"


@dataclass(frozen=True, slots=True)
class _Asked:
    """One case, and one question to the clocks of its pack."""

    case: CaseRecord
    pack: Pack
    holidays: HolidayFile
    request: Request
    extended: Mapping[str, ExtensionRecord]
    stated: Mapping[str, str]
    closed: bool

    def answer(self) -> Result:
        """Run the clocks."""
        pack = self.pack
        return compute(pack.deadlines, self.holidays, pack.stages, self.request)


def read_deadlines(home: Home, case: CaseId | None = None) -> tuple[DeadlineRecord, ...]:
    """Give the clocks that still run, of one case or of all, nearest first.

    Those that depend on an extension or on the kind of breach come last.
    """
    with home.read() as connection:
        found = [
            one
            for asked in _asked(home, connection, _cases(connection, case))
            if not asked.closed
            for one in _records(asked)
            if one.state in WAITING
        ]
    return tuple(sorted(found, key=_urgency))


def read_deadlines_by(home: Home, record: CaseRecord) -> tuple[DeadlineRecord, ...]:
    """Give the clocks that would run if a case stood as `record` says, such as by another pack."""
    with home.read() as connection:
        return tuple(
            one
            for asked in _asked(home, connection, [record])
            for one in _records(asked)
            if one.state in WAITING
        )


def read_clocks(home: Home, case: CaseId) -> tuple[DeadlineRecord, ...]:
    """Give all clocks of a case that were started, in the order of the pack; also those over."""
    with home.read() as connection:
        return tuple(
            replace(one, state=HALTED) if asked.closed and one.state in WAITING else one
            for asked in _asked(home, connection, _cases(connection, case))
            for one in _records(asked)
        )


def read_cautions(home: Home, case: CaseId) -> tuple[str, ...]:
    """Say what is doubtful or late about the clocks of a case."""
    with home.read() as connection:
        words = [
            caution_text(asked.pack.deadlines, caution)
            for asked in _asked(home, connection, _cases(connection, case))
            if not asked.closed
            for caution in asked.answer().cautions
        ]
    return tuple(dict.fromkeys(words))


def _asked(home: Home, connection: Connection, cases: Iterable[CaseRecord]) -> Iterator[_Asked]:
    """Give one request for the events of a case, and one for each hearing that is not over."""
    tables: dict[str, HolidayFile] = {}
    for record in cases:
        pack = packs.load(record.pack)
        if pack.id not in tables:
            tables[pack.id] = table_in(home, connection, pack.holidays)
        extended = extended_in(connection, record.id)
        closed = record.status in CLOSED or handed_over(connection, record, home.officer)
        questions = [events_of(record)]
        questions += [
            {HEARING: hearing.scheduled_at}
            for hearing in clarifications_of(connection, record.id)
            if hearing.scheduled_at and not hearing.ended_at
        ]
        for events in questions:
            request = _request(home, pack, record, events)
            yield _Asked(record, pack, tables[pack.id], request, extended, events, closed)


def _cases(connection: Connection, case: CaseId | None) -> list[CaseRecord]:
    if case is None:
        return cases_of(connection)
    record = case_of(connection, case)
    if record is None:
        raise absent(case_table)
    return [record]


def _request(home: Home, pack: Pack, case: CaseRecord, events: Mapping[str, str]) -> Request:
    region = home.officer.region
    raw: dict[str, object] = {
        "regime": str(case.regime),
        "source": "LAPORAN" if case.source is Source.LAPORAN else "TEMUAN",
        "timezone": times.zone_of_region(region),
        "area": region,
        "events": {},
    }
    try:
        request = read_request(pack.deadlines, raw)
    except RuleError as error:
        raise refusal(error) from error
    known = {event.key for event in pack.deadlines.events}
    moments = {}
    for key in known & events.keys():
        try:
            moments[key] = read_moment(key, events[key], request.zone)
        except RuleError:
            continue  # a date from another program that is none: one clock less, not none at all
    return Request(
        regime=request.regime,
        source=request.source,
        zone=request.zone,
        events=moments,
        area=request.area,
    )


def _records(asked: _Asked) -> Iterator[DeadlineRecord]:
    result = asked.answer()
    for deadline in result.deadlines:
        yield _record(asked, deadline, result.cautions)


def _state(asked: _Asked, clock: Clock) -> str:
    """Tell whether a clock still waits for something."""
    if is_over(asked.pack.deadlines, clock, asked.request.events):
        return OVER
    if not clock.outlasts and asked.case.status in _decided(asked.pack):
        return HALTED
    category = asked.case.category
    if clock.categories and category not in clock.categories:
        return HALTED if category else DEPENDS
    if clock.extends:
        return RUNNING if clock.extends in asked.extended else POSSIBLE
    if clock.id in asked.extended and not clock.adjustable:
        return EXTENDED
    return RUNNING


def _decided(pack: Pack) -> set[str]:
    return {one.status for one in pack.workflow.states if one.halted}


def _record(asked: _Asked, deadline: Deadline, cautions: tuple[Caution, ...]) -> DeadlineRecord:
    clock, case = deadline.clock, asked.case
    own = asked.extended.get(clock.extends or clock.id)
    until = own.until if own and clock.adjustable else ""
    events = {event.key: event.text for event in asked.pack.deadlines.events}
    return DeadlineRecord(
        case=case.id,
        case_code=case.register or case.code,
        case_title=case.title,
        id=clock.id,
        step=clock.step,
        limit=until or deadline.limit.isoformat(),
        safe=until or deadline.safe.isoformat(),
        practical=deadline.practical.isoformat() if deadline.practical and not until else "",
        basis=clock.article,
        confidence=clock.confidence,
        days=tuple(day.date.isoformat() for day in deadline.days if day.counted),
        state=_state(asked, clock),
        trigger=clock.trigger,
        trigger_text=events[clock.trigger],
        started_at=asked.stated.get(clock.trigger, ""),
        unit=clock.unit,
        ground=own.ground if own else "",
        count=tuple(
            CountedDay(
                day.date.isoformat(),
                day.counted,
                day.number,
                reason_text(day.reason) if day.reason else "",
            )
            for day in deadline.days
        ),
        cautions=_cautions(asked, deadline, cautions),
    )


def _cautions(asked: _Asked, deadline: Deadline, cautions: tuple[Caution, ...]) -> tuple[str, ...]:
    """Give the cautions that concern one clock: its own, and those of days it passes."""
    file = asked.pack.deadlines
    words = [caution_text(file, one) for one in cautions if _concerns(one, deadline)]
    doubts = [doubt.text for doubt in deadline.clock.doubts]
    return tuple(dict.fromkeys((*words, *doubts)))


def _concerns(caution: Caution, deadline: Deadline) -> bool:
    days = {day.date for day in deadline.days}
    values = caution.values
    if "id" in values:
        return values["id"] == deadline.clock.id
    return values.get("date") in days or values.get("year") in {str(day.year) for day in days}


def _urgency(one: DeadlineRecord) -> tuple[bool, str, str, str]:
    # A day ends at midnight, so a time on it comes first.
    limit = one.limit if "T" in one.limit else f"{one.limit}T24"
    return one.state != RUNNING, limit, one.case_code, one.id
