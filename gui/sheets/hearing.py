"""The sheet of a hearing: when, where, oath, companion, reading back, signature."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from cases.language import tr
from cases.work.records import ClarificationRecord
from gui import desk
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.card import row
from gui.widgets.choice import Choice, Field
from gui.widgets.when import When


class HearingSheet(Sheet):
    """Sets the fields of a hearing; what was not changed is not written."""

    def __init__(self, parent: QWidget, session: Session, hearing: ClarificationRecord) -> None:
        super().__init__(parent, tr("Klarifikasi {nomor}", nomor=hearing.number))
        self._session = session
        self._hearing = hearing
        self.when = When(tr("Jadwal"), session.zone, hearing.scheduled_at)
        self.column.addWidget(Field(tr("Jadwal"), self.when))
        self.place = QLineEdit(hearing.place)
        self.companion = QLineEdit(hearing.companion)
        self.assignment = QLineEdit(hearing.assignment)
        for name, field in (
            (tr("Tempat"), self.place),
            (tr("Pendamping"), self.companion),
            (tr("Nomor surat tugas"), self.assignment),
        ):
            self.column.addWidget(Field(name, field))
        self.oath = Choice(
            tr("Sumpah atau janji"),
            (
                ("", tr("belum ditanyakan")),
                ("bersedia", tr("Bersedia")),
                ("menolak", tr("Menolak")),
            ),
        )
        self.oath.choose(hearing.oath)
        self.signature = Choice(
            tr("Tanda tangan"),
            (
                ("", tr("belum")),
                ("ditandatangani", tr("Ditandatangani")),
                ("menolak", tr("Menolak")),
            ),
        )
        self.signature.choose(hearing.signature)
        both = QWidget()
        both.setLayout(
            row(
                Field(tr("Sumpah atau janji"), self.oath),
                Field(tr("Tanda tangan"), self.signature),
            )
        )
        self.column.addWidget(both)
        self.read_back = QCheckBox(tr("Sudah dibacakan kembali"))
        self.read_back.setAccessibleName(self.read_back.text())
        self.read_back.setChecked(hearing.read_back)
        self.column.addWidget(self.read_back)
        self.finish(tr("Catat"), self._record)

    def _record(self) -> None:
        if self.when.wrong:
            self.complain(tr("Tulis tanggal seperti 3 Feb 2024 dan jam seperti 10.42."), self.when)
            return
        known = self._hearing
        wanted: dict[str, str | bool] = {
            "scheduled_at": self.when.value,
            "place": self.place.text().strip(),
            "companion": self.companion.text().strip(),
            "assignment": self.assignment.text().strip(),
            "oath": self.oath.value,
            "signature": self.signature.value,
            "read_back": self.read_back.isChecked(),
        }
        changed = {key: value for key, value in wanted.items() if value != getattr(known, key)}
        home = self._session.home
        self.record(lambda _progress: desk.edit_hearing(home, known.id, changed))
