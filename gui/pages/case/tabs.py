"""The row of tabs of a case; each shows how much stands behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from cases.language import tr
from gui.widgets.buttons import button
from gui.widgets.flow import Flow


class TabRow(QWidget):
    """A row of tabs; arrows move between them."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Bagian kasus"))
        row = Flow(spacing=0)
        self.setLayout(row)
        self._names = dict(tabs)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for index, (key, name) in enumerate(tabs, 1):
            made = button(name, "tab")
            made.setCheckable(True)
            made.setToolTip(f"Alt+{index}")
            made.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            group.addButton(made)
            row.addWidget(made)
            self._buttons[key] = made

    def choose(self, key: str) -> None:
        """Mark a tab."""
        self._buttons[key].setChecked(True)

    @property
    def chosen_tab(self) -> QPushButton:
        """The tab that is shown."""
        shown = list(self._buttons.values())
        return next((made for made in shown if made.isChecked()), shown[0])

    def take_focus(self) -> None:
        """Let the keys go on from the tab that is shown."""
        self.chosen_tab.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has(self, key: str) -> bool:
        """Whether the tab is shown."""
        return not self._buttons[key].isHidden()

    def show_tab(self, key: str, *, shown: bool) -> None:
        """Show or hide a tab."""
        self._buttons[key].setVisible(shown)
        self.updateGeometry()

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many stand behind each tab."""
        for key, made in self._buttons.items():
            count = counts.get(key, 0)
            made.setText(f"{self._names[key]}  {count}" if count else self._names[key])
            made.setAccessibleName(f"{self._names[key]} {count or ''}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between tabs with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        shown = [made for made in self._buttons.values() if not made.isHidden()]
        here = next((i for i, made in enumerate(shown) if made.hasFocus()), None)
        if step and here is not None:
            shown[(here + step) % len(shown)].setFocus()
            return
        super().keyPressEvent(event)
