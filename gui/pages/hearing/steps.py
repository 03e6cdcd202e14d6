"""The steps of a hearing as a row of buttons; a step that is done is ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from cases.language import tr
from gui import icons, theme
from gui.widgets.buttons import button


class Steps(QWidget):
    """A row of steps; any of them may be opened at any time."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Langkah klarifikasi"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self._names = tuple(names)
        self.buttons = []
        for at, name in enumerate(names):
            made = button(name, "tab", "circle")
            made.setCheckable(True)
            made.setToolTip(f"Alt+{at + 1}")
            made.setIconSize(QSize(theme.px(16), theme.px(16)))
            made.clicked.connect(lambda _checked=False, at=at: self.chosen.emit(at))
            group.addButton(made)
            row.addWidget(made)
            self.buttons.append(made)
        row.addStretch(1)

    def choose(self, at: int) -> None:
        """Mark a step."""
        self.buttons[at].setChecked(True)

    def show_done(self, done: Sequence[bool]) -> None:
        """Tick the steps that are done."""
        for made, name, is_done in zip(self.buttons, self._names, done, strict=True):
            made.setIcon(icons.icon("circle-check" if is_done else "circle", "text2"))
            made.setAccessibleName(tr("{nama}, selesai", nama=name) if is_done else name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between steps with the arrows."""
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        here = next((at for at, made in enumerate(self.buttons) if made.hasFocus()), None)
        if move and here is not None:
            self.buttons[(here + move) % len(self.buttons)].setFocus()
            return
        super().keyPressEvent(event)
