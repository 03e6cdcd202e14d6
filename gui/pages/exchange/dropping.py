"""A page on which case files can be dropped."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from gui.frame import Frame, Page


class DropPage(Page):
    """Takes files that are dropped on it."""

    dropped = Signal(object)
    """The files, as a list of paths; never empty."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        urls = event.mimeData().urls()
        if files := [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]:
            self.dropped.emit(files)
