"""The bar above every page: where one is, that all is safe, the search field, the next step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cases.language import tr
from gui import icons, theme
from gui.widgets.buttons import button
from gui.widgets.card import icon_label
from gui.widgets.pill import Pill
from gui.widgets.text import Elided

_CRUMB = 24
"""Letters of the page above that are shown."""


class TopBar(QFrame):
    """The bar above every page."""

    searched = Signal(str)
    new_case = Signal()
    crumb_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "topbar")
        self.setFixedHeight(theme.px(58))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._where(), 1)
        self.safe = Pill("", "ok", "hard-drive")
        row.addWidget(self.safe)
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Cari kasus"))
        self.search.setPlaceholderText(tr("Cari kasus, tempat, nomor…"))
        self.search.setClearButtonEnabled(True)
        self.search.setToolTip("Ctrl+K")
        glass = QAction(icons.icon("search", "text2"), tr("Cari"), self.search)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text().strip()))
        row.addWidget(self.search)
        row.addWidget(button(tr("Kasus baru"), "primary", "plus", clicked=self.new_case.emit))
        self.set_narrow(narrow=False)

    def _where(self) -> QWidget:
        where = QWidget()
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.crumb = button("", "crumb", name=tr("Kembali"))
        self.crumb.clicked.connect(lambda _checked=False: self.crumb_clicked.emit())
        self._arrow = icon_label("chevron-right", "text2", 16)
        self._title = Elided("", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.crumb)
        row.addWidget(self._arrow)
        row.addWidget(self._title, 1)
        return where

    def show_where(self, title: str, crumb: str = "") -> None:
        """Show the page title, and the page it belongs to."""
        self._title.setText(title)
        self.crumb.setVisible(bool(crumb))
        self._arrow.setVisible(bool(crumb))
        self.crumb.setText(crumb if len(crumb) <= _CRUMB else f"{crumb[:_CRUMB]}…")
        self.crumb.setAccessibleName(tr("Kembali ke {halaman}", halaman=crumb))

    def set_narrow(self, *, narrow: bool) -> None:
        """Use fewer words and a shorter search field where the window is narrow."""
        self.safe.show_state(
            tr("Luring · tersimpan") if narrow else tr("Luring – semua tersimpan di laptop ini"),
            "ok",
            "hard-drive",
        )
        self.search.setFixedWidth(theme.px(210 if narrow else 300))
