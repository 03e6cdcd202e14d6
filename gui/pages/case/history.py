"""The tab Riwayat: everything that was recorded, newest first, never changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.history import HistoryLine


class HistoryTab(QWidget):
    """The record of a case."""

    check_wanted = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.verdict = label("", "secondary", wrap=True)
        check = button(
            tr("Periksa keutuhan"), "soft", "shield-check", clicked=self.check_wanted.emit
        )
        column.addLayout(row(check, self.verdict, spacing=12))
        self._list = QListWidget()
        self._list.setProperty("kind", "boxed")
        self._list.setAccessibleName(tr("Riwayat kasus"))
        self._list.setWordWrap(True)
        column.addWidget(self._list, 1)

    def show_lines(self, lines: "tuple[HistoryLine, ...]") -> None:
        """Show these lines."""
        from cases.work.times import short_time

        self._list.clear()
        for entry in lines:
            words = f"{short_time(entry.at, self._zone)}  ·  {entry.officer}\n{entry.words}"
            item = QListWidgetItem(words)
            self._list.addItem(item)
