"""A new case: one required field; all else can wait."""

from PySide6.QtWidgets import QLineEdit, QWidget

from cases import clock
from cases.language import tr
from cases.work.records import Place, Regime, Source
from gui import desk
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.stages import source_words
from gui.widgets.card import row
from gui.widgets.choice import Choice, Field
from gui.widgets.when import When


class NewCase(Sheet):
    """The sheet for a new case."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent, tr("Kasus baru"), tr("Cukup judulnya dulu. Yang lain bisa diisi nanti.")
        )
        self._session = session
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("mis. Camat hadir di temu warga"))
        self.column.addWidget(Field(tr("Apa yang terjadi?"), self.title))
        self.place = QLineEdit()
        self.column.addWidget(Field(tr("Di mana?"), self.place))
        self.found = When(tr("Kapan ditemukan?"), session.zone, clock.now().wall)
        self.column.addWidget(
            Field(tr("Kapan ditemukan?"), self.found, tr("Tenggat dihitung dari waktu ini."))
        )
        self.regime = Choice(
            tr("Pemilihan"),
            ((Regime.PILKADA.value, tr("Pilkada")), (Regime.PEMILU.value, tr("Pemilu"))),
        )
        self.source = Choice(
            tr("Jenis"), tuple((source.value, source_words(source)) for source in Source)
        )
        both = QWidget()
        inner = row(Field(tr("Pemilihan"), self.regime), Field(tr("Asal"), self.source))
        both.setLayout(inner)
        self.column.addWidget(both)
        self.finish(tr("Buat kasus"), self._record)
        self.title.setFocus()

    def _record(self) -> None:
        title = self.title.text().strip()
        if not title:
            self.complain(tr("Tulis apa yang terjadi; itu satu-satunya isian wajib."), self.title)
            return
        if self.found.wrong:
            self.complain(
                tr("Tulis tanggal seperti 3 Feb 2024 dan jam seperti 10.42."), self.found
            )
            return
        home, found = self._session.home, self.found.value
        place = Place(text=self.place.text().strip())
        regime, source = Regime(self.regime.value), Source(self.source.value)
        fields = {"title": title, "found_at": found, "known_at": found}
        self.record(lambda _progress: desk.open_case(home, regime, source, place, fields))
