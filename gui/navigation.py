"""The navigation on the left: words where there is room, a rail of icons where there is not."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import Officer
from gui import icons, theme
from gui.widgets.text import Elided, label

WIDE, RAIL = 216, 68


class NavButton(QPushButton):
    """An entry of the navigation; the one in use carries a mark at its left edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark of the entry in use."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("navMark"))
            height = theme.px(18)
            painter.drawRoundedRect(0, (self.height() - height) // 2, theme.px(4), height, 2, 2)
            painter.end()


class Navigation(QFrame):
    """Entries for the pages that work, and who is signed in."""

    chosen = Signal(str)

    def __init__(self, entries: tuple[tuple[str, str, str, str], ...], officer: Officer) -> None:
        """Entries are (key, words, icon, shortcut); an empty key stands for the gap."""
        super().__init__()
        self.setProperty("kind", "nav")
        self.setAccessibleName(tr("Navigasi"))
        self._officer = officer
        self._entries: dict[str, tuple[NavButton, str]] = {}
        self._rail = False
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(13), theme.px(8), theme.px(10))
        column.setSpacing(theme.px(4))
        column.addWidget(self._brand())
        for key, words, icon, shortcut in entries:
            if key:
                column.addWidget(self._entry(key, words, icon, shortcut))
            else:
                column.addStretch(1)
        column.addWidget(self._who(officer))
        self.set_rail(rail=False)

    def _brand(self) -> QWidget:
        brand = QWidget()
        row = QHBoxLayout(brand)
        row.setContentsMargins(theme.px(12), 0, 0, theme.px(6))
        row.setSpacing(theme.px(10))
        mark = QLabel()
        mark.setPixmap(icons.pixmap("eye", "navMark", 26))
        self._name = label("Netra", "brand")
        row.addWidget(mark)
        row.addWidget(self._name)
        row.addStretch(1)
        return brand

    def _entry(self, key: str, words: str, icon: str, shortcut: str) -> NavButton:
        made = NavButton()
        made.setProperty("kind", "nav")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setIcon(icons.icon(icon, "navText"))
        made.setIconSize(QSize(theme.px(20), theme.px(20)))
        made.setAccessibleName(words)
        made.setToolTip(f"{words} ({shortcut})")
        made.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._entries[key] = (made, words)
        return made

    def _who(self, officer: Officer) -> QWidget:
        who = QWidget()
        who.setAccessibleName(
            tr("Masuk sebagai {nama}, {kantor}", nama=officer.name, kantor=officer.office)
        )
        row = self._who_row = QHBoxLayout(who)
        row.setSpacing(theme.px(10))
        face = QLabel()
        face.setPixmap(icons.pixmap("circle-user", "navText", 26))
        row.addWidget(face)
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Elided(officer.name, "strong14"))
        column.addWidget(Elided(officer.office, "caption"))
        row.addWidget(self._words, 1)
        return who

    def mark(self, key: str) -> None:
        """Mark the entry of the page shown."""
        if key in self._entries:
            self._entries[key][0].setChecked(True)

    def set_rail(self, *, rail: bool) -> None:
        """Show icons only, or words too."""
        self._rail = rail
        self.setFixedWidth(theme.px(RAIL if rail else WIDE))
        self._name.setVisible(not rail)
        self._words.setVisible(not rail)
        for made, words in self._entries.values():
            made.setText("" if rail else f"  {words}")
            theme.set_kind(made, rail=rail)
        self._who_row.setContentsMargins(theme.px(13 if rail else 8), theme.px(8), 0, 0)

    @property
    def is_rail(self) -> bool:
        """Whether icons only are shown."""
        return self._rail
