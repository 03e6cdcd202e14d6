"""Texts that state a time, read strictly: a calendar time or nothing, never a guess."""

import re
from datetime import datetime

_EXIF = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)", re.ASCII)
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)
_ZONED = re.compile(
    r"(\d{4})[-:](\d\d)[-:](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?",
    re.ASCII,
)
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1990, 2079


def exif_time(raw: str | None) -> tuple[str | None, str]:
    """
    Read `YYYY:MM:DD HH:MM:SS` and nothing else.

    Return (`YYYY-MM-DDThh:mm:ss` or None, why not: blank, zero, form or calendar).
    """
    if raw is None:
        return None, ""
    if not raw.strip(" :\t"):
        return None, "blank"
    match = _EXIF.fullmatch(raw.rstrip(" "))
    if match is None:
        return None, "form"
    if set(match[0]) <= set("0: "):
        return None, "zero"
    local = calendar(match.groups())
    return local, "" if local else "calendar"


def calendar(parts: tuple[str | None, ...]) -> str | None:
    """Make ISO text of year, month, day, hour, minute, second if there is such a time."""
    try:
        numbers = [int(part or 0) for part in parts]
        return datetime(*numbers).isoformat()  # type: ignore[arg-type]  # noqa: DTZ001 - a claim
    except (ValueError, OverflowError):
        return None


def exif_offset(raw: str | None) -> str | None:
    """Read an offset: with a sign, at most 14 hours; `+08:00` or None."""
    match = _OFFSET.fullmatch(raw.rstrip(" ")) if raw else None
    if match is None or offset_minutes(match[0]) is None:
        return None
    return match[0]


def offset_minutes(offset: str) -> int | None:
    """Minutes east of Greenwich; None beyond 14 hours."""
    hours, minutes = int(offset[1:3]), int(offset[4:6])
    total = hours * 60 + minutes
    if minutes > 59 or total > 14 * 60:
        return None
    return -total if offset[0] == "-" else total


def iso_time(raw: str) -> tuple[str | None, str | None]:
    """Read ISO 8601 as XMP writes it: (calendar time, offset)."""
    match = _ISO.fullmatch(raw.strip())
    if match is None:
        return None, None
    zone = "+00:00" if match[7] == "Z" else exif_offset(match[7])
    return calendar(match.groups()[:6]), zone


def zoned_time(raw: str) -> tuple[str | None, str | None]:
    """Read what phones write into videos and tags, `2024-02-14T07:30:00+0700`: (time, offset)."""
    match = _ZONED.fullmatch(raw.strip())
    local = calendar(match.groups()[:6]) if match else None
    if match is None or local is None or not is_plausible(local):
        return None, None
    zone = match[7] or ""
    if zone == "Z":
        return local, "+00:00"
    return local, exif_offset(zone if ":" in zone else f"{zone[:3]}:{zone[3:]}")


def iso_shaped(raw: str) -> bool:
    """Whether a text has the form of ISO 8601, be it a time that exists or not."""
    return _ISO.fullmatch(raw.strip()) is not None


def is_plausible(local: str) -> bool:
    """Whether a photo can be of that year; an unset or broken clock says others."""
    return _FIRST_YEAR <= int(local[:4]) <= _LAST_YEAR
