"""The stage of a case as a line of steps; painted, and a sentence for the screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cases.language import tr
from gui import icons, theme
from gui.fonts import font


class Stage(QWidget):
    """Steps with the present one marked."""

    def __init__(self, steps: Sequence[str], present: int) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._present = present
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(110) * len(self._steps))
        self.setAccessibleName(
            tr(
                "Tahap {nomor} dari {banyak}: {nama}",
                nomor=present + 1,
                banyak=len(self._steps),
                nama=self._steps[present],
            )
        )

    def sizeHint(self) -> QSize:
        """Two lines: dots and names."""
        return QSize(theme.px(140) * len(self._steps), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, the dots and the names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._steps)
        middle = theme.px(11)
        for index, name in enumerate(self._steps):
            x = width * (index + 0.5)
            if index:
                reached = index <= self._present
                painter.setPen(QPen(theme.colour("accent" if reached else "border"), theme.px(3)))
                painter.drawLine(
                    QPointF(x - width + theme.px(9), middle), QPointF(x - theme.px(9), middle)
                )
            self._dot(painter, index, QPointF(x, middle))
            here = index == self._present
            painter.setFont(font(13, 700 if here else 500))
            painter.setPen(theme.colour("accentText" if here else "text2"))
            painter.drawText(
                QRectF(x - width / 2, theme.px(24), width, theme.px(20)),
                int(Qt.AlignmentFlag.AlignCenter),
                name,
            )
        painter.end()

    def _dot(self, painter: QPainter, index: int, at: QPointF) -> None:
        radius = theme.px(9)
        done = index < self._present
        edge = theme.colour("accent" if index <= self._present else "control")
        painter.setPen(QPen(edge, theme.px(2)))
        painter.setBrush(edge if done else theme.colour("surface"))
        painter.drawEllipse(at, radius - 1, radius - 1)
        if done:
            size = theme.px(12)
            painter.drawPixmap(
                QRectF(at.x() - size / 2, at.y() - size / 2, size, size).toRect(),
                icons.pixmap("check", "onAccent", 12),
            )
        elif index == self._present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.drawEllipse(at, theme.px(4), theme.px(4))
