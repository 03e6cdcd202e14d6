"""A sheet that asks why: one line, kept in the custody log."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cases.language import tr
from gui.sheets.sheet import Sheet
from gui.widgets.choice import Field

LONGEST = 500


class ReasonSheet(Sheet):
    """Asks for a reason and gives it to whoever opened the sheet."""

    given = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, why: str, act: str, *, hint: str, needed: bool = True
    ) -> None:
        super().__init__(parent, title, why)
        self._needed = needed
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.reason.setPlaceholderText(hint)
        name = tr("Alasan") if needed else tr("Alasan (boleh kosong)")
        self.column.addWidget(Field(name, self.reason))
        self.finish(act, self._give)
        self.reason.setFocus()

    def _give(self) -> None:
        text = self.reason.text().strip()
        if self._needed and not text:
            self.complain(tr("Tulis alasannya; ia masuk ke riwayat penguasaan."), self.reason)
            return
        self.accept()
        self.given.emit(text)
