"""The sheet of an act of prevention: what, for whom, when, where."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cases import clock
from cases.language import tr
from gui import theme
from gui.desk import office_work as desk
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.card import row
from gui.widgets.choice import Choice, Field
from gui.widgets.when import When


class PreventionSheet(Sheet):
    """Records an act of prevention."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent,
            tr("Catat pencegahan"),
            tr("Imbauan, sosialisasi, dan kegiatan lain sebelum ada pelanggaran."),
        )
        self._session = session
        self.kind = Choice(tr("Jenis"), desk.prevention_kinds())
        self.heading, self.audience, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.audience.setPlaceholderText(tr("misalnya ASN kantor camat"))
        self.when = When(tr("Kapan?"), session.zone, clock.now().wall)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName(tr("Uraian"))
        self.words.setFixedHeight(theme.px(56))
        self.column.addLayout(
            row(Field(tr("Jenis"), self.kind), Field(tr("Sasaran"), self.audience))
        )
        self.column.addWidget(Field(tr("Perihal"), self.heading))
        self.column.addWidget(self.when)
        self.column.addWidget(Field(tr("Tempat"), self.place))
        self.column.addWidget(Field(tr("Uraian"), self.words))
        self.finish(tr("Catat"), self._record)

    def _record(self) -> None:
        if not self.heading.text().strip():
            self.complain(tr("Tulis perihalnya."), self.heading)
            return
        if self.when.wrong:
            self.complain(tr("Tanggal atau jamnya belum benar."), self.when)
            return
        fields = {
            "kind": self.kind.value,
            "title": self.heading.text(),
            "audience": self.audience.text(),
            "starts_at": self.when.value,
            "description": self.words.toPlainText(),
        }
        home, place = self._session.home, self.place.text().strip()
        self.record(lambda _progress: desk.record_prevention(home, "", fields, place))
