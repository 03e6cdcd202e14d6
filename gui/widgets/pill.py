"""Pills: a word on a coloured ground, with its icon; colour never speaks alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from gui import icons, theme
from gui.widgets.text import label


class Pill(QFrame):
    """A short state in a word or two."""

    def __init__(self, text: str, tone: str, icon: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "pill")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(10), theme.px(2))
        row.setSpacing(theme.px(6))
        self._icon = QLabel()
        self._words = label("")
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone, icon)

    def show_state(self, text: str, tone: str, icon: str = "") -> None:
        """Show another state."""
        self._words.setText(text)
        self._icon.setVisible(bool(icon))
        if icon:
            ink = "accentText" if tone == "accent" else tone
            self._icon.setPixmap(icons.pixmap(icon, ink, 16))
        self.setAccessibleName(text)
        theme.set_kind(self, tone=tone)
        theme.set_kind(self._words)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()


class Countdown(QFrame):
    """How much time is left: a number, and its unit below."""

    def __init__(self, number: str, unit: str, tone: str) -> None:
        super().__init__()
        self.setProperty("kind", "count")
        self.setProperty("tone", tone)
        self.setFixedSize(theme.px(74), theme.px(56))
        self.setAccessibleName(f"{number} {unit}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(0)
        for text, kind in ((number, "number"), (unit, "strong")):
            line = label(text, kind)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            if kind == "strong":
                line.setProperty("kind", "unit")
            column.addWidget(line)
