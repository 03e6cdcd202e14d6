"""Editors of cells: a list that opens for choices, boxes to tick, a line for words."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cases.language import tr
from gui import theme
from gui.pages.attendance.columns import Column, words_of
from gui.pages.attendance.model import RollModel
from gui.widgets.choice import Choice
from gui.widgets.ticks import Ticks

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Makes the editor that fits the column."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        column = _column(index)
        if column.kind in {"choice", "yesno"}:
            return self._choice(parent, column)
        if column.kind in {"multi", "exhibits"} and column.choices:
            return self._ticks(parent, column)
        made = QLineEdit(parent)
        made.setAccessibleName(column.name)
        made.setProperty("kind", "cell")
        if column.kind == "date":
            made.setPlaceholderText(tr("mis. 3 Feb 2024"))
        return made

    def _choice(self, parent: QWidget, column: Column) -> QWidget:
        made = Choice(column.name, (("", "–"), *column.choices))
        made.setParent(parent)
        made.activated.connect(lambda _index: self._finish(made))
        return made

    def _ticks(self, parent: QWidget, column: Column) -> QWidget:
        made = Ticks(column.name, column.choices)
        made.setParent(parent)
        return made  # Enter is taken by the delegate itself

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value of the cell."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, Choice):
            editor.choose(value if isinstance(value, str) else "")
            editor.showPopup()
        elif isinstance(editor, Ticks):
            editor.tick(value if isinstance(value, list) else [])
        elif isinstance(editor, QLineEdit):
            editor.setText(words_of(_column(index), value))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what stands in the editor."""
        value: Any = None
        if isinstance(editor, Choice):
            value = editor.value
        elif isinstance(editor, Ticks):
            value = editor.values
        elif isinstance(editor, QLineEdit):
            value = editor.text()
        if value != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the cell; boxes to tick lie below it, or above where there is no room."""
        cell: QRect = option.rect
        if not isinstance(editor, Ticks):
            editor.setGeometry(cell)
            return
        size, room = editor.sizeHint(), self._room(editor)
        high = min(size.height(), room.height())
        top = cell.top() if cell.top() + high <= room.bottom() else max(0, cell.bottom() - high)
        wide = max(cell.width(), min(size.width(), room.width()))
        left = min(cell.left(), max(0, room.width() - wide - theme.px(4)))
        editor.setGeometry(QRect(left, top, wide, high))

    @staticmethod
    def _room(editor: QWidget) -> QRect:
        parent = editor.parentWidget()
        return parent.rect() if parent is not None else QRect()


def _column(index: Index) -> Column:
    model = index.model()
    if not isinstance(model, RollModel):
        raise TypeError
    return model.columns[index.column()]
