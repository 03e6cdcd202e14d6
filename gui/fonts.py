"""The fonts of the window, shipped with the program so that it looks the same everywhere."""

from PySide6.QtGui import QFont, QFontDatabase

from cases.resources import resource
from gui import theme

SANS = "Inter"
MONO = "Atkinson Hyperlegible Mono"


def load() -> None:
    """Make the shipped fonts known to the application."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(size: float, weight: int = 400, family: str = SANS) -> QFont:
    """Make a font for painting; `size` in pixels at 100 %."""
    made = QFont(family)
    made.setPixelSize(theme.px(size))
    made.setWeight(QFont.Weight(weight))
    return made
