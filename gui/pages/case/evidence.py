"""The evidence of a case as a grid of pictures."""

from PySide6.QtCore import (
    Signal,
)
from PySide6.QtWidgets import (
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cases.language import tr
from gui import desk, theme
from gui.pages.case.record import CaseView
from gui.session import Session
from gui.widgets.buttons import button
from gui.widgets.card import Empty
from gui.widgets.evidence_grid import EvidenceDelegate, EvidenceGrid, EvidenceModel
from gui.widgets.flow import Flow
from gui.widgets.picture import Pictures


class EvidenceTab(QWidget):
    """The tab Bukti."""

    opened = Signal(int)
    intake_wanted = Signal()
    inbox_wanted = Signal()
    paste_wanted = Signal()
    pages_wanted = Signal()
    rechecks_wanted = Signal()
    shown = Signal()
    """The evidence was read anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        zone = session.zone
        self._pictures = Pictures(
            self,
            lambda exhibit: desk.preview(session.home, exhibit),
            lambda: self.grid.viewport().update(),
        )
        self._model = EvidenceModel(zone)
        self.grid = EvidenceGrid(EvidenceDelegate(self._pictures, zone))
        self.grid.setModel(self._model)
        self.grid.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        bring = button(tr("Impor bukti"), "soft", "image-down", clicked=self.intake_wanted.emit)
        self.inbox = button("", "", "inbox", clicked=self.inbox_wanted.emit)
        self.inbox.hide()
        paste = button("", "", "clipboard-paste", name=tr("Tempel gambar (Ctrl+V)"))
        paste.clicked.connect(lambda _checked=False: self.paste_wanted.emit())
        pages = button("", "", "globe", name=tr("Halaman web atau tangkapan layar…"))
        pages.clicked.connect(lambda _checked=False: self.pages_wanted.emit())
        self.due = button("", "soft", "refresh-cw", clicked=self.rechecks_wanted.emit)
        self.due.hide()
        self._tools = Flow(bring, paste, pages, self.inbox, self.due)
        column.addLayout(self._tools)
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.grid)
        self._layers.addWidget(
            Empty(
                "images",
                tr("Belum ada bukti."),
                tr("Seret foto ke jendela ini, atau pilih berkas."),
                button(
                    tr("Impor bukti"), "primary", "image-down", clicked=self.intake_wanted.emit
                ),
            )
        )
        column.addWidget(holder, 1)

    def add_tools(self, tools: QWidget) -> None:
        """Put what acts on the chosen exhibits beside the buttons."""
        self._tools.addWidget(tools)

    def show_view(self, view: CaseView) -> None:
        """Show the evidence of a case."""
        rows = tuple(
            (exhibit, next(iter(view.tags(exhibit)), "")) for exhibit in view.file.exhibits
        )
        self._model.show_rows(rows)
        if rows and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self._model.index(0, 0))
        self._layers.setCurrentIndex(0 if rows else 1)
        self.inbox.setText(" " + tr("Ambil dari Belum dipilah ({n})", n=view.unsorted))
        self.inbox.setAccessibleName(self.inbox.text().strip())
        self.inbox.setVisible(view.unsorted > 0)
        self.shown.emit()

    def show_due(self, count: int) -> None:
        """Show how many captures somebody should look for again."""
        self.due.setVisible(count > 0)
        self.due.setText(" " + tr("Masih daring? ({n})", n=count))
        self.due.setAccessibleName(tr("{n} tangkapan perlu diperiksa lagi", n=count))
