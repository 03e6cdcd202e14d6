"""
Records of exhibits: what a file says of itself, what was done with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.work.records import CaseId, ExhibitId, Place


@dataclass(frozen=True, slots=True)
class Taken:
    """When a picture was taken: an interval with its source, never a guessed point."""

    raw: str = ""
    local: str = ""
    """EXIF DateTimeOriginal as `YYYY:MM:DD HH:MM:SS`, or empty."""
    offset: str = ""
    earliest: str = ""
    latest: str = ""
    zone_source: str = "unknown"
    """exif, gps, stated or unknown."""
    clock: str = ""
    """Who says by how much the camera's clock was wrong: stated, measured; empty: nobody."""
    clock_error_ms: int = 0
    """So much the camera's clock ran fast (negative: slow); `earliest`, `latest` allow for it."""
    clock_plus_minus_ms: int = 0


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a person says a picture was taken."""

    place: Place = _NOWHERE
    how: str = ""
    """confirmed (what the file says), stated, unknown (nobody knows); empty: nobody said."""


@dataclass(frozen=True, slots=True)
class SignalRecord:
    """A hint for a person to look at; never a verdict."""

    code: str
    weight: str
    text: str


@dataclass(frozen=True, slots=True)
class ExhibitRecord:
    """One item of evidence."""

    id: ExhibitId
    code: str
    """`B-01` in the case that was asked for; empty where the exhibit is not linked to it."""
    object: str
    file: str
    size: int
    media_type: str
    kind: str
    """`photo` or `attachment`."""
    reason: str
    """Why it is an attachment, in words; empty for a photo."""
    width: int
    height: int
    taken: Taken
    lat: str
    lon: str
    camera: str
    software: str
    origin: str
    signals: tuple[SignalRecord, ...]
    preview: str
    """SHA-256 of the print copy; empty until it is made, or where it cannot be made."""
    caption: str
    taken_in_at: str
    dev: str
    placed: Placed = Placed()


@dataclass(frozen=True, slots=True)
class OriginRecord:
    """Where an exhibit probably comes from, why one thinks so, and how sure that is."""

    origin: str
    weight: str
    """low, medium or high; empty where nothing tells."""
    cause: str
    """In words."""


@dataclass(frozen=True, slots=True)
class TimeSourceRecord:
    """One place in a file, its name or its folder that states a time."""

    kind: str
    raw: str
    local: str
    offset: str
    refused: str
    """Why it does not count, in words; empty where it does."""


@dataclass(frozen=True, slots=True)
class FileClaims:
    """What a file says of itself beyond what lists show."""

    origin: OriginRecord
    sources: tuple[TimeSourceRecord, ...]
    subsec: str
    duration_ms: int | None
    rotation: int | None
    """Clockwise degrees by which a player turns the picture."""
    title: str
    url: str
    """Where a page was saved from."""


@dataclass(frozen=True, slots=True)
class SimilarRecord:
    """Another exhibit that looks the same: a hint, never a verdict."""

    exhibit: ExhibitId
    case: CaseId | None
    """None: it stands in no case yet."""
    case_code: str
    code: str
    file: str
    distance: int
    """0 to 64 differing bits; 0 to 6 are shown at all."""


@dataclass(frozen=True, slots=True)
class CustodyRecord:
    """One line of the custody log of an exhibit."""

    event: str
    exhibit: ExhibitId
    act: str
    """taken_in, seen_again, linked, viewed, exported, printed, sealed, imported, rehashed, …"""
    at: str
    dev: str
    why: str
    officer: str = ""
    """Who, by name; the beginning of the key where nobody is known by it."""


@dataclass(frozen=True, slots=True)
class DerivedRecord:
    """A copy derived from an exhibit: cropped, covered, marked. Never the original."""

    id: str
    exhibit: ExhibitId
    code: str
    """`B-04/S1`; by a second key `B-04/S1·K2`; without a case `S1`."""
    object: str
    parent_sha256: str
    """The exhibit's own object."""
    operations: tuple[Mapping[str, str | int], ...]
    reason: str
    at: str
    dev: str

    @property
    def number(self) -> str:
        """The last part of the code, without its letter: `1`, `1·K2`."""
        return self.code.rpartition("S")[2]
