"""A list of two-line entries: what happened, and below it when and by whom."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.widgets.strokes import Words, write

Index = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """Entries as (words, words below)."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, str], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the entries."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give an entry, or its words."""
        words, below = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return words, below
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{words}. {below}"
        return words if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every entry one height."""
        return QSize(theme.px(200), theme.px(54))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        words, below = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accentSoft"))
        box = QRectF(option.rect).adjusted(theme.px(16), theme.px(6), -theme.px(16), 0)
        box.setHeight(theme.px(22))
        write(painter, box, Words(words, 14, 600))
        write(painter, box.translated(0, theme.px(20)), Words(below, 13, 400, "text2"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


class Lines(QListView):
    """The list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "boxed")
        self.setAccessibleName(name)
        self.entries = LinesModel()
        self._delegate = _Delegate()
        self.setModel(self.entries)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
