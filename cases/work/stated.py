"""
Times and places as a person states them: checked once, at the door.
"""

from collections.abc import Mapping
from typing import Any

from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.work import times
from cases.work.records import Place


def time(home: Home, text: str) -> str:
    """Check a stated time: a bare date, or a time; without offset it is in the office's zone."""
    text = text.strip().replace(" ", "T")
    if not text or times.parse(text) is not None:
        return text
    zoned = text + times.zone_of_region(home.officer.region)
    if "T" not in text or times.parse(zoned) is None:
        raise NetraError(
            tr("“{text}” bukan tanggal atau waktu yang dikenal.", text=text),
            tr("Tulis seperti 2024-02-03 atau 2024-02-03T10:42+08:00."),
            code="bad-time",
        )
    return zoned


def in_order(starts_at: str, ends_at: str) -> None:
    """Refuse an end before the beginning."""
    start, end = times.utc(starts_at), times.utc(ends_at)
    if start is None or end is None:
        early, late = times.parse(starts_at), times.parse(ends_at)
        wrong = early is not None and late is not None and ends_at[:10] < starts_at[:10]
    else:
        wrong = end < start
    if wrong:
        raise NetraError(
            tr("Waktu selesai mendahului waktu mulai."),
            tr("Periksa kedua waktu itu."),
            code="ends-before-start",
        )


def place_body(place: Place) -> dict[str, str]:
    """Give a place as events hold it."""
    parts = {"text": place.text, "code": place.code, "lat": place.lat, "lon": place.lon}
    return {key: part for key, part in parts.items() if part}


def place_of(value: Mapping[str, Any]) -> Place:
    """Read a place from an event's value."""
    return Place(
        text=str(value.get("text", "")),
        code=str(value.get("code", "")),
        lat=str(value.get("lat", "")),
        lon=str(value.get("lon", "")),
    )


def needed(text: str, what: str) -> str:
    """Refuse an empty text; `what` names it in the user's language."""
    text = text.strip()
    if not text:
        raise NetraError(
            tr("{what} belum diisi.", what=what), tr("Isi, lalu ulangi."), code="empty-text"
        )
    return text
