"""One finding: the rule, the words for its outcome, its elements, and what is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.overview import ElementFinding, Finding, Question
from gui import theme
from gui.pages.case.element import ElementRow, element_row, joined
from gui.stages import outcome_words
from gui.widgets.answer import Answer
from gui.widgets.buttons import button
from gui.widgets.card import Card, icon_label, line
from gui.widgets.pill import Pill
from gui.widgets.questions import Key, key_of
from gui.widgets.text import Elided, label

_GATES = ("regim", "subjek", "masa", "berlaku")
"""Elements that say whether a rule applies at all; while they are met they share one line."""
_SHOWN = 3
"""So many questions stand open in a card; the others are one click away."""


def cited(finding: Finding) -> str:
    """The provision, with its mark of confidence."""
    return f"{finding.citation} ({finding.confidence})" if finding.confidence else finding.citation


class FindingCard(Card):
    """One raised rule for one respondent; a click on its head opens and closes it."""

    answered = Signal(object, object, object)
    """(question, value, exhibits)"""
    drafted = Signal(object, str)
    proof_wanted = Signal(object)
    """Somebody wants to choose exhibits for this answer box."""
    grounds_wanted = Signal(object, object)
    """(element, its row): what it rests on is to be shown."""
    dropped = Signal(object, object)
    """(element, exhibits): these were dropped on it."""

    def __init__(
        self, finding: Finding, own: frozenset[Key], drafts: dict[str, str], *, named: bool
    ) -> None:
        super().__init__(tight=True)
        self.finding = finding
        self.own = own
        """Questions that this card asks; a question stands in one card only."""
        self._drafts = drafts
        words, tone, icon = outcome_words(finding.outcome, len(finding.missing))
        self.outcome = Pill(words, tone, icon)
        self.setAccessibleName(f"{finding.title}: {words}")
        self._head(named=named)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(8))
        self._filled = False
        self.column.addWidget(self._body)
        self.set_open(opened=False)

    @property
    def opened(self) -> bool:
        """Whether elements and questions are shown."""
        return not self._body.isHidden()

    def set_open(self, *, opened: bool) -> None:
        """Show or hide elements and questions, which are made when they are first wanted."""
        if opened and not self._filled:
            self._filled = True
            self._fill()
        self._body.setVisible(opened)
        self._cite.setVisible(not opened)
        self._toggle.setAccessibleName(
            tr("Tutup rincian {aturan}", aturan=self.finding.title)
            if opened
            else tr("Buka rincian {aturan}", aturan=self.finding.title)
        )
        self._toggle.setToolTip(self._toggle.accessibleName())

    def refresh_grounds(self) -> None:
        """Show anew what opened elements rest on."""
        for row in self.findChildren(ElementRow):
            if row.is_open:
                row.opened.emit()

    def _head(self, *, named: bool) -> None:
        finding = self.finding
        first = QHBoxLayout()
        first.setSpacing(theme.px(4))
        first.addWidget(label(finding.title, "strong", wrap=True), 1)
        self._toggle = button("", "link", "chevron-down", name=finding.title)
        self._toggle.setFixedWidth(theme.px(44))
        self._toggle.clicked.connect(lambda _checked=False: self.set_open(opened=not self.opened))
        first.addWidget(self._toggle)
        self.column.addLayout(first)
        who = f"{finding.party_code} {finding.party_label}".strip()
        self._cite = Elided(cited(finding), "cite")
        second = QHBoxLayout()
        second.setSpacing(theme.px(8))
        if named:
            second.addWidget(Elided(f"{who}  ·  {finding.incident_code}", "caption"), 1)
        else:
            second.addWidget(self._cite, 1)
        second.addWidget(self.outcome)
        self.column.addLayout(second)
        if named:
            self.column.addWidget(self._cite)

    def _fill(self) -> None:
        self._lines.addWidget(line())
        self._lines.addWidget(label(cited(self.finding), "cite", wrap=True))
        met = [one for one in self.finding.elements if one.id in _GATES and one.value == "ya"]
        if met:
            gates = self._row(joined(met))
            gates.setToolTip("\n".join(element.text for element in met))
            self._lines.addWidget(gates)
        for element in self.finding.elements:
            if element not in met:
                self._lines.addWidget(self._row(element))
        for exception in self.finding.exceptions:
            if exception.value != "tidak":
                self._lines.addWidget(self._row(exception))
        own = [one for one in self.finding.missing if key_of(one) in self.own]
        for question in own[:_SHOWN]:
            self._lines.addWidget(self._ask(question))
        self._rest(own[_SHOWN:], len(self.finding.missing) - len(own))
        for note in self.finding.notes:
            self._lines.addWidget(label(note, "caption", wrap=True))

    def _row(self, element: ElementFinding) -> "ElementRow":
        made = element_row(element)
        made.opened.connect(lambda: self.grounds_wanted.emit(element, made))
        made.dropped.connect(lambda exhibits: self.dropped.emit(element, exhibits))
        return made

    def _rest(self, questions: list[Question], elsewhere: int) -> None:
        """Fold further questions; name those that are asked in a card above."""
        if elsewhere:
            words = tr("{n} pertanyaan lain sudah tampil pada aturan di atas.", n=elsewhere)
            self._lines.addWidget(label(words, "caption", wrap=True))
        if not questions:
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        box.hide()
        more = button(tr("{n} pertanyaan lagi", n=len(questions)), "fold", "chevron-down")

        def unfold() -> None:
            more.hide()
            for question in questions:
                column.addWidget(self._ask(question))
            box.show()

        more.clicked.connect(unfold)
        self._lines.addWidget(more)
        self._lines.addWidget(box)

    def _ask(self, question: Question) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        first = QHBoxLayout()
        first.setSpacing(theme.px(10))
        first.addWidget(icon_label("circle-question-mark", "dugaan"))
        first.addWidget(label(question.text, "strong", wrap=True), 1)
        column.addLayout(first)
        if question.said_unknown:
            column.addWidget(
                label(
                    tr("Belum diketahui; ikut ditanyakan saat klarifikasi."), "caption", wrap=True
                )
            )
        draft = self._drafts.get("/".join(key_of(question)), "")
        box = Answer(question.text, question.kind, question.choices, draft, proof=True)
        box.proof_wanted.connect(lambda: self.proof_wanted.emit(box))
        box.answered.connect(lambda value: self.answered.emit(question, value, box.proof))
        box.drafted.connect(lambda text: self.drafted.emit(question, text))
        column.addWidget(box)
        return made


class FoldedFinding(Card):
    """A rule that is not raised: its name, its ground, and that it is not met."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(tight=True)
        self.column.setSpacing(theme.px(2))
        self.column.addWidget(label(finding.title, "strong14", wrap=True))
        words, tone, _icon = outcome_words(finding.outcome, len(finding.missing))
        row = QHBoxLayout()
        row.addWidget(Elided(cited(finding), "cite"), 1)
        row.addWidget(Pill(words, "neutral" if tone == "dugaan" else tone))
        self.column.addLayout(row)
        self.setAccessibleName(f"{finding.title}: {words}")
