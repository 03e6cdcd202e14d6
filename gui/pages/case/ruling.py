"""Statements that differ: both sides beside each other, and a person who rules between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import FactState, StatementRecord, Value
from gui import desk, theme
from gui.pages.case.record import CaseView
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.card import Card, scrolled
from gui.widgets.choice import Field
from gui.widgets.text import label


class RulingSheet(Sheet):
    """Shows who said what, when, with which exhibits; what is ruled needs a reason."""

    def __init__(self, parent: QWidget, session: Session, view: CaseView, fact: FactState) -> None:
        name, _value = desk.fact_words(fact.fact, None)
        super().__init__(
            parent,
            tr("Keterangan berbeda: {fakta}", fakta=name),
            tr("Semua keterangan tetap tersimpan. Yang Anda putuskan dipakai dalam pemeriksaan."),
        )
        self._session, self._view, self._fact = session, view, fact
        self.setMinimumWidth(theme.px(600))
        about = view.party_words(fact.party) or view.incident_code(fact.incident)
        self.column.addWidget(label(about, "secondary", wrap=True))
        self.sides: list[tuple[QRadioButton, Value]] = []
        self.column.addWidget(self._compared(), 1)
        self.reason = QLineEdit(fact.reason)
        self.column.addWidget(Field(tr("Alasan"), self.reason, tr("Wajib; ikut tercatat.")))
        self.finish(tr("Putuskan"), self._record)

    def _compared(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(8))
        for value, statements, claimed in desk.sides_of(self._fact):
            column.addWidget(self._side(value, statements, claimed=claimed))
        column.addStretch(1)
        area = scrolled(inner, kind="panel")
        area.setMinimumHeight(theme.px(240))
        return area

    def _side(
        self, value: Value, statements: tuple[StatementRecord, ...], *, claimed: bool
    ) -> Card:
        card = Card(tight=True)
        words = desk.fact_words(self._fact.fact, value)[1]
        card.setAccessibleName(words)
        if claimed:
            choice = QRadioButton(words, self)
            choice.setAccessibleName(words)
            choice.setChecked(self._fact.ruled and value == self._fact.value)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._apart(choice)
            self.sides.append((choice, value))
            card.column.addWidget(choice)
        else:
            card.column.addWidget(label(words, "strong14", wrap=True))
        for statement in statements:
            card.column.addWidget(label(self._said(statement), "secondary", wrap=True))
        return card

    def _apart(self, choice: QRadioButton) -> None:
        """Radio buttons exclude each other within one parent only; these stand in cards."""
        choice.setAutoExclusive(False)
        choice.toggled.connect(lambda on: self._only(choice) if on else None)

    def _only(self, chosen: QRadioButton) -> None:
        for choice, _value in self.sides:
            if choice is not chosen:
                choice.setChecked(False)

    def _said(self, statement: StatementRecord) -> str:
        from cases.work.times import short_time

        view = self._view
        proof = view.exhibit_codes(statement.exhibits)
        parts = (
            view.sayer_words(statement),
            short_time(statement.at, self._session.zone),
            tr("bukti {kode}", kode=proof) if proof else tr("tanpa bukti"),
            statement.note,
        )
        return "  ·  ".join(part for part in parts if part)

    def _record(self) -> None:
        reason = self.reason.text().strip()
        chosen = [value for choice, value in self.sides if choice.isChecked()]
        if not chosen:
            self.complain(tr("Pilih keterangan yang dipakai."))
            return
        if not reason:
            self.complain(tr("Tulis alasannya."), self.reason)
            return
        home, fact, case = self._session.home, self._fact, self._view.file.case.id
        value = chosen[0]
        self.record(lambda _progress: desk.rule(home, case, fact, value, reason))
