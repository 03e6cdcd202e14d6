"""Words and badges for delegates, which paint instead of laying out."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui import icons, theme
from gui.fonts import font


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words to paint."""

    text: str
    size: int = 14
    weight: int = 400
    ink: str = "text"
    middle: bool = False
    """Shorten in the middle, as file names want it."""


def write(painter: QPainter, box: QRectF, words: Words) -> None:
    """Paint a line of words, shortened to the box."""
    painter.setFont(font(words.size, words.weight))
    painter.setPen(theme.colour(words.ink))
    mode = Qt.TextElideMode.ElideMiddle if words.middle else Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(words.text, mode, int(box.width()))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)


@dataclass(frozen=True, slots=True)
class Badge:
    """A word on a coloured ground, over a picture."""

    text: str
    ground: str
    ink: str
    icon: str = ""

    def width(self, room: float) -> float:
        """How wide it is, at most `room`."""
        inner = QFontMetricsF(font(13, 600)).horizontalAdvance(self.text)
        return min(inner + theme.px(38 if self.icon else 18), room)

    def paint(self, painter: QPainter, at: QPointF, room: float) -> None:
        """Paint it with its upper left corner at a point."""
        box = QRectF(at.x(), at.y(), self.width(room), theme.px(22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self.ground))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        inner = box.adjusted(theme.px(8), 0, -theme.px(6), 0)
        if self.icon:
            mark = icons.pixmap(self.icon, self.ink, 14)
            painter.drawPixmap(
                round(inner.left() - theme.px(2)), round(box.top() + theme.px(4)), mark
            )
            inner.adjust(theme.px(16), 0, 0, 0)
        write(painter, inner, Words(self.text, 13, 600, self.ink))
