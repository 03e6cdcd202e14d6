"""Captures to look for again: is what was captured still online?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.background import Work, look
from gui.desk import captures
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row, scrolled
from gui.widgets.text import copyable, label

if TYPE_CHECKING:
    from cases.work.rechecks import DueRecheck


class RecheckSheet(Sheet):
    """The list of what is due; each is answered in place."""

    shown = Signal(object)
    """A `DueRecheck` whose exhibit somebody wants to see."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent,
            tr("Masih daring?"),
            tr("Buka alamatnya di internet, lalu catat apa yang Anda lihat. Netra tidak membuka."),
        )
        self._session = session
        self.resize(theme.px(640), theme.px(560))
        self._list = Swap()
        self.column.addWidget(scrolled(self._list, kind="panel"), 1)
        self.column.addLayout(row(1, button(tr("Tutup"), "primary", clicked=self.accept)))
        self._read()

    def _read(self) -> None:
        home = self._session.home
        look(self, lambda: captures.due(home), self._show, slot="due")

    def _show(self, due: "tuple[DueRecheck, ...]") -> None:
        column = self._list.renew()
        if not due:
            column.addWidget(label(tr("Tidak ada yang perlu diperiksa hari ini."), "lead"))
        for one in due:
            column.addWidget(self._card(one))
        column.addStretch(1)

    def _card(self, one: "DueRecheck") -> Card:
        from cases.work.times import short_date

        card = Card(tight=True)
        where = f"{one.case_code or tr('Belum dipilah')}  {one.code}".strip()
        card.column.addWidget(label(where, "strong"))
        card.column.addWidget(copyable(one.url))
        when = tr(
            "terakhir dilihat {hari}, perlu dilihat lagi sejak {batas}",
            hari=short_date(one.last_on),
            batas=short_date(one.due_on),
        )
        card.column.addWidget(label(when, "caption", wrap=True))
        for ways in self._ways(one, where):
            card.column.addLayout(ways)
        return card

    def _ways(self, one: "DueRecheck", where: str) -> tuple[QHBoxLayout, QHBoxLayout]:
        copy = button(tr("Salin alamat"), "link", "copy", name=f"{tr('Salin alamat')} {where}")
        copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(one.url))
        see = button(tr("Lihat bukti"), "link", "eye", name=f"{tr('Lihat bukti')} {where}")
        see.clicked.connect(lambda _checked=False: self._see(one))
        yes = button(tr("Masih daring"), "", "check", name=f"{tr('Masih daring')} {where}")
        yes.clicked.connect(lambda _checked=False: self._answer(one, online=True))
        no = button(tr("Sudah hilang"), "", "x", name=f"{tr('Sudah hilang')} {where}")
        no.clicked.connect(lambda _checked=False: self._answer(one, online=False))
        return row(copy, see, 1), row(yes, no, 1)

    def _see(self, one: "DueRecheck") -> None:
        self.accept()
        self.shown.emit(one)

    def _answer(self, one: "DueRecheck", *, online: bool) -> None:
        home, exhibit = self._session.home, one.exhibit
        Work(
            self,
            lambda _progress: captures.recheck(home, exhibit, online=online),
            done=lambda _changes: self._read(),
        ).start()
