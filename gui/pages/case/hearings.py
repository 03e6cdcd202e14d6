"""The tab Klarifikasi: the hearings of a case, and where persons contradict each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import ClarificationRecord, FactState
from gui import desk, theme
from gui.pages.case.record import CaseView
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, line, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import label


class HearingsTab(QWidget):
    """Clarifications of a case."""

    opened = Signal(str)
    minutes_wanted = Signal(str)
    ruling_wanted = Signal(object)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._body = Swap(margin=6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)
        self._shown: object = None

    def show_view(self, view: CaseView) -> None:
        """Show the hearings; nothing is torn down while nothing has changed."""
        hearings = view.file.clarifications
        shown = (hearings, view.contradicting)
        if shown == self._shown:
            return
        self._shown = shown
        column = self._body.renew()
        if not hearings:
            column.addWidget(
                Empty(
                    "message-square",
                    tr("Belum ada klarifikasi."),
                    tr("Buka dari tab Orang. Pertanyaan disusun dari fakta yang masih kurang."),
                )
            )
        if view.contradicting:
            column.addWidget(self._contradictions(view))
        for hearing in hearings:
            column.addWidget(self._card(view, hearing))
        column.addStretch(1)

    def _card(self, view: CaseView, hearing: ClarificationRecord) -> Card:
        from cases.work.times import full_time

        who = view.party_words(hearing.party)
        card = Card(
            tr("Klarifikasi {nomor}: {orang}", nomor=hearing.number, orang=who), "message-square"
        )
        done = sum(1 for question in hearing.questions if question.answered_at)
        card.head.addWidget(
            Pill(
                tr("{n} dari {semua} terjawab", n=done, semua=len(hearing.questions)),
                "ok" if done and done == len(hearing.questions) else "dugaan",
            )
        )
        when = full_time(hearing.started_at or hearing.scheduled_at, self._zone)
        parts = (when or tr("waktu belum diisi"), hearing.place)
        card.column.addWidget(label("  ·  ".join(filter(None, parts)), "secondary", wrap=True))
        words, tone = where_it_stands(hearing)
        card.column.addWidget(label(words, "secondary", tone=tone, wrap=True))
        go_on = button(
            tr("Lihat") if hearing.signature else tr("Lanjutkan"),
            "soft",
            "play",
            name=tr("Buka klarifikasi {nomor}", nomor=hearing.number),
            clicked=lambda: self.opened.emit(hearing.id),
        )
        make = button(
            tr("Buat berita acara"),
            "",
            "file-text",
            name=tr("Buat berita acara klarifikasi {nomor}", nomor=hearing.number),
            clicked=lambda: self.minutes_wanted.emit(hearing.id),
        )
        card.column.addLayout(row(go_on, make, 1))
        return card

    def _contradictions(self, view: CaseView) -> Card:
        card = Card(tr("Keterangan yang berbeda"), "scale")
        for at, fact in enumerate(view.contradicting):
            if at:
                card.column.addWidget(line())
            card.column.addWidget(self._contradiction(view, fact))
        return card

    def _contradiction(self, view: CaseView, fact: FactState) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        name = desk.fact_words(fact.fact, None)[0]
        column.addWidget(label(name, "strong14", wrap=True))
        for one in fact.statements:
            said = desk.fact_words(fact.fact, one.value)[1]
            note = f" “{one.note}”" if one.note else ""
            words = f"{view.sayer_words(one)}: {said}{note}"
            column.addWidget(label(words, "secondary", wrap=True))
        compare = button(
            tr("Bandingkan"),
            "link",
            "scale",
            name=f"{tr('Bandingkan')}: {name}",
            clicked=lambda: self.ruling_wanted.emit(fact),
        )
        column.addLayout(row(compare, 1))
        return made


def where_it_stands(hearing: ClarificationRecord) -> tuple[str, str]:
    """Say where a hearing stands, and in which tone."""
    if hearing.cancelled:
        return tr("Dibatalkan: {alasan}", alasan=hearing.cancelled), ""
    if hearing.signature:
        signed = hearing.signature == "ditandatangani"
        return (tr("Ditandatangani.") if signed else tr("Tanda tangan ditolak.")), "ok"
    if hearing.read_back:
        return tr("Sudah dibacakan kembali; menunggu tanda tangan."), "info"
    if hearing.started_at:
        return tr("Sedang berlangsung."), "info"
    sent = hearing.invitations
    if sent and sent[-1].missed_at:
        return tr("Tidak hadir pada undangan ke-{n}.", n=sent[-1].number), "warn"
    if sent:
        return tr("Undangan ke-{n} sudah dikirim.", n=sent[-1].number), ""
    return tr("Undangan belum dicatat."), ""
