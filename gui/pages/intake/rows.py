"""The rows of an intake: one file each, with its verdict."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from queue import Empty, SimpleQueue

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from cases.intake.naming import text_of
from cases.intake.outcome import IntakeItem, IntakeResult
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.records import ExhibitId
from gui.on_screen import Shelf
from gui.pages.intake.parts import WAITING, Count
from gui.pages.intake.verdicts import hint_of, kinds_of, name_of_file, verdict

Index = QModelIndex | QPersistentModelIndex
Row = tuple[IntakeItem, ExhibitRecord | None]


class IntakeModel(QAbstractListModel):
    """What came in; items are put by the worker thread and drained by the window."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._kind = ""
        self._count = Count()
        self.arrived: SimpleQueue[IntakeItem] = SimpleQueue()

    def begin(self) -> None:
        """Forget the intake before."""
        self.beginResetModel()
        self._all, self._rows, self._kind, self._count = [], [], "", Count()
        self.endResetModel()

    def filter(self, kind: str) -> None:
        """Show only files of one outcome (`kind_of`), or all."""
        self._kind = kind
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if self._fits(row)]
        self.endResetModel()

    def _fits(self, row: Row) -> bool:
        return not self._kind or self._kind in kinds_of(*row)

    def drain(self) -> tuple[ExhibitId, ...]:
        """Show what arrived since; gives the exhibits."""
        fresh: list[Row] = []
        while True:
            try:
                fresh.append((self.arrived.get_nowait(), None))
            except Empty:
                break
        shown = [row for row in fresh if self._fits(row)]
        if shown:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._rows += shown
            self.endInsertRows()
        if fresh:
            self._all += fresh
            self._count = _add_up(self._all)
        return tuple(ExhibitId(item.exhibit) for item, _ in fresh if item.exhibit)

    def show_result(self, result: IntakeResult) -> None:
        """Show the whole outcome, in the order of the selection."""
        self.drain()
        known = {item.file: record for item, record in self._all}
        left = {text_of(path) for path in result.left}
        self._all = [
            (replace(item, status=WAITING) if item.file in left else item, known.get(item.file))
            for item in result.items
        ]
        self._count = _add_up(self._all)
        self._show()

    def show_records(self, records: Mapping[str, ExhibitRecord]) -> None:
        """Show what is known of exhibits by now."""
        self._all = [(item, records.get(item.exhibit, record)) for item, record in self._all]
        self._rows = [(item, records.get(item.exhibit, record)) for item, record in self._rows]
        self._count = _add_up(self._all)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    @property
    def counts(self) -> Count:
        """How many files had which outcome."""
        return self._count

    @property
    def exhibits(self) -> tuple[ExhibitId, ...]:
        """The exhibits that came in or were there, each once."""
        return tuple(
            dict.fromkeys(ExhibitId(item.exhibit) for item, _record in self._all if item.exhibit)
        )

    def alike(self, hint: str) -> list[int]:
        """Give the rows shown with the same hint."""
        return [at for at, row in enumerate(self._rows) if hint and hint_of(*row) == hint]

    def row_at(self, index: int) -> Row:
        """What stands in a row."""
        return self._rows[index]

    def exhibits_at(self, first: int, last: int) -> tuple[ExhibitId, ...]:
        """Give the exhibits of rows `first` to `last`."""
        shown = self._rows[first : last + 1]
        return tuple(ExhibitId(item.exhibit) for item, _record in shown if item.exhibit)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the files shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row, or its words."""
        item, record = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item, record
        words, under, _icon, _token = verdict(item, record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.reason or item.file
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name_of_file(item)}: {words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = tr(
                "Berkas {nomor} dari {banyak}", nomor=index.row() + 1, banyak=len(self._rows)
            )
            return f"{place}, {name_of_file(item)}, {words}, {under}"
        return None


def _add_up(rows: list[Row]) -> Count:
    tally = Counter(kind for row in rows for kind in kinds_of(*row))
    return Count(**{kind: tally[kind] for kind in tally})


class IntakeList(Shelf):
    """The files, one below the other; several can be chosen."""

    opened = Signal(int)

    def __init__(self, model: IntakeModel, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._files = model
        self.setProperty("kind", "boxed")
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(tr("Berkas yang diimpor"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def exhibits_at(self, first: int, last: int) -> tuple[ExhibitId, ...]:
        """Give the exhibits of rows `first` to `last`."""
        return self._files.exhibits_at(first, last)

    @property
    def chosen_rows(self) -> list[int]:
        """The rows chosen, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    @property
    def chosen(self) -> tuple[ExhibitId, ...]:
        """The exhibits chosen, each once, in the order shown."""
        found = (one for row in self.chosen_rows for one in self.exhibits_at(row, row))
        return tuple(dict.fromkeys(found))

    def choose(self, rows: list[int]) -> None:
        """Choose these rows."""
        wanted = QItemSelection()
        for row in rows:
            index = self._files.index(row, 0)
            wanted.select(index, index)
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
