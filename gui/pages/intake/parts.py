"""Parts of the intake page: where things are dropped, what was counted."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cases.language import tr
from gui import icons, theme
from gui.widgets.buttons import button
from gui.widgets.card import icon_label
from gui.widgets.text import Elided

STORED, ATTENTION, DUPLICATE, REFUSED, WAITING = (
    "stored",
    "attention",
    "duplicate",
    "refused",
    "waiting",
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many files had which outcome."""

    stored: int = 0
    duplicate: int = 0
    refused: int = 0
    attention: int = 0
    """Of the stored ones: with a hint for a person to look at."""
    waiting: int = 0
    """Not come to when the import stopped."""

    @property
    def total(self) -> int:
        """All files with an outcome, and those that wait."""
        return self.stored + self.duplicate + self.refused + self.waiting


class Counts(QWidget):
    """The counts; each is a filter too. Those that are zero do not show, but for the first."""

    filtered = Signal(str)
    """Which outcome the list is to show; empty for all."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self.stored = self._filter(layout, STORED, "ok", "circle-check")
        self.attention = self._filter(layout, ATTENTION, "warn", "triangle-alert")
        self.duplicate = self._filter(layout, DUPLICATE, "info", "copy")
        self.refused = self._filter(layout, REFUSED, "danger", "circle-x")
        self.waiting = self._filter(layout, WAITING, "neutral", "hourglass")
        self.show_counts(Count())

    def _filter(self, layout: QHBoxLayout, key: str, tone: str, icon: str) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "filter")
        made.setProperty("tone", tone)
        made.setIcon(icons.icon(icon, tone))
        made.setIconSize(QSize(theme.px(16), theme.px(16)))
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda checked=False: self.choose(key if checked else ""))
        layout.addWidget(made)
        return made

    def choose(self, key: str) -> None:
        """Let the list show one outcome only, or all."""
        for name in (STORED, ATTENTION, DUPLICATE, REFUSED, WAITING):
            getattr(self, name).setChecked(name == key)
        self.filtered.emit(key)

    def show_counts(self, count: Count) -> None:
        """Show these counts."""
        for made, number, words in (
            (self.stored, count.stored, tr("{n} masuk", n=count.stored)),
            (self.attention, count.attention, tr("{n} perlu keterangan", n=count.attention)),
            (self.duplicate, count.duplicate, tr("{n} duplikat", n=count.duplicate)),
            (self.refused, count.refused, tr("{n} tidak terbaca", n=count.refused)),
            (self.waiting, count.waiting, tr("{n} belum disalin", n=count.waiting)),
        ):
            made.setText(f" {words}")
            made.setAccessibleName(words)
            made.setToolTip(tr("Tampilkan hanya ini: {apa}", apa=words))
            made.setVisible(number > 0 or made is self.stored)


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
        words.addWidget(Elided(tr("Seret foto ke sini"), "strong"))
        words.addWidget(Elided(tr("atau pilih dari laptop"), "cite"))
        inner.addLayout(words, 1)
        files = button(tr("Pilih berkas…"), "soft", clicked=self.files_wanted.emit)
        files.setToolTip("Ctrl+O")
        inner.addWidget(files)
        inner.addWidget(button(tr("Pilih folder…"), "", clicked=self.folder_wanted.emit))
        phone = button("", "", "smartphone", name=tr("Dari HP…"), clicked=self.pathless.emit)
        inner.addWidget(phone)

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
