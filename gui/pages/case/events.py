"""The tab Peristiwa: what happened, when and where, and who was there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import IncidentRecord
from gui import desk, theme
from gui.pages.case.likes import Likes
from gui.pages.case.record import CaseView
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, icon_label, line, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label


class EventsTab(QWidget):
    """Incidents of a case, each with its attendance."""

    add_wanted = Signal()
    attendance_wanted = Signal(str)
    roll_wanted = Signal(str)
    """Somebody wants the table of all who were there."""
    likes_wanted = Signal()
    """The incidents are looked at: what the same people attended elsewhere is to be read."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._shown: object = None
        self._body = Swap(margin=6)
        self.likes = Likes()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(
            row(button(tr("Catat peristiwa"), "soft", "plus", clicked=self.add_wanted.emit), 1)
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.likes)
        column.addWidget(self._body, 1)
        outer.addWidget(scrolled(inner, kind="panel"), 1)

    def show_view(self, view: CaseView) -> None:
        """Show the incidents of a case."""
        shown = (view.file.incidents, view.file.attendance, view.file.parties, view.file.exhibits)
        if self.isVisible():
            self.likes_wanted.emit()
        if shown == self._shown:
            return
        self._shown = shown
        column = self._body.renew()
        if not view.file.incidents:
            column.addWidget(
                Empty(
                    "calendar-clock",
                    tr("Belum ada peristiwa."),
                    tr("Catat apa yang terjadi, kapan, dan di mana."),
                    button(tr("Catat peristiwa"), "primary", "plus", clicked=self.add_wanted.emit),
                )
            )
        for incident in view.file.incidents:
            column.addWidget(self._card(view, incident))
        column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what the same people attended elsewhere."""
        super().showEvent(event)
        self.likes_wanted.emit()

    def _card(self, view: CaseView, incident: IncidentRecord) -> Card:
        from cases.work.times import span

        card = Card(f"{incident.code}  {incident.title}", "calendar-clock")
        kind = desk.fact_words("jenis_kegiatan", incident.kind)[1] if incident.kind else ""
        if kind:
            card.head.addWidget(Pill(kind, "accent"))
        when = span(incident.starts_at, incident.ends_at, self._zone)
        parts = (
            when or tr("waktu belum diisi"),
            incident.place.text or tr("tempat belum diisi"),
            incident.contestant,
            view.corrected(incident.id),
        )
        card.column.addWidget(
            label("  ·  ".join(part for part in parts if part), "secondary", wrap=True)
        )
        if incident.description:
            card.column.addWidget(label(incident.description, wrap=True))
        for attendance in view.file.attendance:
            if attendance.incident == incident.id:
                card.column.addWidget(line())
                entry = QWidget()
                inner = row(
                    icon_label("user-check", "text2"),
                    Elided(view.party_words(attendance.party), "strong14"),
                    label(view.exhibit_codes(attendance.exhibits), "cite"),
                )
                inner.setStretch(1, 1)
                entry.setLayout(inner)
                card.column.addWidget(entry)
        attend = button(
            tr("Catat satu orang"),
            "",
            "user-plus",
            name=tr("Catat kehadiran di {kode}", kode=incident.code),
            clicked=lambda: self.attendance_wanted.emit(incident.id),
        )
        roll = button(
            tr("Tabel kehadiran"),
            "soft",
            "list",
            name=tr("Tabel kehadiran {kode}", kode=incident.code),
            clicked=lambda: self.roll_wanted.emit(incident.id),
        )
        card.column.addLayout(row(roll, attend, 1))
        return card
