"""Tanda tangan: signed or refused, the paper and its scan, a copy for the person."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from cases.language import tr
from cases.work.records import ExhibitId
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.pages.hearing.moment import Moment
from gui.pages.hearing.pane import Pane
from gui.session import Session
from gui.sheets.picking import PickExhibits
from gui.widgets.buttons import button
from gui.widgets.card import Card, row
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label


class SigningPane(Pane):
    """Signature, scan and copy."""

    minutes_wanted = Signal()
    told = Signal(str)
    """Something to tell in a notice."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.column.addWidget(self._end())
        self.column.addWidget(self._paper())
        self.column.addWidget(self._copy())
        self.column.addStretch(1)

    def _end(self) -> Card:
        card = Card(tr("Tanda tangan"), "pencil")
        self.ended = Moment(tr("Selesai"), self.zone, (tr("Selesai sekarang"), "check"))
        self.ended.said.connect(lambda moment: self.change({"ended_at": moment}))
        card.column.addWidget(self.ended)
        self.signature = Choice(
            tr("Tanda tangan"),
            (
                ("", tr("belum")),
                ("ditandatangani", tr("Ditandatangani")),
                ("menolak", tr("Menolak")),
            ),
        )
        self.signature.activated.connect(
            lambda _at: self.change({"signature": self.signature.value})
        )
        self.reason = QLineEdit()
        self.reason.editingFinished.connect(
            lambda: self.change({"signature_reason": self.reason.text().strip()})
        )
        self._why = Field(tr("Alasan menolak tanda tangan"), self.reason)
        card.column.addLayout(row(Field(tr("Tanda tangan"), self.signature), self._why))
        self._basis = label("", "cite", wrap=True)
        card.column.addWidget(self._basis)
        return card

    def _paper(self) -> Card:
        card = Card(tr("Berita acara"), "file-text")
        card.column.addWidget(
            label(
                tr("Cetak, tanda tangani, lalu masukkan pindaian atau fotonya sebagai bukti."),
                "lead",
                wrap=True,
            )
        )
        make = button(
            tr("Buat berita acara"), "primary", "file-text", clicked=self.minutes_wanted.emit
        )
        self.scan = button(tr("Cocokkan pindaian"), "soft", "qr-code", clicked=self._choose_scan)
        card.column.addLayout(row(make, self.scan, 1))
        self._scans = label("", "secondary", wrap=True)
        card.column.addWidget(self._scans)
        return card

    def _copy(self) -> Card:
        card = Card(tr("Salinan untuk yang diklarifikasi"), "copy")
        self._lock = label("", "secondary", wrap=True)
        card.column.addWidget(self._lock)
        self.hand = button(tr("Catat penyerahan salinan"), "", "check", clicked=self._hand_over)
        card.column.addLayout(row(self.hand, 1))
        return card

    def show_view(self, view: HearingView) -> None:
        """Show how the hearing ended."""
        super().show_view(view)
        hearing = view.hearing
        self.ended.show_time(hearing.ended_at)
        self.signature.choose(hearing.signature)
        if not self.reason.hasFocus():
            self.reason.setText(hearing.signature_reason)
        refused = hearing.signature == "menolak"
        self._why.setVisible(refused)
        self._basis.setText(view.refusal_basis if refused else "")
        self._basis.setVisible(refused and bool(view.refusal_basis))
        codes = {exhibit.id: exhibit.code for exhibit in view.file.exhibits}
        scans = ", ".join(codes.get(scan.exhibit, "?") for scan in view.file.scans)
        self._scans.setText(tr("Pindaian yang cocok: {kode}", kode=scans))
        self._scans.setVisible(bool(scans))
        self._tell_copy(view)

    def _tell_copy(self, view: HearingView) -> None:
        from cases.work.times import short_time

        given = view.hearing.handovers
        if given:
            when = short_time(given[-1].at, self.zone)
            self._lock.setText(tr("Diserahkan {waktu}.", waktu=when))
        elif view.copy_lock:
            self._lock.setText(
                tr("Terkunci sampai penanganan selesai ({pasal}).", pasal=view.copy_lock)
            )
        else:
            self._lock.setText(tr("Salinan boleh diberikan."))
        self.hand.setEnabled(not view.copy_lock)

    def _choose_scan(self) -> None:
        if self.view is not None:
            sheet = PickExhibits(self, self.session, self.view.file.exhibits)
            sheet.picked.connect(self._match)
            sheet.open()

    def _match(self, chosen: Any) -> None:
        if self.view is None or not chosen:
            return
        case, exhibit = self.view.file.case.id, ExhibitId(next(iter(chosen)))
        self.write(
            lambda home: hearings.match_scan(home, case, exhibit),
            lambda found: self.told.emit(tr("Pindaian ini adalah: {surat}", surat=found[1])),
        )

    def _hand_over(self) -> None:
        if self.view is not None:
            hearing = self.view.hearing.id
            self.write(lambda home: hearings.hand_over(home, hearing, ""))
