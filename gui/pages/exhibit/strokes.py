"""
Paints the steps of a derived copy over the picture, as the copy itself will be drawn.

The sizes are those of `cases/intake/redrawing.py`: what is seen here is what is kept.
"""

from collections.abc import Mapping, Sequence
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

WHOLE = 1000
_COVER, _INK, _PAPER = QColor(26, 32, 36), QColor(214, 32, 32), QColor(255, 255, 255)
_SHADE = QColor(0, 0, 0, 150)
_BLEED = 18
Step = Mapping[str, str | int]


def paint_steps(painter: QPainter, size: QSize, steps: Sequence[Step]) -> None:
    """Paint steps on a picture of this size; a crop comes last and darkens what will go."""
    sheet = _Sheet(painter, size)
    for step in steps:
        sheet.draw(step)
    for step in steps:
        if step["op"] == "crop":
            sheet.crop(step)


class _Sheet:
    def __init__(self, painter: QPainter, size: QSize) -> None:
        self._painter, self._size = painter, size
        self._stroke = max(2, max(size.width(), size.height()) // 250)

    def draw(self, step: Step) -> None:
        """Paint one step."""
        kind = step["op"]
        if kind == "blur":
            box = self._box(step).adjusted(-_BLEED, -_BLEED, _BLEED, _BLEED)
            self._painter.fillRect(box.intersected(self._all()), _COVER)
        elif kind == "rectangle":
            self._frame(self._box(step))
        elif kind == "arrow":
            self._arrow(self._point(step["x1"], step["y1"]), self._point(step["x2"], step["y2"]))
        elif kind == "text":
            self._write(step)

    def crop(self, step: Step) -> None:
        """Darken what will be cut off."""
        kept = self._box(step)
        painter, whole = self._painter, self._all()
        top = QRectF(whole.topLeft(), QSizeF(whole.width(), kept.top()))
        low = QRectF(QPointF(0, kept.bottom()), whole.bottomRight())
        left = QRectF(QPointF(0, kept.top()), QPointF(kept.left(), kept.bottom()))
        right = QRectF(QPointF(kept.right(), kept.top()), QPointF(whole.right(), kept.bottom()))
        for part in (top, low, left, right):
            painter.fillRect(part, _SHADE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_PAPER, self._stroke, Qt.PenStyle.DashLine))
        painter.drawRect(kept)

    def _all(self) -> QRectF:
        return QRectF(0, 0, self._size.width(), self._size.height())

    def _point(self, x: str | int, y: str | int) -> QPointF:
        return QPointF(int(x) * self._size.width() / WHOLE, int(y) * self._size.height() / WHOLE)

    def _box(self, step: Step) -> QRectF:
        return QRectF(
            self._point(step["x"], step["y"]),
            self._point(int(step["x"]) + int(step["w"]), int(step["y"]) + int(step["h"])),
        )

    def _frame(self, box: QRectF) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((_PAPER, 2 * self._stroke), (_INK, self._stroke)):
            pen = QPen(colour, wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            self._painter.setPen(pen)
            inside = wide / 2
            self._painter.drawRect(box.adjusted(inside, inside, -inside, -inside))

    def _arrow(self, tail: QPointF, tip: QPointF) -> None:
        way = atan2(tip.y() - tail.y(), tip.x() - tail.x())
        for colour, extra in ((_PAPER, self._stroke), (_INK, 0)):
            head = 6 * self._stroke + extra
            neck = tip - QPointF(cos(way), sin(way)) * head * 0.8
            self._painter.setPen(QPen(colour, 2 * self._stroke + extra))
            self._painter.drawLine(tail, neck)
            barbs = [
                tip - QPointF(cos(way + turn), sin(way + turn)) * head
                for turn in (pi / 7, -pi / 7)
            ]
            nose = tip + QPointF(cos(way), sin(way)) * extra
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour)
            self._painter.drawPolygon(QPolygonF([nose, *barbs]))

    def _write(self, step: Step) -> None:
        text = str(step["text"])
        font = QFont("Inter")
        font.setWeight(QFont.Weight.DemiBold)
        size = max(9, max(self._size.width(), self._size.height()) // 30)
        font.setPixelSize(size)
        room = self._size.width() - 2 * self._stroke
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room:
            font.setPixelSize(max(6, int(size * room / wide)))
        measured = QFontMetricsF(font)
        box = measured.tightBoundingRect(text)
        pad = self._stroke
        at = self._point(step["x"], step["y"])
        x = max(pad, min(at.x(), self._size.width() - box.width() - pad))
        y = max(pad, min(at.y(), self._size.height() - box.height() - pad))
        ground = QRectF(x - pad, y - pad, box.width() + 2 * pad, box.height() + 2 * pad)
        self._painter.fillRect(ground, _PAPER)
        self._painter.setFont(font)
        self._painter.setPen(_INK)
        self._painter.drawText(QPointF(x - box.left(), y - box.top()), text)
