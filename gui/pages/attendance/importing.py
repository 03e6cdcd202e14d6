"""An attendance list of others: chosen, previewed, what columns hold corrected, then recorded."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QTableView,
    QWidget,
)

from cases.language import N_, tr
from cases.work.records import CaseId, IncidentId
from gui import errors, theme
from gui.background import Work, look
from gui.desk import rolls
from gui.folders import documents
from gui.pages.attendance.preview import PreviewModel
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.buttons import button
from gui.widgets.card import Swap, row
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.attendance_lists import ListPreview

_ALONG = 4
_MEANINGS = {
    "name": N_("Nama"),
    "nip": N_("NIP"),
    "nik": N_("NIK"),
    "occupation": N_("Jabatan"),
    "rank": N_("Pangkat"),
    "agency": N_("Instansi"),
    "unit": N_("Unit kerja"),
    "status": N_("Status kepegawaian"),
    "present_as": N_("Hadir sebagai"),
    "sex": N_("Jenis kelamin"),
    "address": N_("Alamat"),
    "phone": N_("Telepon"),
}


class ListSheet(Sheet):
    """Imports an attendance list."""

    def __init__(
        self, parent: QWidget, session: Session, case: CaseId, incident: IncidentId
    ) -> None:
        super().__init__(
            parent,
            tr("Impor daftar hadir"),
            tr("CSV atau XLSX. Nama dan nomor disegel; dicatat setelah Anda setuju."),
        )
        self._session, self._target = session, (case, incident)
        self._file: Path | None = None
        self._data = b""
        self._meanings: dict[int, str] = {}
        self.resize(theme.px(860), theme.px(600))
        self.choose = button(tr("Pilih berkas…"), "soft", "folder-open", clicked=self._ask)
        self._named = label("", "secondary")
        self.column.addLayout(row(self.choose, self._named, 1))
        self._columns = Swap(spacing=6)
        self.column.addWidget(self._columns)
        self.preview = PreviewModel()
        self._table = QTableView()
        self._table.setModel(self.preview)
        self._table.setAccessibleName(tr("Isi daftar"))
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._table.setMinimumHeight(theme.px(180))
        self.column.addWidget(self._table, 1)
        self.keep = QCheckBox(tr("Simpan berkas ini sebagai bukti dan ikat ke setiap orang"))
        self.keep.setAccessibleName(self.keep.text())
        self.keep.setChecked(True)
        self.column.addWidget(self.keep)
        self.finish(tr("Catat"), self._record).setEnabled(False)
        self.preview.dataChanged.connect(lambda *_: self._tell())

    def _ask(self) -> None:
        dialog = QFileDialog(
            self, tr("Pilih daftar hadir"), str(documents()), f"{tr('Daftar')} (*.csv *.xlsx)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def read(self, file: Path) -> None:
        """Read a list and show what it would add."""
        self._file, self._meanings, self._data = file, {}, b""
        self._named.setText(file.name)
        self._look()

    def _look(self) -> None:
        home, case, file, data = self._session.home, self._target[0], self._file, self._data
        meanings = dict(self._meanings)
        if file is None:
            return

        def work() -> "tuple[bytes, ListPreview]":
            content = data or rolls.read_list(file)
            return content, rolls.preview_list(home, case, content, meanings)

        look(self, work, self._show, slot="list", failed=self._unread)

    def _unread(self, error: BaseException) -> None:
        message, advice, _code = errors.words(error)
        self.preview.show_rows(())
        self.complain(f"{message} {advice}".strip())
        self.primary.setEnabled(False)

    def _show(self, read: "tuple[bytes, ListPreview]") -> None:
        self._data, preview = read
        self.trouble.hide()
        self.preview.show_rows(preview.rows)
        for place, wide in enumerate((170, 110, 120, 150)):
            self._table.setColumnWidth(place, theme.px(wide))
        self._map(preview)
        if not preview.rows:
            self.complain(tr("Tunjukkan kolom mana yang berisi nama."))
        self._tell()

    def _map(self, preview: "ListPreview") -> None:
        """Show what each column is taken for; the officer may correct it."""
        column = self._columns.renew()
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        entries = (("", tr("tidak dipakai")), *((k, tr(v)) for k, v in _MEANINGS.items()))
        for place, (heading, meaning) in enumerate(preview.columns):
            choice = Choice(heading or tr("Kolom {n}", n=place + 1), entries)
            choice.choose(meaning)
            choice.activated.connect(
                lambda _index, place=place, choice=choice: self._mean(place, choice.value)
            )
            field = Field(heading or tr("Kolom {n}", n=place + 1), choice)
            grid.addWidget(field, place // _ALONG, place % _ALONG)
        for along in range(_ALONG):
            grid.setColumnStretch(along, 1)
        column.addWidget(inner)

    def _mean(self, place: int, meaning: str) -> None:
        self._meanings[place] = meaning
        self._look()

    def _tell(self) -> None:
        wanted = len(self.preview.wanted)
        self.primary.setText(tr("Catat {n} orang", n=wanted))
        self.primary.setEnabled(bool(wanted))

    def _record(self) -> None:
        home, target, rows = self._session.home, self._target, self.preview.wanted
        file = self._file if self.keep.isChecked() else None
        self.primary.setEnabled(False)
        Work(
            self,
            lambda progress: rolls.apply_list(home, target, rows, file, progress),
            done=self._done,
            failed=self._failed,
            long=True,
        ).start()
