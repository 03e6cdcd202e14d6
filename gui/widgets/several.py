"""Choosing one or more: a button that opens a list of boxes, and a button that sends them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button


class Several(QWidget):
    """A list of boxes to tick; the list stays open while boxes are ticked."""

    answered = Signal(object)
    """The list of ticked values."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        self._open = button(tr("Pilih…"), icon="chevron-down", name=name, clicked=self._show)
        self._open.setMinimumWidth(theme.px(46))
        self._send = button(tr("Jawab"), "soft", name=tr("Jawab: {tanya}", tanya=name))
        self._send.setEnabled(False)
        self._send.clicked.connect(lambda _checked=False: self.answered.emit(self.values))
        layout.addWidget(self._open, 1)
        layout.addWidget(self._send)
        self.setFocusProxy(self._open)
        self._menu = QMenu(self)
        self.boxes = self._list(choices)

    def _list(self, choices: Sequence[tuple[str, str]]) -> list[tuple[str, QCheckBox]]:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        column.setSpacing(0)
        boxes = []
        for value, text in choices:
            box = QCheckBox(text)
            box.setAccessibleName(text)
            box.toggled.connect(self._tell)
            column.addWidget(box)
            boxes.append((value, box))
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(body)
        self._menu.addAction(action)
        return boxes

    @property
    def values(self) -> list[str]:
        """The ticked values, in the order of the list."""
        return [value for value, box in self.boxes if box.isChecked()]

    def _tell(self) -> None:
        ticked = [box.text() for _value, box in self.boxes if box.isChecked()]
        self._open.setText(" " + (", ".join(ticked) if ticked else tr("Pilih…")))
        self._open.setToolTip(", ".join(ticked))
        self._send.setEnabled(bool(ticked))

    def _show(self) -> None:
        self._menu.popup(self._open.mapToGlobal(QPoint(0, self._open.height())))
        if self.boxes:
            self.boxes[0][1].setFocus()
