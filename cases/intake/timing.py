"""
When a picture was taken: an interval with its source, never a guessed point.

A camera's time has no zone until the EXIF offset, a GPS position or a person gives one. Without
one, `earliest` reads it as Papua's time (+09:00) and `latest` as western time (+07:00). The zone
of this machine and the dates of the file system never count.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from cases.intake.claims import Position, Taken, TimeSource
from cases.intake.exif import Exif
from cases.intake.facts import Facts
from cases.intake.filenames import stated_time
from cases.intake.moments import (
    exif_offset,
    exif_time,
    is_plausible,
    iso_shaped,
    iso_time,
    offset_minutes,
)
from cases.intake.place import satellite_text, satellite_time
from cases.intake.texts import shown
from cases.intake.zones import offsets_at, utc_text

EAST, WEST = 9 * 60, 7 * 60
_MOVIES = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"})
_XMP = re.compile(
    rb"(?:exif:DateTimeOriginal|photoshop:DateCreated|xmp:CreateDate|xmp:ModifyDate)"
    rb"(?:\s*=\s*[\"']|\s*>)\s*([\x20-\x7e]{4,40}?)\s*[\"'<]"
)


@dataclass(frozen=True, slots=True)
class Timing:
    """The interval, and why a stated date was refused."""

    taken: Taken
    refused: str
    """blank, zero, form, calendar, implausible; empty when nothing was refused."""


def judge(facts: Facts, place: Position | None, mtime: float | None = None) -> Timing:
    """Judge the times that a file states."""
    exif = facts.exif
    raw = exif.text("original")
    local, refused = exif_time(raw)
    if local is None and raw is None:
        refused = ""
    offset = exif_offset(exif.text("offset_original"))
    possible, zone_source = _zone(local, offset, place)
    earliest = latest = None
    if local is not None and not is_plausible(local):
        refused = "implausible"
    elif local is not None:
        earliest = utc_text(local, max(possible))
        latest = utc_text(local, min(possible))
    if local is None and (moment := _moment_of(facts)):
        earliest, latest, zone_source = moment, moment, "exif"
    taken = Taken(
        raw=shown(raw),
        local=local,
        offset=offset,
        subsec=_subsec(exif),
        earliest=earliest,
        latest=latest,
        zone_source=zone_source,
        sources=tuple(_sources(facts, mtime)),
    )
    return Timing(taken, refused)


def _moment_of(facts: Facts) -> str | None:
    """Moment that a recording states with its offset, as phones of Apple do."""
    if facts.media_type not in _MOVIES:
        return None
    for source in facts.stated:
        if source.local and source.offset:
            return utc_text(source.local, offset_minutes(source.offset) or 0)
    return None


def _zone(
    local: str | None, offset: str | None, place: Position | None
) -> tuple[tuple[int, ...], str]:
    """Offsets in minutes that are possible, and who says so."""
    if offset is not None and (minutes := offset_minutes(offset)) is not None:
        return (minutes,), "exif"
    if place is not None and local is not None:
        possible = offsets_at(place.lat, place.lon, local)
        if possible:
            return possible, "gps"
    return (WEST, EAST), "unknown"


def _subsec(exif: Exif) -> str | None:
    digits = (exif.text("subsec") or "").strip()
    return digits if digits.isascii() and digits.isdigit() else None


def _sources(facts: Facts, mtime: float | None) -> list[TimeSource]:
    return [
        *_exif_sources(facts.exif),
        *_picture_sources(facts),
        *_outer_sources(facts.name, mtime),
    ]


def _exif_sources(exif: Exif) -> list[TimeSource]:
    found = []
    for name in ("original", "digitized", "modified"):
        raw = exif.text(name)
        if raw is not None:
            stated = exif.text(f"offset_{name}")
            offset = exif_offset(stated)
            local, refused = exif_time(raw)
            # another form is shown as a source, and never counts as the camera's time
            refused = refused or _why(local, refused)
            local = local or iso_time(raw)[0]
            if not refused and offset is None and (stated or "").strip(" :"):
                refused = "offset"
            found.append(TimeSource(f"exif_{name}", shown(raw) or "", local, offset, refused))
    if text := satellite_text(exif):
        utc = satellite_time(exif)
        local, offset = (utc[:-1], "+00:00") if utc else (None, None)
        refused = "" if utc else "satellite"
        found.append(TimeSource("gps", shown(text) or "", local, offset, refused))
    return found


def _why(local: str | None, refused: str) -> str:
    """Code of why a time does not count; a time in an impossible year stands but does not."""
    if local is None:
        return refused or "form"
    return "" if is_plausible(local) else "implausible"


def _picture_sources(facts: Facts) -> list[TimeSource]:
    found = []
    for text in dict.fromkeys(_XMP.findall(facts.xmp)):
        raw = text.decode("ascii")
        local, offset = iso_time(raw)
        found.append(TimeSource("xmp", raw, local, offset, _why(local, _reason(raw))))
    for raw in facts.png_dates:
        local = exif_time(raw)[0]
        local, offset = (local, None) if local else iso_time(raw)
        refused = _why(local, _reason(raw))
        found.append(TimeSource("png_text", shown(raw) or "", local, offset, refused))
    return [*found, *facts.stated][:16]


def _reason(raw: str) -> str:
    """Why a text that may follow ISO 8601 is no time."""
    if not raw.strip(" :-T"):
        return "blank"
    if set(raw) <= set("0: -TZ+."):
        return "zero"
    return "calendar" if iso_shaped(raw) else "form"


def _outer_sources(name: str, mtime: float | None) -> list[TimeSource]:
    found = []
    if stated := stated_time(name):
        found.append(TimeSource("filename", *stated))
    if mtime is not None:
        try:
            moment = datetime.fromtimestamp(mtime, UTC).replace(tzinfo=None, microsecond=0)
        except (OverflowError, ValueError, OSError):
            return [*found, TimeSource("file_mtime", str(mtime), None, None, "implausible")]
        text = moment.isoformat()
        found.append(TimeSource("file_mtime", f"{text}Z", text, "+00:00", _why(text, "")))
    return found
