"""The table as Qt sees it: people in rows, what differs between them in columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from cases.language import tr
from cases.work.records import Value
from gui import theme
from gui.desk.rolls import number_fault
from gui.pages.attendance.columns import (
    CODE,
    EXHIBITS,
    THERE,
    Column,
    read_words,
    words_of,
)
from gui.pages.attendance.rows import Person

if TYPE_CHECKING:
    from cases.work.attendance_lists import ListRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RollModel(QAbstractTableModel):
    """People of an incident; an empty row at the end waits for one more."""

    edited = Signal()
    not_understood = Signal(str)
    """Words that were typed or pasted and mean nothing in their column."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[Column] = []
        self.people: list[Person] = []
        self._shared: Mapping[str, Value] = {}

    def show_people(
        self, people: Iterable[Person], columns: Iterable[Column], shared: Mapping[str, Value]
    ) -> None:
        """Show these people."""
        self.beginResetModel()
        self.people, self.columns, self._shared = list(people), list(columns), shared
        self.people.append(Person())
        self.endResetModel()

    def add_column(self, column: Column) -> None:
        """Add a column of a fact."""
        at = len(self.columns)
        self.beginInsertColumns(QModelIndex(), at, at)
        self.columns.append(column)
        self.endInsertColumns()
        self.edited.emit()

    def share(self, shared: Mapping[str, Value]) -> None:
        """Show what is inherited from the incident now."""
        self._shared = shared
        if self.people and self.columns:
            last = self.index(len(self.people) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def place_of(self, key: str) -> int:
        """Give the place of a column; -1: there is none."""
        return next((at for at, column in enumerate(self.columns) if column.key == key), -1)

    # --- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name columns, number rows."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[section].name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what may be done with a cell."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        column, person = self._cell(index)
        if column.key == THERE and not person.stood:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_open(column, person) else flags

    @staticmethod
    def _is_open(column: Column, person: Person) -> bool:
        if column.kind in {"check", "fixed"}:
            return False
        if column.kind == "words":
            return person.is_new
        return column.key not in person.disputed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell: its words, its value, how it looks, what it says aloud."""
        column, person = self._cell(index)
        if role == Qt.ItemDataRole.CheckStateRole and column.key == THERE:
            return Qt.CheckState.Checked if person.there else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(column, person)
        if role in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.UserRole):
            return self._value(column, person)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(self._ink(column, person))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(column, person)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), column, person)
        return None

    def _words(self, column: Column, person: Person) -> str:
        if column.key == THERE:
            return ""
        if column.key in person.disputed:
            return tr("keterangan berbeda")
        if column.key == CODE:
            return person.code or ("" if person.is_empty else tr("baru"))
        if column.kind == "words":
            sealed = not person.is_new and column.key != "label"
            return tr("tersegel") if sealed else str(getattr(person, column.key))
        value = self._value(column, person)
        if value is None:
            value = self._shared.get(column.key) if not person.is_empty else None
        return words_of(column, value)

    def _value(self, column: Column, person: Person) -> Value | None:
        if column.key == EXHIBITS:
            return list(person.exhibits) or None
        if column.is_fact:
            return person.facts.get(column.key)
        return str(getattr(person, column.key)) if column.kind == "words" else None

    def _ink(self, column: Column, person: Person) -> str:
        if column.key in person.disputed or _fault(column, person):
            return "warn"
        inherited = column.is_fact and column.key not in person.facts
        sealed = column.kind == "words" and not person.is_new and column.key != "label"
        return "text2" if inherited or sealed or column.key == CODE else "text"

    def _hint(self, column: Column, person: Person) -> str:
        if column.key in person.disputed:
            return tr("Keterangan berbeda; perlu diputuskan.")
        if column.is_fact and column.key not in person.facts and column.key in self._shared:
            return tr("Sama untuk semua; isi di sini bila orang ini lain.")
        return _fault(column, person) or self._words(column, person)

    def _spoken(self, row: int, column: Column, person: Person) -> str:
        words = self._words(column, person)
        if column.key == THERE:
            words = tr("ya") if person.there else tr("tidak")
        place = tr("Baris {nomor} dari {banyak}", nomor=row + 1, banyak=len(self.people))
        return f"{place}, {column.name}: {words or tr('kosong')}"

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was chosen, typed or pasted."""
        column, person = self._cell(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            person.there = Qt.CheckState(value) is Qt.CheckState.Checked
            return self._touched(index.row())
        if not self._is_open(column, person):
            return False
        if isinstance(value, str) and column.kind != "words":
            if not value.strip():
                return self._clear(index.row(), column, person)
            read = read_words(column, value)
            if read is None:
                self.not_understood.emit(f"{column.name}: {value.strip()[:40]}")
                return False
            value = read
        return self._put(index.row(), column, value)

    def _put(self, row: int, column: Column, value: object) -> bool:
        person = self.people[row]
        if column.kind == "words":
            setattr(person, column.key, str(value).strip())
        elif column.key == EXHIBITS:
            person.exhibits = tuple(dict.fromkeys((*person.had_exhibits, *_listed(value))))
        elif isinstance(value, list) and not value:
            return self._clear(row, column, person)
        elif isinstance(value, (str, list)):
            person.facts[column.key] = value
        if not person.is_empty:
            person.there = True
        return self._touched(row)

    def _clear(self, row: int, column: Column, person: Person) -> bool:
        """Empty a cell; what is recorded already comes back, since nothing is ever deleted."""
        if column.key == EXHIBITS:
            person.exhibits = person.had_exhibits
        elif column.key in person.had_facts:
            person.facts[column.key] = person.had_facts[column.key]
        else:
            person.facts.pop(column.key, None)
        return self._touched(row)

    def _touched(self, row: int) -> bool:
        last = len(self.columns) - 1
        self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        if not self.people[-1].is_empty:
            self.need_rows(len(self.people) + 1)
        self.edited.emit()
        return True

    def need_rows(self, count: int) -> None:
        """Add empty rows until there are so many."""
        have = len(self.people)
        if count > have:
            self.beginInsertRows(QModelIndex(), have, count - 1)
            self.people += [Person() for _ in range(count - have)]
            self.endInsertRows()

    def add_listed(self, listed: "Iterable[ListRow]") -> None:
        """Add the people of a pasted list; one who stands in the case already is found there."""
        known = {one.party: at for at, one in enumerate(self.people) if one.party}
        for entry in listed:
            who = entry.particulars
            at = known.get(entry.party or "", len(self.people) - 1)
            person = self.people[at]
            if person.is_new:
                person.label, person.name = entry.label, who.name
                person.number = who.nip or who.nik
                person.agency = who.agency or who.unit
            person.facts.update(entry.facts)
            person.there = True
            self._touched(at)

    def remove_new(self, rows: Sequence[int]) -> int:
        """Take rows out that were typed and not saved; gives how many."""
        gone = [row for row in sorted(set(rows), reverse=True) if self._may_go(row)]
        for row in gone:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.people[row]
            self.endRemoveRows()
        if gone:
            self.edited.emit()
        return len(gone)

    def _may_go(self, row: int) -> bool:
        return row < len(self.people) - 1 and self.people[row].is_new

    def _cell(self, index: Index) -> tuple[Column, Person]:
        return self.columns[index.column()], self.people[index.row()]


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else []


def _fault(column: Column, person: Person) -> str:
    """Say what is wrong with a typed number; it is kept all the same."""
    return number_fault(person.number) if column.key == "number" else ""
