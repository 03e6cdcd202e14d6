"""Buttons. Every one has words, a tooltip or an accessible name, and a minimum target of 36 px."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from gui import icons, theme

_INK = {
    "primary": "onAccent",
    "soft": "accentText",
    "link": "accentText",
    "nav": "navText",
    "notice": "navText",
}


def button(
    text: str,
    kind: str = "",
    icon: str = "",
    *,
    name: str = "",
    clicked: Callable[[], object] | None = None,
) -> QPushButton:
    """Make a button of one of the kinds of the style sheet: primary, soft, link, or plain."""
    # The style sheet leaves no gap between icon and words, so the words begin with one.
    made = QPushButton(f" {text}" if icon and text else text)
    made.setProperty("kind", kind)
    made.setAccessibleName(name or text)
    if not text:
        made.setToolTip(name)
    if icon:
        made.setIcon(icons.icon(icon, _INK.get(kind, "text")))
        made.setIconSize(QSize(theme.px(20), theme.px(20)))
    made.setAutoDefault(False)
    if clicked:
        made.clicked.connect(lambda _checked=False: clicked())
    return made
