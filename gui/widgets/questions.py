"""Questions with their answer boxes in place; Hari ini, the case and its panel share this list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.overview import Question
from gui import theme
from gui.widgets.answer import Answer
from gui.widgets.buttons import button
from gui.widgets.card import discard, icon_label, line
from gui.widgets.text import Elided, label

Key = tuple[str, str, str]


def key_of(question: Question) -> Key:
    """What makes two questions the same: the fact, the incident, the person."""
    return question.fact, question.incident, question.party or ""


class QuestionRow(QWidget):
    """One question; `Jawab` opens the box below it, or the box is open from the start."""

    answered = Signal(object, object, object)
    """(question, value, exhibits)"""
    drafted = Signal(object, str)
    proof_wanted = Signal(object)
    """Somebody wants to choose exhibits for this answer box."""

    def __init__(
        self, question: Question, under: str, *, opened: bool, draft: str = "", proof: bool = False
    ) -> None:
        super().__init__()
        self.question = question
        self._proof = proof
        self._draft = draft
        self.setAccessibleName(question.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        row.setSpacing(theme.px(12))
        row.addWidget(icon_label("circle-question-mark", "dugaan"))
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(2))
        self._words.addWidget(label(question.text, "strong" if opened else "", wrap=True))
        if under:
            self._words.addWidget(Elided(under, "caption"))
        row.addLayout(self._words, 1)
        self.box: Answer | None = None
        self._opener = button(
            tr("Jawab"),
            "soft",
            name=tr("Jawab: {tanya}", tanya=question.text),
            clicked=self.open_box,
        )
        row.addWidget(self._opener)
        if opened:
            self.open_box(focus=False)

    def open_box(self, *, focus: bool = True) -> None:
        """Show the answer box."""
        self._opener.hide()
        if self.box is None:
            self.box = self._answer()
            self._words.addWidget(self.box)
        if focus:
            self.box.setFocus()

    def _answer(self) -> Answer:
        asked = self.question
        box = Answer(asked.text, asked.kind, asked.choices, self._draft, proof=self._proof)
        box.answered.connect(lambda value: self.answered.emit(asked, value, box.proof))
        box.drafted.connect(lambda text: self.drafted.emit(asked, text))
        box.proof_wanted.connect(lambda: self.proof_wanted.emit(box))
        return box


class QuestionList(QWidget):
    """A list of questions; what stays in the list stays on the screen when it is shown anew."""

    answered = Signal(object, object, object)
    """(question, value, exhibits)"""
    drafted = Signal(object, str)
    proof_wanted = Signal(object)

    def __init__(self, *, opened: bool = False, lines: bool = True, proof: bool = False) -> None:
        super().__init__()
        self._opened = opened
        self._proof = proof
        self._lines = lines
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._rows: dict[Key, tuple[QuestionRow, QWidget]] = {}

    @property
    def rows(self) -> list[QuestionRow]:
        """The rows shown."""
        return [row for row, _frame in self._rows.values()]

    def show_questions(
        self, questions: tuple[Question, ...], under: dict[Key, str], drafts: dict[Key, str]
    ) -> None:
        """Show these questions; a box in which somebody types is left alone."""
        wanted = {key_of(question): question for question in questions}
        for key in [key for key in self._rows if key not in wanted]:
            _row, frame = self._rows.pop(key)
            discard(frame)
        for index, (key, question) in enumerate(wanted.items()):
            kept = self._rows.get(key)
            if kept is not None and kept[0].question == question and kept[0].isEnabled():
                self._column.insertWidget(index, kept[1])
                continue
            if kept is not None:
                discard(kept[1])
            self._rows[key] = self._add(index, question, under.get(key, ""), drafts.get(key, ""))

    def _add(
        self, index: int, question: Question, under: str, draft: str
    ) -> tuple[QuestionRow, QWidget]:
        made = QuestionRow(question, under, opened=self._opened, draft=draft, proof=self._proof)
        made.proof_wanted.connect(self.proof_wanted)
        made.answered.connect(self.answered)
        made.drafted.connect(self.drafted)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(made)
        if self._lines and index:
            column.insertWidget(0, line())
        self._column.insertWidget(index, frame)
        return made, frame
