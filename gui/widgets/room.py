"""The room of the pages: it scrolls where a page needs more than the window has."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

_FRAME = QSize(8, 44)
"""About what a title bar and its edges take; the system tells it only once a window stands."""


class Room(QScrollArea):
    """Shows the page at the front of a stack as large as the room, or as it needs to be."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        pages.installEventFilter(self)
        pages.currentChanged.connect(lambda _index: self.fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page may need more room than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the page the room there is, never less than it needs."""
        page = self._pages.currentWidget()
        needed = page.minimumSizeHint() if page is not None else QSize()
        self._pages.resize(self.viewport().size().expandedTo(needed))


def room_on_screen(window: QWidget) -> QSize:
    """Tell how large a window may be on its screen, its frame counted."""
    return window.screen().availableGeometry().size() - _FRAME
