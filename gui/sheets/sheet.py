"""A sheet: a short form with a title, fields, and one primary button."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from cases.language import tr
from cases.progress import Progress
from gui import errors, theme
from gui.background import Work
from gui.widgets.buttons import button
from gui.widgets.card import line, row, scrolled
from gui.widgets.room import room_on_screen
from gui.widgets.text import label

_RESIZED = Qt.WidgetAttribute.WA_Resized


class Sheet(QDialog):
    """
    A short form that records one thing.

    It is as high as its fields where the screen has the room; where not, the fields scroll and
    the buttons stay.
    """

    made = Signal(str)
    """Id of what was recorded."""

    def __init__(self, parent: QWidget, title: str, why: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setMinimumWidth(theme.px(520))
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        side = theme.px(24)
        self.column.setContentsMargins(side, theme.px(20), side, theme.px(4))
        self.column.setSpacing(theme.px(12))
        self.column.addWidget(label(title, "title", wrap=True))
        if why:
            self.column.addWidget(label(why, "lead", wrap=True))
        self._trouble = label("", "strong14", tone="danger", wrap=True)
        self._trouble.hide()
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(side, theme.px(8), side, theme.px(20))
        self._foot.setSpacing(theme.px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._roll = scrolled(self._content, kind="panel")
        outer.addWidget(self._roll, 1)
        outer.addLayout(self._foot)

    def finish(self, words: str, act: Callable[[], None]) -> QPushButton:
        """Close the form with its buttons."""
        self._foot.addWidget(self._trouble)
        self._foot.addWidget(line())
        primary = button(words, "primary", clicked=act)
        primary.setDefault(True)
        self._foot.addLayout(row(1, button(tr("Batal"), "", clicked=self.reject), primary))
        self.primary = primary
        return primary

    def setVisible(self, visible: bool) -> None:
        """Take the room the fields need before it is seen."""
        if visible:
            self.fit()
        super().setVisible(visible)

    def fit(self) -> None:
        """Grow to what the fields need, as far as the screen allows."""
        most = room_on_screen(self)
        self.setMinimumWidth(min(self.minimumWidth(), most.width()))
        bar = self._roll.verticalScrollBar().sizeHint().width()
        needs = (
            max(self._content.minimumSizeHint().width(), self._foot.minimumSize().width()) + bar
        )
        asked = self.size() if self.testAttribute(_RESIZED) else QSize()
        wide = min(max(self.minimumWidth(), needs, asked.width()), most.width())
        high = _height(self._content.layout(), wide) + _height(self._foot, wide)
        self.resize(wide, min(max(high, asked.height()), most.height()))

    def complain(self, text: str, field: QWidget | None = None) -> None:
        """Say what is missing, beside the field it concerns."""
        self._trouble.setText(text)
        self._trouble.show()
        self.setAccessibleDescription(text)
        self.fit()
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


def _height(part: QLayout | None, wide: int) -> int:
    """Tell how high a part is at this width."""
    if part is None:
        return 0
    high = part.heightForWidth(wide) if part.hasHeightForWidth() else -1
    return max(high, part.totalSizeHint().height())
