"""
The record of an exhibit, made from its row: what the file said of itself, put in words.
"""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from cases.journal.folds.edits import live_of
from cases.tables import edit
from cases.work.evidence_words import reason_words, signal_words
from cases.work.records import ExhibitId, ExhibitRecord, SignalRecord, Taken


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


_inspection = msgspec.json.Decoder(Inspection)


def record_of(row: Row[Any], offset: str = "") -> ExhibitRecord:
    """Make the record of an exhibit; `offset` is the zone a person stated for it."""
    try:
        found = _inspection.decode(row.inspection or "{}")
    except msgspec.ValidationError:
        found = (
            Inspection()
        )  # written by another program; the exhibit itself is shown all the same
    gps = found.gps or _Gps()
    return ExhibitRecord(
        id=ExhibitId(row.id),
        code=row.code,
        object=row.object,
        file=row.file,
        size=row.size,
        media_type=row.media_type,
        kind=row.kind,
        reason=reason_words(row.reason),
        width=row.width,
        height=row.height,
        taken=_taken(found.taken, offset),
        lat=gps.lat,
        lon=gps.lon,
        camera=_camera(found.camera),
        software=found.software or "",
        origin=found.origin,
        signals=tuple(
            SignalRecord(signal.code, signal.weight, signal_words(signal.code, signal.values))
            for signal in found.signals
        ),
        preview=row.preview,
        caption=row.caption,
        taken_in_at=row.taken_in_at,
        dev=row.dev,
    )


def stated_offsets(connection: Connection, scope: str) -> dict[str, str]:
    """Give the zone that persons stated for exhibits; none where they contradict each other."""
    rows = connection.execute(
        select(edit.c.entity, edit.c.live).where(edit.c.scope == scope, edit.c.field == "offset")
    )
    stated: dict[str, str] = {}
    for exhibit, text in rows:
        values = {value for *_, value in live_of(text)}
        if len(values) == 1:
            stated[exhibit] = str(values.pop())
    return stated


def _taken(found: _Taken, offset: str) -> Taken:
    local = (found.local or "").replace("T", " ").replace("-", ":")
    taken = Taken(
        raw=found.raw or "",
        local=local,
        offset=found.offset or "",
        earliest=found.earliest or "",
        latest=found.latest or "",
        zone_source=found.zone_source,
    )
    if not offset or not local or found.zone_source != "unknown":
        return taken
    moment = _moment(local, offset)
    if not moment:
        return taken
    return Taken(taken.raw, local, offset, moment, moment, "stated")


def _moment(local: str, offset: str) -> str:
    try:
        naive = datetime.strptime(f"{local} {offset}", "%Y:%m:%d %H:%M:%S %z")
    except ValueError:
        return ""
    utc = naive - (naive.utcoffset() or timedelta())
    return f"{utc:%Y-%m-%dT%H:%M:%S}Z"


def _camera(camera: _Camera) -> str:
    make, model = camera.make or "", camera.model or ""
    return model if model.casefold().startswith(make.casefold()) else f"{make} {model}".strip()
