"""Reading what somebody asks the clocks: regime, source, zone of the office, events."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar, get_args

import msgspec

from rules.clocks import DeadlineFile, Regime, Source
from rules.errors import RuleError

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1945, 2200
_Word = TypeVar("_Word", bound=str)
_KEYS = ("regime", "source", "timezone", "events", "area")


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One question to the clocks; the times of its events are in the office's zone."""

    regime: Regime
    source: Source
    zone: timezone
    events: Mapping[str, date]
    """A `date`, or a `datetime` with the office's zone when the hour is known."""
    area: str = ""
    """Where the office is: a region code or name; only voting days ask for it."""
    zone_given: bool = True


def read_request(file: DeadlineFile, raw: object) -> Request:
    """Check what was read from JSON or TOML; raises RuleError."""
    if not isinstance(raw, Mapping):
        raise RuleError("not-a-table", key="", found=_short(raw))
    _known(raw, _KEYS, "")
    zone_name = raw.get("timezone")
    zone = read_zone(file, zone_name if zone_name is not None else file.zones[0].name)
    events = raw.get("events")
    return Request(
        regime=_choice(raw, "regime", get_args(Regime)),
        source=_choice(raw, "source", get_args(Source)),
        zone=zone,
        events=_events(file, {} if events is None else events, zone),
        area=_text(raw, "area"),
        zone_given=zone_name is not None,
    )


def read_zone(file: DeadlineFile, value: object) -> timezone:
    """Turn a name of the pack (WIB, Asia/Jakarta) or an offset (+08:00) into a fixed zone."""
    text = value.strip() if isinstance(value, str) else ""
    for zone in file.zones:
        if text.casefold() in {name.casefold() for name in (zone.name, *zone.names)}:
            return read_zone(file, zone.offset)
    found = _OFFSET.fullmatch(text)
    if found is None or int(found[2]) > 14:
        names = ", ".join(zone.name for zone in file.zones)
        raise RuleError("unknown-zone", key="timezone", found=_short(value), allowed=names)
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(size if found[1] == "+" else -size)


def read_moment(key: str, value: object, zone: timezone) -> date:
    """Turn a date or a time into the office's own; raises RuleError."""
    if isinstance(value, str):
        value = _parsed(key, value)
    if not isinstance(value, date):
        raise RuleError("not-a-date", key=key, found=_short(value))
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise RuleError("year-out-of-range", key=key, found=value.year)
    if isinstance(value, datetime):
        return value.replace(tzinfo=zone) if value.tzinfo is None else value.astimezone(zone)
    return value


def _parsed(key: str, text: str) -> date:
    text = text.strip()
    try:
        if _MOMENT.fullmatch(text):
            return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        # The form is right and the day is not, such as 30 February.
        pass
    raise RuleError("not-a-date", key=key, found=_short(text))


def _events(file: DeadlineFile, raw: object, zone: timezone) -> dict[str, date]:
    if not isinstance(raw, Mapping):
        raise RuleError("not-a-table", key="events", found=_short(raw))
    _known(raw, tuple(event.key for event in file.events), "events")
    return {
        key: read_moment(f"events.{key}", value, zone)
        for key, value in raw.items()
        if value is not None
    }


def _known(raw: Mapping[str, object], allowed: tuple[str, ...], where: str) -> None:
    for key in raw:
        if key not in allowed:
            name = f"{where}.{key}" if where else key
            raise RuleError("unknown-key", key=name, allowed=", ".join(allowed))


def _choice(raw: Mapping[str, object], key: str, allowed: tuple[_Word, ...]) -> _Word:
    value = raw.get(key)
    for one in allowed:
        if isinstance(value, str) and value.strip().upper() == one:
            return one
    code = "missing-key" if value is None else "not-allowed"
    raise RuleError(code, key=key, found=_short(value), allowed=", ".join(allowed))


def _text(raw: Mapping[str, object], key: str) -> str:
    value = raw.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RuleError("not-text", key=key, found=_short(value))
    return value


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
