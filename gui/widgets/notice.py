"""A notice at the lower left: what was just done, for ten seconds, perhaps with a way back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.text import label

SECONDS = 10


@dataclass(frozen=True, slots=True)
class Notice:
    """What to tell, and what its button does."""

    words: str
    button: str = ""
    act: Callable[[], object] = lambda: None
    undoes: bool = False
    """The button takes back what was done; Ctrl+Z does the same."""


def undone_by(words: str, act: Callable[[], object]) -> Notice:
    """Make the notice of something that can be taken back."""
    return Notice(words, tr("Urungkan"), act, undoes=True)


class NoticeBar(QFrame):
    """Shows one notice over the page; the next takes its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "notice")
        self._notice: Notice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(12))
        self.words = label("")
        self.words.setMaximumWidth(theme.px(620))
        self.words.setWordWrap(True)
        self.action = button("", "notice", clicked=self.act)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(button("", "notice", "x", name=tr("Tutup"), clicked=self.rest))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.rest)
        self.hide()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the page becomes another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        self._notice = notice
        self.words.setText(notice.words)
        self.action.setText(notice.button)
        self.action.setAccessibleName(notice.button)
        self.action.setToolTip("Ctrl+Z" if notice.undoes else "")
        self.action.setVisible(bool(notice.button))
        self.setAccessibleName(notice.words)
        self.show()
        self.place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.words))
        self._timer.start()

    def place(self) -> None:
        """Stand at the lower left of the page."""
        room = self._over.width() - theme.px(32)
        wide = min(theme.px(560), room)
        self.setFixedWidth(wide)
        self.adjustSize()
        self.move(theme.px(16), self._over.height() - self.height() - theme.px(16))

    def act(self) -> None:
        """Do what the button says."""
        notice = self._notice
        self.rest()
        if notice is not None:
            notice.act()

    def undo(self) -> None:
        """Take back what was done, if the notice that stands can."""
        if self._notice is not None and self._notice.undoes:
            self.act()

    def rest(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._notice = None
        self.hide()
