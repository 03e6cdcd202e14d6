"""
Colours and sizes of the window, light and dark, and what follows from them: palette and style.

Every text colour has at least 4.5:1 against the grounds it stands on (`tests/gui/test_theme.py`).
Sizes are given for 100 %; `px` scales them by the size the officer chose.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gui.style import style_sheet

LIGHT = {
    "bg": "#F2F5F6",
    "surface": "#FFFFFF",
    "surface2": "#E9EEF0",
    "hover": "#E3EBED",
    "border": "#C5D0D5",
    "control": "#6B7D86",
    "text": "#10212B",
    "text2": "#3D4F59",
    "accent": "#0B5A66",
    "accentHover": "#08464F",
    "onAccent": "#FFFFFF",
    "accentSoft": "#DDEFF1",
    "accentText": "#0A515C",
    "focus": "#B3480E",
    "nav": "#0E2C35",
    "navHover": "#18414C",
    "navSel": "#1F5563",
    "navText": "#EAF4F6",
    "navText2": "#A9C3CA",
    "navMark": "#7FD6E2",
    "danger": "#A31616",
    "dangerSoft": "#FCE8E6",
    "warn": "#744700",
    "warnSoft": "#FFF0CF",
    "ok": "#12602E",
    "okSoft": "#DFF3E6",
    "info": "#0B4F8A",
    "infoSoft": "#E2EEF9",
    "dugaan": "#46358C",
    "dugaanSoft": "#ECE8F8",
    "neutral": "#3D4F59",
    "neutralSoft": "#E9EEF0",
    "badge": "#10212B",
    "onBadge": "#FFFFFF",
}
DARK = {
    "bg": "#0F171B",
    "surface": "#172329",
    "surface2": "#1F2E35",
    "hover": "#263840",
    "border": "#344850",
    "control": "#84979F",
    "text": "#EDF3F5",
    "text2": "#BACAD0",
    "accent": "#62C6D2",
    "accentHover": "#84D5DF",
    "onAccent": "#05242B",
    "accentSoft": "#17404A",
    "accentText": "#8FDCE6",
    "focus": "#FFB066",
    "nav": "#0A1317",
    "navHover": "#15262D",
    "navSel": "#1C3A44",
    "navText": "#EAF4F6",
    "navText2": "#9DB4BC",
    "navMark": "#7FD6E2",
    "danger": "#FF9C94",
    "dangerSoft": "#4A1D1B",
    "warn": "#FFCE7A",
    "warnSoft": "#45330C",
    "ok": "#84DBA2",
    "okSoft": "#143A22",
    "info": "#8FC4F5",
    "infoSoft": "#14324D",
    "dugaan": "#C6B9FF",
    "dugaanSoft": "#31285A",
    "neutral": "#BACAD0",
    "neutralSoft": "#1F2E35",
    "badge": "#0A1317",
    "onBadge": "#EDF3F5",
}
SIZES = (100, 115, 130, 150)
"""The sizes an officer may choose, in per cent."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the window."""

    name: str = "light"
    size: int = 100

    @property
    def tokens(self) -> dict[str, str]:
        """Colours by name."""
        return DARK if self.name == "dark" else LIGHT


_theme = Theme()


def current() -> Theme:
    """Tell the look in use."""
    return _theme


def colour(token: str) -> QColor:
    """Colour of a token in the look in use."""
    return QColor(_theme.tokens[token])


def px(length: float) -> int:
    """Scale a length of the drawings to the size in use."""
    return round(length * _theme.size / 100)


def apply(theme: Theme) -> None:
    """Dress the application; where the system asks for high contrast, its colours win."""
    global _theme  # noqa: PLW0603 - one look for the whole process
    _theme = theme
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    if wants_contrast():
        application.setStyleSheet("")
        return
    application.setPalette(_palette(theme.tokens))
    application.setStyleSheet(style_sheet(theme.tokens, px))


def wants_contrast() -> bool:
    """Whether the system asks for high contrast."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()  # kept: what it hands out lives as long as it does
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def set_kind(widget: QWidget, **properties: object) -> None:
    """Change what the style sheet asks of a widget (`kind`, `tone`), and dress it anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette(tokens: dict[str, str]) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, token in (
        (role.Window, "bg"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "surface2"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "onAccent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "control"),
        (role.Link, "accentText"),
        (role.Mid, "border"),
        (role.Accent, "accent"),
    ):
        palette.setColor(name, QColor(tokens[token]))
    for name in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens["control"]))
    return palette
