"""A list of boxes to tick, and a button that opens one: Space ticks, Enter is done."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QMenu, QPushButton, QWidgetAction

from cases.language import tr
from gui import icons, theme

_MOST_SHOWN = 9
_LINE = 32


class Ticks(QListView):
    """Boxes to tick."""

    finished = Signal()
    """Enter was pressed."""
    ticked = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("kind", "ticks")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entries = QStandardItemModel(self)
        for value, words in choices:
            item = QStandardItem(words)
            item.setData(value, Qt.ItemDataRole.UserRole)
            item.setCheckable(True)
            item.setEditable(False)
            self._entries.appendRow(item)
        self.setModel(self._entries)
        if choices:
            self.setCurrentIndex(self._entries.index(0, 0))
        self._entries.itemChanged.connect(lambda _item: self.ticked.emit())

    @property
    def values(self) -> list[str]:
        """The ticked values, in the order of the list."""
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        ]

    @property
    def words(self) -> str:
        """The words of the ticked values."""
        return ", ".join(
            item.text() for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def tick(self, values: Collection[str]) -> None:
        """Tick these, and no others."""
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in values
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QStandardItem]:
        return [self._entries.item(row) for row in range(self._entries.rowCount())]

    def sizeHint(self) -> QSize:
        """As high as its entries, up to a bound; then it scrolls."""
        shown = min(_MOST_SHOWN, max(1, self._entries.rowCount()))
        wide = max(theme.px(200), self.sizeHintForColumn(0) + theme.px(28))
        return QSize(min(wide, theme.px(460)), shown * theme.px(_LINE) + theme.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done; the others move and tick."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
            return
        super().keyPressEvent(event)


class TickButton(QPushButton):
    """A button that says what is ticked, and opens the list."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._name = name
        self.setIcon(icons.icon("chevron-down", "text2"))
        self.setAutoDefault(False)
        self.ticks = Ticks(name, choices)
        self._menu = QMenu(self)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(self.ticks)
        self._menu.addAction(action)
        self.ticks.finished.connect(self._menu.close)
        self.ticks.ticked.connect(self._tell)
        self.clicked.connect(lambda _checked=False: self._show())
        self._say()

    @property
    def values(self) -> list[str]:
        """The ticked values."""
        return self.ticks.values

    def tick(self, values: Collection[str]) -> None:
        """Show what is ticked without telling."""
        self.ticks.blockSignals(True)
        self.ticks.tick(values)
        self.ticks.blockSignals(False)
        self._say()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = self.ticks.words
        room = theme.px(220)
        shown = self.fontMetrics().elidedText(
            words or tr("belum diisi"), Qt.TextElideMode.ElideRight, room
        )
        self.setText(f" {shown}")
        self.setToolTip(words)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)

    def _show(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.ticks.setFocus()
