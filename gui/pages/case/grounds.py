"""What an element rests on: fact, statement, exhibit; a click on an exhibit shows it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import N_, tr
from cases.work.overview import ElementFinding, Finding
from cases.work.records import FactState, StatementRecord
from gui import desk, theme
from gui.desk import weighing
from gui.pages.case.record import CaseView
from gui.widgets.buttons import button
from gui.widgets.card import line, row
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.grounds import Ground

_SOURCES = {
    "field": N_("dari isian peristiwa atau kasus"),
    "derived": N_("dihitung dari kalender tahapan"),
    "missing": N_("belum ada keterangan"),
}


class GroundsView(QWidget):
    """The facts of one element, each with who says so and which exhibits show it."""

    exhibit_wanted = Signal(str)
    ruling_wanted = Signal(object)
    """Somebody wants to rule between statements that differ."""
    proof_wanted = Signal()
    """Somebody wants to bind exhibits to this element."""

    def __init__(self, view: CaseView, finding: Finding, element: ElementFinding) -> None:
        super().__init__()
        self._view = view
        self.setAccessibleName(tr("Dasar unsur: {unsur}", unsur=element.text))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(6), 0, 0, theme.px(4))
        self._column.setSpacing(theme.px(4))
        for index, ground in enumerate(weighing.grounds(view.file, finding, element)):
            if index:
                self._column.addWidget(line())
            self._add(ground)
        bind = button(
            tr("Ikat bukti"),
            "link",
            "paperclip",
            name=tr("Ikat bukti ke unsur: {unsur}", unsur=element.text),
            clicked=self.proof_wanted.emit,
        )
        self._column.addLayout(row(bind, 1))

    def _add(self, ground: "Ground") -> None:
        words = f"{ground.name}: {ground.value_words}" if ground.value_words else ground.name
        self._column.addWidget(label(words, "strong14", wrap=True))
        state = ground.state
        if state is None:
            self._column.addWidget(label(tr(_SOURCES[ground.source]), "caption", wrap=True))
            return
        for value, statements, _claimed in desk.sides_of(state):
            said = desk.fact_words(state.fact, value)[1]
            for statement in statements:
                differs = state.contradicting or said != ground.value_words
                self._column.addWidget(self._statement(statement, said if differs else ""))
        if state.contradicting or state.ruled:
            self._column.addLayout(self._ruled(state))

    def _statement(self, statement: StatementRecord, said: str) -> QWidget:
        made = QWidget()
        inner = QHBoxLayout(made)
        inner.setContentsMargins(theme.px(8), 0, 0, 0)
        inner.setSpacing(theme.px(6))
        who = self._view.sayer_words(statement)
        parts = (who, said, statement.note, "" if statement.exhibits else tr("tanpa bukti"))
        inner.addWidget(
            label("  ·  ".join(part for part in parts if part), "caption", wrap=True), 1
        )
        for exhibit, code in self._view.codes_of(statement.exhibits)[:3]:
            inner.addWidget(exhibit_button(code, exhibit, self.exhibit_wanted.emit))
        return made

    def _ruled(self, state: FactState) -> QHBoxLayout:
        words = (
            tr("Diputuskan: {alasan}", alasan=state.reason)
            if state.ruled
            else tr("Keterangan berbeda; perlu diputuskan.")
        )
        name = desk.fact_words(state.fact, None)[0]
        compare = button(tr("Bandingkan"), "link", "scale", name=f"{tr('Bandingkan')}: {name}")
        compare.clicked.connect(lambda _checked=False: self.ruling_wanted.emit(state))
        shown = label(words, "caption", tone="" if state.ruled else "warn", wrap=True)
        made = row(shown, compare)
        made.setStretch(0, 1)
        return made


def exhibit_button(code: str, exhibit: str, open_it: Callable[[str], object]) -> QWidget:
    """Make a code that leads to its exhibit."""
    return button(
        code,
        "link",
        name=tr("Lihat bukti {kode}", kode=code),
        clicked=lambda: open_it(exhibit),
    )
