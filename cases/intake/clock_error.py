"""
The error of a camera's clock, out of one photo of a clock card, for the photos of one session.

A session is half a day before and after, by the camera's own clock; the same camera is the same
make, model and serial number. The zone is that of the camera's EXIF or of its position, else the
zone of the country that leaves the smallest error.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from cases.intake.moments import offset_minutes
from cases.work import times

SESSION = timedelta(hours=12)
_ZONES = (times.WIB, times.WITA, times.WIT)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a card in a photo said."""

    at: str
    """UTC of the laptop, with milliseconds."""
    nonce: str
    own: bool
    """Whether this home made the card."""


class CameraTime(msgspec.Struct, frozen=True):
    """The part of an inspection that tells the camera's clock."""

    local: str | None = None
    offset: str | None = None
    subsec: str | None = None
    earliest: str | None = None
    zone_source: str = "unknown"


class CameraName(msgspec.Struct, frozen=True):
    """What took the picture."""

    make: str | None = None
    model: str | None = None
    serial: str | None = None


class Shot(msgspec.Struct, frozen=True):
    """One photo, as far as its clock is concerned."""

    taken: CameraTime = CameraTime()
    camera: CameraName = CameraName()

    @property
    def moment(self) -> datetime | None:
        """What the camera's clock said, as if it were UTC."""
        local = self.taken.local
        return datetime.fromisoformat(local).replace(tzinfo=UTC) if local else None

    @property
    def zone(self) -> timedelta | None:
        """Zone that the file itself tells; None where it does not."""
        taken = self.taken
        if taken.zone_source == "exif" and taken.offset:
            return _minutes(taken.offset)
        if taken.zone_source == "gps" and taken.earliest and self.moment:
            return self.moment - datetime.fromisoformat(taken.earliest)
        return None


@dataclass(frozen=True, slots=True)
class Measured:
    """By how much the clock of the camera of the card's photo was wrong."""

    ahead_ms: int
    """Camera's time, as written, minus UTC."""
    plus_minus_ms: int
    zone: str
    """Zone to state for photos that have none."""


def measure(card: Shot, reading: Reading, shown_ms: int, office_zone: str) -> Measured:
    """
    Compare the photo of a card with the card; the photo must have a time.

    The picture was taken while the card stood on the screen (`shown_ms`), and its time was cut to
    whole seconds, or to the digits that the camera gives.
    """
    stamp = card.moment
    if stamp is None:
        raise ValueError("the photo has no time")
    digits = (card.taken.subsec or "")[:3]
    ahead = _ms(stamp - datetime.fromisoformat(reading.at))
    ahead += int(digits.ljust(3, "0")) if digits else 0
    grain = 1000 // 10 ** len(digits)
    first, last = ahead - shown_ms, ahead + grain
    middle = (first + last) // 2
    zone = _zone_text(card.zone) if card.zone is not None else _nearest(middle, office_zone)
    return Measured(middle, max(last - middle, middle - first), zone)


def errors(
    card: Shot, shots: Iterable[tuple[str, Shot]], measured: Measured
) -> Iterator[tuple[str, int, bool]]:
    """Give (exhibit, error in ms, whether its zone must be stated) of the photos it holds for."""
    for exhibit, shot in shots:
        if not _of_session(card, shot):
            continue
        zone = shot.zone
        if shot.taken.zone_source == "exif" and card.taken.zone_source == "exif":
            # such a camera follows the zone it writes: its error is against UTC
            zone = card.zone
        told = zone if zone is not None else _minutes(measured.zone)
        yield exhibit, measured.ahead_ms - _ms(told), zone is None


def _of_session(card: Shot, shot: Shot) -> bool:
    there, here = card.moment, shot.moment
    same = shot.camera == card.camera and there is not None and here is not None
    return same and abs(here - there) <= SESSION if there and here else False


def _nearest(ahead_ms: int, office_zone: str) -> str:
    """Zone that leaves the smallest error; that of the office for a clock that was never set."""
    zone = min(_ZONES, key=lambda one: abs(ahead_ms - _ms(_minutes(one))))
    return zone if abs(ahead_ms - _ms(_minutes(zone))) <= _ms(SESSION) else office_zone


def _minutes(offset: str) -> timedelta:
    return timedelta(minutes=offset_minutes(offset) or 0)


def _zone_text(zone: timedelta) -> str:
    minutes = round(zone.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _ms(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)
