"""Compares inspections with what another tool read: agreement and wrong values, field by field."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FIELDS = ("date", "offset", "gps", "orientation")
_EXIF_TIME = re.compile(r"\d{4}:\d\d:\d\d \d\d:\d\d:\d\d")


@dataclass
class Score:
    """How often one field agreed."""

    expected: int = 0
    agreed: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        return 100 * self.agreed / self.expected


def compare(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, Score]:
    """Score pairs of (inspection, {date, offset, lat, lon, orientation} or None where absent)."""
    scores = {name: Score() for name in FIELDS}
    for found, expected in pairs:
        wanted = {**expected, "gps": _position(expected)}
        for name in FIELDS:
            _score(scores[name], found["file"], _value(found, name), wanted[name])
    return scores


def expected_of(row: Mapping[str, str]) -> dict[str, Any]:
    """What a row of the manifest says, by the rules of `inspect`."""
    placed = row["gps_valid"] == "1"
    return {
        "date": (row["dto_iso"] or None) if _EXIF_TIME.fullmatch(row["dto_raw"]) else None,
        "offset": row["offset_norm"] or None,
        "lat": float(row["gps_lat"]) if placed else None,
        "lon": float(row["gps_lon"]) if placed else None,
        "orientation": int(row["orientation"]) if row["orientation"] else None,
    }


def _value(found: Mapping[str, Any], name: str) -> Any:
    if name == "date":
        return found["taken"]["local"] or None
    if name == "offset":
        return found["taken"]["offset"]
    if name == "gps":
        return _position(found["gps"] or {})
    return found["orientation"]


def _position(place: Mapping[str, Any]) -> tuple[float, float] | None:
    lat, lon = place.get("lat"), place.get("lon")
    return None if lat is None or lon is None else (lat, lon)


def _score(score: Score, file: str, found: Any, expected: Any) -> None:
    same = found == expected
    if isinstance(found, tuple) and isinstance(expected, tuple):
        same = all(abs(a - b) <= 1e-5 for a, b in zip(found, expected, strict=True))
    if expected is not None:
        score.expected += 1
        score.agreed += same
    if found is not None and not same:
        score.wrong.append(f"{file}: {found} instead of {expected}")
