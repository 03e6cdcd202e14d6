"""A paper on the screen, read from memory; filled in, made final, printed, or saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from cases.errors import NetraError
from cases.language import tr
from cases.work.overview import CaseSummary
from cases.work.records import CaseId
from gui import desk, errors, theme
from gui.background import Work, bus, look
from gui.desk import papers
from gui.folders import documents
from gui.frame import Frame, Page
from gui.pages.paper_gaps import Gaps
from gui.printing import print_pdf
from gui.sheets.papers import FillField, FinalSheet, NameOfForm, with_letterhead
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.notice import Notice
from gui.widgets.text import label


class PaperPage(Page):
    """One paper."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Dokumen")
        self._case: CaseId | None = None
        self._paper: desk.MadePaper | None = None
        self._code = ""
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.back)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(tr("Halaman dokumen"))
        self.gaps = Gaps()
        self.gaps.wanted.connect(self._lead)
        self.gaps.check_wanted.connect(self._confirm)
        column = self.column()
        self.setLayout(column)
        self._note = label("", "secondary", wrap=True)
        self._note.setMinimumWidth(theme.px(60))
        self.docx = button(tr("Simpan DOCX"), "", "file-text", clicked=self.save_word)
        self.final = button(tr("Tandai final"), "", "badge-check", clicked=self.make_final)
        bar = row(
            self._note,
            button("", "", "zoom-out", name=tr("Perkecil"), clicked=lambda: self._zoom(0.8)),
            button("", "", "zoom-in", name=tr("Perbesar"), clicked=lambda: self._zoom(1.25)),
            button("", "", "maximize", name=tr("Selebar jendela"), clicked=self._fit),
            self.docx,
            button(tr("Simpan PDF"), "", "save", clicked=self.save),
            self.final,
            button(tr("Cetak"), "primary", "printer", clicked=self.print_paper),
        )
        bar.setStretch(0, 1)
        column.addLayout(bar)
        self._view.setMaximumWidth(theme.px(980))
        middle = row(self.gaps, 1, self._view, 1)
        middle.setStretch(2, 100)
        column.addLayout(middle, 1)

    def show_paper(self, paper: desk.MadePaper, case: CaseId | None) -> None:
        """Show a paper from memory; it never lies on the disk in clear."""
        self._paper, self._case = paper, case
        self.title = paper.title
        self._read_code()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(paper.data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        drawn = paper if isinstance(paper, papers.Preview) else None
        self.gaps.show_paper(drawn)
        self.docx.setVisible(drawn is not None)
        whole = drawn is not None and not drawn.choice.get("blank")
        self.final.setVisible(whole)
        count = self.document.pageCount()
        words = tr("{n} halaman. Yang belum diketahui dicetak sebagai titik-titik.", n=count)
        if drawn is not None:
            words = tr(
                "{n} halaman. Dicatat bila dicetak, disimpan, atau ditandai final.", n=count
            )
        self._note.setText(words)
        self._fit()
        self.frame.show_where()

    def _read_code(self) -> None:
        """Name the case the paper belongs to."""
        home, case = self.session.home, self._case
        self.crumb = tr("Kasus") if case is not None else ""

        def show(cases: tuple[CaseSummary, ...]) -> None:
            self._code = next((one.case.code for one in cases if one.case.id == case), "")
            self.crumb = self._code or self.crumb
            if self.isVisible():
                self.frame.show_where()

        if case is not None:
            look(self, lambda: desk.list_cases(home), show, slot="code")

    def back(self) -> None:
        """Go back to the case."""
        if self._case is not None:
            self.frame.open_case(self._case)

    # --- filling in

    def _lead(self, leads: str, what: str) -> None:
        """Go to where a gap is filled in."""
        typed = papers.typed_of(leads)
        case = self._case
        if case is None:
            return
        if typed is not None:
            sheet = FillField(self, self.session, case, what, typed)
            sheet.made.connect(lambda _made: self.draw_anew())
            sheet.open()
        elif leads == "kantor":
            with_letterhead(self, self.session)
        else:
            self.frame.open_case(case, _TABS.get(leads.partition(":")[0], "summary"))

    def _confirm(self) -> None:
        if isinstance(self._paper, papers.Preview):
            sheet = NameOfForm(self, self.session, self._paper)
            sheet.made.connect(lambda _made: self.draw_anew())
            sheet.open()

    def draw_anew(self) -> None:
        """Draw the paper as the case stands now."""
        shown, case, home = self._paper, self._case, self.session.home
        if not isinstance(shown, papers.Preview) or case is None:
            return
        blank = shown.choice.get("blank", False)
        public = shown.choice.get("redacted", False)

        def draw() -> papers.Preview:
            return papers.preview(home, case, shown.form, shown.about, blank=blank, public=public)

        look(self, draw, lambda drawn: self.show_paper(drawn, case), slot="paper")

    def make_final(self) -> None:
        """Ask for number and day, and make the paper final."""
        shown, case, home = self._paper, self._case, self.session.home
        if not isinstance(shown, papers.Preview) or case is None:
            return

        def give(number: str, day: str) -> None:
            Work(
                self,
                lambda _progress: papers.finalise(home, case, shown, number, day),
                done=self._show_kept,
            ).start()

        look(
            self,
            lambda: papers.propose(home, case, shown),
            lambda given: FinalSheet(self, len(shown.gaps), given, give).open(),
        )

    def _show_kept(self, made: desk.MadePaper) -> None:
        self.show_paper(made, self._case)
        bus.changed.emit(made.changes)

    # --- the screen

    def _zoom(self, factor: float) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(self._view.zoomFactor() * factor)

    def _fit(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    # --- printing and saving

    def _kept(self, act: Callable[[desk.MadePaper], object]) -> None:
        """Keep the paper first where it was only drawn, then go on with it."""
        shown, case, home = self._paper, self._case, self.session.home
        if shown is None:
            return
        if not isinstance(shown, papers.Preview) or case is None:
            act(shown)
            return

        def go_on(made: desk.MadePaper) -> None:
            bus.changed.emit(made.changes)
            act(made)

        Work(self, lambda _progress: papers.keep(home, case, shown), done=go_on).start()

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
        dialog.accepted.connect(lambda: self._kept(lambda made: self._print_on(made, printer)))
        dialog.setModal(True)
        dialog.show()

    def _print_on(self, paper: desk.MadePaper, printer: QPrinter) -> None:
        home = self.session.home

        def task(progress: object) -> object:
            print_pdf(paper.data, printer)
            return desk.record_printed(home, paper.event)

        Work(self, task, long=True).start()

    def save(self) -> None:
        """Save the PDF where the officer says."""
        self._ask_for_file(tr("Simpan PDF"), "pdf", self.save_to)

    def save_to(self, file: Path) -> None:
        """Save the PDF into this file, and record that it left."""
        home = self.session.home

        def write(made: desk.MadePaper) -> None:
            Work(
                self,
                lambda _progress: desk.save_paper(home, made, file),
                done=lambda _changes: self._tell_saved(file),
            ).start()

        self._kept(write)

    def save_word(self) -> None:
        """Save a DOCX where the officer says."""
        self._ask_for_file(tr("Simpan DOCX"), "docx", self.save_word_to)

    def save_word_to(self, file: Path) -> None:
        """Save a DOCX into this file, and record that it left."""
        shown, case, home = self._paper, self._case, self.session.home
        if isinstance(shown, papers.Preview) and case is not None:
            Work(
                self,
                lambda _progress: papers.save_docx(home, case, shown, file),
                done=lambda _changes: self._tell_saved(file),
            ).start()

    def _tell_saved(self, file: Path) -> None:
        words = tr("Tersimpan di {tempat}", tempat=str(file))
        folder = QUrl.fromLocalFile(str(file.parent))
        self.frame.tell(Notice(words, tr("Buka folder"), lambda: QDesktopServices.openUrl(folder)))

    def _ask_for_file(self, title: str, ending: str, then: Callable[[Path], None]) -> None:
        if self._paper is None:
            return
        code = f"{self._code}-" if self._code else ""
        place = str(documents() / f"{code}{self._paper.file_name}.{ending}")
        dialog = QFileDialog(self, title, place, f"{ending.upper()} (*.{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.open()

    @property
    def parts(self) -> list[QWidget]:
        """The page is one part."""
        return [self]


_TABS = {
    "pihak": "people",
    "orang": "people",
    "peristiwa": "events",
    "klarifikasi": "hearings",
    "bukti": "evidence",
}
"""Which tab of the case fills in what."""
