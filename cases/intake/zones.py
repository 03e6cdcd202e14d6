"""Offset from UTC at a place, so that a camera's local time can be placed on the globe."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Indonesia's zones have been these since 1988; no time zone database is needed for them, which
# Windows does not have.
_FIXED = {
    "Asia/Jakarta": 7 * 60,
    "Asia/Pontianak": 7 * 60,
    "Asia/Makassar": 8 * 60,
    "Asia/Jayapura": 9 * 60,
    "Asia/Dili": 9 * 60,
    "Asia/Kuching": 8 * 60,
    "Asia/Kuala_Lumpur": 8 * 60,
    "Asia/Singapore": 8 * 60,
    "Asia/Brunei": 8 * 60,
    "Asia/Manila": 8 * 60,
    "Pacific/Port_Moresby": 10 * 60,
    "Pacific/Palau": 9 * 60,
    "Australia/Darwin": 9 * 60 + 30,
}
# The shelf: at sea the finder names a nautical zone, which no phone follows.
_SEA = "Etc/"


def offsets_at(lat: str, lon: str, local: str) -> tuple[int, ...]:
    """
    Give the possible offsets in minutes of a local time at a position.

    One as a rule, two in the hour that a clock change repeats, none where it is not known.
    """
    name = _zone(lat, lon)
    if not name or name.startswith(_SEA):
        return ()
    if name in _FIXED:
        return (_FIXED[name],)
    zone = _load(name)
    if zone is None:
        return ()
    moment = datetime.fromisoformat(local)
    found = set[int]()
    for fold in (0, 1):
        offset = moment.replace(tzinfo=zone, fold=fold).utcoffset()
        if offset is not None:
            found.add(int(offset.total_seconds() // 60))
    return tuple(sorted(found))


def _zone(lat: str, lon: str) -> str:
    import tzfpy

    return tzfpy.get_tz(float(lon), float(lat)) or ""


@cache
def _load(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def utc_text(local: str, offset: int) -> str:
    """UTC `YYYY-MM-DDThh:mm:ssZ` of a local time with an offset in minutes."""
    moment = datetime.fromisoformat(local).replace(tzinfo=UTC).timestamp() - offset * 60
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
