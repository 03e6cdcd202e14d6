"""
Whether a JPEG was written by the free library that nearly all programs use, told by its tables.

That library scales the example tables of the JPEG standard (ITU-T T.81, Annex K.1) by a quality of
1 to 100. The cameras named in `signals.py` have tables of their own.
"""

from functools import cache

_LUMINANCE = (
    *(16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40),
    *(26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51),
    *(56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87),
    *(95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99),
)
"""Annex K, Table K.1, in the zigzag order of a file."""
_SIDE = 64


def standard_quality(tables: bytes) -> int | None:
    """Give the quality at which the first table is that of the standard; None for any other."""
    first = _first(tables)
    return _scaled().get(first) if first else None


def _first(tables: bytes) -> bytes:
    """The 8-bit table 0 in the content of DQT segments; empty where there is none."""
    at = 0
    while at < len(tables):
        wide, number = tables[at] >> 4, tables[at] & 15
        length = _SIDE * (2 if wide else 1)
        if number == 0 and not wide:
            found = tables[at + 1 : at + 1 + _SIDE]
            return found if len(found) == _SIDE else b""
        at += 1 + length
    return b""


@cache
def _scaled() -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for quality in range(1, 101):
        scale = 5000 // quality if quality < 50 else 200 - 2 * quality
        values = (min(255, max(1, (value * scale + 50) // 100)) for value in _LUMINANCE)
        found.setdefault(bytes(values), quality)
    return found
