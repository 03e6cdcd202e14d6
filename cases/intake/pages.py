"""Saved web pages, HTML and MHTML: where and when they were saved, by the browser's own note."""

import re
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from html import unescape

from cases.intake.claims import TimeSource
from cases.intake.moments import is_plausible
from cases.intake.source import Source
from cases.intake.texts import shown

_HEAD = 64 * 1024
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,8}\)([^\s>]{4,2000})\s*-->", re.IGNORECASE)
_SINGLE = re.compile(
    r"Page saved with SingleFile\s{1,20}url:\s{0,5}([^\s>]{4,2000})"
    r"(?:\s{1,20}saved date:\s{0,5}([^\n(]{10,60}))?"
)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,400})<", re.IGNORECASE)
_SCHEMES = ("https://", "http://")


@dataclass(slots=True)
class Page:
    """What the browser noted."""

    url: str = ""
    title: str = ""
    times: list[TimeSource] = field(default_factory=list)


def read_html(source: Source) -> Page:
    """Read the note of a browser or of SingleFile."""
    text = source.read(0, _HEAD).decode("utf-8", "replace")
    found = Page()
    title = _TITLE.search(text)
    found.title = unescape(title[1]) if title else ""
    saved, single = _SAVED.search(text), _SINGLE.search(text)
    if saved:
        found.url = _web(saved[1])
    elif single:
        found.url = _web(single[1])
        if single[2]:
            found.times.append(_time(single[2].strip()))
    return found


def read_mhtml(source: Source) -> Page:
    """Read the headers before the first part."""
    text = source.read(0, _HEAD).decode("utf-8", "replace")
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    fields: dict[str, str] = {}
    for line in re.sub(r"\r?\n[ \t]+", " ", head).splitlines()[:64]:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    found = Page(_web(fields.get("snapshot-content-location", "")))
    if not found.url:
        place = re.search(r"^Content-Location:\s*(\S{4,2000})", text, re.MULTILINE)
        found.url = _web(place[1]) if place else ""
    subject = fields.get("subject", "")
    found.title = "" if subject.startswith("=?") else subject
    if date := fields.get("date"):
        found.times.append(_time(date))
    return found


def _web(text: str) -> str:
    """Give an address of the web as it stands; anything else is none."""
    text = unescape(text)
    return (shown(text) or "") if text.lower().startswith(_SCHEMES) else ""


def _time(raw: str) -> TimeSource:
    """Read a date as mail and browsers write it; they always name an offset."""
    try:
        moment = parsedate_to_datetime(_mail_form(raw))
    except (ValueError, TypeError, IndexError, OverflowError):
        return TimeSource("page", shown(raw) or "", None, None, "form")
    local = moment.replace(tzinfo=None, microsecond=0).isoformat()
    offset = moment.strftime("%z")
    if not is_plausible(local):
        return TimeSource("page", shown(raw) or "", None, None, "implausible")
    zone = f"{offset[:3]}:{offset[3:5]}" if offset else None
    return TimeSource("page", shown(raw) or "", local, zone)


def _mail_form(raw: str) -> str:
    """`Wed Feb 14 2024 07:30:00 GMT+0700` (of JavaScript) as mail writes it."""
    match = re.match(
        r"(\w{3}) (\w{3}) (\d\d?) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})", raw, re.ASCII
    )
    if match is None:
        return raw
    day, month, number, year, clock, offset = match.groups()
    return f"{day}, {number} {month} {year} {clock} {offset}"
