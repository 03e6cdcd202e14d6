"""Parts of the intake page: where things are dropped, what was counted, help with phones."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import icon_label, row
from gui.widgets.pill import Pill
from gui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Count:
    """How many files had which outcome."""

    stored: int = 0
    duplicate: int = 0
    refused: int = 0
    attention: int = 0
    """Of the stored ones: with a hint for a person to look at."""

    @property
    def total(self) -> int:
        """All files with an outcome."""
        return self.stored + self.duplicate + self.refused


class Counts(QWidget):
    """The counts as pills; those that are zero do not show, but for the first."""

    def __init__(self) -> None:
        super().__init__()
        self.stored = Pill("", "ok", "circle-check")
        self.attention = Pill("", "warn", "triangle-alert")
        self.duplicate = Pill("", "info", "copy")
        self.refused = Pill("", "danger", "circle-x")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for pill in (self.stored, self.attention, self.duplicate, self.refused):
            layout.addWidget(pill)
        self.show_counts(Count())

    def show_counts(self, count: Count) -> None:
        """Show these counts."""
        self.stored.show_state(tr("{n} masuk", n=count.stored), "ok", "circle-check")
        self.attention.show_state(
            tr("{n} perlu dilihat", n=count.attention), "warn", "triangle-alert"
        )
        self.duplicate.show_state(tr("{n} duplikat", n=count.duplicate), "info", "copy")
        self.refused.show_state(tr("{n} tidak terbaca", n=count.refused), "danger", "circle-x")
        self.attention.setVisible(count.attention > 0)
        self.duplicate.setVisible(count.duplicate > 0)
        self.refused.setVisible(count.refused > 0)


class DropZone(QFrame):
    """Where files are dropped; a click chooses files."""

    files_wanted = Signal()
    folder_wanted = Signal()
    dropped = Signal(list)
    pathless = Signal()
    """Something was dropped that has no path on the disk, as from a phone."""

    def __init__(self) -> None:
        super().__init__()
        self._hot = False
        self.setAcceptDrops(True)
        self.setMinimumHeight(theme.px(64))
        self.setAccessibleName(tr("Tempat menaruh berkas"))
        inner = QHBoxLayout(self)
        inner.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        inner.setSpacing(theme.px(12))
        inner.addWidget(icon_label("upload", "accentText", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(tr("Seret foto ke sini"), "strong"))
        words.addWidget(label(tr("atau pilih dari laptop"), "cite"))
        inner.addLayout(words, 1)
        files = button(tr("Pilih berkas…"), "soft", clicked=self.files_wanted.emit)
        files.setToolTip("Ctrl+O")
        inner.addWidget(files)
        inner.addWidget(button(tr("Pilih folder…"), "", clicked=self.folder_wanted.emit))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._hot else "control"), theme.px(2))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accentSoft" if self._hot else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take anything; what has no path is answered with help."""
        self._hot = True
        self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Rest."""
        self._hot = False
        self.update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files, or tell how phones are read."""
        self._hot = False
        self.update()
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
        else:
            self.pathless.emit()


class PhoneHelp(QDialog):
    """What to do when a phone's photos are dropped without a path."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("HP tidak bisa dibaca langsung"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(theme.px(480))
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(10))
        column.addWidget(label(tr("HP tidak bisa dibaca langsung"), "title", wrap=True))
        for number, text in enumerate(
            (
                tr("Buka HP di Explorer, lalu buka folder DCIM."),
                tr("Pilih foto, lalu salin (Ctrl+C)."),
                tr("Tempel (Ctrl+V) di folder mana pun di laptop, lalu seret dari folder itu."),
            ),
            1,
        ):
            column.addWidget(label(f"{number}.  {text}", wrap=True))
        column.addWidget(
            label(
                tr(
                    "Lewat WhatsApp, minta dikirim sebagai Dokumen agar waktu dan tempat foto "
                    "tidak hilang."
                ),
                "secondary",
                wrap=True,
            )
        )
        column.addLayout(row(1, button(tr("Mengerti"), "primary", clicked=self.accept)))
