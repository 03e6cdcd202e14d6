"""Hints for a person to look at, never verdicts: a code, a weight and values, no words."""

from collections.abc import Iterator

from cases.intake import origin as origins
from cases.intake.claims import Position, Signal
from cases.intake.facts import PHOTOS, Facts
from cases.intake.filenames import stated_time
from cases.intake.moments import exif_offset, is_plausible, offset_minutes
from cases.intake.place import satellite_time
from cases.intake.quantisation import standard_quality
from cases.intake.sniff import name_contradicts
from cases.intake.texts import shown
from cases.intake.timing import Timing
from cases.intake.zones import offsets_at

_COPIES = {
    "whatsapp_image": ("whatsapp_copy", "high"),
    "telegram": ("telegram_copy", "high"),
    "facebook": ("facebook_copy", "high"),
    "screenshot": ("screenshot", "low"),
}
_HOLDS_EXIF = frozenset({"image/jpeg", "image/heic", "image/heif"})


_OWN_WAYS = ("APPLE", "CANON", "FUJIFILM", "NIKON", "PANASONIC", "PENTAX", "SONY")
"""
These always leave notes of their own and never use the tables of the JPEG standard. Phones of
other makers do both as they like.
"""
_STORING = 120
"""Seconds that a phone may take to store what it recorded."""
_ZONES = (7, 8, 9)


def find_signals(
    facts: Facts, timing: Timing, place: tuple[Position | None, str], origin: str, now: str
) -> tuple[Signal, ...]:
    """Collect everything about a file that a person should look at; `now` is UTC text."""
    position, refused = place
    found = [
        *_provenance(facts, origin),
        *_missing(facts, origin),
        *_dates(facts, timing, now),
        *_satellite(facts, timing, position),
    ]
    if refused == "reference":
        found.append(Signal("gps_no_hemisphere", "medium"))
    elif refused:
        found.append(Signal("gps_refused", "low"))
    return tuple(found)


def _provenance(facts: Facts, origin: str) -> Iterator[Signal]:
    if origin in _COPIES:
        yield Signal(*_COPIES[origin])
    if software := origins.editor(facts):
        yield Signal("edited", "high", {"software": software})
    else:
        yield from _written_anew(facts)
    if facts.c2pa:
        yield Signal("c2pa", "medium")
    if name_contradicts(facts.name, facts.media_type):
        yield Signal("name_contradicts", "low", {"type": facts.media_type})
    if facts.second_date is not None:
        yield Signal("exif_twice", "medium", {"other": shown(facts.second_date) or ""})
    x, y = facts.exif.number("pixels_x"), facts.exif.number("pixels_y")
    if x and y and facts.width and facts.height and {x, y} != {facts.width, facts.height}:
        size = {"width": facts.width, "height": facts.height, "x": x, "y": y}
        yield Signal("size_differs", "medium", {key: str(value) for key, value in size.items()})


def _written_anew(facts: Facts) -> Iterator[Signal]:
    """Tell what a camera of this maker always writes, and this file does not have."""
    make = facts.exif.text("make") or ""
    if facts.media_type != "image/jpeg" or not make.strip().upper().startswith(_OWN_WAYS):
        return
    if facts.exif.text("original") and not facts.exif.maker_note:
        yield Signal("maker_note_missing", "medium", {"make": shown(make) or ""})
    quality = standard_quality(facts.tables)
    if quality is not None:
        values = {"make": shown(make) or "", "quality": str(quality)}
        yield Signal("tables_standard", "medium", values)


def _missing(facts: Facts, origin: str) -> Iterator[Signal]:
    """Name the cause where there is no EXIF."""
    if facts.exif.hostile:
        yield Signal("exif_hostile", "medium")
    elif facts.exif.damaged:
        yield Signal("exif_damaged", "medium")
    if facts.media_type not in PHOTOS or facts.blocks or origin in _COPIES:
        return
    if facts.media_type not in _HOLDS_EXIF:
        yield Signal("no_exif_format", "low", {"type": facts.media_type})
    elif origins.has_chat_size(facts):
        side = str(max(facts.width or 0, facts.height or 0))
        yield Signal("no_exif_chat_size", "medium", {"side": side})
    else:
        yield Signal("no_exif", "medium")


def _dates(facts: Facts, timing: Timing, now: str) -> Iterator[Signal]:
    taken = timing.taken
    if timing.refused:
        yield Signal(f"date_{timing.refused}", "medium", {"raw": taken.raw or ""})
    raw = facts.exif.text("offset_original")
    if raw and exif_offset(raw) is None:
        yield Signal("offset_refused", "low", {"raw": shown(raw) or ""})
    if taken.earliest and taken.earliest > now:
        yield Signal("exif_in_future", "high", {"local": taken.local or "", "now": now})
    modified = next((s.local for s in taken.sources if s.kind == "exif_modified"), None)
    dated = modified and taken.local and is_plausible(taken.local)
    # phones write it when the picture is stored, some seconds after it was taken
    if dated and _seconds_between(modified or "", taken.local or "") > _STORING:
        values = {"taken": taken.local or "", "modified": modified or ""}
        yield Signal("modified_later", "high", values)
    if facts.video_time is not None:
        yield _recording(facts, facts.video_time)


def _recording(facts: Facts, header: tuple[str, str | None]) -> Signal:
    """
    Say what can be said of the time in a movie's header.

    By the format it is UTC; many phones write local time. Where the name of the file or Apple's
    own key says the local time, one sees which it is.
    """
    raw, local = header
    if local is None:
        return Signal("video_time_refused", "medium", {"raw": raw})
    length = (facts.media.duration_ms or 0) / 1000 if facts.media else 0
    for stated in _local_times(facts):
        behind = _seconds_between(local, stated)
        for hours in (0, *_ZONES):
            if -_STORING <= behind + hours * 3600 <= length + _STORING:
                code = "video_time_zoned" if hours else "video_time_local"
                return Signal(code, "low", {"raw": raw, "zone": f"+{hours:02}:00"})
    return Signal("video_time", "low", {"raw": raw})


def _local_times(facts: Facts) -> Iterator[str]:
    for source in facts.stated[1:]:
        if source.local and source.offset != "+00:00":
            yield source.local
    named = stated_time(facts.name)
    if named and "T" in named[1] and named[2] is None:
        yield named[1]


def _satellite(facts: Facts, timing: Timing, place: Position | None) -> Iterator[Signal]:
    """Compare the camera's clock with the satellites and with the zone of the place."""
    taken, utc = timing.taken, satellite_time(facts.exif)
    if taken.local and utc and is_plausible(taken.local):
        difference = round(_seconds_between(taken.local, utc[:-1]) / 60)
        # Zones are whole quarters of an hour; a fix may be two minutes old.
        rest = (difference + 2) % 15
        if abs(difference) > 14 * 60 + 2 or rest > 4:
            yield Signal("gps_time_differs", "medium", {"minutes": str(difference)})
    if taken.local and taken.offset and place is not None:
        possible = offsets_at(place.lat, place.lon, taken.local)
        if possible and offset_minutes(taken.offset) not in possible:
            names = "/".join(_offset_text(minutes) for minutes in possible)
            yield Signal("zone_differs", "medium", {"stated": taken.offset, "place": names})


def _seconds_between(one: str, other: str) -> float:
    from datetime import datetime

    return (datetime.fromisoformat(one) - datetime.fromisoformat(other)).total_seconds()


def _offset_text(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
