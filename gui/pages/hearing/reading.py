"""Baca ulang: the minutes as they are read back, and what the person changes then."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import QuestionRecord
from gui import theme
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.pages.hearing.pane import Pane
from gui.session import Session
from gui.sheets.hearing import ChangedAnswer
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row
from gui.widgets.text import label


class ReadingPane(Pane):
    """Reading back and changes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = Card(tr("Baca ulang"), "book-open")
        self._state = label("", "lead", wrap=True)
        self.read = button(tr("Sudah dibacakan kembali"), "primary", "check", clicked=self._read)
        self.unread = button(tr("Bacakan lagi"), "link", clicked=self._unread)
        card.column.addWidget(self._state)
        card.column.addLayout(row(self.read, self.unread, 1))
        self.column.addWidget(card)
        self._list = Swap(spacing=8)
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        self._shown: object = None

    def show_view(self, view: HearingView) -> None:
        """Show all answers in their order."""
        super().show_view(view)
        hearing = view.hearing
        self._state.setText(
            tr("Teks dibekukan. Yang diubah dicatat sebagai perubahan dengan alasan.")
            if hearing.read_back
            else tr("Bacakan pertanyaan dan jawaban, lalu minta persetujuannya.")
        )
        self.read.setVisible(not hearing.read_back)
        self.unread.setVisible(hearing.read_back and not hearing.signature)
        shown = (hearing.questions, hearing.read_back, hearing.signature)
        if shown == self._shown:
            return
        self._shown = shown
        column = self._list.renew()
        for at, question in enumerate(hearing.questions, 1):
            if at > 1:
                column.addWidget(line())
            column.addWidget(self._row(view, question, at))

    def _row(self, view: HearingView, question: QuestionRecord, at: int) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(label(f"{at}. {question.text}", "strong", wrap=True))
        first = question.changes[0].before if question.changes else question.answer
        shown = tr("Tidak mau menjawab.") if question.refused else first
        column.addWidget(label(shown or tr("belum dijawab"), wrap=True))
        for change in question.changes:
            words = tr("Perubahan: {teks}", teks=change.after)
            column.addWidget(label(words, "strong14", tone="info", wrap=True))
            why = tr("Alasan: {alasan}", alasan=change.reason)
            column.addWidget(label(why, "secondary", wrap=True))
        if view.hearing.read_back and view.hearing.signature != "ditandatangani":
            change_it = button(
                tr("Catat perubahan"),
                "link",
                "pencil",
                name=tr("Catat perubahan jawaban {nomor}", nomor=at),
                clicked=lambda: ChangedAnswer(self, self.session, question).open(),
            )
            column.addLayout(row(change_it, 1))
        return made

    def _read(self) -> None:
        self._set({"read_back": True})

    def _unread(self) -> None:
        self._set({"read_back": False})

    def _set(self, fields: dict[str, object]) -> None:
        if self.view is not None:
            hearing = self.view.hearing.id
            self.write(lambda home: hearings.edit(home, hearing, fields))
