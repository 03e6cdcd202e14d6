"""The custody log of an exhibit: who, what, when, why; newest first."""

from PySide6.QtCore import Signal

from cases.language import tr
from cases.work.custody_words import act_words, why_words
from cases.work.evidence_records import CustodyRecord
from gui.desk.evidence import ExhibitView
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row
from gui.widgets.text import label

_SHOWN = 40


class LogTab(Swap):
    """The tab Riwayat."""

    print_wanted = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(margin=4)
        self._zone = zone
        self._view: ExhibitView | None = None
        self._all = self._in_case = False

    def show_view(self, view: ExhibitView, *, in_case: bool) -> None:
        """Show the log of an exhibit; its paper is one of the case."""
        if self._view is None or self._view.exhibit.id != view.exhibit.id:
            self._all = False
        self._view, self._in_case = view, in_case
        lines = view.custody[::-1]
        shown = lines if self._all else lines[:_SHOWN]
        column = self.renew()
        if in_case:
            words = tr("Cetak riwayat bukti")
            printer = button(words, "soft", "printer", clicked=self.print_wanted.emit)
            column.addLayout(row(printer, 1))
        card = Card(tr("Riwayat penguasaan"), "history")
        for index, entry in enumerate(shown):
            if index:
                card.column.addWidget(line())
            self._add(card, entry)
        column.addWidget(card)
        if len(shown) < len(lines):
            more = button(tr("Tampilkan semua ({n})", n=len(lines)), "link", clicked=self._more)
            column.addLayout(row(more, 1))
        column.addStretch(1)

    def _more(self) -> None:
        self._all = True
        if self._view is not None:
            self.show_view(self._view, in_case=self._in_case)

    def _add(self, card: Card, entry: CustodyRecord) -> None:
        from cases.work.times import short_time

        card.column.addWidget(label(act_words(entry.act), "strong14", wrap=True))
        under = f"{short_time(entry.at, self._zone)}  ·  {entry.officer}"
        card.column.addWidget(label(under, "caption", wrap=True))
        if why_words(entry):
            card.column.addWidget(label(why_words(entry), "body14", wrap=True))
