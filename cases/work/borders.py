"""
Borders of regions: decoded, and a point placed against them.

A border is a run of zig-zag LEB128 integers: number of rings; for each ring the number of points,
then for each point the steps of longitude and latitude in 1e-4 degree from the point before (the
first from 0). What lies inside is told by the even-odd rule. Borders are simplified: distances
are as good as that, tens of metres.
"""

from collections.abc import Iterator
from math import cos, hypot, radians

Ring = list[tuple[float, float]]
"""(longitude, latitude) in degrees."""

UNIT = 10_000
KM_PER_DEGREE = 111.32
MOST_RINGS, MOST_POINTS = 20_000, 500_000
_LONGEST = 5
"""Bytes of one integer: more than any step on this planet needs."""


class BadBorder(Exception):
    """The bytes are no border."""


def decode(data: bytes) -> list[Ring]:
    """Read a border; raises `BadBorder` for bytes that are none."""
    integers = _integers(data)
    rings: list[Ring] = []
    left = MOST_POINTS
    for _ in range(_count(integers, MOST_RINGS)):
        count = _count(integers, left)
        left -= count
        rings.append(_ring(integers, count))
    if next(integers, None) is not None:
        raise BadBorder
    return rings


def encode(rings: list[Ring]) -> bytes:
    """Write a border, as a maker of region packs does."""
    numbers = [len(rings)]
    for ring in rings:
        numbers.append(len(ring))
        last = (0, 0)
        for lon, lat in ring:
            here = round(lon * UNIT), round(lat * UNIT)
            numbers += [here[0] - last[0], here[1] - last[1]]
            last = here
    return b"".join(map(_varint, numbers))


def contains(rings: list[Ring], lat: float, lon: float) -> bool:
    """Tell whether the point lies inside, by the even-odd rule."""
    inside = False
    for (x1, y1), (x2, y2) in _edges(rings):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def distance_km(rings: list[Ring], lat: float, lon: float) -> float:
    """Give the distance from the point to the nearest border line."""
    across = KM_PER_DEGREE * cos(radians(lat))
    best = float("inf")
    for (x1, y1), (x2, y2) in _edges(rings):
        ax, ay = (x1 - lon) * across, (y1 - lat) * KM_PER_DEGREE
        bx, by = (x2 - lon) * across, (y2 - lat) * KM_PER_DEGREE
        best = min(best, _to_line(ax, ay, bx - ax, by - ay))
    return best


def apart_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the distance between two places (latitude, longitude), on the flat of a country."""
    middle = radians((one[0] + other[0]) / 2)
    across = (one[1] - other[1]) * KM_PER_DEGREE * cos(middle)
    return hypot(across, (one[0] - other[0]) * KM_PER_DEGREE)


def _to_line(ax: float, ay: float, dx: float, dy: float) -> float:
    """Distance of (0, 0) to the line that starts at a and goes by d."""
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
    return hypot(ax + along * dx, ay + along * dy)


def _edges(rings: list[Ring]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for ring in rings:
        yield from zip(ring, [*ring[1:], *ring[:1]], strict=True)


def _ring(integers: Iterator[int], count: int) -> Ring:
    ring: Ring = []
    x = y = 0
    for _ in range(count):
        x += _next(integers)
        y += _next(integers)
        ring.append((x / UNIT, y / UNIT))
    return ring


def _count(integers: Iterator[int], most: int) -> int:
    count = _next(integers)
    if not 0 <= count <= most:
        raise BadBorder
    return count


def _next(integers: Iterator[int]) -> int:
    value = next(integers, None)
    if value is None:
        raise BadBorder
    return value


def _integers(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte & 0x80:
            if shift >= 7 * _LONGEST:
                raise BadBorder
        else:
            yield value >> 1 ^ -(value & 1)
            value = shift = 0
    if shift:
        raise BadBorder


def _varint(number: int) -> bytes:
    value = number << 1 if number >= 0 else (-number << 1) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
