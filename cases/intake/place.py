"""
The GPS position of a picture: a hemisphere is never guessed and no number is invented.

Refused are: a missing hemisphere, zero denominators, anything but two or three values, values out
of range, and 0,0 together (a receiver without a fix). A latitude of exactly 0 is Pontianak.
"""

import re
from fractions import Fraction

from cases.intake.claims import Position
from cases.intake.exif import Exif, Rational
from cases.intake.moments import calendar

_PLACES = 7
_ISO6709 = re.compile(r"([+-]\d{2,6}(?:\.\d{1,12})?)([+-]\d{3,7}(?:\.\d{1,12})?)", re.ASCII)
_DATE = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)", re.ASCII)


def position(exif: Exif) -> tuple[Position | None, str]:
    """Return (position or None, why refused: reference, number, range, zero; empty if absent)."""
    lat, lon = exif.rationals("lat"), exif.rationals("lon")
    if not lat and not lon:
        return None, ""
    north = _sign(exif.text("lat_ref"), "NS")
    east = _sign(exif.text("lon_ref"), "EW")
    degrees_lat, degrees_lon = _degrees(lat), _degrees(lon)
    if degrees_lat is None or degrees_lon is None:
        return None, "number"
    if degrees_lat == degrees_lon == 0:
        return None, "zero"
    if degrees_lat > 90 or degrees_lon > 180:
        return None, "range"
    if north is None or east is None:
        return None, "reference"
    text_lat, text_lon = _decimal(degrees_lat * north), _decimal(degrees_lon * east)
    return Position(text_lat, text_lon, satellite_time(exif)), ""


def stated_place(text: str) -> tuple[Position | None, str]:
    """Read the position of a video, ISO 6709: degrees, minutes and seconds run together."""
    match = _ISO6709.fullmatch(text)
    if match is None:
        return None, "number"
    lat, lon = _run_together(match[1], 2), _run_together(match[2], 3)
    if lat is None or lon is None:
        return None, "number"
    if lat == lon == 0:
        return None, "zero"
    if abs(lat) > 90 or abs(lon) > 180:
        return None, "range"
    return Position(_decimal(lat), _decimal(lon), None), ""


def _run_together(text: str, digits: int) -> Fraction | None:
    """`+DD.D`, `+DDMM.M` or `+DDMMSS.S`, with two or three digits of degrees."""
    sign = -1 if text.startswith("-") else 1
    whole, _, rest = text[1:].partition(".")
    if len(whole) not in (digits, digits + 2, digits + 4):
        return None
    parts = [whole[:digits], *(whole[at : at + 2] for at in range(digits, len(whole), 2))]
    numbers = [Fraction(part) for part in (*parts[:-1], f"{parts[-1]}.{rest or 0}")]
    if any(number >= 60 for number in numbers[1:]):
        return None
    return sign * sum((n / 60**power for power, n in enumerate(numbers)), Fraction(0))


def satellite_time(exif: Exif) -> str | None:
    """UTC by satellite, `YYYY-MM-DDThh:mm:ssZ`; date and time must both be whole."""
    match = _DATE.fullmatch((exif.text("gps_date") or "").strip())
    clock = exif.rationals("gps_time")
    if match is None or len(clock) != 3 or any(part[1] <= 0 or part[0] < 0 for part in clock):
        return None
    parts = [str(numerator // denominator) for numerator, denominator in clock]
    local = calendar((*match.groups(), *parts))
    return f"{local}Z" if local and int(local[:4]) > 1980 else None


def satellite_text(exif: Exif) -> str:
    """Date and time by satellite as they stand in the file, for the list of sources."""
    clock = exif.rationals("gps_time")
    numbers = [f"{n // d:02}" if d > 0 else f"{n}/{d}" for n, d in clock]
    return f"{exif.text('gps_date') or ''} {':'.join(numbers)}".strip()


def _sign(reference: str | None, letters: str) -> int | None:
    word = (reference or "").strip().upper()
    if word in (letters[0], {"N": "NORTH", "E": "EAST"}[letters[0]]):
        return 1
    if word in (letters[1], {"N": "SOUTH", "E": "WEST"}[letters[0]]):
        return -1
    return None


def _degrees(values: tuple[Rational, ...]) -> Fraction | None:
    """Degrees out of degrees, minutes and perhaps seconds."""
    if len(values) not in (2, 3):
        return None
    total, share = Fraction(0), 1
    for numerator, denominator in values:
        if denominator <= 0 or numerator < 0:
            return None
        total += Fraction(numerator, denominator * share)
        share *= 60
    return total


def _decimal(value: Fraction) -> str:
    """Decimal text with at most seven places (a centimetre), without trailing zeros."""
    scaled = round(abs(value) * 10**_PLACES)
    whole, rest = divmod(scaled, 10**_PLACES)
    digits = f"{rest:0{_PLACES}}".rstrip("0") or "0"
    return f"{'-' if value < 0 and scaled else ''}{whole}.{digits}"
