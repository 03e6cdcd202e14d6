"""
The clocks of cases: from the dates of a case and its hearings, by the pack the case keeps.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from cases.home import Home
from cases.tables import case as case_table
from cases.work import packs, times
from cases.work.case_records import case_of, cases_of
from cases.work.clock_words import caution_text
from cases.work.hearings import clarifications_of
from cases.work.overview import DeadlineRecord
from cases.work.records import CaseId, CaseRecord, Source
from cases.work.refusals import refusal
from cases.work.scopes import absent
from rules.deadlines import Deadline, Request, Result, compute, read_request
from rules.errors import RuleError
from rules.pack import Pack
from rules.requests import read_moment

CLOSED = frozenset({"selesai"})
"""A case of this status has no clocks left."""
HEARING = "klarifikasi_dijadwalkan"
_REGISTERED = "diregistrasi"


def read_deadlines(home: Home, case: CaseId | None = None) -> tuple[DeadlineRecord, ...]:
    """Give the clocks that still run, of one case or of all, nearest first."""
    with home.read() as connection:
        found = [
            _record(record, deadline)
            for record, pack, request in _requests(home, connection, case)
            for deadline in _computed(pack, request).deadlines
            if not _met(pack, request, deadline)
        ]
    return tuple(sorted(found, key=_urgency))


def read_cautions(home: Home, case: CaseId) -> tuple[str, ...]:
    """Say what is doubtful or late about the clocks of a case."""
    with home.read() as connection:
        words = [
            caution_text(pack.deadlines, caution)
            for _, pack, request in _requests(home, connection, case)
            for caution in _computed(pack, request).cautions
        ]
    return tuple(dict.fromkeys(words))


def events_of(case: CaseRecord) -> dict[str, str]:
    """Give the events of a case that start clocks, as they were stated."""
    events = {"ditemukan": case.found_at}
    if case.source is Source.LAPORAN:
        events = {"dilaporkan": case.found_at, "diketahui": case.known_at}
    return {key: time for key, time in {**events, **dict(case.dates)}.items() if time}


def _requests(
    home: Home, connection: Connection, case: CaseId | None
) -> Iterator[tuple[CaseRecord, Pack, Request]]:
    """Give one request for the events of a case, and one for each hearing that is not over."""
    for record in _cases(connection, case):
        if record.status in CLOSED:
            continue
        pack = packs.load(record.pack)
        yield record, pack, _request(home, pack, record, events_of(record))
        for hearing in clarifications_of(connection, record.id):
            if hearing.scheduled_at and not hearing.ended_at:
                events = {HEARING: hearing.scheduled_at}
                yield record, pack, _request(home, pack, record, events)


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


def _computed(pack: Pack, request: Request) -> Result:
    return compute(pack.deadlines, pack.holidays, pack.stages, request)


def _met(pack: Pack, request: Request, deadline: Deadline) -> bool:
    """Whether the clock has come to its end: its event happened, or the case is registered."""
    clock = deadline.clock
    if clock.met_by in request.events:
        return True
    before = {event.key: event.after for event in pack.deadlines.events}
    return _REGISTERED in request.events and clock.trigger in before.get(_REGISTERED, ())


def _record(case: CaseRecord, deadline: Deadline) -> DeadlineRecord:
    clock = deadline.clock
    return DeadlineRecord(
        case=case.id,
        case_code=case.register or case.code,
        case_title=case.title,
        id=clock.id,
        step=clock.step,
        limit=deadline.limit.isoformat(),
        safe=deadline.safe.isoformat(),
        practical=deadline.practical.isoformat() if deadline.practical else "",
        basis=clock.article,
        confidence=clock.confidence,
        days=tuple(day.date.isoformat() for day in deadline.days if day.counted),
    )


def _urgency(one: DeadlineRecord) -> tuple[str, str, str]:
    # A day ends at midnight, so a time on it comes first.
    return one.limit if "T" in one.limit else f"{one.limit}T24", one.case_code, one.id
