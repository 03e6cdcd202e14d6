"""Times that phones, chat programs and screenshot tools write into file names."""

import re
from datetime import UTC, datetime

from cases.intake.moments import calendar, is_plausible

_DAY = r"(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)"
_CLOCK = r"([0-2]\d)[-_.:]?([0-5]\d)[-_.:]?([0-5]\d)"
_PIXEL = re.compile(rf"PXL_{_DAY}_{_CLOCK}\d*", re.ASCII)
_FULL = re.compile(rf"(?<!\d){_DAY}(?:[-_ T.]+|[-_ ]+(?:at|pukul|jam)[-_ ]+){_CLOCK}(?!\d{{4}})")
_HALF_DAY = re.compile(
    rf"(?<!\d){_DAY}[-_ ]+at[-_ ]+(\d\d?)[.:](\d\d)[.:](\d\d)[\s\u202f]*([AaPp])[Mm]"
)
_EXPORT = re.compile(r"@([0-3]\d)-([01]\d)-(20\d\d)_([0-2]\d)-([0-5]\d)-([0-5]\d)(?!\d)", re.ASCII)
_DATE = re.compile(rf"(?<!\d){_DAY}(?!\d)", re.ASCII)
_FACEBOOK = re.compile(r"(?:FB_IMG_|received_|mmexport|^)(1[4-9][0-9]{11})(?!\d)", re.ASCII)


def stated_time(name: str) -> tuple[str, str, str | None] | None:
    """Return (raw text, calendar time or date, offset or None) that a file name states."""
    if match := _PIXEL.search(name):
        # Pixel phones name files by UTC.
        return _checked(match[0], calendar(match.groups()), "+00:00")
    if match := _FACEBOOK.search(name):
        moment = datetime.fromtimestamp(int(match[1]) // 1000, UTC)
        return match[0], moment.replace(tzinfo=None).isoformat(), "+00:00"
    if match := _HALF_DAY.search(name):
        return _checked(match[0], _half_day(match.groups()), None)
    if match := _EXPORT.search(name):
        # Telegram's export writes the day first.
        day, month, year, *clock = match.groups()
        return _checked(match[0], calendar((year, month, day, *clock)), None)
    if match := _FULL.search(name):
        return _checked(match[0], calendar(match.groups()), None)
    if match := _DATE.search(name):
        day = calendar((*match.groups(), "0", "0", "0"))
        return _checked(match[0], day[:10] if day else None, None)
    return None


def _half_day(parts: tuple[str, ...]) -> str | None:
    """Time of a clock of twelve hours, as WhatsApp and Macs name files."""
    *day, hour, minute, second, half = parts
    if not 1 <= int(hour) <= 12:
        return None
    later = 12 if half in "Pp" else 0
    return calendar((*day, str(int(hour) % 12 + later), minute, second))


def _checked(
    raw: str, local: str | None, offset: str | None
) -> tuple[str, str, str | None] | None:
    return (raw, local, offset) if local and is_plausible(local) else None
