"""The card of clocks of one case: limits with their count, dates with their corrections."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.deadline_records import (
    DEPENDS,
    EXTENDED,
    HALTED,
    OVER,
    POSSIBLE,
    WAITING,
    DeadlineRecord,
    TriggerRecord,
)
from gui.desk.handling import Procedure
from gui.times_left import time_left
from gui.widgets.buttons import button
from gui.widgets.card import Card, line, row
from gui.widgets.counting import CountPanel
from gui.widgets.pill import Pill
from gui.widgets.text import label


class ClocksCard(Card):
    """Clocks and dates of a case."""

    date_wanted = Signal(str)
    extension_wanted = Signal(str)
    withdrawal_wanted = Signal(str)

    def __init__(self, found: Procedure, zone: str) -> None:
        super().__init__(tr("Tenggat kasus ini"), "hourglass")
        self._zone, self._found = zone, found
        if not found.clocks:
            self.column.addWidget(
                label(tr("Belum ada tanggal yang memulai jangka waktu."), "lead", wrap=True)
            )
        for clock in found.clocks:
            self.column.addWidget(line())
            self.column.addWidget(self._clock(clock))
        self.column.addWidget(line())
        self.column.addWidget(label(tr("Tanggal yang memulai dan mengakhirinya"), "strong14"))
        for trigger in found.triggers:
            self.column.addWidget(self._trigger(trigger))

    def _clock(self, clock: DeadlineRecord) -> QWidget:
        from cases.work.times import short_time

        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = row(label(f"{clock.id} · {clock.step}", "strong14", wrap=True))
        head.setStretch(0, 1)
        head.addWidget(self._state(clock))
        column.addLayout(head)
        limit = tr("batas {waktu}", waktu=short_time(clock.limit, self._zone))
        safe = tr("batas aman {waktu}", waktu=short_time(clock.safe, self._zone))
        words = limit if clock.safe == clock.limit else f"{safe}  ·  {limit}"
        column.addWidget(label(words, "body14", wrap=True))
        if clock.ground:
            words = tr("Diperpanjang: {alasan}", alasan=clock.ground)
            column.addWidget(label(words, "secondary", wrap=True))
        column.addLayout(self._acts(clock, column))
        return made

    def _acts(self, clock: DeadlineRecord, column: QVBoxLayout) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setContentsMargins(0, 0, 0, 0)
        panel = CountPanel(clock, self._zone)
        panel.hide()
        why = button(tr("Mengapa"), "fold", "info", name=tr("Mengapa {id}", id=clock.id))
        why.setCheckable(True)
        why.toggled.connect(panel.setVisible)
        entry = row(why, 1)
        extended = clock.state == EXTENDED or (clock.ground and clock.id in self._found.adjustable)
        if extended:
            entry.addWidget(
                button(
                    tr("Tarik perpanjangan"),
                    "link",
                    clicked=lambda: self.withdrawal_wanted.emit(clock.id),
                )
            )
        elif clock.state in WAITING and clock.id in self._found.extendable:
            entry.addWidget(
                button(
                    tr("Perpanjang"),
                    "link",
                    name=tr("Perpanjang {id}", id=clock.id),
                    clicked=lambda: self.extension_wanted.emit(clock.id),
                )
            )
        made.addLayout(entry)
        made.addWidget(panel)
        return made

    def _state(self, clock: DeadlineRecord) -> QWidget:
        words = {
            OVER: tr("selesai"),
            HALTED: tr("berhenti"),
            EXTENDED: tr("diperpanjang"),
            POSSIBLE: tr("hanya bila diperpanjang"),
            DEPENDS: tr("tergantung jenis"),
        }
        if clock.state in words:
            return Pill(words[clock.state], "neutral")
        number, unit, tone = time_left(clock.limit, self._zone)
        return Pill(f"{number} {unit}", tone, "hourglass")

    def _trigger(self, trigger: TriggerRecord) -> QWidget:
        from cases.work.times import short_time

        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = trigger.text[:1].upper() + trigger.text[1:]
        when = short_time(trigger.at, self._zone) or tr("belum diisi")
        entry = row(label(name, "secondary", wrap=True), label(when, "strong14"))
        entry.setStretch(0, 1)
        entry.addWidget(
            button(
                tr("Perbaiki") if trigger.at else tr("Isi"),
                "link",
                name=tr("Tanggal: {peristiwa}", peristiwa=trigger.text),
                clicked=lambda: self.date_wanted.emit(trigger.event),
            )
        )
        column.addLayout(entry)
        for change in trigger.changes:
            words = tr(
                "Semula {lama}; diperbaiki {petugas}: {alasan}",
                lama=short_time(change.before, self._zone) or change.before,
                petugas=change.officer,
                alasan=change.reason or "-",
            )
            column.addWidget(label(words, "caption", wrap=True))
        return made
