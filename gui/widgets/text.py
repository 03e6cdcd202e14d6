"""Text on the screen: labels that wrap, labels that shorten, lines that can be copied."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(
    text: str, kind: str = "", *, tone: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Make a label of one of the kinds of the style sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Elided(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tooltip."""

    def __init__(self, text: str = "", kind: str = "", *, tone: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(20)

    def minimumSizeHint(self) -> QSize:
        """Ask for a little room only."""
        return QSize(20, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Take the room of the whole text where there is room."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self.height_of_line())

    def height_of_line(self) -> int:
        """Height of the one line."""
        return super().minimumSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole text at hand where it is shortened."""
        super().resizeEvent(event)
        short = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if short else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, shortened where needed."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | int(self.alignment()), shown)
        painter.end()


def copyable(text: str, kind: str = "mono") -> QLabel:
    """Make a label whose text can be selected with mouse and keyboard."""
    made = label(text, kind, wrap=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
