"""The original came: which exhibit is it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.records import CaseId, ExhibitId
from gui.background import look
from gui.desk import evidence
from gui.exhibit_words import name_of
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.choice import Choice, Field


class OriginalSheet(Sheet):
    """Names the exhibit that is the original of another."""

    def __init__(
        self, parent: QWidget, session: Session, exhibit: ExhibitRecord, case: CaseId | None
    ) -> None:
        super().__init__(
            parent,
            tr("Aslinya sudah diterima"),
            tr("Impor dahulu berkas aslinya sebagai bukti. Kedua bukti tetap disimpan."),
        )
        self._session, self._exhibit = session, exhibit
        self.original = Choice(tr("Berkas asli"), (), tr("Pilih bukti…"))
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr("mis. diserahkan pemegang HP lewat kabel"))
        self.column.addWidget(Field(tr("Berkas asli"), self.original))
        self.column.addWidget(Field(tr("Catatan"), self.why))
        self.finish(tr("Catat"), self._record)
        home = session.home
        look(self, lambda: evidence.exhibits_of(home, case), self._show, slot="exhibits")

    def _show(self, exhibits: tuple[ExhibitRecord, ...]) -> None:
        for one in exhibits:
            if one.id != self._exhibit.id:
                self.original.addItem(f"{one.code}  {name_of(one)}".strip(), one.id)
        self.original.setCurrentIndex(-1)

    def _record(self) -> None:
        original = ExhibitId(self.original.value)
        if not original:
            self.complain(tr("Pilih bukti yang merupakan berkas aslinya."), self.original)
            return
        home, copy, why = self._session.home, self._exhibit.id, self.why.text().strip()
        self.record(lambda _progress: evidence.receive_original(home, copy, original, why))
