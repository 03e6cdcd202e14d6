"""Cards, lines and page frames: what carries structure instead of shadows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import icons, theme
from gui.widgets.focus import keep_focus
from gui.widgets.text import Elided, label


class Card(QFrame):
    """A bordered ground with a column of content."""

    def __init__(self, title: str = "", icon: str = "", *, tight: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        side = theme.px(14 if tight else 18)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.column.setSpacing(theme.px(8))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(10))
        if icon:
            self.head.addWidget(icon_label(icon, "accentText"))
        if title:
            self.head.addWidget(label(title, "card-title"))
            self.head.addStretch(1)
            self.column.addLayout(self.head)


def icon_label(name: str, ink: str = "text2", size: int = 20) -> QLabel:
    """Make an icon that stands beside words."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, ink, size))
    made.setFixedSize(theme.px(size), theme.px(size))
    return made


def line() -> QFrame:
    """Make a thin line between rows."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made


def row(*items: "QWidget | int", spacing: int = 8) -> QHBoxLayout:
    """Put widgets side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(theme.px(spacing))
    made.setContentsMargins(0, 0, 0, 0)
    for item in items:
        if isinstance(item, int):
            made.addStretch(item)
        else:
            made.addWidget(item)
    return made


def discard(widget: QWidget) -> None:
    """
    Let a widget go, with all in it.

    It keeps its parent until Qt deletes it: a widget without parent belongs to Python, which
    would delete it at once, perhaps in the middle of its own event. For the same reason layouts
    are never emptied item by item (`Swap`).
    """
    widget.hide()
    widget.deleteLater()


class Swap(QWidget):
    """Content that is made anew as a whole."""

    def __init__(self, spacing: int = 10, *, margin: int = 0) -> None:
        super().__init__()
        self._spacing, self._margin = spacing, margin
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    def renew(self) -> QVBoxLayout:
        """Give an empty column in place of what was there; the keys go on where they were."""
        if self._inner is not None:
            keep_focus(self, self._inner)
            discard(self._inner)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        side = theme.px(self._margin)
        column.setContentsMargins(0, 0, side, side)
        column.setSpacing(theme.px(self._spacing))
        self._outer.addWidget(self._inner)
        return column


def scrolled(content: QWidget, *, kind: str = "page") -> QScrollArea:
    """Let a page scroll where the window is low, or too narrow for large letters."""
    area = QScrollArea()
    area.setProperty("kind", kind)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def pair(name: str, value: QWidget | str, *, tone: str = "") -> QWidget:
    """Make a line with a name on the left and a value on the right."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label(name, "secondary"))
    if isinstance(value, str):
        shown = Elided(value, "strong14", tone=tone)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(shown, 1)
        made.setAccessibleName(f"{name}: {value}")
    else:
        layout.addStretch(1)
        layout.addWidget(value)
    return made


class Empty(QWidget):
    """What an empty view says: what it is, why it is empty, and one thing to do."""

    def __init__(self, icon: str, title: str, text: str, *actions: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(32), theme.px(24), theme.px(32))
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        self.setAccessibleName(f"{title} {text}")
        column.addWidget(icon_label(icon, "control", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        head = label(title, "card-title", wrap=True)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head.setMinimumHeight(theme.px(24))  # where it is low the page scrolls
        column.addWidget(head)
        body = label(text, "lead", wrap=True)
        body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(body)
        if actions:
            column.addLayout(row(1, *actions, 1))
        column.addStretch(2)
