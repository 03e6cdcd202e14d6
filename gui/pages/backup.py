"""Cadangkan: a verified copy of the encrypted home on another disk."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar

from cases.errors import Cancelled
from cases.language import tr
from gui import desk, errors, theme
from gui.background import Work, look
from gui.folders import documents
from gui.frame import Frame, Page
from gui.widgets.buttons import button
from gui.widgets.card import Card, row
from gui.widgets.text import label


class BackupPage(Page):
    """Makes a backup."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Cadangkan")
        self._work: Work | None = None
        column = self.scrolled_column()
        card = Card(tr("Cadangan ke USB"), "hard-drive-download")
        card.column.addWidget(
            label(
                tr(
                    "Seluruh rumah data disalin apa adanya, tetap terenkripsi, lalu dibaca ulang "
                    "untuk memastikan salinannya sama."
                ),
                "lead",
                wrap=True,
            )
        )
        self.last = label("", "secondary", wrap=True)
        card.column.addWidget(self.last)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Kemajuan cadangan"))
        self._bar.hide()
        card.column.addWidget(self._bar)
        self.verdict = label("", "strong", wrap=True)
        card.column.addWidget(self.verdict)
        self.start = button(
            tr("Pilih folder dan cadangkan…"), "primary", "usb", clicked=self.choose
        )
        self.cancel = button(tr("Batalkan"), "", "x", clicked=self._cancel)
        self.cancel.hide()
        card.column.addLayout(row(self.start, self.cancel, 1))
        column.addWidget(card)
        column.addStretch(1)

    def refresh(self) -> None:
        """Read when the last backup was made."""
        home = self.session.home
        look(self, lambda: desk.machine(home), self._show, slot="machine")

    def _show(self, machine: tuple[int, int, str]) -> None:
        from cases.work.times import full_time

        _free, _total, moment = machine
        when = full_time(moment, self.session.zone) if moment else tr("belum pernah")
        self.last.setText(tr("Cadangan terakhir: {waktu}", waktu=when))

    def choose(self) -> None:
        """Let the officer choose where the backup goes."""
        dialog = QFileDialog(self, tr("Pilih folder untuk cadangan"), str(documents()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.back_up(Path(folder)))
        dialog.open()

    def back_up(self, folder: Path) -> None:
        """Make the backup in the background."""
        home = self.session.home
        self.verdict.setText("")
        self._bar.show()
        self.cancel.show()
        self.start.setEnabled(False)
        self._work = Work(
            self,
            lambda progress: desk.backup(home, folder, progress),
            done=self._done,
            failed=self._failed,
            long=True,
        ).start()
        self._work.watch(self._tell)

    def _tell(self, done: int, total: int, _text: str) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def _done(self, words: str) -> None:
        self._rest()
        theme.set_kind(self.verdict, tone="ok")
        self.verdict.setText(words)
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._rest()
        if not isinstance(error, Cancelled):
            errors.show(self, error)

    def _rest(self) -> None:
        self._work = None
        self._bar.hide()
        self.cancel.hide()
        self.start.setEnabled(True)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.progress.cancel()
