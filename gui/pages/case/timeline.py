"""The tab Kronologi: what happened, each as an interval, and where the order cannot be told."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import N_, tr
from gui import theme
from gui.widgets.card import Empty, Swap, icon_label, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label

if TYPE_CHECKING:
    from cases.work.timeline import TimelineEntry
    from gui.desk.life import CaseLife

_ICONS = {
    "incident": "flag",
    "exhibit": "image",
    "hearing": "message-square",
    "invitation": "send",
    "date": "calendar-clock",
}
_KINDS = {
    "incident": N_("Peristiwa"),
    "exhibit": N_("Bukti"),
    "hearing": N_("Klarifikasi"),
    "invitation": N_("Undangan"),
    "date": N_("Penanganan"),
}


class TimelineTab(QWidget):
    """The time line of a case."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._shown: object = None
        self._body = Swap(spacing=4, margin=6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)

    def show_life(self, life: "CaseLife") -> None:
        """Show these entries."""
        if life.timeline == self._shown:
            return
        self._shown = life.timeline
        column = self._body.renew()
        if not life.timeline:
            column.addWidget(
                Empty(
                    "clock",
                    tr("Kronologi masih kosong."),
                    tr("Catat peristiwa atau masukkan foto; waktunya tampil di sini."),
                )
            )
        after = dict(life.gaps)
        for entry in life.timeline:
            column.addWidget(self._row(entry))
            if entry.latest in after:
                column.addWidget(
                    self._between(tr("tanpa bukti {lama}", lama=_long(entry.latest, after)), "")
                )
        column.addStretch(1)

    def _row(self, entry: "TimelineEntry") -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        line.setSpacing(theme.px(12))
        when = label(self._when(entry), "strong14", wrap=True)
        when.setFixedWidth(theme.px(210))
        line.addWidget(when)
        line.addWidget(icon_label(_ICONS[entry.kind], "accentText"))
        words = QVBoxLayout()
        words.setSpacing(0)
        kind = tr(_KINDS[entry.kind])
        words.addWidget(Elided(entry.words, "strong"))
        words.addWidget(Elided("  ·  ".join(filter(None, (kind, entry.code))), "secondary"))
        if entry.unsure:
            said = tr(
                "Urutan terhadap {daftar} tidak dapat dipastikan.",
                daftar=", ".join(entry.unsure),
            )
            words.addWidget(label(said, "caption", tone="warn", wrap=True))
        line.addLayout(words, 1)
        made.setAccessibleName(f"{self._when(entry)}: {kind} {entry.code} {entry.words}")
        return made

    def _when(self, entry: "TimelineEntry") -> str:
        from cases.work.times import full_date, parse, short_time, span

        if not entry.earliest:
            return tr("Waktu tidak diketahui")
        if parse(entry.stated) is not None and len(entry.stated) == len("2024-02-03"):
            return full_date(entry.stated, self._zone)
        if entry.earliest == entry.latest:
            return short_time(entry.earliest, self._zone)
        return span(entry.earliest, entry.latest, self._zone)

    def _between(self, words: str, tone: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(theme.px(222), 0, 0, 0)
        line.addWidget(Pill(words, tone or "neutral"))
        line.addStretch(1)
        return made


def _long(start: str, after: dict[str, str]) -> str:
    from cases.work.times import utc

    begin, end = utc(start), utc(after[start])
    hours = int((end - begin).total_seconds() // 3600) if begin and end else 0
    return tr("{n} hari", n=hours // 24) if hours >= 48 else tr("{n} jam", n=hours)
