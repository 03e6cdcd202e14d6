"""
The record of an exhibit, made from its row: what the file said of itself, put in words.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from cases.journal.folds.edits import live_of
from cases.tables import edit, exhibit
from cases.work.evidence_words import reason_words, signal_words
from cases.work.records import ExhibitRecord, SignalRecord, Taken


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
)
"""What a query gives to `record_of`: a case has hundreds, so rows are read by place, not name."""


def record_of(row: Sequence[Any], offset: str = "") -> ExhibitRecord:
    """Make the record of an exhibit; `offset` is the zone a person stated for it."""
    key, code, content, file, size, media_type, kind, reason, width, height, *rest = row
    inspection, preview, caption, taken_in_at, dev = rest
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
        taken=_taken(found.taken, offset),
        lat=gps.lat,
        lon=gps.lon,
        camera=_camera(found.camera.make or "", found.camera.model or ""),
        software=found.software or "",
        origin=found.origin,
        signals=tuple(
            SignalRecord(signal.code, signal.weight, signal_words(signal.code, signal.values))
            for signal in found.signals
        ),
        preview=preview,
        caption=caption,
        taken_in_at=taken_in_at,
        dev=dev,
    )


def stated_offsets(connection: Connection, scope: str) -> dict[str, str]:
    """Give the zone that persons stated for exhibits; none where they contradict each other."""
    rows = connection.execute(
        select(edit.c.entity, edit.c.live).where(edit.c.scope == scope, edit.c.field == "offset")
    )
    stated: dict[str, str] = {}
    for entity, text in rows:
        values = {value for *_, value in live_of(text)}
        if len(values) == 1:
            stated[entity] = str(values.pop())
    return stated


def _taken(found: _Taken, offset: str) -> Taken:
    local = (found.local or "").replace("T", " ").replace("-", ":")
    if offset and local and found.zone_source == "unknown":
        moment = _moment(local, offset)
        if moment:
            return Taken(found.raw or "", local, offset, moment, moment, "stated")
    return Taken(
        found.raw or "",
        local,
        found.offset or "",
        found.earliest or "",
        found.latest or "",
        found.zone_source,
    )


def _moment(local: str, offset: str) -> str:
    try:
        naive = datetime.strptime(f"{local} {offset}", "%Y:%m:%d %H:%M:%S %z")
    except ValueError:
        return ""
    utc = naive - (naive.utcoffset() or timedelta())
    return f"{utc:%Y-%m-%dT%H:%M:%S}Z"


@cache
def _camera(make: str, model: str) -> str:
    return model if model.casefold().startswith(make.casefold()) else f"{make} {model}".strip()
