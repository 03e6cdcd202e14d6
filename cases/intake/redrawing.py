"""
Draws a derived copy: parts covered, pointed at, framed or written on, then cropped.

Runs in the limited child process. The JPEG is made of pixels alone, so nothing of the file it came
from goes along. What is covered is painted over before anything is scaled or encoded: a pixelated
face or number can be guessed back, one flat colour cannot.
"""

import io
from collections.abc import Sequence
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING

from cases.intake.copying import Picture, pixels
from cases.intake.source import Source
from cases.resources import resource
from cases.work.operations import Arrow, Blur, Crop, Operation, Rectangle, Words

if TYPE_CHECKING:
    from PIL import Image, ImageFont

SIDE, QUALITY = 2560, 90
WORKING = 4096
"""A JPEG that is larger is decoded at a half or a quarter: memory is limited."""
BLEED = 18
"""So far beyond a covered part its colours may show: a block of JPEG (16), and its colours (2)."""
_WHOLE = 1000
_COVER, _INK, _PAPER = (26, 32, 36), (214, 32, 32), (255, 255, 255)
_FONT = "Inter-SemiBold.ttf"

Point = tuple[float, float]
Edges = tuple[int, int, int, int]


def redrawn(source: Source, about: Picture, operations: Sequence[Operation]) -> bytes:
    """Decode the picture, do the operations, and give the JPEG."""
    from PIL import Image

    picture = pixels(source, about)
    sheet = _Sheet(picture)
    for operation in operations:
        sheet.draw(operation)
    for operation in operations:
        if isinstance(operation, Crop):
            picture = picture.crop(_edges(picture.size, operation))
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    sink = io.BytesIO()
    picture.save(sink, "JPEG", quality=QUALITY)
    return sink.getvalue()


def _edges(size: tuple[int, int], box: Crop | Blur | Rectangle) -> Edges:
    """Give the pixels of a box, rounded outwards: never a line less than was asked for."""
    across, down = size
    return (
        box.x * across // _WHOLE,
        box.y * down // _WHOLE,
        -(-(box.x + box.w) * across // _WHOLE),
        -(-(box.y + box.h) * down // _WHOLE),
    )


class _Sheet:
    """A picture that is drawn on; sizes follow its long side."""

    def __init__(self, picture: "Image.Image") -> None:
        from PIL import ImageDraw

        self._size = picture.size
        self._pen: ImageDraw.ImageDraw = ImageDraw.Draw(picture)
        self._stroke = max(2, max(picture.size) // 250)

    def draw(self, operation: Operation) -> None:
        """Do one operation; a crop comes last and is not drawn."""
        match operation:
            case Blur():
                left, top, right, bottom = _edges(self._size, operation)
                wider = (left - BLEED, top - BLEED, right - 1 + BLEED, bottom - 1 + BLEED)
                self._pen.rectangle(wider, fill=_COVER)
            case Rectangle():
                self._frame(_edges(self._size, operation))
            case Arrow():
                tail, tip = (operation.x1, operation.y1), (operation.x2, operation.y2)
                self._arrow(self._point(tail), self._point(tip))
            case Words():
                self._write(operation)
            case Crop():
                pass

    def _point(self, place: tuple[int, int]) -> Point:
        return place[0] * self._size[0] / _WHOLE, place[1] * self._size[1] / _WHOLE

    def _frame(self, edges: Edges) -> None:
        left, top, right, bottom = edges
        box = (left, top, max(left, right - 1), max(top, bottom - 1))
        self._pen.rectangle(box, outline=_PAPER, width=2 * self._stroke)
        self._pen.rectangle(box, outline=_INK, width=self._stroke)

    def _arrow(self, tail: Point, tip: Point) -> None:
        for colour, extra in ((_PAPER, self._stroke), (_INK, 0)):
            way = atan2(tip[1] - tail[1], tip[0] - tail[0])
            head = 6 * self._stroke + extra
            neck = tip[0] - head * cos(way) * 0.8, tip[1] - head * sin(way) * 0.8
            self._pen.line((*tail, *neck), fill=colour, width=2 * self._stroke + extra)
            barbs = [
                (tip[0] - head * cos(way + turn), tip[1] - head * sin(way + turn))
                for turn in (pi / 7, -pi / 7)
            ]
            nose = tip[0] + extra * cos(way), tip[1] + extra * sin(way)
            self._pen.polygon([nose, *barbs], fill=colour)

    def _write(self, words: Words) -> None:
        x, y = self._point((words.x, words.y))
        font = self._font(words.text)
        left, top, right, bottom = self._pen.textbbox((0, 0), words.text, font=font)
        pad = self._stroke
        x = max(pad, min(x, self._size[0] - (right - left) - pad))
        y = max(pad, min(y, self._size[1] - (bottom - top) - pad))
        room = (x - pad, y - pad, x + right - left + pad, y + bottom - top + pad)
        self._pen.rectangle(room, fill=_PAPER)
        self._pen.text((x - left, y - top), words.text, font=font, fill=_INK)

    def _font(self, text: str) -> "ImageFont.FreeTypeFont":
        """Choose the size: a thirtieth of the picture, less where the line would not fit."""
        from PIL import ImageFont

        path = str(resource("fonts", _FONT))
        size = max(9, max(self._size) // 30)
        font = ImageFont.truetype(path, size)
        room = self._size[0] - 2 * self._stroke
        length = font.getlength(text)
        if length > room:
            font = ImageFont.truetype(path, max(6, int(size * room / length)))
        return font
