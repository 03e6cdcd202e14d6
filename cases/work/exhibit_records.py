"""
The record of an exhibit, made from its row: what the file said of itself, put in words.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from cases.tables import exhibit
from cases.work.camera_clocks import NOTHING, Stated, allow_for
from cases.work.evidence_records import ExhibitRecord, SignalRecord, Taken
from cases.work.evidence_words import reason_words, signal_words


class _Taken(msgspec.Struct, frozen=True):
    raw: str | None = None
    local: str | None = None
    offset: str | None = None
    earliest: str | None = None
    latest: str | None = None
    zone_source: str = "unknown"


class _Gps(msgspec.Struct, frozen=True):
    lat: str = ""
    lon: str = ""


class _Camera(msgspec.Struct, frozen=True):
    make: str | None = None
    model: str | None = None


class _Signal(msgspec.Struct, frozen=True):
    code: str
    weight: str = "low"
    values: dict[str, str] = {}


class Inspection(msgspec.Struct, frozen=True):
    """The part of an inspection that lists and papers show; the whole stays in the event."""

    taken: _Taken = _Taken()
    gps: _Gps | None = None
    camera: _Camera = _Camera()
    software: str | None = None
    origin: str = ""
    signals: list[_Signal] = []


_NOWHERE = _Gps()
_inspection = msgspec.json.Decoder(Inspection)
_later = msgspec.json.Decoder(list[_Signal])


COLUMNS = (
    exhibit.c.id,
    exhibit.c.code,
    exhibit.c.object,
    exhibit.c.file,
    exhibit.c.size,
    exhibit.c.media_type,
    exhibit.c.kind,
    exhibit.c.reason,
    exhibit.c.width,
    exhibit.c.height,
    exhibit.c.inspection,
    exhibit.c.preview,
    exhibit.c.caption,
    exhibit.c.taken_in_at,
    exhibit.c.dev,
    exhibit.c.found,
)
"""What a query gives to `record_of`: a case has hundreds, so rows are read by place, not name."""


def record_of(row: Sequence[Any], stated: Stated = NOTHING) -> ExhibitRecord:
    """Make the record of an exhibit; `stated` is what persons said of its camera's clock."""
    key, code, content, file, size, media_type, kind, reason, width, height, *rest = row
    inspection, preview, caption, taken_in_at, dev, later = rest
    try:
        found = _inspection.decode(inspection or "{}")
    except msgspec.ValidationError:
        found = (
            Inspection()
        )  # written by another program; the exhibit itself is shown all the same
    gps = found.gps or _NOWHERE
    return ExhibitRecord(
        id=key,
        code=code,
        object=content,
        file=file,
        size=size,
        media_type=media_type,
        kind=kind,
        reason=reason_words(reason) if reason else "",
        width=width,
        height=height,
        taken=_taken(found.taken, stated),
        lat=gps.lat,
        lon=gps.lon,
        camera=_camera(found.camera.make or "", found.camera.model or ""),
        software=found.software or "",
        origin=found.origin,
        signals=_signals(found, later),
        preview=preview,
        caption=caption,
        taken_in_at=taken_in_at,
        dev=dev,
        placed=stated.placed,
    )


def look_of(preview: str, dhash: str, found: str) -> dict[str, Any]:
    """Give what `exhibit.preview` holds, out of a row, for another scope."""
    body: dict[str, Any] = {"object": preview}
    if dhash:
        body["dhash"] = dhash
    if found:
        body["signals"] = msgspec.json.decode(found)
    return body


def _taken(found: _Taken, stated: Stated) -> Taken:
    taken = Taken(
        found.raw or "",
        (found.local or "").replace("T", " ").replace("-", ":"),
        found.offset or "",
        found.earliest or "",
        found.latest or "",
        found.zone_source,
    )
    return taken if stated is NOTHING else allow_for(taken, stated)


def _signals(found: Inspection, later: str) -> tuple[SignalRecord, ...]:
    """Signals of the file, then those that decoding it brought to light."""
    signals = [*found.signals, *(_decoded(later) if later else ())]
    return tuple(
        SignalRecord(one.code, one.weight, signal_words(one.code, one.values)) for one in signals
    )


def _decoded(later: str) -> list[_Signal]:
    try:
        return _later.decode(later)
    except msgspec.ValidationError:
        return []  # written by another program


@cache
def _camera(make: str, model: str) -> str:
    return model if model.casefold().startswith(make.casefold()) else f"{make} {model}".strip()
