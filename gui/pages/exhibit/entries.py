"""Pieces of the panel: a name with a value that wraps, a hint with its weight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.widgets.card import icon_label, row
from gui.widgets.pill import Pill
from gui.widgets.text import copyable, label


def entry(name: str, value: str, *, tone: str = "") -> QWidget:
    """Make a name with its value below, which may take several lines."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(1))
    column.addWidget(label(name, "caption"))
    shown = copyable(value, "strong14")
    shown.setProperty("tone", tone)
    shown.setAccessibleName(f"{name}: {value}")
    column.addWidget(shown)
    return made


def hint(text: str, weight: tuple[str, str] | None = None, icon: str = "info") -> QWidget:
    """Make a hint: an icon, its sentence, and how much it weighs."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    mark = icon_label(icon, "warn" if weight and weight[1] == "warn" else "text2", 18)
    inner = row(mark, label(text, "body14", wrap=True))
    inner.setStretch(1, 1)
    inner.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    column.addLayout(inner)
    if weight is not None:
        below = row(Pill(*weight), 1)
        below.setContentsMargins(theme.px(26), 0, 0, 0)
        column.addLayout(below)
    return made
