"""Sheets for what opens the home: another passphrase, another recovery sheet."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cases.language import tr
from gui.background import Work
from gui.desk import recovery
from gui.entry.passphrase import PassphraseField
from gui.entry.recovery_pages import Recovery
from gui.entry.sheet_out import SheetOut
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.choice import Field


class _SecretSheet(Sheet):
    """A sheet that changes what opens the home."""

    changed = Signal()

    def change(self, task: Callable[[], None]) -> None:
        """Do it in the background, then close."""
        self.primary.setEnabled(False)
        Work(
            self,
            lambda _progress: task(),
            done=lambda _nothing: self._changed(),
            failed=self._failed,
        ).start()

    def _changed(self) -> None:
        self.accept()
        self.changed.emit()


class ChangePassphrase(_SecretSheet):
    """Asks for the old passphrase and twice for the new one."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent,
            tr("Ganti kata sandi"),
            tr("Lembar pemulihan tetap berlaku; hanya kata sandi Anda yang berganti."),
        )
        self._session = session
        self.old = PassphraseField(tr("Kata sandi sekarang"))
        self.new = PassphraseField(tr("Kata sandi baru"))
        self.again = PassphraseField(tr("Kata sandi baru, sekali lagi"))
        for field in (self.old, self.new, self.again):
            self.column.addWidget(Field(field.accessibleName(), field))
        self.finish(tr("Ganti"), self._try)
        self.old.setFocus()

    def _try(self) -> None:
        if self.new.text() != self.again.text():
            self.complain(tr("Kedua kata sandi belum sama."), self.again)
            return
        home, old, new = self._session.home, self.old.text(), self.new.text()
        self.change(lambda: recovery.change_passphrase(home, old, new))


class NewRecoverySheet(_SecretSheet):
    """
    Shows a new code, asks two groups of it back, and only then puts it in the place of the old.

    Until then the old sheet opens the home, so that no moment is without a sheet that does.
    """

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent,
            tr("Lembar pemulihan baru"),
            tr("Lembar yang lama berlaku sampai Anda menekan “Pakai lembar baru”."),
        )
        self._session = session
        self.recovery = Recovery()
        self.out = SheetOut(self, self._tell, lambda: None)
        home, code = session.home, recovery.new_code()
        self.recovery.show_code(code)
        self.recovery.sheet_wanted.connect(lambda: self.out.save(home, code))
        self.recovery.print_wanted.connect(lambda: self.out.print(home, code))
        self.column.addWidget(self.recovery.show_page)
        self.column.addWidget(self.recovery.ask_page)
        self.passphrase = PassphraseField(tr("Kata sandi Anda"))
        self.column.addWidget(Field(tr("Kata sandi Anda"), self.passphrase))
        self.finish(tr("Pakai lembar baru"), self._try)
        self.finished.connect(lambda _result: self.recovery.forget())

    def _tell(self, words: str, good: bool) -> None:
        self.recovery.tell(words, good)
        self.fit()

    def _try(self) -> None:
        code = self.recovery.code
        if code is None or not self.recovery.right:
            self.complain(
                tr("Belum sama dengan kode di lembar pemulihan. Periksa lagi."),
                self.recovery.first,
            )
            return
        home, passphrase = self._session.home, self.passphrase.text()
        self.change(lambda: recovery.renew(home, passphrase, code))
