"""The inspection of one file as `netra inspect` prints it and as an event stores it."""

from typing import Any

import msgspec

from cases.intake.claims import Claims, Position, TimeSource
from cases.work.evidence_words import reason_words, refusal_words, signal_words

READER = 1
"""
Raised when reading brings more than before; exhibits of an older reader may be read again. Files
taken in before there was a number have 0.
"""
_NO_ERROR = frozenset({"", "kind", "video", "audio", "document"})
"""Reasons that are no fault of the file."""


def to_json(file: str, sha256: str | None, size: int | None, claims: Claims) -> dict[str, Any]:
    """Plain values of the inspection: coordinates as numbers, absent values as null."""
    place, sources = claims.gps, claims.taken.sources
    return {
        "file": file,
        "sha256": sha256,
        "size": size,
        "media_type": claims.media_type,
        "width": claims.width,
        "height": claims.height,
        "orientation": claims.orientation,
        "taken": {**_plain(claims.taken), "sources": [_source(one) for one in sources]},
        "gps": _numbers(place) if place and claims.media is None else None,
        "camera": {"make": claims.camera.make, "model": claims.camera.model},
        "software": claims.software,
        "origin": claims.origin,
        "signals": [
            {
                "code": signal.code,
                "weight": signal.weight,
                "text": signal_words(signal.code, signal.values),
            }
            for signal in claims.signals
        ],
        "media": {**_plain(claims.media), "gps": _numbers(place) if place else None}
        if claims.media
        else None,
        "error": None if claims.reason in _NO_ERROR else reason_words(claims.reason),
    }


def _numbers(place: Position) -> dict[str, Any]:
    return {"lat": float(place.lat), "lon": float(place.lon), "utc": place.utc}


def _source(one: TimeSource) -> dict[str, Any]:
    return {**_plain(one), "refused": refusal_words(one.refused) or None}


def to_event(claims: Claims) -> dict[str, Any]:
    """
    Body part `inspection` of `exhibit.taken_in`.

    Coordinates are decimal text, signals stand by code with their values: an event holds neither
    floats nor sentences of one language.
    """
    return {
        "reader": READER,
        "orientation": claims.orientation,
        "taken": _plain(claims.taken),
        "gps": _plain(claims.gps) if claims.gps else None,
        "camera": _plain(claims.camera),
        "software": claims.software,
        "origin": claims.origin,
        "origin_cause": claims.origin_cause,
        "origin_weight": claims.origin_weight,
        "media": _plain(claims.media) if claims.media else None,
        "signals": [_plain(signal) for signal in claims.signals],
    }


def _plain(part: msgspec.Struct) -> Any:
    """Dicts, lists and texts, exactly as they come back from JSON."""
    return msgspec.json.decode(msgspec.json.encode(part))
