"""The tab Riwayat: everything that was recorded, newest first, never changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.lines import Lines
from gui.widgets.pill import Pill
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
        column.addLayout(self._top(check))
        self._notice = Pill("", "warn", "triangle-alert")
        self._notice.hide()
        column.addWidget(self._notice)
        self._list = Lines(tr("Riwayat kasus"))
        column.addWidget(self._list, 1)

    def _top(self, check: QWidget) -> QHBoxLayout:
        made = row(check, self.verdict, spacing=12)
        made.setStretch(1, 1)
        return made

    def show_lines(self, lines: "tuple[HistoryLine, ...]") -> None:
        """Show these lines."""
        from cases.work.times import short_time

        unused = sum(not entry.used for entry in lines)
        self._notice.setVisible(bool(unused))
        self._notice.show_state(
            tr("{n} catatan tidak dipakai versi ini; isinya tersimpan.", n=unused),
            "warn",
            "triangle-alert",
        )
        self._list.entries.show_rows(
            [
                (entry.words, f"{short_time(entry.at, self._zone)}  ·  {entry.officer}")
                for entry in lines
            ]
        )
