"""Impor bukti: files and folders come in, each with its own verdict, and the counts add up."""

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from cases.intake.outcome import IntakeResult
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseSummary
from cases.work.records import CaseId
from gui import desk, errors, theme
from gui.background import Work, bus, look
from gui.copies import make_copies
from gui.frame import Frame, Page
from gui.pages.intake_parts import Counts, DropZone, PhoneHelp
from gui.pages.intake_rows import IntakeDelegate, IntakeModel
from gui.sheets.inbox import open_inbox
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, icon_label, row
from gui.widgets.choice import Choice
from gui.widgets.picture import Pictures
from gui.widgets.text import label


class IntakePage(Page):
    """Takes files in as evidence."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Impor bukti")
        self._case: CaseId | None = None
        self._names: dict[str, str] = {}
        self._taken_into: CaseId | None = None
        self._work: Work | None = None
        self._unsorted = 0
        self.counts = Counts()
        self.zone = DropZone()
        self.model = IntakeModel(self.session.zone)
        self.list = QListView()
        self._pictures = Pictures(
            self,
            lambda exhibit: desk.preview(self.session.home, exhibit),
            lambda: self.list.viewport().update(),
        )
        self.target = Choice(tr("Masukkan ke"), ())
        self.inbox = button("", "", "inbox", clicked=lambda: open_inbox(self, None))
        self._build()

    def _build(self) -> None:
        column = self.column()
        self.setLayout(column)
        column.addLayout(self._top())
        column.addWidget(self._state())
        self.list.setProperty("kind", "boxed")
        self.list.setModel(self.model)
        self.list.setItemDelegate(IntakeDelegate(self._pictures, self.session.zone))
        self.list.setAccessibleName(tr("Berkas yang diimpor"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.list.doubleClicked.connect(lambda index: self._open(index.row()))
        self._empty = Card()
        self._empty.column.addWidget(
            Empty(
                "image-down",
                tr("Belum ada yang diimpor."),
                tr(
                    "Seret foto, tangkapan layar, atau folder ke sini. Berkas asli disegel apa "
                    "adanya; kartu dan ponsel tidak diubah."
                ),
            )
        )
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        self.list.hide()
        column.addLayout(self._bottom())
        self.setAcceptDrops(True)

    def _top(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(theme.px(4))
        left.addWidget(label(tr("Masukkan ke"), "strong14"))
        left.addWidget(self.target)
        box = QWidget()
        box.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        box.setFixedWidth(theme.px(320))
        left.addWidget(self.inbox)
        self.inbox.hide()
        self.target.activated.connect(lambda _index: self._aim())
        self.zone.files_wanted.connect(self.choose_files)
        self.zone.folder_wanted.connect(self.choose_folder)
        self.zone.dropped.connect(self.take_in)
        self.zone.pathless.connect(self.help_with_phone)
        made = row(box, self.zone, spacing=12)
        made.setStretch(1, 1)
        return made

    def _state(self) -> Card:
        self._card = Card()
        self._done = label("", "card-title")
        self._doing = label("", "secondary")
        first = row(self._done, self._doing, 1, self.counts, spacing=10)
        self._card.column.addLayout(first)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Kemajuan impor"))
        self._card.column.addWidget(self._bar)
        self._card.hide()
        return self._card

    def _bottom(self) -> QHBoxLayout:
        self.cancel = button(tr("Batalkan"), "", "x", clicked=self._cancel)
        self.cancel.hide()
        self.finish = button(tr("Selesai, buka kasus"), "primary", clicked=self._finish)
        self.finish.hide()
        note = label(
            tr("Foto di kartu tidak diubah. Halaman ini boleh ditinggal; impor berlanjut."),
            "secondary",
            wrap=True,
        )
        made = row(icon_label("lock", "ok"), note, self.cancel, self.finish, spacing=10)
        made.setStretch(1, 1)
        return made

    # --- target

    def aim(self, case: CaseId | None) -> None:
        """Set where files go: a case, or Belum dipilah."""
        self._case = case
        self._aim_choice()

    def refresh(self) -> None:
        """Read which cases there are."""
        home = self.session.home
        look(self, lambda: desk.list_cases(home), self._show_cases, slot="cases")
        look(self, lambda: len(desk.inbox(home)), self._show_inbox, slot="inbox")

    def hear(self, _changes: object) -> None:
        """Rows come by themselves; only pictures and cases may be newer."""
        self.refresh()
        self._read_records()

    def _read_records(self) -> None:
        home, case, exhibits = self.session.home, self._taken_into, self.model.exhibits
        if exhibits:
            look(
                self,
                lambda: desk.exhibits_by_id(home, case, exhibits),
                self._show_records,
                slot="records",
            )

    def _show_records(self, records: dict[str, ExhibitRecord]) -> None:
        self.model.show_records(records)
        self.counts.show_counts(self.model.counts)

    def _show_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        self._names = {s.case.id: f"{s.case.code}  {s.case.title}" for s in cases}
        self.target.clear()
        self.target.addItem(tr("Belum dipilah"), "")
        for case, name in self._names.items():
            self.target.addItem(name, case)
        self._aim_choice()

    def _aim_choice(self) -> None:
        self.target.setCurrentIndex(max(0, self.target.findData(self._case or "")))
        self.crumb = self._names.get(self._case or "", "").partition("  ")[0]
        self.inbox.setVisible(self._case is None and self._unsorted > 0)
        if self.isVisible():
            self.frame.show_where()

    def _aim(self) -> None:
        self._case = CaseId(self.target.value) if self.target.value else None
        self._aim_choice()

    def _show_inbox(self, unsorted: int) -> None:
        self._unsorted = unsorted
        self.inbox.setText(" " + tr("Lihat yang belum dipilah ({n})", n=unsorted))
        self.inbox.setAccessibleName(self.inbox.text().strip())
        self.inbox.setVisible(self._case is None and unsorted > 0)

    # --- taking in

    def choose_files(self) -> None:
        """Let the officer choose files."""
        dialog = QFileDialog(self, tr("Pilih berkas bukti"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: self.take_in([Path(file) for file in files]))
        dialog.open()

    def choose_folder(self) -> None:
        """Let the officer choose a folder."""
        dialog = QFileDialog(self, tr("Pilih folder bukti"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda files: self.take_in([Path(file) for file in files]))
        dialog.open()

    def help_with_phone(self) -> None:
        """What was dropped has no path: tell how phones are read."""
        PhoneHelp(self).open()

    def take_in(self, paths: list[Path]) -> None:
        """Take files in, in the background; rows come as each file is done."""
        if not paths or self._work is not None:
            return
        home, case, arrived = self.session.home, self._case, self.model.arrived
        self._taken_into = case
        self.model.begin()
        self._empty.hide()
        self.list.show()
        self._card.show()
        self.cancel.show()
        self.finish.hide()
        self._work = Work(
            self,
            lambda progress: desk.take_in(home, paths, case, progress, arrived.put),
            done=self._ended,
            failed=self._failed,
            long=True,
        ).start()
        self._work.watch(self._tell)
        self._tell(0, 0, "")

    def _tell(self, done: int, total: int, text: str) -> None:
        before = self.model.rowCount()
        self.model.drain()
        if self.model.rowCount() != before:
            self._read_records()
        self.counts.show_counts(self.model.counts)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._done.setText(
            tr("{n} dari {semua} selesai", n=self.model.rowCount(), semua=total)
            if total
            else tr("Memeriksa pilihan…")
        )
        self._doing.setText(text)

    def _ended(self, result: IntakeResult) -> None:
        self._rest()
        self.model.show_result(result)
        count = self.model.counts
        self.counts.show_counts(count)
        self._bar.setRange(0, 1)
        self._bar.setValue(1)
        self._doing.setText("")
        self._done.setText(
            tr("Dihentikan. {n} berkas sudah masuk dan aman.", n=count.stored)
            if result.cancelled
            else tr("{n} berkas selesai", n=len(result.items))
        )
        self.finish.setVisible(self._taken_into is not None)
        if result.failure is not None:
            errors.show(self, result.failure)
        bus.changed.emit(result.changes)
        make_copies(self, self.session.home)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self.model.drain()
        self.counts.show_counts(self.model.counts)
        errors.show(self, error)

    def _rest(self) -> None:
        self._work = None
        self.cancel.hide()
        self.cancel.setEnabled(True)

    def _cancel(self) -> None:
        if self._work is not None:
            self.cancel.setEnabled(False)
            self._work.progress.cancel()

    def _finish(self) -> None:
        if self._taken_into is not None:
            self.frame.open_case(self._taken_into, "evidence")

    def _open(self, index: int) -> None:
        exhibits = self.model.exhibits
        exhibit = self.model.exhibit_at(index)
        if exhibit:
            self.frame.open_exhibit(exhibits, exhibits.index(exhibit), self._taken_into)

    def back(self) -> None:
        """Go to the case that files go into."""
        if self._case is not None:
            self.frame.open_case(self._case, "evidence")

    @property
    def parts(self) -> list[QWidget]:
        """The page is one part."""
        return [self]
