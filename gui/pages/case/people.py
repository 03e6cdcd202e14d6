"""The tab Orang: who is in the case, in which role. Particulars are opened on purpose only."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import Particulars, PartyId, PartyRecord, Role
from gui import theme
from gui.pages.case.record import CaseView
from gui.pages.case.sameness import Found, SamePersons
from gui.stages import role_words
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, icon_label, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label


class PeopleTab(QWidget):
    """People of a case."""

    add_wanted = Signal()
    particulars_wanted = Signal(str)
    clarify_wanted = Signal(str)
    same_wanted = Signal()
    """The people are looked at: what is known of them elsewhere is to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.same = SamePersons()
        self._shown: object = None
        self._body = Swap(margin=6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(
            row(button(tr("Tambah orang"), "soft", "user-plus", clicked=self.add_wanted.emit), 1)
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.same)
        column.addWidget(self._body, 1)
        outer.addWidget(scrolled(inner, kind="panel"), 1)
        self._cards: dict[str, PersonCard] = {}

    def show_view(self, view: CaseView) -> None:
        """Show the people of a case."""
        if self.isVisible():
            self.same_wanted.emit()
        shown = (view.file.parties, view.file.attendance, view.file.incidents)
        if shown == self._shown:
            return
        self._shown = shown
        column = self._body.renew()
        self._cards = {}
        if not view.file.parties:
            column.addWidget(
                Empty(
                    "users",
                    tr("Belum ada orang di kasus ini."),
                    tr("Tambahkan terlapor, saksi, atau pelapor; cukup sebutannya dulu."),
                    button(
                        tr("Tambah orang"), "primary", "user-plus", clicked=self.add_wanted.emit
                    ),
                )
            )
        for party in view.file.parties:
            card = PersonCard(party, self._attended(view, party))
            card.particulars.clicked.connect(
                lambda _checked=False, party=party: self.particulars_wanted.emit(party.id)
            )
            card.clarify.clicked.connect(
                lambda _checked=False, party=party: self.clarify_wanted.emit(party.id)
            )
            self._cards[party.id] = card
            column.addWidget(card)
        column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is known of these people elsewhere."""
        super().showEvent(event)
        self.same_wanted.emit()

    def show_found(self, view: CaseView, found: Found) -> None:
        """Show who is the same person elsewhere, and on which photos people were pointed at."""
        self.same.show_found(view, found)
        for party, card in self._cards.items():
            photos = tuple(one.exhibit for one in found.markers if one.party == party)
            card.show_photos(view.exhibit_codes(photos))

    def show_particulars(self, party: PartyId, particulars: Particulars) -> None:
        """Show who a person is, on their card."""
        if party in self._cards:
            self._cards[party].show_particulars(particulars)

    def _attended(self, view: CaseView, party: PartyRecord) -> str:
        codes = [
            view.incident_code(attendance.incident)
            for attendance in view.file.attendance
            if attendance.party == party.id
        ]
        return tr("hadir di {daftar}", daftar=", ".join(codes)) if codes else ""


class PersonCard(Card):
    """One person: code, role, description; name and numbers stay covered."""

    def __init__(self, party: PartyRecord, attended: str) -> None:
        super().__init__()
        first = QHBoxLayout()
        first.setSpacing(theme.px(10))
        first.addWidget(icon_label("circle-user", "text2", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(party.label or tr("belum diberi sebutan"), "strong"))
        under = "  ·  ".join(part for part in (party.code, attended) if part)
        words.addWidget(Elided(under, "secondary"))
        first.addLayout(words, 1)
        tone = "dugaan" if party.role is Role.RESPONDENT else "neutral"
        first.addWidget(Pill(role_words(party.role), tone))
        self.column.addLayout(first)
        self.particulars = button(
            tr("Lihat identitas"),
            "",
            "id-card",
            name=tr("Lihat identitas {kode}", kode=party.code),
        )
        self.particulars.setEnabled(bool(party.particulars))
        if not party.particulars:
            self.particulars.setText(" " + tr("Identitas belum diisi"))
        self.clarify = button(
            tr("Buka klarifikasi"),
            "soft",
            "message-square",
            name=tr("Buka klarifikasi {kode}", kode=party.code),
        )
        self.column.addLayout(row(self.particulars, self.clarify, 1))
        self._photos = label("", "cite", wrap=True)
        self._photos.hide()
        self.column.addWidget(self._photos)
        self.setAccessibleName(f"{party.code} {party.label}, {role_words(party.role)}")

    def show_photos(self, codes: str) -> None:
        """Show on which photos the person was pointed at."""
        self._photos.setText(tr("Ditunjuk pada foto {kode}", kode=codes) if codes else "")
        self._photos.setVisible(bool(codes))

    def show_particulars(self, particulars: Particulars) -> None:
        """Show name and numbers, the numbers masked but for their last digits."""
        from cases.work.person_numbers import masked

        self.particulars.setEnabled(False)
        for name, value in (
            (tr("Nama"), particulars.name),
            ("NIP", masked(particulars.nip)),
            ("NIK", masked(particulars.nik)),
            (tr("Jabatan"), particulars.occupation),
            (tr("Unit kerja"), particulars.unit or particulars.agency),
            (tr("Alamat"), particulars.address),
            (tr("Telepon"), masked(particulars.phone)),
        ):
            if value:
                self.column.addWidget(label(f"{name}: {value}", "secondary", wrap=True))
