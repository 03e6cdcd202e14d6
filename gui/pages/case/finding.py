"""One finding: the rule, the words for its outcome, its elements, and what is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import N_, tr
from cases.work.records import ElementFinding, Finding, Question
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
        self._toggle.setFixedWidth(theme.px(36))
        self._toggle.clicked.connect(lambda _checked=False: self.set_open(opened=not self.opened))
        first.addWidget(self._toggle)
        self.column.addLayout(first)
        if named:
            who = f"{finding.party_code} {finding.party_label}".strip()
            self.column.addWidget(Elided(f"{who}  ·  {finding.incident_code}", "caption"))
        second = QHBoxLayout()
        second.setSpacing(theme.px(8))
        cite = Elided(cited(finding), "cite")
        cite.setToolTip(cited(finding))
        second.addWidget(cite, 1)
        second.addWidget(self.outcome)
        self.column.addLayout(second)

    def _fill(self) -> None:
        self._lines.addWidget(line())
        cite = label(cited(self.finding), "cite", wrap=True)
        self._lines.addWidget(cite)
        for element in self.finding.elements:
            self._lines.addWidget(ElementRow(element))
        for exception in self.finding.exceptions:
            if exception.value != "tidak":
                self._lines.addWidget(ElementRow(exception, exception=True))
        for question in self.finding.missing:
            self._lines.addWidget(self._ask(question))
        for note in self.finding.notes:
            self._lines.addWidget(label(note, "caption", wrap=True))

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
        if key_of(question) not in self.own:
            column.addWidget(label(tr("Ditanyakan di aturan di atas."), "caption"))
            return made
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
    """One element or exception: its mark, its words, and what it rests on."""

    def __init__(self, element: ElementFinding, *, exception: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        icon, token, word = _MARKS[element.value]
        row.addWidget(icon_label("info" if exception else icon, token))
        words = QVBoxLayout()
        words.setSpacing(0)
        text = tr("Pengecualian: {isi}", isi=element.text) if exception else element.text
        words.addWidget(label(text, wrap=True))
        under = "  ·  ".join(
            part for part in (tr(word), ", ".join(element.exhibits), element.reason) if part
        )
        words.addWidget(label(under, "cite", wrap=True))
        row.addLayout(words, 1)
        self.setAccessibleName(f"{text}: {under}")


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
