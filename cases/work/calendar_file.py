"""
Clocks as a calendar file (RFC 5545) for a phone or another calendar.

It names the case by its code only: titles and people stay in the home. The same clock keeps its
UID, so that a newer file changes the entry instead of adding one.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from cases.language import tr
from cases.work import times
from cases.work.deadline_records import RUNNING, DeadlineRecord

_MOST = 75
"""Octets in a line; what is longer goes on after a line break and a space."""
_ALARM = ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Netra", "TRIGGER:-P1D", "END:VALARM")


def write_calendar(clocks: Iterable[DeadlineRecord], now: str) -> bytes:
    """Write the clocks that run; `now` is the moment in UTC at which the file is made."""
    stamp = _utc(now)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Netra//Tenggat//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for one in clocks if one.state == RUNNING for line in _event(one, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(one: DeadlineRecord, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.case}.{one.id}.{one.started_at[:10]}@netra.invalid"
    yield f"DTSTAMP:{stamp}"
    yield from _span(one.limit)
    yield f"SUMMARY:{_escaped(f'{one.case_code} · {one.step}')}"
    yield f"DESCRIPTION:{_escaped(_why(one))}"
    yield "TRANSP:TRANSPARENT"
    yield from _ALARM
    yield "END:VEVENT"


def _span(limit: str) -> Iterator[str]:
    """Give the end of a clock: a whole day, or the hour up to its moment."""
    if "T" not in limit:
        day = date.fromisoformat(limit)
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
        return
    end = datetime.fromisoformat(limit)
    yield f"DTSTART:{_utc((end - timedelta(hours=1)).isoformat())}"
    yield f"DTEND:{_utc(limit)}"


def _why(one: DeadlineRecord) -> str:
    parts = [tr("Batas: {waktu}", waktu=times.short_time(one.limit))]
    if one.safe != one.limit:
        parts.append(tr("Batas aman: {waktu}", waktu=times.short_time(one.safe)))
    if one.practical:
        parts.append(tr("Saat praktis: {waktu}", waktu=times.short_time(one.practical)))
    parts.append(tr("Dasar: {dasar}", dasar=f"{one.basis} ({one.confidence})"))
    parts.extend(one.cautions)
    return "\n".join(parts)


def _utc(text: str) -> str:
    moment = times.utc(text)
    return f"{moment:%Y%m%dT%H%M%SZ}" if moment else ""


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never within a character."""
    parts, length = [""], 0
    for mark in line:
        size = len(mark.encode())
        if length + size > _MOST:
            parts.append(" ")
            length = 1
        parts[-1] += mark
        length += size
    return "\r\n".join(parts)
