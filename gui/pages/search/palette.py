"""The palette over any page (Ctrl+K): hits and commands as one types."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.search_records import Filters, Found, Hit
from gui import icons, theme
from gui.background import look
from gui.desk import search
from gui.frame import Frame
from gui.pages.search.hits import Hits
from gui.pages.search.opening import open_hit
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.text import label

Command = tuple[str, str, Callable[[], object]]
"""(words, keys, what it does)."""
_WAIT_MS = 80
_FEW = 12
_TURN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Doing(Protocol):
    """What commands ask of the window."""

    lock_asked: SignalInstance

    def open(self, key: str) -> QWidget:
        """Bring a page to the front."""

    def new_case(self) -> None:
        """Open the sheet for a new case."""

    def choose_files(self) -> None:
        """Choose files to take in."""

    def print_paper(self) -> None:
        """Print what the page shows."""


def commands_of(
    window: Doing, entries: Sequence[tuple[str, str, str, str]]
) -> tuple[Command, ...]:
    """Give what can be done from anywhere: the buttons of the bar, and every page."""
    pages = (
        (
            tr("Buka {halaman}", halaman=words),
            keys,
            lambda key=key: window.open(key),
        )
        for key, words, _icon, keys in entries
        if key
    )
    return (
        (tr("Kasus baru"), "Ctrl+N", window.new_case),
        (tr("Impor berkas"), "Ctrl+O", window.choose_files),
        (tr("Cetak halaman ini"), "Ctrl+P", window.print_paper),
        (tr("Kunci layar"), "Ctrl+L", window.lock_asked.emit),
        *pages,
    )


class Palette(QDialog):
    """Typed words lead to what is found, or to what is done."""

    def __init__(self, frame: Frame, over: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(over)
        self.frame, self._over = frame, over
        self._commands = tuple(commands)
        self._found = Found()
        self.setWindowTitle(tr("Cari"))
        self.setAccessibleName(tr("Cari dan perintah"))
        self.setModal(True)
        self.resize(theme.px(720), theme.px(460))
        self.field = QLineEdit()
        self.hits = Hits(tr("Hasil"))
        self._hint = label("", "secondary")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._search)
        self._build()
        self._show(Found())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        side = theme.px(14)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        self.field.setPlaceholderText(tr("Cari kasus, orang, tempat, bukti, pasal, perintah…"))
        self.field.setAccessibleName(tr("Cari"))
        self.field.addAction(
            icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.clicked.connect(self._open)
        column.addWidget(self.hits, 1)
        self.everything = button(
            tr("Semua hasil dan saringan"), "link", "list-filter", clicked=self._open_page
        )
        self.everything.setToolTip("Ctrl+5")
        column.addLayout(row(self._hint, 1, self.everything))
        self.field.textChanged.connect(lambda _text: self._timer.start())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _TURN:
                self._turn(_TURN[key])
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open(self.hits.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _turn(self, by: int) -> None:
        count = len(self.hits.found.rows)
        if count:
            at = max(0, min(count - 1, self.hits.currentIndex().row() + by))
            self.hits.setCurrentIndex(self.hits.found.index(at, 0))

    def _search(self) -> None:
        home, text = self.frame.session.home, self.field.text()
        if text.strip():
            look(
                self,
                lambda: search.find(home, text, Filters(), limit=_FEW),
                self._show,
                slot="palette",
            )
        else:
            self._show(Found())

    def _show(self, found: Found) -> None:
        self._found = found
        rows = (*self._fitting(), *found.hits)
        self.hits.found.show_rows(rows)
        if rows:
            self.hits.setCurrentIndex(self.hits.found.index(0, 0))
        if found.meant:
            self._hint.setText(tr("Maksud Anda: {kata}?", kata=found.meant))
        elif self.field.text().strip() and not rows:
            self._hint.setText(tr("Tidak ditemukan."))
        else:
            self._hint.setText(tr("Panah memilih, Enter membuka."))

    def _fitting(self) -> list[Hit]:
        """Commands whose words begin like what is typed; without words all of them."""
        typed = self.field.text().casefold().split()
        return [
            Hit(None, "", "command", str(at), words, keys)
            for at, (words, keys, _act) in enumerate(self._commands)
            if all(
                any(word.startswith(part) for word in words.casefold().split()) for part in typed
            )
        ]

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        self.accept()
        if hit.kind == "command":
            self._commands[int(hit.id)][2]()
        else:
            open_hit(self.frame, self._over, hit)

    def _open_page(self) -> None:
        text = self._found.meant or self.field.text()
        self.accept()
        self.frame.search(text)
