"""Pointing at a person on a photo: with the pointer, or with arrows and Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from gui import theme
from gui.fonts import font

WHOLE = 1000.0
_STEPS = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}
_ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))

Mark = tuple[str, int, int]
"""(code of the person, x, y) per mille."""


def paint_marks(painter: QPainter, size: QSize, marks: Sequence[Mark]) -> None:
    """Paint a ring and a code for each person; of one size on the screen, however enlarged."""
    ratio = painter.worldTransform().m11() or painter.worldTransform().m12() or 1.0
    unit = theme.px(1) / abs(ratio)
    painter.setFont(font(13, 600))
    for code, x, y in marks:
        at = QPointF(x * size.width() / WHOLE, y * size.height() / WHOLE)
        painter.save()
        painter.translate(at)
        painter.scale(unit, unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, wide in (("badge", 5), ("onBadge", 2.5)):
            painter.setPen(QPen(theme.colour(ink), wide))
            painter.drawEllipse(QPointF(), 13, 13)
        wide = painter.fontMetrics().horizontalAdvance(code) + 14
        box = QRectF(-wide / 2, 18, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("badge"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(theme.colour("onBadge"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), code)
        painter.restore()


class Pointer:
    """An overlay of the picture that waits for one point."""

    def __init__(
        self, code: str, place: Callable[[int, int], object], leave: Callable[[], object]
    ) -> None:
        self._code, self._place, self._leave = code, place, leave
        self.at = QPointF(WHOLE / 2, WHOLE / 2)

    def paint(self, painter: QPainter, size: QSize) -> None:
        """Show where the point would be."""
        paint_marks(painter, size, [(self._code, round(self.at.x()), round(self.at.y()))])

    def press(self, place: QPointF) -> None:
        """Take the point along."""
        self.at = place

    def drag(self, place: QPointF) -> None:
        """Take the point along."""
        self.at = place

    def release(self, place: QPointF) -> None:
        """This is the person."""
        self.at = place
        self._finish()

    def takes(self, event: QKeyEvent) -> bool:
        """Take arrows, Enter and Escape."""
        return event.key() in (*_STEPS, *_ENTER, int(Qt.Key.Key_Escape))

    def key(self, event: QKeyEvent) -> bool:
        """Move with arrows (with Shift further), Enter places, Escape leaves."""
        if event.key() in _ENTER:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _STEPS:
            far = 50 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 10
            dx, dy = _STEPS[event.key()]
            x, y = self.at.x() + dx * far, self.at.y() + dy * far
            self.at = QPointF(min(WHOLE, max(0.0, x)), min(WHOLE, max(0.0, y)))
        else:
            return False
        return True

    def _finish(self) -> None:
        self._place(round(self.at.x()), round(self.at.y()))
