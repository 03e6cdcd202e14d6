"""
The time line of a case: what happened, each as an interval, and where the order cannot be told.

A bare date is the whole day in the office's zone; a camera time without zone is an interval of two
hours. Two entries that may have begun in either order have no order that the evidence tells, and
no entry is moved to a guessed point.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from cases.clock import utc_text
from cases.home import Home
from cases.language import tr
from cases.work import packs, times
from cases.work.cases import read_case_file
from cases.work.overview import CaseFile
from cases.work.records import CaseId
from cases.work.triggers import events_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened, or that a person recorded."""

    kind: str
    """`incident`, `exhibit`, `hearing`, `invitation` or `date`."""
    id: str
    code: str
    words: str
    earliest: str
    """UTC; empty: nobody knows when."""
    latest: str
    stated: str
    """The time as it was stated, or empty."""
    begins_by: str = ""
    """The last moment at which it may have begun; `latest` where it has no length of its own."""
    unsure: tuple[str, ...] = ()
    """Later entries (codes, else words) of which nobody can tell that they came later."""


def read_timeline(home: Home, case: CaseId) -> tuple[TimelineEntry, ...]:
    """Give what happened in a case: earliest first, what has no time at the end."""
    zone = times.zone_of_region(home.officer.region)
    return timeline_of(read_case_file(home, case), zone)


def timeline_of(file: CaseFile, zone: str) -> tuple[TimelineEntry, ...]:
    """Order the entries of a case and mark where their order cannot be told."""
    entries = sorted(_entries(file, zone), key=_place)
    dated = [entry for entry in entries if entry.earliest]
    marked = [
        replace(entry, unsure=tuple(_name(one) for one in dated[at + 1 :] if _overlap(entry, one)))
        for at, entry in enumerate(dated)
    ]
    return (*marked, *(entry for entry in entries if not entry.earliest))


def _place(entry: TimelineEntry) -> tuple[bool, str, str, str, str]:
    return not entry.earliest, entry.earliest, entry.latest, entry.kind, entry.code


def _name(entry: TimelineEntry) -> str:
    return entry.code if entry.kind in {"incident", "exhibit"} and entry.code else entry.words


def _overlap(one: TimelineEntry, other: TimelineEntry) -> bool:
    """Tell whether the later one may have begun first, or both in the same moment."""
    until = one.begins_by or one.latest
    return other.earliest < until or other.earliest == one.earliest == until


def _entries(file: CaseFile, zone: str) -> Iterator[TimelineEntry]:
    for incident in file.incidents:
        begins = _span(incident.starts_at, zone)
        ends = _span(incident.ends_at, zone) if incident.ends_at else begins
        yield TimelineEntry(
            "incident", incident.id, incident.code, incident.title, begins[0],
            max(begins[1], ends[1]), incident.starts_at, begins[1],
        )  # fmt: skip
    for exhibit in file.exhibits:
        yield TimelineEntry(
            "exhibit", exhibit.id, exhibit.code, exhibit.caption or exhibit.file,
            exhibit.taken.earliest, exhibit.taken.latest, exhibit.taken.raw,
        )  # fmt: skip
    yield from _hearings(file, zone)
    words = {event.key: event.text for event in packs.load(file.case.pack).deadlines.events}
    for event, moment in events_of(file.case).items():
        text = words.get(event, event)
        yield TimelineEntry("date", event, "", text, *_span(moment, zone), moment)


def _hearings(file: CaseFile, zone: str) -> Iterator[TimelineEntry]:
    codes = {party.id: party.code for party in file.parties}
    for hearing in file.clarifications:
        code = codes.get(hearing.party, "")
        when = hearing.started_at or hearing.scheduled_at
        begins = _span(when, zone)
        ends = _span(hearing.ended_at, zone) if hearing.ended_at else begins
        words = tr("Klarifikasi {nomor}: {orang}", nomor=hearing.number, orang=code)
        yield TimelineEntry(
            *("hearing", hearing.id, code, words, begins[0], max(begins[1], ends[1]), when),
            begins_by=begins[1],
        )
        for sent in hearing.invitations:
            words = tr("Undangan ke-{n} untuk {orang}", n=sent.number, orang=code)
            yield TimelineEntry(
                "invitation", sent.id, code, words, *_span(sent.sent_at, zone), sent.sent_at
            )


def _span(text: str, zone: str) -> tuple[str, str]:
    """Give the first and last moment that a stated time allows, in UTC."""
    value = times.parse(text)
    if isinstance(value, datetime):
        moment = _moment(value)
        return moment, moment
    if isinstance(value, date):
        start = datetime.fromisoformat(f"{value.isoformat()}T00:00:00{zone}")
        return _moment(start), _moment(start + _DAY)
    return "", ""


def _moment(value: datetime) -> str:
    return utc_text(value.astimezone(UTC)).replace(".000Z", "Z")


def gaps(entries: Sequence[TimelineEntry], hours: int = 3) -> tuple[tuple[str, str], ...]:
    """Give the stretches of so many hours in which nothing is known, as (from, to)."""
    found = []
    dated = [entry for entry in entries if entry.earliest]
    until = dated[0].latest if dated else ""
    for entry in dated[1:]:
        start, end = times.utc(until), times.utc(entry.earliest)
        if start and end and end - start >= timedelta(hours=hours):
            found.append((until, entry.earliest))
        until = max(until, entry.latest)
    return tuple(found)
