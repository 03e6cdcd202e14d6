"""Impor bukti: files and folders come in, each with its own verdict, and the counts add up."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from cases.errors import NetraError
from cases.intake.outcome import IntakeResult
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseSummary
from cases.work.records import CaseId, ExhibitId
from gui import desk, errors, theme
from gui.background import Work, bus, look
from gui.copies import make_copies
from gui.desk import intake
from gui.folders import pictures
from gui.frame import Frame
from gui.pages.intake.layout import IntakeLayout
from gui.pages.intake.verdicts import hint_of
from gui.sheets.phone import PhoneHelp
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from cases.intake.brought import Unfinished

_WITH_PANEL = 1100


class IntakePage(IntakeLayout):
    """Takes files in as evidence."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._names: dict[str, str] = {}
        self._earlier: tuple[CaseId | None, tuple[Path, ...]] | None = None
        self._unsorted = 0
        self._connect()

    def _connect(self) -> None:
        self.target.activated.connect(lambda _index: self._aim())
        self.zone.files_wanted.connect(self.choose_files)
        self.zone.folder_wanted.connect(self.choose_folder)
        self.zone.dropped.connect(self.take_in)
        self.zone.pathless.connect(self.help_with_phone)
        self.counts.filtered.connect(self.model.filter)
        self.list.opened.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self.model.modelReset.connect(self._choose)
        self.run.told.connect(self._tell)
        self.run.ended.connect(self._ended)
        self.run.failed.connect(self._failed)
        self.pause.clicked.connect(lambda _checked=False: self._pause())
        self.cancel.clicked.connect(lambda _checked=False: self._cancel())
        self.finish.clicked.connect(lambda _checked=False: self._finish())
        self.banner.resumed.connect(self._resume)
        self.banner.finished.connect(self._give_up)
        self.panel.time_wanted.connect(self.statements.state_time)
        self.panel.place_wanted.connect(self.statements.state_place)
        self.panel.original_wanted.connect(self._ask_for_original)
        self.panel.alike_wanted.connect(lambda hint: self.list.choose(self.model.alike(hint)))
        for key, act in (("P", self._pause), ("A", self._choose_alike)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.activated.connect(act)

    # --- target

    def aim(self, case: CaseId | None) -> None:
        """Set where files go: a case, or Belum dipilah."""
        self.case = case
        self._aim_choice()

    def refresh(self) -> None:
        """Read which cases there are, and whether an import did not end."""
        home = self.session.home
        look(self, lambda: desk.list_cases(home), self._show_cases, slot="cases")
        look(self, lambda: len(desk.inbox(home)), self._show_inbox, slot="inbox")
        if self.run.work is None:
            look(self, lambda: intake.unfinished(home), self._show_earlier, slot="earlier")

    def hear(self, _changes: object) -> None:
        """Rows come by themselves; only pictures and cases may be newer."""
        self.refresh()
        self._read_records(self.model.exhibits)

    def _read_records(self, exhibits: tuple[ExhibitId, ...]) -> None:
        home, case = self.session.home, self.run.case
        if exhibits:
            look(self, lambda: intake.records(home, exhibits, case), self._show_records)

    def _show_records(self, records: dict[str, ExhibitRecord]) -> None:
        self.model.show_records(records)
        self.counts.show_counts(self.model.counts)
        self._explain()

    def _show_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        self._names = {s.case.id: f"{s.case.code}  {s.case.title}" for s in cases}
        self.target.clear()
        self.target.addItem(tr("Belum dipilah"), "")
        for case, name in self._names.items():
            self.target.addItem(name, case)
        self._aim_choice()

    def _aim_choice(self) -> None:
        self.target.setCurrentIndex(max(0, self.target.findData(self.case or "")))
        self.crumb = self._names.get(self.case or "", "").partition("  ")[0]
        self.inbox.setVisible(self.case is None and self._unsorted > 0)
        if self.isVisible():
            self.frame.show_where()

    def _aim(self) -> None:
        self.case = CaseId(self.target.value) if self.target.value else None
        self._aim_choice()

    def _show_inbox(self, unsorted: int) -> None:
        self._unsorted = unsorted
        self.inbox.setText(" " + tr("Lihat yang belum dipilah ({n})", n=unsorted))
        self.inbox.setAccessibleName(self.inbox.text().strip())
        self.inbox.setVisible(self.case is None and unsorted > 0)

    # --- taking in

    def choose_files(self) -> None:
        """Let the officer choose files."""
        self._choose_paths(tr("Pilih berkas bukti"), QFileDialog.FileMode.ExistingFiles)

    def choose_folder(self) -> None:
        """Let the officer choose a folder."""
        self._choose_paths(tr("Pilih folder bukti"), QFileDialog.FileMode.Directory)

    def _choose_paths(self, title: str, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, title, str(pictures()))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda files: self.take_in([Path(file) for file in files]))
        dialog.open()

    def help_with_phone(self) -> None:
        """What was dropped has no path: tell how phones are read."""
        PhoneHelp(self).open()

    def take_in(self, paths: list[Path]) -> None:
        """Take files in, in the background; rows come as each file is done."""
        if paths and self.run.work is None:
            self.counts.choose("")
            self.run.begin(paths, self.case)
            self.show_running(running=True)
            self._tell(0, 0, "")

    def _tell(self, done: int, total: int, text: str) -> None:
        self._read_records(self.model.drain())
        self.counts.show_counts(self.model.counts)
        left = self.run.left(done, total)
        self.show_progress(done, total, "  ·  ".join(part for part in (left, text) if part))
        if self.run.paused:
            self.done.setText(
                tr("Dijeda. {n} dari {semua} sudah masuk dan aman.", n=done, semua=total)
            )

    def _ended(self, result: IntakeResult) -> None:
        self.model.show_result(result)
        count = self.model.counts
        self.counts.show_counts(count)
        self.show_running(running=False)
        self.show_progress(count.total - count.waiting, count.total, "")
        self.done.setText(tr("{n} berkas selesai", n=count.total - count.waiting))
        self.finish.setVisible(self.run.case is not None)
        if result.failure is not None:
            self._tell_failure(result.failure, resumable=bool(result.left))
        elif result.left:
            self._tell_rest(count.stored + count.duplicate, len(result.left))
        bus.changed.emit(result.changes)
        self._read_records(self.model.exhibits)
        make_copies(self, self.session.home)

    def _tell_failure(self, failure: NetraError, *, resumable: bool) -> None:
        if not resumable:
            errors.show(self, failure)
            return
        self._earlier = self.run.case, tuple(self.run.paths)
        self.banner.tell(failure.message, failure.advice)

    def _tell_rest(self, safe: int, left: int) -> None:
        self._earlier = self.run.case, tuple(self.run.paths)
        self.banner.tell(
            tr("Dihentikan. {n} sudah masuk dan aman, {sisa} belum disalin.", n=safe, sisa=left),
            tr("Lanjutkan kapan saja; yang sudah masuk tidak dibaca ulang."),
        )

    def _failed(self, error: BaseException) -> None:
        self.model.drain()
        self.counts.show_counts(self.model.counts)
        self.show_running(running=False)
        self.show_progress(self.model.counts.total, self.model.counts.total, "")
        errors.show(self, error)
        self.refresh()

    def _pause(self) -> None:
        self.run.pause()
        self.show_paused(paused=self.run.paused)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.run.cancel()

    def _finish(self) -> None:
        if self.run.case is not None:
            self.frame.open_case(self.run.case, "evidence")

    # --- an import that did not end

    def _show_earlier(self, found: "tuple[tuple[Unfinished, bool], ...]") -> None:
        if not found or self.run.work is not None or self._earlier is not None:
            return
        from cases.work.times import short_time

        one, there = found[-1]
        self._earlier = one.case, one.paths
        self.banner.tell(
            tr(
                "Impor {waktu} ke {tujuan} belum selesai. {n} sudah masuk dan aman.",
                waktu=short_time(one.begun_at, self.session.zone),
                tujuan=self._names.get(one.case or "", "").partition("  ")[0]
                or tr("Belum dipilah"),
                n=one.stored,
            ),
            tr("Yang sudah masuk tidak dibaca ulang.")
            if there
            else tr("Pasang lagi kartu atau kabelnya, lalu lanjutkan impor."),
        )

    def _resume(self) -> None:
        if self._earlier is not None and self.run.work is None:
            (case, paths), self._earlier = self._earlier, None
            self.aim(case)
            self.take_in(list(paths))

    def _give_up(self) -> None:
        if self._earlier is not None:
            (case, _paths), self._earlier = self._earlier, None
            home = self.session.home
            self.banner.hide()
            Work(self, lambda _progress: intake.end_run(home, case)).start()

    # --- what is chosen

    def _choose(self) -> None:
        self.statements.tell()
        self._explain()

    def _explain(self) -> None:
        rows = self.list.chosen_rows
        wide = self.width() >= theme.px(_WITH_PANEL)
        self.panel.setVisible(bool(rows) and wide)
        if rows and wide:
            item, record = self.model.row_at(rows[0])
            self.panel.show_row(item, record, len(self.model.alike(hint_of(item, record))))

    def _choose_alike(self) -> None:
        rows = self.list.chosen_rows
        if rows:
            self.list.choose(self.model.alike(hint_of(*self.model.row_at(rows[0]))))

    def _ask_for_original(self) -> None:
        home, chosen = self.session.home, self.list.chosen
        if chosen:
            Work(
                self,
                lambda _progress: intake.request_original(home, chosen[0], ""),
                done=lambda _changes: self.frame.tell(
                    Notice(tr("Permintaan berkas asli dicatat."))
                ),
            ).start()

    def _open(self, index: int) -> None:
        exhibits, wanted = self.model.exhibits, self.model.exhibits_at(index, index)
        if wanted:
            self.frame.open_exhibit(exhibits, exhibits.index(wanted[0]), self.run.case)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the panel only where there is room for it."""
        super().resizeEvent(event)
        self._explain()

    def back(self) -> None:
        """Go to the case that files go into."""
        if self.case is not None:
            self.frame.open_case(self.case, "evidence")

    @property
    def parts(self) -> list[QWidget]:
        """The page, and the panel where it is shown."""
        return [self, self.panel]
