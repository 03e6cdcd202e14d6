"""
How alike two pictures look: 64 bits that tell whether each spot is brighter than its neighbour.

The bits survive scaling and re-encoding by chat programs (0 to 4 of them change) and differ by
about half between other pictures. They are a hint where to look, never a proof.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_SIDE = 8
_PLAIN = 8
"""A picture where fewer spots differ than this (a blank page, a black frame) has no likeness."""


def dhash(picture: "Image.Image") -> str:
    """Give 16 hexadecimal digits; empty for a picture too plain to be told from others."""
    from PIL import Image

    small = picture.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.BOX)
    pixels = small.tobytes()
    bits = steps = 0
    for row in range(_SIDE):
        for column in range(_SIDE):
            at = row * (_SIDE + 1) + column
            bits = bits << 1 | (pixels[at] > pixels[at + 1])
            steps += pixels[at] != pixels[at + 1]
    return f"{bits:016x}" if steps >= _PLAIN and bits.bit_count() >= _PLAIN else ""


def distance(one: str, other: str) -> int:
    """Count the bits that differ, 0 to 64."""
    return (int(one, 16) ^ int(other, 16)).bit_count()
