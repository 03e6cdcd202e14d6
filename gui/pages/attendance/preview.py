"""The people of an attendance list before anything is recorded, each with what is wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from cases.language import tr
from gui import desk, theme

if TYPE_CHECKING:
    from cases.work.attendance_lists import ListRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN = 8
"""So much of a covered number is shown: its end tells people apart."""


class PreviewModel(QAbstractTableModel):
    """The people of a list, each with what is wrong about its row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ListRow, ...] = ()
        self.skipped: set[int] = set()

    def show_rows(self, rows: "tuple[ListRow, ...]") -> None:
        """Show these people; those that stand twice are left out to begin with."""
        self.beginResetModel()
        self.rows = rows
        self.skipped = {row.row for row in rows if row.twice}
        self.endResetModel()

    @property
    def wanted(self) -> "list[ListRow]":
        """The rows that are to be recorded."""
        return [row for row in self.rows if row.row not in self.skipped]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns; rows keep the numbers of the spreadsheet."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.rows[section].row)
        return (tr("Nama"), tr("NIP atau NIK"), tr("Jabatan"), tr("Fakta"), tr("Catatan"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be left out."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable if not index.column() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell."""
        entry = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and not index.column():
            out = entry.row in self.skipped
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(entry)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 4:
            return theme.colour("warn" if entry.problems or entry.twice else "text2")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, self._words(entry)))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a row in, or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        number = self.rows[index.row()].row
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.skipped.discard(number)
        else:
            self.skipped.add(number)
        self.dataChanged.emit(index, index)
        return True

    @staticmethod
    def _words(entry: "ListRow") -> tuple[str, ...]:
        from cases.work.person_numbers import masked

        who = entry.particulars
        notes = list(entry.problems)
        if entry.twice:
            notes.insert(0, tr("sama dengan baris {n}", n=entry.twice))
        if entry.party_code:
            notes.insert(0, tr("sudah ada sebagai {kode}", kode=entry.party_code))
        facts = (desk.fact_words(fact, value)[1] for fact, value in entry.facts.items())
        number = masked(who.nip or who.nik)[-_SHOWN:]
        return who.name, number, who.occupation, ", ".join(facts), "; ".join(notes)
