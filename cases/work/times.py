"""
Dates, times, sizes and numbers in words, as Indonesian offices write them.

A stated time is ISO 8601 text with offset, or a bare date; a recorded moment is UTC text that ends
in `Z` and is shown in the zone of the office. Nothing here looks at the zone of the machine.

Windows leave `say` alone and get the language in use. Papers are Indonesian whatever the window
speaks: they give `say=str`.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

from cases.language import N_, current, tr

Say = Callable[[str], str]

WIB, WITA, WIT = "+07:00", "+08:00", "+09:00"

_ZONES = {WIB: "WIB", WITA: "WITA", WIT: "WIT", "+00:00": "UTC"}
_WITA_PROVINCES = frozenset(map(str, (51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76)))
_DAYS = (
    N_("Senin"), N_("Selasa"), N_("Rabu"), N_("Kamis"), N_("Jumat"), N_("Sabtu"), N_("Minggu"),
)  # fmt: skip
_MONTHS = (
    N_("Januari"), N_("Februari"), N_("Maret"), N_("April"), N_("Mei"), N_("Juni"),
    N_("Juli"), N_("Agustus"), N_("September"), N_("Oktober"), N_("November"), N_("Desember"),
)  # fmt: skip
_SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("Mei"), N_("Jun"),
    N_("Jul"), N_("Agu"), N_("Sep"), N_("Okt"), N_("Nov"), N_("Des"),
)  # fmt: skip


def zone_of_region(code: str) -> str:
    """Offset of the zone a region lies in, from its code (`53.01.06`); WIB where unknown."""
    province = code[:2]
    if province in _WITA_PROVINCES:
        return WITA
    return WIT if province.startswith(("8", "9")) else WIB


def zone_name(offset: str) -> str:
    """WIB, WITA, WIT, UTC, or the offset itself: `UTC+05:30`."""
    return _ZONES.get(offset, f"UTC{offset}")


def parse(text: str) -> date | datetime | None:
    """Read a stated time or a moment: a date, a time with offset, or None for anything else."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else _aware(text)
    except ValueError:
        return None


def _aware(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else None


def local_date(text: str, zone: str) -> date | None:
    """Give the day that was written, or, for a moment in UTC, the day in `zone`."""
    value = parse(text)
    return _in_zone(value, text, zone).date() if isinstance(value, datetime) else value


def _in_zone(moment: datetime, text: str, zone: str) -> datetime:
    """Keep the stated offset; move only UTC moments into `zone`."""
    return moment.astimezone(_zone(zone)) if text.endswith("Z") else moment


def _zone(offset: str) -> timezone:
    sign = -1 if offset.startswith("-") else 1
    hours, _, minutes = offset.lstrip("+-").partition(":")
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes or 0)))


def full_date(text: str, zone: str = WIB, say: Say = tr) -> str:
    """`Kamis, 3 Oktober 2024`; empty where `text` is no time."""
    day = local_date(text, zone)
    if day is None:
        return ""
    return f"{say(_DAYS[day.weekday()])}, {day.day} {say(_MONTHS[day.month - 1])} {day.year}"


def plain_date(text: str, zone: str = WIB, say: Say = tr) -> str:
    """`3 Oktober 2024`; empty where `text` is no time."""
    day = local_date(text, zone)
    return f"{day.day} {say(_MONTHS[day.month - 1])} {day.year}" if day else ""


def short_date(text: str, zone: str = WIB, say: Say = tr) -> str:
    """`3 Okt 2024`; empty where `text` is no time."""
    day = local_date(text, zone)
    return f"{day.day} {say(_SHORT_MONTHS[day.month - 1])} {day.year}" if day else ""


def clock(text: str, zone: str = WIB, *, seconds: bool = False) -> str:
    """`10.42 WITA`; empty for a bare date: the time of day is not known then."""
    value = parse(text)
    if not isinstance(value, datetime):
        return ""
    moment = _in_zone(value, text, zone)
    return f"{moment:%H.%M.%S}" if seconds else f"{moment:%H.%M} {zone_name(_offset(moment))}"


def _offset(moment: datetime) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def full_time(text: str, zone: str = WIB, say: Say = tr) -> str:
    """`Kamis, 3 Oktober 2024, 10.42 WITA`, or the date alone where no time of day is known."""
    return ", ".join(part for part in (full_date(text, zone, say), clock(text, zone)) if part)


def short_time(text: str, zone: str = WIB, say: Say = tr) -> str:
    """`3 Okt 2024, 10.42 WITA`, or the date alone where no time of day is known."""
    return ", ".join(part for part in (short_date(text, zone, say), clock(text, zone)) if part)


def span(start: str, end: str, zone: str = WIB, say: Say = tr) -> str:
    """From `start` to `end`; within one day the date is said once."""
    if not parse(end) or start == end:
        return full_time(start, zone, say)
    if local_date(start, zone) != local_date(end, zone):
        return f"{full_time(start, zone, say)} – {full_time(end, zone, say)}"
    hours = " – ".join(part for part in (clock(start, zone), clock(end, zone)) if part)
    return ", ".join(part for part in (full_date(start, zone, say), hours) if part)


def as_stated(text: str, zone: str) -> str:
    """Write a moment as somebody in `zone` states it: `2024-02-03T10:42+08:00`."""
    moment = utc(text)
    return moment.astimezone(_zone(zone)).isoformat(timespec="minutes") if moment else ""


def utc(text: str) -> datetime | None:
    """Give the moment in UTC, or None for a bare date or anything else."""
    value = parse(text)
    return value.astimezone(UTC) if isinstance(value, datetime) else None


def number(value: float, digits: int = 0, say: Say = tr) -> str:
    """`1.234,5`: dot between thousands, comma before the decimals; the other way in English."""
    written = f"{value:,.{digits}f}"
    english = say is tr and current() == "en"
    return written if english else written.translate(str.maketrans(",.", ".,"))


def size(count: int, say: Say = tr) -> str:
    """`38,6 MB`, decimal units."""
    if count < 1000:
        return f"{count} B"
    for unit, power in (("KB", 1000), ("MB", 1000**2)):
        # 999,95 KB would be printed as "1.000,0 KB": the next unit takes over there
        if count < power * 999.95:
            return f"{number(count / power, 1, say)} {unit}"
    return f"{number(count / 1000**3, 1, say)} GB"
