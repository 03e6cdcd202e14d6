"""A sheet: a short form with a title, fields, and one primary button."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from cases.language import tr
from cases.progress import Progress
from gui import errors, theme
from gui.background import Work
from gui.widgets.buttons import button
from gui.widgets.card import line, row
from gui.widgets.text import label


class Sheet(QDialog):
    """A short form that records one thing."""

    made = Signal(str)
    """Id of what was recorded."""

    def __init__(self, parent: QWidget, title: str, why: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(theme.px(520))
        self.column = QVBoxLayout(self)
        side = theme.px(24)
        self.column.setContentsMargins(side, theme.px(20), side, theme.px(20))
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(label(title, "title", wrap=True))
        if why:
            self.column.addWidget(label(why, "lead", wrap=True))
        self._trouble = label("", "strong14", tone="danger", wrap=True)
        self._trouble.hide()

    def finish(self, words: str, act: Callable[[], None]) -> QPushButton:
        """Close the form with its buttons."""
        self.column.addWidget(self._trouble)
        self.column.addWidget(line())
        primary = button(words, "primary", clicked=act)
        primary.setDefault(True)
        self.column.addLayout(row(1, button(tr("Batal"), "", clicked=self.reject), primary))
        self.primary = primary
        return primary

    def complain(self, text: str, field: QWidget | None = None) -> None:
        """Say what is missing, beside the field it concerns."""
        self._trouble.setText(text)
        self._trouble.show()
        self.setAccessibleDescription(text)
        if field:
            field.setFocus()

    def record(self, task: Callable[[Progress], Any]) -> None:
        """Write in the background; the sheet closes when it is done."""
        self.primary.setEnabled(False)
        Work(self, task, done=self._done, failed=self._failed).start()

    def _done(self, changes: Any) -> None:
        self.accept()
        self.made.emit(changes.made)

    def _failed(self, error: BaseException) -> None:
        self.primary.setEnabled(True)
        message, advice, _code = errors.words(error)
        self.complain(f"{message} {advice}".strip())

    @property
    def trouble(self) -> QLabel:
        """Where the sheet says what is missing."""
        return self._trouble
