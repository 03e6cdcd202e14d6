"""Where a file comes from: a guess with its ground, hints, the original elsewhere, look-alikes."""

from PySide6.QtCore import Signal

from cases.language import tr
from gui.desk.evidence import ExhibitView
from gui.pages.exhibit.alike import AlikeCard
from gui.pages.exhibit.capture_card import CaptureCard
from gui.pages.exhibit.entries import hint
from gui.pages.exhibit.words import origin_words, weight_words
from gui.session import Session
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, icon_label, line, row
from gui.widgets.pill import Pill
from gui.widgets.text import label


class OriginTab(Swap):
    """The tab Asal."""

    slip_wanted = Signal()
    received_wanted = Signal()
    describe_wanted = Signal()
    rechecked = Signal(bool)
    facts_wanted = Signal()
    alike_wanted = Signal(object)
    """A `SimilarRecord` to look at."""

    def __init__(self, session: Session) -> None:
        super().__init__(margin=4)
        self._session = session

    def show_view(self, view: ExhibitView, *, in_case: bool) -> None:
        """Show an exhibit."""
        column = self.renew()
        column.addWidget(self._origin(view))
        if view.exhibit.signals or (view.place and view.place.signals):
            column.addWidget(self._signals(view))
        capture = CaptureCard(self._session.zone, view, in_case=in_case)
        capture.describe_wanted.connect(self.describe_wanted)
        capture.rechecked.connect(self.rechecked)
        capture.facts_wanted.connect(self.facts_wanted)
        cards: list[Card] = [capture]
        if view.wants_original or view.original.asked_at or view.original.received_at:
            original = self._original(view, in_case=in_case)
            cards.insert(1 if view.capture else 0, original)
        for card in cards:
            column.addWidget(card)
        if view.similar:
            alike = AlikeCard(self._session, view)
            alike.wanted.connect(self.alike_wanted)
            column.addWidget(alike)
        column.addStretch(1)

    def _origin(self, view: ExhibitView) -> Card:
        origin = view.claims.origin
        card = Card(tr("Perkiraan asal berkas"), "smartphone")
        card.column.addWidget(label(origin_words(origin.origin), "strong", wrap=True))
        if origin.cause:
            words = tr("Sebabnya: {sebab}.", sebab=origin.cause)
            card.column.addWidget(label(words, "body14", wrap=True))
        if origin.weight:
            words, tone = weight_words(origin.weight)
            card.column.addLayout(row(Pill(tr("petunjuk {bobot}", bobot=words), tone), 1))
        note = tr("Perkiraan untuk ditanyakan, bukan putusan.")
        card.column.addWidget(label(note, "caption", wrap=True))
        return card

    def _signals(self, view: ExhibitView) -> Card:
        place = view.place.signals if view.place else ()
        signals = sorted(
            (*view.exhibit.signals, *place),
            key=lambda one: (
                ("high", "medium", "low").index(one.weight)
                if one.weight in {"high", "medium", "low"}
                else 3
            ),
        )
        card = Card(tr("Tanda yang perlu dilihat"), "triangle-alert")
        for index, signal in enumerate(signals):
            if index:
                card.column.addWidget(line())
            words, tone = weight_words(signal.weight)
            icon = "info" if signal.weight == "low" else "triangle-alert"
            bobot = tr("bobot {bobot}", bobot=words)
            card.column.addWidget(hint(signal.text, (bobot, tone), icon))
        return card

    def _original(self, view: ExhibitView, *, in_case: bool) -> Card:
        from cases.work.times import short_time

        zone, state = self._session.zone, view.original
        card = Card(tr("Berkas asli di tempat lain"), "smartphone")
        if view.wants_original and not state.received_at:
            card.column.addWidget(label(view.wants_original, "body14", wrap=True))
        if state.received_at:
            words = tr("Aslinya sudah diterima: {bukti}", bukti=state.received_as)
            card.column.addWidget(_state("circle-check", words))
        elif state.asked_at:
            when = short_time(state.asked_at, zone)
            words = tr("Aslinya diminta {waktu} oleh {nama}", waktu=when, nama=state.asked_by)
            card.column.addWidget(_state("hourglass", words))
        if not state.received_at:
            if in_case:
                card.column.addWidget(
                    button(
                        tr("Cetak lembar permintaan…"),
                        "" if state.asked_at else "soft",
                        "printer",
                        clicked=self.slip_wanted.emit,
                    )
                )
            else:
                words = tr("Masukkan dahulu ke kasus untuk mencetak lembar permintaan.")
                card.column.addWidget(label(words, "caption", wrap=True))
            card.column.addWidget(
                button(
                    tr("Aslinya sudah diterima…"), "", "check", clicked=self.received_wanted.emit
                )
            )
        return card


def _state(icon: str, words: str) -> Card:
    made = Card(tight=True)
    inner = row(icon_label(icon, "accentText"), label(words, "strong14", wrap=True))
    inner.setStretch(1, 1)
    made.column.addLayout(inner)
    return made
