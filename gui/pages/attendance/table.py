"""
The table with its keys: Enter writes, arrows move, Tab leaves (while a cell is open: the next
cell), Ctrl+V takes rows of a spreadsheet, Ctrl+D fills down, Delete empties.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from cases.language import tr
from gui import theme
from gui.pages.attendance.cells import CellDelegate
from gui.pages.attendance.model import RollModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RollTable(QTableView):
    """The table of people."""

    pasted = Signal(str)
    """Rows of a spreadsheet, as text."""

    def __init__(self, model: RollModel) -> None:
        super().__init__()
        self.people = model
        self.setModel(model)
        self._delegate = CellDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Tabel kehadiran"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(40))
        self.verticalHeader().setMinimumWidth(theme.px(34))
        self.horizontalHeader().setMinimumHeight(theme.px(36))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        model.modelReset.connect(self._widen)
        model.columnsInserted.connect(lambda *_: self._widen())

    def _widen(self) -> None:
        for place, column in enumerate(self.people.columns):
            self.setColumnWidth(place, theme.px(column.wide))

    @property
    def rows(self) -> list[int]:
        """The rows in which something is chosen."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.selectionModel().setCurrentIndex(
            self.people.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a table do."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif (
            event.key() == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.fill_down()
        elif event.key() == Qt.Key.Key_Delete:
            self.empty()
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def fill_down(self) -> None:
        """Write the uppermost chosen cell of each column into the chosen cells below it."""
        first: dict[int, QModelIndex] = {}
        for index in sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row):
            above = first.setdefault(index.column(), index)
            if above != index:
                value = above.data(Qt.ItemDataRole.EditRole)
                self.people.setData(index, "" if value is None else value)

    def empty(self) -> None:
        """Empty the chosen cells; whole rows that are new go away."""
        wide = self.people.columnCount()
        chosen = self.selectionModel().selectedIndexes()
        whole = [row for row in self.rows if sum(i.row() == row for i in chosen) == wide]
        if not self.people.remove_new(whole):
            for index in chosen:
                self.people.setData(index, "")

    def paste_cells(self, text: str) -> None:
        """Lay pasted cells over the table from the current cell on."""
        start = self.currentIndex()
        if not start.isValid():
            return
        lines = [line.split("\t") for line in text.rstrip("\r\n").splitlines()]
        self.people.need_rows(start.row() + len(lines) + 1)
        for down, line in enumerate(lines):
            for along, words in enumerate(line):
                index = self.people.index(start.row() + down, start.column() + along)
                if index.isValid() and words.strip():
                    self.people.setData(index, words.strip())
