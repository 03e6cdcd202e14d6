"""Hadir: who came, proved by which document, with whom, and whether under oath."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit

from cases.language import tr
from gui.desk.hearings import HearingView
from gui.pages.hearing.moment import Moment
from gui.pages.hearing.pane import Pane
from gui.session import Session
from gui.widgets.card import Card, row
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label


class ArrivalPane(Pane):
    """Presence, identity, companion and oath."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._texts: dict[str, QLineEdit] = {}
        self._choices: dict[str, Choice] = {}
        self.column.addWidget(self._presence())
        self.column.addWidget(self._oath())
        self.column.addWidget(self._companion())
        self.column.addStretch(1)

    def _presence(self) -> Card:
        card = Card(tr("Hadir dan identitas"), "id-card")
        self.began = Moment(tr("Mulai"), self.zone, (tr("Mulai sekarang"), "play"))
        self.began.said.connect(lambda moment: self.change({"started_at": moment}))
        card.column.addWidget(self.began)
        card.column.addLayout(
            row(
                self._text("identity", tr("Dokumen identitas"), tr("KTP, SIM, paspor…")),
                self._text("assignment", tr("Nomor surat tugas"), ""),
            )
        )
        self._texts["officers"] = QLineEdit()
        self._texts["officers"].editingFinished.connect(self._leave_officers)
        card.column.addWidget(
            Field(tr("Petugas klarifikasi, dipisah koma"), self._texts["officers"])
        )
        self.consent = QCheckBox(tr("Setuju direkam (klarifikasi daring)"))
        self.consent.setAccessibleName(self.consent.text())
        self.consent.clicked.connect(lambda on: self.change({"consent": on}))
        card.column.addWidget(self.consent)
        return card

    def _oath(self) -> Card:
        card = Card(tr("Sumpah atau janji"), "scale")
        self._basis = label("", "cite", wrap=True)
        card.column.addWidget(self._basis)
        oath = self._choice(
            "oath",
            tr("Kesediaan"),
            (
                ("", tr("belum ditanyakan")),
                ("bersedia", tr("Bersedia")),
                ("menolak", tr("Menolak")),
            ),
        )
        self._taken = self._text("oath_by", tr("Yang mengambil sumpah"), "")
        self._refused = self._text("oath_reason", tr("Alasan menolak"), tr("boleh kosong"))
        card.column.addLayout(row(oath, self._taken, self._refused))
        return card

    def _companion(self) -> Card:
        card = Card(tr("Pendamping"), "users")
        kind = self._choice(
            "companion_kind",
            tr("Kedudukan pendamping"),
            (
                ("", tr("tidak didampingi")),
                ("kuasa_hukum", tr("Kuasa hukum")),
                ("penerjemah", tr("Penerjemah")),
                ("keluarga", tr("Keluarga")),
                ("lainnya", tr("Lainnya")),
            ),
        )
        self._who = self._text("companion", tr("Nama pendamping"), "")
        self._letter = self._text("companion_letter", tr("Nomor surat kuasa"), "")
        card.column.addLayout(row(kind, self._who, self._letter))
        return card

    def _text(self, key: str, name: str, hint: str) -> Field:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        self._texts[key] = field
        field.editingFinished.connect(lambda: self.change({key: field.text().strip()}))
        return Field(name, field)

    def _choice(self, key: str, name: str, entries: Sequence[tuple[str, str]]) -> Field:
        made = Choice(name, entries)
        self._choices[key] = made
        made.activated.connect(lambda _at: self.change({key: made.value}))
        return Field(name, made)

    def show_view(self, view: HearingView) -> None:
        """Show who came."""
        super().show_view(view)
        hearing = view.hearing
        self.began.show_time(hearing.started_at)
        for key, field in self._texts.items():
            if not field.hasFocus():
                value = getattr(hearing, key)
                field.setText(", ".join(value) if isinstance(value, tuple) else value)
        for key, choice in self._choices.items():
            choice.choose(getattr(hearing, key))
        self.consent.setChecked(hearing.consent)
        self.consent.setVisible(hearing.mode == "daring")
        self._basis.setText(view.oath_basis)
        self._taken.setVisible(hearing.oath == "bersedia")
        self._refused.setVisible(hearing.oath == "menolak")
        self._who.setVisible(bool(hearing.companion_kind or hearing.companion))
        self._letter.setVisible(hearing.companion_kind == "kuasa_hukum")

    def _leave_officers(self) -> None:
        names = self._texts["officers"].text().split(",")
        self.change({"officers": tuple(name.strip() for name in names if name.strip())})
