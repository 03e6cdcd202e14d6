"""What can be done with an exhibit: check, export, print its log, ask for the original, derive."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from cases.changes import Changes
from cases.language import tr
from cases.work.evidence_records import DerivedRecord, SimilarRecord
from cases.work.records import CaseId
from gui import desk
from gui.background import Work, bus
from gui.desk import captures, evidence
from gui.desk.making import MadePaper
from gui.folders import documents
from gui.pages.exhibit.parts import ExhibitParts
from gui.sheets.capture import CaptureSheet
from gui.sheets.capture_facts import CaptureFacts
from gui.sheets.original import OriginalSheet
from gui.sheets.places import PlaceSheet
from gui.sheets.reason import ReasonSheet
from gui.sheets.times import TimeSheet
from gui.undoing import offer_caption
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from cases.work.exporting import Rehash


class ExhibitActs(QObject):
    """Writes for the viewer; every page hears of what was written."""

    def __init__(self, page: ExhibitParts) -> None:
        super().__init__(page)
        self._page = page
        panel = page.panel
        panel.data.captioned.connect(self._caption)
        panel.data.rehash_wanted.connect(self.rehash)
        panel.data.export_wanted.connect(self.export)
        panel.data.reread_wanted.connect(self.read_again)
        panel.time.time_wanted.connect(self._state_time)
        panel.time.place_wanted.connect(self._state_place)
        panel.origin.slip_wanted.connect(self.ask_for_original)
        panel.origin.received_wanted.connect(self._receive)
        panel.origin.describe_wanted.connect(self.describe)
        panel.origin.rechecked.connect(self._recheck)
        panel.origin.facts_wanted.connect(self._facts)
        panel.origin.alike_wanted.connect(self._see_alike)
        panel.log.print_wanted.connect(self.print_custody)

    def _tell(self, words: str) -> None:
        self._page.frame.tell(Notice(words))

    # --- the file

    def _caption(self, text: str) -> None:
        page = self._page
        home, exhibit = page.session.home, page.exhibit
        Work(page, lambda _progress: desk.caption(home, exhibit, text)).start()
        if page.view is not None:
            offer_caption(page, exhibit, page.view.exhibit.caption)

    def rehash(self) -> None:
        """Read the original again and say whether it is still the same."""
        page = self._page
        home, exhibit = page.session.home, page.exhibit

        def done(outcome: "Rehash") -> None:
            bus.changed.emit(outcome.changes)
            self._tell(
                tr("Sidik jari sama: berkas asli utuh.")
                if outcome.same
                else tr("Sidik jari BERBEDA atau berkas hilang. Pakai cadangan.")
            )

        self._tell(tr("Memeriksa sidik jari…"))
        Work(page, lambda _progress: evidence.rehash(home, exhibit), done=done, long=True).start()

    def read_again(self) -> None:
        """Read the stored file with the reader of today."""
        page = self._page
        home, exhibit = page.session.home, page.exhibit

        def done(changes: Changes) -> None:
            if changes.parts:
                self._tell(tr("Data berkas dibaca ulang; yang baru sudah tampil."))
                page.reload()
            else:
                self._tell(tr("Dibaca ulang: tidak ada yang baru."))

        Work(
            page,
            lambda progress: evidence.read_again(home, exhibit, progress),
            done=done,
            long=True,
        ).start()

    # --- copies that leave

    def export(self) -> None:
        """Ask where the original goes, then why."""
        page = self._page
        if page.view is not None:
            self._choose(page.view.exhibit.file, self.export_to)

    def export_to(self, out: Path) -> None:
        """Ask why, then write the original."""
        page = self._page
        home, exhibit = page.session.home, page.exhibit
        self._leave(out, lambda why: evidence.export(home, exhibit, out, why))

    def export_copy(self, copy: DerivedRecord) -> None:
        """Ask where a derived copy goes, then why."""
        name = copy.code.replace("/", "-") or "salinan"
        self._choose(f"{name}.jpg", lambda out: self.export_copy_to(copy, out))

    def export_copy_to(self, copy: DerivedRecord, out: Path) -> None:
        """Ask why, then write the derived copy."""
        home = self._page.session.home
        self._leave(out, lambda why: evidence.export_copy(home, copy.id, out, why))

    def _choose(self, name: str, act: Any) -> None:
        dialog = QFileDialog(self._page, tr("Salin keluar"), str(documents() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda file: act(Path(file)))
        dialog.open()

    def _leave(self, out: Path, write: Any) -> None:
        page = self._page
        sheet = ReasonSheet(
            page,
            tr("Salin keluar"),
            tr("Salinan ditulis ke {berkas}, lalu dibaca kembali.", berkas=str(out)),
            tr("Salin"),
            hint=tr("mis. diserahkan kepada Sentra Gakkumdu"),
        )

        def go(why: str) -> None:
            Work(
                page,
                lambda _progress: write(why),
                done=lambda _changes: self._tell(tr("Tersalin ke {berkas}.", berkas=str(out))),
                long=True,
            ).start()

        sheet.given.connect(go)
        sheet.open()

    def keep_copy(self) -> None:
        """Ask why, then make the derived copy of what was drawn."""
        page = self._page
        home, exhibit, steps = page.session.home, page.exhibit, list(page.editor.steps)
        sheet = ReasonSheet(
            page,
            tr("Simpan salinan turunan"),
            tr("Berkas asli tidak berubah. Salinan disimpan dengan sidik jari induknya."),
            tr("Simpan salinan"),
            hint=tr("mis. wajah anak ditutup"),
        )
        sheet.given.connect(
            lambda why: Work(
                page,
                lambda _progress: evidence.derive(home, exhibit, steps, why),
                done=page.copy_kept,
                long=True,
            ).start()
        )
        sheet.open()

    # --- papers

    def print_custody(self) -> None:
        """Make the paper of the custody log and show it."""
        page = self._page
        home, exhibit, case = page.session.home, page.exhibit, page.case
        if case is not None:
            self._make(lambda: evidence.print_custody(home, case, exhibit))

    def ask_for_original(self) -> None:
        """Ask for a note, record the request, and show the slip."""
        page = self._page
        case = page.case
        if case is None:
            return
        sheet = ReasonSheet(
            page,
            tr("Minta berkas asli"),
            tr("Lembar ini untuk pemegang HP atau kamera. Permintaannya dicatat."),
            tr("Buat lembar"),
            hint=tr("mis. dikirim saksi lewat WhatsApp"),
            needed=False,
        )
        sheet.given.connect(lambda why: self._slip(case, why))
        sheet.open()

    def _slip(self, case: CaseId, why: str) -> None:
        home, exhibit = self._page.session.home, self._page.exhibit
        self._make(lambda: evidence.request_original(home, case, exhibit, why))

    def _make(self, task: Any) -> None:
        page = self._page

        def done(made: MadePaper) -> None:
            bus.changed.emit(made.changes)
            page.frame.open_paper(made, page.case)

        Work(page, lambda _progress: task(), done=done).start()

    def _receive(self) -> None:
        page = self._page
        if page.view is not None:
            OriginalSheet(page, page.session, page.view.exhibit, page.case).open()

    # --- what persons say of it

    def describe(self) -> None:
        """Describe what the exhibit captures."""
        page = self._page
        CaptureSheet(page, page.session, page.exhibit, page.case).open()

    def _recheck(self, online: bool) -> None:
        page = self._page
        home, exhibit = page.session.home, page.exhibit
        Work(page, lambda _progress: captures.recheck(home, exhibit, online=online)).start()

    def _facts(self) -> None:
        page = self._page
        if page.case is not None:
            CaptureFacts(page, page.session, page.exhibit, page.case).open()

    def _state_time(self) -> None:
        page = self._page
        TimeSheet(page, page.session, page.case, (page.exhibit,)).open()

    def _state_place(self) -> None:
        page = self._page
        PlaceSheet(page, page.session, page.case, (page.exhibit,)).open()

    def _see_alike(self, one: SimilarRecord) -> None:
        self._page.frame.open_exhibit((one.exhibit,), 0, one.case)
