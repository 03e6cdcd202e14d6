"""Sheets about papers: one field, number and day, the name of a form, the letterhead, a scan."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import theme
from gui.background import look
from gui.desk import papers
from gui.folders import pictures
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Choice, DateEdit, Field
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.papers.context import OfficeHead
    from cases.papers.finalising import Final


class FillField(Sheet):
    """One field of a form that no record of the case holds."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        case: CaseId,
        what: str,
        where: tuple[str, str, str],
    ) -> None:
        super().__init__(
            parent, what, tr("Yang ditulis di sini dicetak di surat ini dan tersimpan di kasus.")
        )
        self._session, self._case, self._where = session, case, where
        self.text: QWidget
        if where[2].partition("/")[0] == "tanggal":
            self.text = DateEdit(what)
        else:
            self.text = QPlainTextEdit()
            self.text.setTabChangesFocus(True)
            self.text.setFixedHeight(theme.px(120))
        self.text.setAccessibleName(what)
        self.column.addWidget(self.text)
        self.finish(tr("Simpan"), self._record)
        self.text.setFocus()

    def _record(self) -> None:
        home, case, where = self._session.home, self._case, self._where
        text = self.value
        if not text:
            self.complain(tr("Tulis dulu isinya."), self.text)
            return
        self.record(lambda _progress: papers.fill(home, case, where, text))

    @property
    def value(self) -> str:
        """What was written."""
        if isinstance(self.text, DateEdit):
            return self.text.value
        assert isinstance(self.text, QPlainTextEdit)  # noqa: S101 - the other of the two
        return self.text.toPlainText().strip()


class FinalSheet(Sheet):
    """Number and day of a paper that is to be final."""

    def __init__(
        self, parent: QWidget, lacking: int, given: "Final", done: Callable[[str, str], None]
    ) -> None:
        super().__init__(
            parent,
            tr("Tandai final"),
            tr("Versi ini mendapat nomor, tanda DRAF hilang, dan sidiknya dicatat di jurnal."),
        )
        self._act = done
        self.number = QLineEdit(given.number)
        self.day = DateEdit(tr("Tanggal surat"))
        self.day.show_day(given.date)
        self.column.addWidget(Field(tr("Nomor surat"), self.number))
        self.column.addWidget(Field(tr("Tanggal surat"), self.day))
        if lacking:
            words = tr("{n} bagian belum terisi dan akan dicetak sebagai titik-titik.", n=lacking)
            self.column.addWidget(label(words, "secondary", wrap=True))
        self.finish(tr("Tandai final"), self._give)

    def _give(self) -> None:
        self.accept()
        self._act(self.number.text().strip(), self.day.value)


class NameOfForm(Sheet):
    """What a form is called in the regulation, confirmed once."""

    def __init__(self, parent: QWidget, session: Session, shown: papers.Preview) -> None:
        super().__init__(parent, tr("Pastikan nama formulir"), shown.check)
        self._session, self._shown = session, shown
        self.mark = QLineEdit(shown.mark)
        self.name = QLineEdit(shown.title)
        self.column.addWidget(Field(tr("Nomor formulir"), self.mark))
        self.column.addWidget(Field(tr("Judul"), self.name))
        self.finish(tr("Sudah sesuai peraturan"), self._record)

    def _record(self) -> None:
        home, shown = self._session.home, self._shown
        mark, title = self.mark.text(), self.name.text()
        self.record(lambda _progress: papers.confirm(home, shown, mark, title))


class LetterheadSheet(Sheet):
    """The head of the office's letters."""

    def __init__(self, parent: QWidget, session: Session, head: "OfficeHead") -> None:
        super().__init__(parent, tr("Kepala surat kantor"))
        self._session = session
        self._logo: Path | None = None
        self.lines = QPlainTextEdit("\n".join(head.lines or (session.officer.office.upper(),)))
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(theme.px(76))
        self.lines.setAccessibleName(tr("Baris kepala surat"))
        self.address = QLineEdit(head.address)
        self.code = QLineEdit(head.code)
        self.place = QLineEdit(head.place)
        self.column.addWidget(Field(tr("Baris kepala surat"), self.lines))
        self.column.addWidget(Field(tr("Alamat"), self.address))
        both = QWidget()
        both.setLayout(
            row(
                Field(tr("Kode kantor dalam nomor surat"), self.code),
                Field(tr("Tempat surat dibuat"), self.place),
            )
        )
        self.column.addWidget(both)
        self._chosen = label(
            tr("Logo sudah ada") if head.logo else tr("Belum ada logo"), "secondary"
        )
        pick = button(tr("Pilih logo…"), "", "image", clicked=self._pick)
        self.column.addLayout(row(pick, self._chosen, 1))
        self.finish(tr("Simpan"), self._record)

    def _pick(self) -> None:
        kinds = "PNG, JPEG (*.png *.jpg *.jpeg)"
        dialog = QFileDialog(self, tr("Pilih logo"), str(pictures()), kinds)
        dialog.fileSelected.connect(lambda file: self.take_logo(Path(file)))
        dialog.open()

    def take_logo(self, file: Path) -> None:
        """Take this picture as the logo."""
        self._logo = file
        self._chosen.setText(file.name)

    def _record(self) -> None:
        home, logo = self._session.home, self._logo
        lines = self.lines.toPlainText().split("\n")
        fields = {
            "address": self.address.text(),
            "code": self.code.text(),
            "place": self.place.text(),
        }
        self.record(lambda _progress: papers.set_letterhead(home, lines, fields, logo))


class ScanSheet(Sheet):
    """Which exhibit is the scan of a paper."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        case: CaseId,
        exhibits: tuple[tuple[str, str], ...],
    ) -> None:
        super().__init__(
            parent,
            tr("Cocokkan pindaian"),
            tr("Netra membaca kode QR di kanan bawah halaman yang dipindai atau difoto."),
        )
        self._session, self._case = session, case
        self.exhibit = Choice(tr("Bukti"), exhibits, tr("Pilih…"))
        self.column.addWidget(Field(tr("Gambar pindaian"), self.exhibit))
        self.finish(tr("Cocokkan"), self._record)

    def _record(self) -> None:
        home, case, chosen = self._session.home, self._case, self.exhibit.value
        if not chosen:
            self.complain(tr("Pilih gambarnya dulu."), self.exhibit)
            return
        self.record(lambda _progress: papers.match(home, case, ExhibitId(chosen)))


def with_letterhead(parent: QWidget, session: Session) -> None:
    """Read the letterhead, and open its sheet."""
    home = session.home

    def show(head: Any) -> None:
        LetterheadSheet(parent, session, head).open()

    look(parent, lambda: papers.letterhead(home), show)
