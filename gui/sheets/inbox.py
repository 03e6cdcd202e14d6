"""Belum dipilah: exhibits that stand in no case yet, shown as pictures and put into one."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseSummary
from cases.work.records import CaseId, ExhibitId
from gui import desk, theme
from gui.background import look
from gui.frame import Page
from gui.sheets.sheet import Sheet
from gui.sheets.statements import StatementBar
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Choice, Field
from gui.widgets.evidence_grid import EvidenceDelegate, EvidenceGrid, EvidenceModel
from gui.widgets.picture import Pictures
from gui.widgets.text import label


class Picks(EvidenceGrid):
    """The grid in which several exhibits are chosen: a click or Space chooses, Enter opens."""

    def __init__(self, delegate: EvidenceDelegate) -> None:
        super().__init__(delegate)
        self.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self.setAccessibleName(tr("Bukti yang belum dipilah"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Space."""
        if event.key() == Qt.Key.Key_Space:
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle
            )
            return
        super().keyPressEvent(event)


def open_inbox(page: Page, case: CaseId | None) -> None:
    """Open the sheet over a page; None: the officer chooses the case there."""
    sheet = InboxSheet(page, case)
    sheet.opened.connect(lambda ids, at: page.frame.open_exhibit(ids, at, None))
    sheet.open()


class InboxSheet(Sheet):
    """Puts exhibits that are not sorted yet into a case."""

    opened = Signal(object, int)
    """(exhibits shown, place): somebody wants to look at one."""

    def __init__(self, page: Page, case: CaseId | None) -> None:
        super().__init__(
            page,
            tr("Belum dipilah"),
            tr("Bukti ini sudah disegel, tetapi belum masuk kasus mana pun."),
        )
        session = page.session
        self._session, self._case = session, case
        self._exhibits: tuple[ExhibitRecord, ...] = ()
        self.resize(theme.px(820), theme.px(580))
        self.target = Choice(tr("Masukkan ke"), (), tr("Pilih kasus…"))
        if case is None:
            self.column.addWidget(Field(tr("Masukkan ke"), self.target))
        self._pictures = Pictures(
            self,
            lambda exhibit: desk.preview(session.home, exhibit),
            lambda: self.grid.viewport().update(),
        )
        self._model = EvidenceModel(session.zone)
        self.grid = Picks(EvidenceDelegate(self._pictures, session.zone, "surface"))
        self.grid.setModel(self._model)
        self.grid.setMinimumHeight(theme.px(230))
        self.grid.opened.connect(self._open)
        self.grid.chosen_changed.connect(self._tell)
        self._count = label("", "secondary")
        every = button(tr("Pilih semua"), "link", clicked=self.grid.selectAll)
        self.statements = StatementBar(page, lambda: None, lambda: self.chosen)
        self.statements.count.hide()
        self.column.addLayout(row(self._count, every, 1, self.statements))
        self.column.addWidget(self.grid, 1)
        self.finish(tr("Masukkan ke kasus"), self._record)
        self._read()

    def _read(self) -> None:
        home = self._session.home
        look(self, lambda: (desk.inbox(home), desk.list_cases(home)), self._show, slot="inbox")

    def _show(self, read: tuple[tuple[ExhibitRecord, ...], tuple[CaseSummary, ...]]) -> None:
        self._exhibits, cases = read
        self._model.show_rows(tuple((exhibit, "") for exhibit in self._exhibits))
        for summary in cases:
            self.target.addItem(f"{summary.case.code}  {summary.case.title}", summary.case.id)
        self._tell()

    @property
    def exhibits(self) -> tuple[ExhibitRecord, ...]:
        """The exhibits shown."""
        return self._exhibits

    @property
    def chosen(self) -> tuple[ExhibitId, ...]:
        """The exhibits chosen, in the order shown."""
        return self.grid.chosen

    def _tell(self) -> None:
        self._count.setText(
            tr("{n} dari {semua} dipilih", n=len(self.chosen), semua=len(self._exhibits))
        )
        self.statements.tell()

    def _open(self, index: int) -> None:
        ids = tuple(exhibit.id for exhibit in self._exhibits)
        self.reject()
        self.opened.emit(ids, index)

    def _record(self) -> None:
        chosen, case = self.chosen, self._case or CaseId(self.target.value)
        if not chosen:
            self.complain(tr("Pilih bukti yang akan dimasukkan."), self.grid)
            return
        if not case:
            self.complain(tr("Pilih kasusnya."), self.target)
            return
        home = self._session.home
        self.record(lambda _progress: desk.link_exhibits(home, case, chosen))
