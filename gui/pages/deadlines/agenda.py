"""The agenda: one entry a clock, nearest first, in groups; overdue ones are red."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from cases.language import N_, tr
from cases.work.deadline_records import DEPENDS, POSSIBLE, RUNNING, DeadlineRecord
from gui import theme
from gui.times_left import time_left
from gui.widgets.card import Swap
from gui.widgets.pill import Countdown, Pill
from gui.widgets.text import Elided, label

Key = tuple[str, str, str]
_ONLY = {POSSIBLE: N_("bila diperpanjang"), DEPENDS: N_("tergantung jenis")}


def key_of(clock: DeadlineRecord) -> Key:
    """What tells a clock from others."""
    return clock.case, clock.id, clock.started_at


class AgendaEntry(QPushButton):
    """One clock; a click shows why it ends when it does."""

    def __init__(self, clock: DeadlineRecord, zone: str) -> None:
        from cases.work.times import short_time

        super().__init__()
        self.clock = clock
        self.setProperty("kind", "entry")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        number, unit, tone = time_left(clock.limit, zone)
        if clock.state != RUNNING:
            tone = "neutral"
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(10), theme.px(8), theme.px(12), theme.px(8))
        line.setSpacing(theme.px(12))
        line.addWidget(Countdown(number, unit, tone))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(clock.step, "strong14"))
        limit = tr("batas {waktu}", waktu=short_time(clock.limit, zone))
        safe = tr("aman {waktu}", waktu=short_time(clock.safe, zone))
        when = limit if clock.safe == clock.limit else f"{safe}  ·  {limit}"
        words.addWidget(Elided(when, "body14", tone=tone if tone == "danger" else ""))
        words.addWidget(Elided(f"{clock.case_code}  ·  {clock.case_title}", "secondary"))
        line.addLayout(words, 1)
        if clock.state in _ONLY:
            line.addWidget(Pill(tr(_ONLY[clock.state]), "neutral"))
        elif clock.cautions:
            line.addWidget(Pill(tr("perlu dicek"), "warn", "triangle-alert"))
        self.setAccessibleName(f"{clock.step}, {clock.case_code}, {when}, {number} {unit}")

    def sizeHint(self) -> QSize:
        """Three lines and the countdown."""
        return QSize(theme.px(320), theme.px(84))


class Agenda(Swap):
    """All clocks that run."""

    chosen = Signal(object)

    def __init__(self, zone: str) -> None:
        super().__init__(spacing=8, margin=4)
        self._zone = zone
        self.entries: list[AgendaEntry] = []

    def show_clocks(self, clocks: Sequence[DeadlineRecord], chosen: Key | None) -> None:
        """Show clocks in their groups, and mark the chosen one."""
        column = self.renew()
        self.entries = []
        group = ""
        for clock in clocks:
            now = self._group(clock)
            if now != group:
                group = now
                column.addWidget(label(group, "strong14"))
            entry = AgendaEntry(clock, self._zone)
            entry.setChecked(key_of(clock) == chosen)
            entry.clicked.connect(lambda _checked=False, clock=clock: self.chosen.emit(clock))
            self.entries.append(entry)
            column.addWidget(entry)
        column.addStretch(1)

    def _group(self, clock: DeadlineRecord) -> str:
        if clock.state != RUNNING:
            return tr("Tergantung perpanjangan atau jenis pelanggaran")
        number, unit, _tone = time_left(clock.limit, self._zone)
        if unit in {tr("jam lewat"), tr("hari lewat")}:
            return tr("Lewat batas")
        if unit == tr("jam lagi"):
            return tr("Dalam satu hari")
        return tr("Dalam tujuh hari") if int(number) <= 7 else tr("Kemudian")
