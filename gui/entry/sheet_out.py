"""The recovery sheet on its way to paper: saved as a PDF, or printed at once."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from cases.language import tr
from gui.background import Work
from gui.desk import recovery
from gui.folders import documents

if TYPE_CHECKING:
    from cases.keys.recovery import RecoveryCode


class SheetOut:
    """Saves or prints a recovery sheet for a page; `told` gets what to say, good or not."""

    def __init__(
        self, page: QWidget, told: Callable[[str, bool], None], kept: Callable[[], None]
    ) -> None:
        self._page, self._told, self._kept = page, told, kept

    def save(self, home: Any, code: "RecoveryCode") -> None:
        """Ask where, and save."""
        dialog = QFileDialog(
            self._page,
            tr("Simpan lembar pemulihan"),
            str(documents() / "lembar-pemulihan.pdf"),
            "PDF (*.pdf)",
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save_to(home, code, Path(file)))
        dialog.open()

    def save_to(self, home: Any, code: "RecoveryCode", file: Path) -> None:
        """Save into this file."""
        from gui import desk

        words = tr("Tersimpan di {tempat}. Cetak, lalu hapus.", tempat=str(file))
        Work(
            self._page,
            lambda _progress: desk.save_recovery_sheet(home, code, file),
            done=lambda _nothing: self._done(words),
        ).start()

    def print(self, home: Any, code: "RecoveryCode") -> None:
        """Print; where there is no printer say so."""
        if not QPrinterInfo.availablePrinters():
            self._told(
                tr("Pencetak tidak ditemukan. Simpan lembarnya, atau tulis di kertas."), False
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._page)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(lambda: self.print_on(home, code, printer))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, home: Any, code: "RecoveryCode", printer: QPrinter) -> None:
        """Print on this printer."""
        from gui.printing import print_pdf

        Work(
            self._page,
            lambda _progress: print_pdf(recovery.sheet(home, code), printer),
            done=lambda _pages: self._done(tr("Dicetak. Simpan lembarnya di tempat aman.")),
        ).start()

    def _done(self, words: str) -> None:
        self._told(words, True)
        self._kept()
