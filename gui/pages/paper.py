"""A paper on the screen, read from memory; printed, or saved where the officer says."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from cases.errors import NetraError
from cases.language import tr
from cases.work.records import CaseId
from gui import desk, errors, theme
from gui.background import Work
from gui.frame import Frame, Page
from gui.pages.printing import print_pdf
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.text import label


class PaperPage(Page):
    """One paper."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Dokumen")
        self._case: CaseId | None = None
        self._paper: desk.MadePaper | None = None
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(tr("Halaman dokumen"))
        column = self.column()
        self.setLayout(column)
        self._note = label("", "secondary", wrap=True)
        self._note.setMinimumWidth(theme.px(60))
        bar = row(
            self._note,
            button("", "", "zoom-out", name=tr("Perkecil"), clicked=lambda: self._zoom(0.8)),
            button("", "", "zoom-in", name=tr("Perbesar"), clicked=lambda: self._zoom(1.25)),
            button("", "", "maximize", name=tr("Selebar jendela"), clicked=self._fit),
            button(tr("Simpan PDF"), "", "save", clicked=self.save),
            button(tr("Cetak"), "primary", "printer", clicked=self.print_paper),
        )
        bar.setStretch(0, 1)
        column.addLayout(bar)
        self._view.setMaximumWidth(theme.px(980))
        middle = row(1, self._view, 1)
        middle.setStretch(1, 100)
        column.addLayout(middle, 1)

    def show_paper(self, paper: desk.MadePaper, case: CaseId | None) -> None:
        """Show a paper from memory; it never lies on the disk in clear."""
        self._paper, self._case = paper, case
        self.title = paper.title
        self.crumb = tr("Kasus")
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(paper.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._note.setText(
            tr(
                "{n} halaman. Yang belum diketahui dicetak sebagai titik-titik.",
                n=self.document.pageCount(),
            )
        )
        self._fit()

    def back(self) -> None:
        """Go back to the case."""
        if self._case is not None:
            self.frame.open_case(self._case)

    def _zoom(self, factor: float) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(self._view.zoomFactor() * factor)

    def _fit(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def print_paper(self) -> None:
        """Print; where there is no printer say so and offer the PDF."""
        if self._paper is None:
            return
        if not QPrinterInfo.availablePrinters():
            box = errors.show(
                self,
                NetraError(
                    tr("Pencetak tidak ditemukan. Dokumen tetap bisa disimpan sebagai PDF."),
                    tr("Simpan PDF ke USB, lalu cetak dari laptop lain."),
                    code="E-10",
                ),
            )
            if box is not None:
                save = box.addButton(tr("Simpan PDF"), box.ButtonRole.AcceptRole)
                save.clicked.connect(self.save)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(lambda: self._print_on(printer))
        dialog.setModal(True)
        dialog.show()

    def _print_on(self, printer: QPrinter) -> None:
        paper, home = self._paper, self.session.home
        if paper is None:
            return

        def task(progress: object) -> object:
            print_pdf(paper.data, printer)
            return desk.record_printed(home, paper.event)

        Work(self, task, long=True).start()

    def save(self) -> None:
        """Save the PDF where the officer says."""
        if self._paper is None:
            return
        dialog = QFileDialog(self, tr("Simpan PDF"), f"{self._paper.file_name}.pdf", "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file)))
        dialog.open()

    def save_to(self, file: Path) -> None:
        """Save the PDF into this file, and record that it left."""
        paper, home = self._paper, self.session.home
        if paper is not None:
            Work(self, lambda _progress: desk.save_paper(home, paper, file)).start()

    @property
    def parts(self) -> list[QWidget]:
        """The page is one part."""
        return [self]
