"""The tab Klarifikasi: each hearing with its questions; answers are typed in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import ClarificationRecord, QuestionRecord, Value
from gui import desk, theme
from gui.pages.case.record import CaseView
from gui.widgets.answer import Answer
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, line, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import label
from gui.widgets.writing import Writing


class HearingsTab(QWidget):
    """Clarifications of a case."""

    answered = Signal(str, str, object)
    """(question, answer in words, the fact it states or None)"""
    minutes_wanted = Signal(str)
    question_wanted = Signal(str)
    plan_wanted = Signal(str)
    drafted = Signal(str, str)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._body = Swap(margin=6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)
        self._shown: tuple[ClarificationRecord, ...] | None = None

    def show_view(self, view: CaseView) -> None:
        """Show the hearings; nothing is torn down while nothing has changed."""
        hearings = view.file.clarifications
        typing = any(field.hasFocus() for field in self.findChildren(QPlainTextEdit))
        if hearings == self._shown or (typing and self._shown):
            return
        self._shown = hearings
        column = self._body.renew()
        if not hearings:
            column.addWidget(
                Empty(
                    "message-square",
                    tr("Belum ada klarifikasi."),
                    tr("Buka dari tab Orang. Pertanyaan disusun dari fakta yang masih kurang."),
                )
            )
        for hearing in hearings:
            column.addWidget(self._card(view, hearing))
        column.addStretch(1)

    def _card(self, view: CaseView, hearing: ClarificationRecord) -> Card:
        from cases.work.times import full_time

        who = view.party_words(hearing.party)
        card = Card(
            tr("Klarifikasi {nomor}: {orang}", nomor=hearing.number, orang=who), "message-square"
        )
        done = sum(1 for question in hearing.questions if question.answer)
        card.head.addWidget(
            Pill(
                tr("{n} dari {semua} terjawab", n=done, semua=len(hearing.questions)),
                "ok" if done and done == len(hearing.questions) else "dugaan",
            )
        )
        when = full_time(hearing.scheduled_at, self._zone) or tr("waktu belum diisi")
        card.column.addWidget(
            label(
                "  ·  ".join(part for part in (when, hearing.place) if part),
                "secondary",
                wrap=True,
            )
        )
        for question in hearing.questions:
            card.column.addWidget(line())
            card.column.addWidget(self._question(view, hearing, question))
        more = button(
            tr("Pertanyaan susulan"),
            "",
            "plus",
            clicked=lambda: self.question_wanted.emit(hearing.id),
        )
        plan = button(
            tr("Atur"),
            "",
            "calendar",
            name=tr("Atur klarifikasi {nomor}", nomor=hearing.number),
            clicked=lambda: self.plan_wanted.emit(hearing.id),
        )
        make = button(
            tr("Buat berita acara"),
            "soft",
            "file-text",
            name=tr("Buat berita acara klarifikasi {nomor}", nomor=hearing.number),
            clicked=lambda: self.minutes_wanted.emit(hearing.id),
        )
        card.column.addLayout(row(plan, more, make, 1))
        return card

    def _question(
        self, view: CaseView, hearing: ClarificationRecord, question: QuestionRecord
    ) -> QWidget:
        made = QWidget()
        inner = QHBoxLayout(made)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(10))
        number = label(str(question.number), "cite")
        number.setFixedWidth(theme.px(24))
        inner.addWidget(number)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(label(question.text, "strong", wrap=True))
        key = f"answer/{question.id}"
        field = Writing(
            tr("Jawaban {nomor}", nomor=question.number),
            view.drafts.get(key, "") or question.answer,
        )
        field.left.connect(lambda text: self.answered.emit(question.id, text, question.value))
        field.drafted.connect(lambda text: self.drafted.emit(key, text))
        column.addWidget(field)
        if question.fact:
            column.addWidget(self._meaning(question, field))
        inner.addLayout(column, 1)
        return made

    def _meaning(self, question: QuestionRecord, field: Writing) -> QWidget:
        """What the answer says of the fact: it becomes a statement of the person heard."""
        if question.value is not None:
            said = desk.fact_words(question.fact, question.value)[1]
            return label(tr("Artinya: {nilai}", nilai=said), "cite", wrap=True)
        kind, choices = desk.kind_of(question.fact)
        if kind == "text":
            return QWidget()
        box = Answer(tr("Artinya, pertanyaan {n}", n=question.number), kind, choices)

        def take(value: Value) -> None:
            words = field.toPlainText().strip()
            words = words or desk.fact_words(question.fact, value)[1]
            self.answered.emit(question.id, words, value)

        box.answered.connect(take)
        return box
