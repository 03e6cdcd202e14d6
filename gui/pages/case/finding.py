"""One finding: the rule, the words for its outcome, its elements, and what is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import N_, tr
from cases.work.overview import ElementFinding, Finding, Question
from gui import theme
from gui.stages import outcome_words
from gui.widgets.answer import Answer
from gui.widgets.buttons import button
from gui.widgets.card import Card, icon_label, line
from gui.widgets.pill import Pill
from gui.widgets.questions import Key, key_of
from gui.widgets.text import Elided, label

_MARKS = {
    "ya": ("circle-check", "accentText", N_("ya")),
    "tidak": ("circle-x", "text2", N_("tidak")),
    "belum_diketahui": ("circle-question-mark", "dugaan", N_("belum diketahui")),
}

_GATES = ("regim", "subjek", "masa", "berlaku")
"""Elements that say whether a rule applies at all; while they are met they share one line."""
_SHOWN = 3
"""So many questions stand open in a card; the others are one click away."""


def cited(finding: Finding) -> str:
    """The provision, with its mark of confidence."""
    return f"{finding.citation} ({finding.confidence})" if finding.confidence else finding.citation


class FindingCard(Card):
    """One raised rule for one respondent; a click on its head opens and closes it."""

    answered = Signal(object, object)
    drafted = Signal(object, str)

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
        self._fill()
        self.column.addWidget(self._body)
        self.set_open(opened=False)

    @property
    def opened(self) -> bool:
        """Whether elements and questions are shown."""
        return not self._body.isHidden()

    def set_open(self, *, opened: bool) -> None:
        """Show or hide elements and questions."""
        self._body.setVisible(opened)
        self._cite.setVisible(not opened)
        self._toggle.setAccessibleName(
            tr("Tutup rincian {aturan}", aturan=self.finding.title)
            if opened
            else tr("Buka rincian {aturan}", aturan=self.finding.title)
        )
        self._toggle.setToolTip(self._toggle.accessibleName())

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
            words = tr("Berlaku bagi orang dan waktu ini")
            gates = ElementRow(words, "ya", "")
            gates.setToolTip("\n".join(element.text for element in met))
            self._lines.addWidget(gates)
        for element in self.finding.elements:
            if element not in met:
                self._lines.addWidget(_element_row(element))
        for exception in self.finding.exceptions:
            if exception.value != "tidak":
                self._lines.addWidget(_element_row(exception))
        own = [one for one in self.finding.missing if key_of(one) in self.own]
        for question in own[:_SHOWN]:
            self._lines.addWidget(self._ask(question))
        self._rest(own[_SHOWN:], len(self.finding.missing) - len(own))
        for note in self.finding.notes:
            self._lines.addWidget(label(note, "caption", wrap=True))

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
        box = Answer(question.text, question.kind, question.choices, draft)
        box.answered.connect(lambda value: self.answered.emit(question, value))
        box.drafted.connect(lambda text: self.drafted.emit(question, text))
        column.addWidget(box)
        return made


class ElementRow(QWidget):
    """One element: its mark, its words, what it rests on, and ya, tidak or belum diketahui."""

    def __init__(self, text: str, value: str, under: str, *, icon: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        mark, ink, word = _MARKS[value]
        row.addWidget(icon_label(icon or mark, ink), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(f"{text}  ·  {tr(word)}", "body14", wrap=True))
        if under:
            words.addWidget(label(under, "cite", wrap=True))
        row.addLayout(words, 1)
        self.setAccessibleName(f"{text}: {tr(word)}. {under}".strip())


def _element_row(element: ElementFinding) -> ElementRow:
    under = "  ·  ".join(part for part in (", ".join(element.exhibits), element.reason) if part)
    if element.effect:
        words = tr("Pengecualian: {isi}", isi=element.text)
        return ElementRow(words, element.value, under, icon="info")
    return ElementRow(element.text, element.value, under)


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
