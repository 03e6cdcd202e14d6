"""Tanya jawab: the list of questions on the left, the one before the officer on the right."""

from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.answers import Answer as Said
from cases.work.records import QuestionRecord
from gui import desk, theme
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.pages.hearing.question import QuestionPane
from gui.session import Session
from gui.sheets.hearing import FollowUp
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.lines import Lines
from gui.widgets.pill import Pill


class AskingPane(QWidget):
    """Questions and answers of a hearing."""

    wanted = Signal(object, object)
    """(task, done), as of any pane."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.view: HearingView | None = None
        self.question: QuestionRecord | None = None
        self.list = Lines(tr("Pertanyaan"))
        self.list.setMinimumWidth(theme.px(240))
        self.list.selectionModel().currentChanged.connect(self._turned)
        self.progress = Pill("", "dugaan")
        self.asked = QuestionPane()
        self.asked.answered.connect(self._answer)
        self.asked.drafted.connect(self._draft)
        self.left = QWidget()
        self.left.setMaximumWidth(theme.px(400))
        side = QVBoxLayout(self.left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.px(8))
        side.addLayout(row(self.progress, 1))
        side.addWidget(self.list, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(14))
        outer.addWidget(self.left, 2)
        right = QVBoxLayout()
        right.setSpacing(theme.px(10))
        right.addWidget(self.asked, 1)
        self._acts = self._buttons()
        right.addWidget(self._acts)
        outer.addLayout(right, 3)
        self._shown: tuple[QuestionRecord, ...] = ()

    def _buttons(self) -> QWidget:
        box = QWidget()
        self.refuse = button(tr("Tidak mau menjawab"), "", "x", clicked=self._refuse)
        self.follow = button(tr("Pertanyaan susulan"), "", "plus", clicked=self._follow)
        self.drop = button(tr("Tarik pertanyaan"), "link", clicked=self._unask)
        self.next = button(tr("Berikutnya"), "primary", "chevron-right", clicked=self.go_on)
        self.next.setToolTip("Ctrl+Enter")
        box.setLayout(row(self.refuse, self.follow, self.drop, 1, self.next))
        return box

    # --- showing

    def show_view(self, view: HearingView) -> None:
        """Show the questions; the one before the officer stays, and what is typed there."""
        self.view = view
        questions = view.hearing.questions
        done = sum(1 for one in questions if one.answered_at)
        self.progress.show_state(
            tr("{n} dari {semua} terjawab", n=done, semua=len(questions)),
            "ok" if questions and done == len(questions) else "dugaan",
        )
        here = self.question.id if self.question else ""
        if questions != self._shown:
            self._shown = questions
            self.list.blockSignals(True)
            self.list.selectionModel().blockSignals(True)
            self.list.entries.show_rows([_row(at, one) for at, one in enumerate(questions, 1)])
            self.list.selectionModel().blockSignals(False)
            self.list.blockSignals(False)
        at = next((at for at, one in enumerate(questions) if one.id == here), None)
        if at is None:
            at = next((at for at, one in enumerate(questions) if not one.answered_at), 0)
        if questions:
            self._select(at)
        self._show(at)

    def _select(self, at: int) -> None:
        self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(self.list.entries.index(at, 0))
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()

    def _turned(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._show(index.row())

    def _show(self, at: int) -> None:
        view = self.view
        if view is None or not view.hearing.questions:
            self.question = None
            self.asked.clear()
            return
        at = min(at, len(view.hearing.questions) - 1)
        self.question = view.hearing.questions[at]
        frozen = view.hearing.read_back
        self.asked.show_question(view, self.question, at + 1)
        self.refuse.setEnabled(not (frozen or self.question.answered_at))
        self.drop.setVisible(not (frozen or self.question.answered_at))
        self.follow.setEnabled(not frozen)

    # --- keys

    def go_on(self) -> None:
        """Record what was typed and turn to the next question."""
        self.asked.send()
        self.step(1)
        self.asked.focus_answer()

    def step(self, by: int) -> None:
        """Turn to another question."""
        count = len(self._shown)
        if count:
            at = self.list.currentIndex().row() + by
            if 0 <= at < count:
                self.list.setCurrentIndex(self.list.entries.index(at, 0))

    def face(self, *, on: bool) -> None:
        """Show only the question, turned to the person."""
        self.left.setVisible(not on)
        self.asked.face(on=on)

    # --- writing

    def _answer(self, question: str, words: str, value: Any) -> None:
        if self.view is None:
            return
        draft = f"{self.view.file.case.id}/answer/{question}"
        said = Said(answer=words, value=value)
        self.wanted.emit(lambda home: hearings.answer(home, question, said, draft), None)

    def _draft(self, question: str, words: str) -> None:
        if self.view is not None:
            key = f"{self.view.file.case.id}/answer/{question}"
            self.wanted.emit(lambda home: desk.keep_draft(home, key, words), None)

    def _refuse(self) -> None:
        if self.question is not None:
            question = self.question.id
            self.wanted.emit(
                lambda home: hearings.refuse(home, question), lambda _made: self.step(1)
            )

    def _follow(self) -> None:
        if self.view is not None and self.question is not None:
            sheet = FollowUp(self, self.session, self.view.hearing.id, self.question.id)
            sheet.made.connect(self._turn_to)
            sheet.open()

    def _turn_to(self, question: str) -> None:
        """Come to a question as soon as it is read."""
        if self.view is not None:
            self.question = QuestionRecord(question, 0, "", None, None, "", "", None, "")

    def _unask(self) -> None:
        if self.question is not None:
            question = self.question.id
            self.wanted.emit(lambda home: hearings.unask(home, question), None)


def _row(at: int, question: QuestionRecord) -> tuple[str, str]:
    if question.refused:
        below = tr("tidak mau menjawab")
    else:
        below = question.answer or tr("belum dijawab")
    mark = "↳ " if question.follows else ""
    return f"{at}. {mark}{question.text}", below
