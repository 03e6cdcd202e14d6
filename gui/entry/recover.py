"""Lupa kata sandi: the code on paper opens the home, and a new passphrase takes its place."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cases.language import tr
from gui import desk, errors
from gui.background import look
from gui.entry.passphrase import PassphraseField
from gui.sheets.sheet import Sheet
from gui.widgets.choice import Field


class RecoverSheet(Sheet):
    """Asks for the recovery code and a new passphrase."""

    opened = Signal(object)
    """The unlocked home."""

    def __init__(self, parent: QWidget, folder: Path, officer: str) -> None:
        super().__init__(
            parent,
            tr("Buka dengan kode pemulihan"),
            tr("Ketik kesembilan kelompok dari lembar pemulihan, lalu kata sandi baru."),
        )
        self._folder, self._officer = folder, officer
        self.code = QLineEdit()
        self.code.setProperty("kind", "mono")
        self.column.addWidget(Field(tr("Kode pemulihan"), self.code))
        self.passphrase = PassphraseField(tr("Kata sandi baru"))
        self.again = PassphraseField(tr("Sekali lagi"))
        self.column.addWidget(Field(tr("Kata sandi baru"), self.passphrase))
        self.column.addWidget(Field(tr("Sekali lagi"), self.again))
        self.finish(tr("Buka"), self._try)
        self.code.setFocus()

    def _try(self) -> None:
        if self.passphrase.text() != self.again.text():
            self.complain(tr("Kedua kata sandi belum sama."), self.again)
            return
        folder, officer = self._folder, self._officer
        code, passphrase = self.code.text(), self.passphrase.text()
        self.primary.setEnabled(False)
        look(
            self,
            lambda: desk.recover(folder, officer, code, passphrase),
            self._opened,
            failed=self._not_opened,
        )

    def _opened(self, home: Any) -> None:
        for field in (self.code, self.passphrase, self.again):
            field.clear()
        self.accept()
        self.opened.emit(home)

    def _not_opened(self, error: BaseException) -> None:
        self.primary.setEnabled(True)
        message, advice, _code = errors.words(error)
        self.complain(f"{message} {advice}".strip(), self.code)
