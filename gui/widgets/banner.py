"""A strip above a page: something a person must know, with what can be done about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui import theme
from gui.widgets.card import icon_label
from gui.widgets.text import label


def banner(words: str, icon: str, *actions: QWidget) -> QFrame:
    """Make a strip with a sentence, and buttons at its end."""
    made = QFrame()
    made.setProperty("kind", "banner")
    made.setAccessibleName(words)
    inner = QHBoxLayout(made)
    inner.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(8))
    inner.setSpacing(theme.px(12))
    inner.addWidget(icon_label(icon, "warn"))
    inner.addWidget(label(words, "strong14", tone="warn", wrap=True), 1)
    for action in actions:
        inner.addWidget(action)
    return made
