"""When and where: what counts, who says so, and every source with why it was refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cases.language import tr
from cases.work.evidence_records import TimeSourceRecord
from gui.desk.evidence import ExhibitView
from gui.exhibit_words import place_of
from gui.pages.exhibit.entries import entry
from gui.pages.exhibit.words import (
    clock_words,
    interval_words,
    source_words,
    stated_words,
    zone_words,
)
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, icon_label, line, row
from gui.widgets.text import copyable, label


class TimeTab(Swap):
    """The tab Waktu & tempat."""

    time_wanted = Signal()
    place_wanted = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(margin=4)
        self._zone = zone

    def show_view(self, view: ExhibitView) -> None:
        """Show an exhibit."""
        column = self.renew()
        column.addWidget(self._time(view))
        column.addWidget(self._sources(view))
        column.addWidget(self._place(view))
        column.addStretch(1)

    def _time(self, view: ExhibitView) -> Card:
        taken = view.exhibit.taken
        card = Card(tr("Waktu pengambilan"), "clock")
        card.column.addWidget(entry(tr("Jatuh pada"), interval_words(taken, self._zone)))
        if taken.raw:
            card.column.addWidget(entry(tr("Tertulis di dalam berkas"), taken.raw))
        if taken.local:
            card.column.addWidget(entry(tr("Zona waktu"), zone_words(taken)))
        if view.claims.subsec:
            card.column.addWidget(entry(tr("Pecahan detik"), view.claims.subsec))
        if words := clock_words(taken):
            card.column.addWidget(entry(tr("Jam kamera"), words))
        if taken.local:
            card.column.addWidget(
                button(
                    tr("Nyatakan zona atau selisih jam…"),
                    "",
                    "clock-alert",
                    clicked=self.time_wanted.emit,
                )
            )
        return card

    def _sources(self, view: ExhibitView) -> Card:
        sources = view.claims.sources
        card = Card(tr("Semua waktu yang disebut ({n})", n=len(sources)), "list")
        if not sources:
            words = tr("Berkas ini tidak menyebut waktu apa pun.")
            card.column.addWidget(label(words, "secondary", wrap=True))
        for index, source in enumerate(sources):
            if index:
                card.column.addWidget(line())
            for part in _source(source):
                card.column.addWidget(part)
        return card

    def _place(self, view: ExhibitView) -> Card:
        exhibit = view.exhibit
        card = Card(tr("Tempat"), "map-pin")
        card.column.addWidget(entry(tr("Menurut catatan"), place_of(exhibit)))
        if exhibit.lat:
            where = f"{exhibit.lat}, {exhibit.lon}"
            card.column.addWidget(entry(tr("Titik di dalam berkas"), where))
        if view.place and view.place.guess:
            card.column.addWidget(entry(tr("Perkiraan wilayah"), view.place.guess.words))
        card.column.addWidget(
            button(tr("Nyatakan tempat…"), "", "map-pin", clicked=self.place_wanted.emit)
        )
        return card


def _source(source: TimeSourceRecord) -> list[QWidget]:
    parts: list[QWidget] = [label(source_words(source.kind), "strong14", wrap=True)]
    raw = copyable(source.raw)
    raw.setAccessibleName(f"{source_words(source.kind)}: {source.raw}")
    parts.append(raw)
    if words := stated_words(source):
        parts.append(label(tr("dibaca {waktu}", waktu=words), "caption", wrap=True))
    if source.refused:
        holder = QWidget()
        said = label(tr("Tidak dipakai: {sebab}", sebab=source.refused), "body14", wrap=True)
        inner = row(icon_label("circle-x", "warn", 18), said)
        inner.setStretch(1, 1)
        holder.setLayout(inner)
        parts.append(holder)
    return parts
