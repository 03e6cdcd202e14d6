"""
The answer box of a question: choices for choices, a date for dates, words for words.

`answered` carries the value: "YA"-like codes, a list for questions with several answers, a date
as `YYYY-MM-DD`, or `UNKNOWN`. It is sent once, when the officer has chosen or left the field.
Exhibits that go with the answer are chosen before it: `proof`.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.choice import Choice, DateEdit
from gui.widgets.several import Several
from gui.widgets.text import label

UNKNOWN = "TIDAK_DIKETAHUI"
_FEW = 2
_DRAFT_MS = 2000


class Answer(QWidget):
    """An answer box for one kind of question."""

    answered = Signal(object)
    drafted = Signal(str)
    """Unfinished typing, at most every two seconds."""
    proof_wanted = Signal()
    """Somebody wants to choose the exhibits that go with the answer."""

    def __init__(
        self,
        question: str,
        kind: str,
        choices: Sequence[tuple[str, str]],
        draft: str = "",
        *,
        proof: bool = False,
    ) -> None:
        super().__init__()
        self.proof: tuple[str, ...] = ()
        self.setAccessibleName(question)
        self._question = question
        self._sent = False
        self._choices = [entry for entry in choices if entry[0] != UNKNOWN]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(2))
        layout = QHBoxLayout()
        layout.setSpacing(theme.px(6))
        outer.addLayout(layout)
        makers: dict[str, Callable[[], QWidget]] = {
            "yesno": self._buttons,
            "choice": self._choice,
            "multi": self._several,
            "date": self._date,
        }
        if kind == "choice" and len(self._choices) <= _FEW:
            kind = "yesno"
        self._draft = draft
        self.clip = self._clip()
        if proof:
            layout.addWidget(self.clip)
        editor = makers.get(kind, self._text)()
        layout.addWidget(editor, 1)
        unknown = button(tr("Belum tahu"), "link", name=tr("Belum tahu: {tanya}", tanya=question))
        unknown.clicked.connect(lambda _checked=False: self._send(UNKNOWN))
        layout.addWidget(unknown)
        self._codes = label("", "cite", wrap=True)
        outer.addWidget(self._codes)
        self._codes.hide()
        self.setFocusProxy(editor)

    def _clip(self) -> QPushButton:
        """Make the button for exhibits, before the editor: that sends when it is left."""
        words = tr("Sertakan bukti: {tanya}", tanya=self._question)
        made = button("", "icon", "paperclip", name=words, clicked=self.proof_wanted.emit)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not leave the editor
        made.setFixedWidth(theme.px(40))
        return made

    def show_proof(self, exhibits: Sequence[str], codes: str) -> None:
        """Take over the exhibits that go with the answer."""
        self.proof = tuple(exhibits)
        words = tr("Sertakan bukti: {tanya}", tanya=self._question)
        self.clip.setAccessibleName(f"{words} ({codes})" if codes else words)
        theme.set_kind(self.clip, kind="soft" if codes else "")
        self._codes.setText(tr("Bersama bukti {kode}", kode=codes))
        self._codes.setVisible(bool(codes))

    def _send(self, value: object) -> None:
        if self._sent:  # a field that is switched off loses the focus, and would send once more
            return
        self._sent = True
        self.setEnabled(False)
        self.answered.emit(value)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme.px(300), theme.px(38))

    def _buttons(self) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for value, text in self._choices:
            made = button(text, "choice", name=f"{text}: {self._question}")
            made.clicked.connect(lambda _checked=False, value=value: self._send(value))
            layout.addWidget(made)
            if box.focusProxy() is None:
                box.setFocusProxy(made)
        layout.addStretch(1)
        return box

    def _choice(self) -> QWidget:
        made = Choice(self._question, self._choices, tr("Pilih jawaban…"))
        made.setMinimumWidth(theme.px(100))  # the panel of rules is narrow on small screens
        made.activated.connect(lambda _index: self._send(made.value))
        return made

    def _several(self) -> QWidget:
        made = Several(self._question, self._choices)
        made.answered.connect(self._send)
        return made

    def _date(self) -> QWidget:
        made = DateEdit(self._question)
        made.changed.connect(self._send)
        return made

    def _text(self) -> QWidget:
        field = QLineEdit(self._draft)
        field.setAccessibleName(self._question)
        field.setPlaceholderText(tr("Ketik jawaban…"))
        timer = QTimer(field)
        timer.setSingleShot(True)
        timer.setInterval(_DRAFT_MS)
        timer.timeout.connect(lambda: self.drafted.emit(field.text()))
        field.textEdited.connect(lambda _text: timer.start())

        def finish() -> None:
            timer.stop()
            if field.text().strip() and field.isModified():
                self._send(field.text().strip())

        field.editingFinished.connect(finish)
        return field
