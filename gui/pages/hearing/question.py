"""One question, its answer box, what it means, and what others said of the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import QuestionRecord, Value
from gui import desk, theme
from gui.desk.hearings import HearingView
from gui.fonts import font
from gui.widgets.answer import Answer
from gui.widgets.card import Card, Swap
from gui.widgets.text import label
from gui.widgets.writing import Writing

_LINES = 5


class QuestionPane(QWidget):
    """The question before the officer."""

    answered = Signal(str, str, object)
    """(question, answer in words, the fact it states or None)"""
    drafted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._card = Card()
        self._number = label("", "cite")
        self._text = label("", "title", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._card.column.addWidget(self._number)
        self._card.column.addWidget(self._text)
        self._body = Swap(spacing=8)
        self._card.column.addWidget(self._body)
        column.addWidget(self._card)
        column.addStretch(1)
        self._field: Writing | None = None
        self._question: QuestionRecord | None = None
        self._under: QWidget | None = None

    def clear(self) -> None:
        """Show that there is no question."""
        self._question = self._field = None
        self._number.setText("")
        self._text.setText(tr("Belum ada pertanyaan."))
        self._body.renew()

    def show_question(self, view: HearingView, question: QuestionRecord, at: int) -> None:
        """Show a question; the same one is not torn down while somebody types."""
        same = self._question is not None and self._question.id == question.id
        if same and self._field is not None and self._field.hasFocus():
            self._question = question
            return
        self._question = question
        where = tr("Pertanyaan {n} dari {semua}", n=at, semua=len(view.hearing.questions))
        self._number.setText(where)
        self._text.setText(question.text)
        column = self._body.renew()
        self._field = None
        if view.hearing.read_back:
            column.addWidget(label(question.answer or tr("belum dijawab"), wrap=True))
            said = tr("Sudah dibacakan kembali; perubahan dicatat pada langkah Baca ulang.")
            column.addWidget(label(said, "secondary", wrap=True))
            return
        key = f"{view.file.case.id}/answer/{question.id}".partition("/")[2]
        self._field = Writing(
            tr("Jawaban {nomor}", nomor=at), view.drafts.get(key, "") or question.answer, _LINES
        )
        self._field.left.connect(self._leave)
        self._field.drafted.connect(lambda text: self.drafted.emit(question.id, text))
        column.addWidget(self._field)
        if question.refused:
            column.addWidget(label(tr("Tidak mau menjawab."), "strong14", tone="warn"))
        elif question.answered_at:
            column.addWidget(label(_when(view, question), "secondary"))
        if question.fact:
            column.addWidget(self._meaning(question))
        self._under = self._others(view, question)
        column.addWidget(self._under)

    def _meaning(self, question: QuestionRecord) -> QWidget:
        """What the answer says of the fact: it becomes a statement of the person heard."""
        if question.value is not None:
            said = desk.fact_words(question.fact, question.value)[1]
            return label(tr("Artinya: {nilai}", nilai=said), "cite", wrap=True)
        kind, choices = desk.kind_of(question.fact)
        if kind == "text":
            return QWidget()
        box = Answer(tr("Artinya"), kind, choices)
        box.answered.connect(lambda value: self._mean(question, value))
        return box

    def _mean(self, question: QuestionRecord, value: Value) -> None:
        words = self._field.toPlainText().strip() if self._field else ""
        words = words or desk.fact_words(question.fact, value)[1]
        self.answered.emit(question.id, words, value)

    def _others(self, view: HearingView, question: QuestionRecord) -> QWidget:
        """What others said of the same fact; for the officer, never turned to the person."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(theme.px(2))
        people = {party.id: f"{party.code} {party.label}".strip() for party in view.file.parties}
        for fact in view.said_by_others(question):
            if fact.contradicting:
                words = tr("Keterangan berbeda; perlu diputuskan.")
                column.addWidget(label(words, "strong14", tone="warn", wrap=True))
            for one in fact.statements:
                who = people.get(one.sayer, "") if one.sayer else tr("pengawas")
                value = desk.fact_words(fact.fact, one.value)[1]
                note = f" “{one.note}”" if one.note else ""
                column.addWidget(label(f"{who}: {value}{note}", "secondary", wrap=True))
        return made

    # --- keys

    def send(self) -> None:
        """Record what is typed now."""
        if self._field is not None:
            self._field.send()

    def focus_answer(self) -> None:
        """Put the cursor into the answer."""
        if self._field is not None:
            self._field.setFocus()

    def face(self, *, on: bool) -> None:
        """Show the question large and nothing else."""
        self._text.setFont(font(34 if on else 20, 700))
        self._body.setVisible(not on)

    def _leave(self, words: str) -> None:
        if self._question is not None:
            self.answered.emit(self._question.id, words, self._question.value)


def _when(view: HearingView, question: QuestionRecord) -> str:
    from cases.work.times import clock, zone_of_region

    officer = view.file.officers[0] if view.file.officers else None
    zone = zone_of_region(officer.region if officer else "")
    return tr("Dijawab {jam}", jam=clock(question.answered_at, zone))
