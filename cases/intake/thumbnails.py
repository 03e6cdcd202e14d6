"""
Whether the small picture inside a file still shows what the picture shows.

Cameras put it there when the picture is taken; careless editors leave it behind. Many cameras
make it 4:3 with black bars, so bars are cut off before the shapes are compared.
"""

import io
from typing import TYPE_CHECKING

from cases.intake import jpeg
from cases.intake.claims import Signal
from cases.intake.exif import read_exif
from cases.intake.likeness import dhash, distance
from cases.intake.source import Source

if TYPE_CHECKING:
    from PIL import Image

_DARK = 28
"""Brightest grey that a black bar has after compression."""
_SHAPE = 0.06
"""Shapes may differ by so much: thumbnails have few pixels, and bars are cut roughly."""
_LOOK = 10
_LEAST = 48
"""A thumbnail with a shorter side is too small to compare."""


def compare_thumbnail(
    source: Source, media_type: str, size: tuple[int, int], picture: "Image.Image"
) -> tuple[Signal, ...]:
    """Compare the thumbnail of a JPEG with its picture, both as stored (not turned upright)."""
    from PIL import Image

    if media_type != "image/jpeg":
        return ()
    blocks = jpeg.read_segments(source).exif
    data = read_exif(io.BytesIO(blocks[0]), len(blocks[0])).thumbnail if blocks else b""
    if not data:
        return ()
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as small:
            if small.width * small.height > 1_000_000:
                return ()
            return _compare(_without_bars(small.convert("L")), size, picture)
    except (OSError, ValueError, SyntaxError):
        return ()  # a broken thumbnail says nothing of the picture


def _compare(
    small: "Image.Image", size: tuple[int, int], picture: "Image.Image"
) -> tuple[Signal, ...]:
    if min(small.size) < _LEAST:
        return ()
    shapes = small.width / small.height, picture.width / picture.height
    if abs(shapes[0] / shapes[1] - 1) > _SHAPE:
        bare = _without_bars(picture.convert("L"))
        if abs(shapes[0] / (bare.width / bare.height) - 1) <= _SHAPE:
            return ()  # the picture is dark at its edges, which looked like bars in the small one
        values = {"small": f"{small.width} × {small.height}", "large": f"{size[0]} × {size[1]}"}
        return (Signal("thumbnail_shape", "high", values),)
    one, other = dhash(small), dhash(picture)
    if one and other and (apart := distance(one, other)) > _LOOK:
        return (Signal("thumbnail_differs", "high", {"distance": str(apart)}),)
    return ()


def _without_bars(grey: "Image.Image") -> "Image.Image":
    """Cut rows and columns at the edges that are black from end to end."""
    box = grey.point([0 if value <= _DARK else 255 for value in range(256)]).getbbox()
    return grey.crop(box) if box else grey
