"""A field for longer words: kept as a draft while one types, sent once when it is left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from cases.language import tr
from gui import theme

_DRAFT_MS = 2000


class Writing(QPlainTextEdit):
    """A field for longer words."""

    left = Signal(str)
    """The text, when the field is left changed."""
    drafted = Signal(str)
    """Unfinished typing, at most every two seconds."""

    def __init__(self, name: str, text: str = "", lines: int = 2) -> None:
        super().__init__(text)
        self._known = text
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("Ketik jawaban…"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(22) * lines + theme.px(22))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAFT_MS)
        self._timer.timeout.connect(lambda: self.drafted.emit(self.toPlainText()))
        self.textChanged.connect(self._timer.start)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Send what was written."""
        super().focusOutEvent(event)
        self.send()

    def send(self) -> None:
        """Send what was written since it was sent last."""
        self._timer.stop()
        text = self.toPlainText().strip()
        if text != self._known.strip():
            self._known = text
            self.left.emit(text)
