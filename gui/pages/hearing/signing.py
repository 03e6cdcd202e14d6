"""Tanda tangan: signed or refused, the paper and its scan, a copy for the person."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from cases.language import tr
from cases.work.records import ExhibitId
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.pages.hearing.pane import Pane
from gui.session import Session
from gui.sheets.picking import PickExhibits
from gui.widgets.buttons import button
from gui.widgets.card import Card, row
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label
from gui.widgets.when import When


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
        self.ended = When(tr("Selesai"), self.zone)
        self.now = button(tr("Selesai sekarang"), "soft", "check", clicked=self._finish)
        self.ended.day.changed.connect(lambda _day: self._leave_ended())
        self.ended.hour.editingFinished.connect(self._leave_ended)
        card.column.addLayout(row(Field(tr("Selesai"), self.ended), self.now, 1))
        self.signature = Choice(
            tr("Tanda tangan"),
            (
                ("", tr("belum")),
                ("ditandatangani", tr("Ditandatangani")),
                ("menolak", tr("Menolak")),
            ),
        )
        self.signature.activated.connect(
            lambda _at: self._set({"signature": self.signature.value})
        )
        self.reason = QLineEdit()
        self.reason.editingFinished.connect(
            lambda: self._set({"signature_reason": self.reason.text().strip()})
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
        if not (self.ended.day.field.hasFocus() or self.ended.hour.hasFocus()):
            self.ended.show_time(hearing.ended_at)
        self.now.setVisible(not hearing.ended_at)
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

    def _finish(self) -> None:
        from cases.clock import now
        from cases.work.times import as_stated

        self._set({"ended_at": as_stated(now().wall, self.zone)})

    def _leave_ended(self) -> None:
        if not self.ended.wrong and self.ended.value:
            self._set({"ended_at": self.ended.value})

    def _set(self, fields: dict[str, object]) -> None:
        if self.view is None:
            return
        hearing = self.view.hearing
        changed = {key: value for key, value in fields.items() if getattr(hearing, key) != value}
        if changed:
            self.write(lambda home: hearings.edit(home, hearing.id, changed))
