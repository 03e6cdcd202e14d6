"""Meja impor, at an office: case files are taken in, each with one verdict and a receipt."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar

from cases.keys.cards import OfficerCard
from cases.language import tr
from cases.office.outbox import Incoming
from cases.office.outcome import FileImport
from gui import errors
from gui.background import Work, bus, look
from gui.desk import exchange
from gui.folders import documents
from gui.frame import Frame
from gui.pages.exchange.dropping import DropPage
from gui.pages.exchange.office_card import compare, pick, save_as
from gui.pages.exchange.receiving_rows import HeldRow, ResultRow
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, line, row
from gui.widgets.text import label


class ReceivingPage(DropPage):
    """Takes case files in."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Meja impor")
        self.dropped.connect(self.take_in)
        column = self.scrolled_column()
        card = Card(tr("Terima berkas kasus"), "package-open")
        text = tr("Letakkan berkas .netra di sini. Berkas yang tidak utuh tidak masuk.")
        card.column.addWidget(label(text, "lead", wrap=True))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Kemajuan penerimaan"))
        self._bar.hide()
        card.column.addWidget(self._bar)
        self.start = button(tr("Pilih berkas…"), "primary", "folder-open", clicked=self.choose)
        card.column.addLayout(
            row(
                self.start,
                1,
                button(tr("Percayai petugas…"), "", "id-card", clicked=self.choose_officer),
                button(tr("Simpan kartu kantor…"), "", "save", clicked=self.choose_card),
            )
        )
        self.told = label("", "strong14", wrap=True)
        self.told.hide()
        card.column.addWidget(self.told)
        self._results = Swap(0)
        card.column.addWidget(self._results)
        column.addWidget(card)
        held = Card(tr("Sudah diterima"), "archive")
        self._held = Swap(0)
        held.column.addWidget(self._held)
        column.addWidget(held)
        column.addStretch(1)

    def refresh(self) -> None:
        """Read what came in."""
        home = self.session.home
        look(self, lambda: exchange.incoming(home), self._show_held, slot="incoming")

    # --- files

    def choose(self) -> None:
        """Let the user choose case files."""
        dialog = QFileDialog(self, tr("Pilih berkas kasus"), str(documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(tr("Berkas kasus Netra (*.netra)"))
        dialog.filesSelected.connect(lambda files: self.take_in([Path(file) for file in files]))
        dialog.open()

    def take_in(self, files: list[Path]) -> None:
        """Take files in, in the background."""
        if not files:
            return
        home = self.session.home
        self.start.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._results.renew()
        work = Work(
            self,
            lambda progress: exchange.import_files(home, files, progress),
            done=self._done,
            failed=self._failed,
            long=True,
        ).start()
        work.watch(self._tell)

    def _tell(self, done: int, total: int, _text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        errors.show(self, error)

    def _rest(self) -> None:
        self._bar.hide()
        self.start.setEnabled(True)

    def _done(self, results: Sequence[FileImport]) -> None:
        self._rest()
        column = self._results.renew()
        for one in results:
            column.addWidget(line())
            column.addWidget(ResultRow(one, self._save_receipt))
            if one.changes.parts:
                bus.changed.emit(one.changes)
        self.refresh()

    def _save_receipt(self, receipt: str, name: str) -> None:
        home = self.session.home
        save_as(
            self,
            tr("Simpan tanda terima"),
            f"{Path(name).stem}.receipt.json",
            lambda file: Work(
                self, lambda _progress: exchange.save_receipt(home, receipt, file)
            ).start(),
        )

    def _show_held(self, found: Sequence[Incoming]) -> None:
        column = self._held.renew()
        if not found:
            text = tr("Berkas yang diterima tampil di sini dengan tanda terimanya.")
            column.addWidget(Empty("archive", tr("Belum ada berkas"), text))
        for one in found:
            column.addWidget(self._held_row(one))

    def _held_row(self, one: Incoming) -> HeldRow:
        from cases.work.times import full_time

        code, when = one.case.code, full_time(one.at, self.session.zone)
        return HeldRow(
            f"{code}  ·  {one.case.title}",
            tr(
                "dari {nama}  ·  {waktu}  ·  {berkas}",
                nama=one.signer,
                waktu=when,
                berkas=one.file,
            ),
            button(
                tr("Buka"),
                "soft",
                name=tr("Buka kasus {kode}", kode=code),
                clicked=lambda: self.frame.open_case(one.case.id),
            ),
            button(
                tr("Tanda terima…"),
                name=tr("Simpan tanda terima {kode}", kode=code),
                clicked=lambda: self._save_receipt(one.receipt, one.file),
            ),
        )

    # --- cards

    def choose_officer(self) -> None:
        """Let the user choose the card of an officer."""
        pick(self, tr("Pilih kartu petugas"), self.read_officer)

    def read_officer(self, file: Path) -> None:
        """Read a card and ask whether its words are right."""
        look(self, lambda: exchange.read_officer_card(file), self.ask)

    def ask(self, card: OfficerCard) -> None:
        """Ask whether the six words are those the officer says."""
        compare(self, card.name, card.words, lambda: self.trust(card))

    def trust(self, card: OfficerCard) -> None:
        """Trust the key of an officer from now on."""
        home = self.session.home
        said = tr("{nama} kini dipercaya.", nama=card.name)
        Work(
            self,
            lambda _progress: exchange.trust_officer(home, card),
            done=lambda _changes: self._say(said),
        ).start()

    def choose_card(self) -> None:
        """Let the user choose where the office's card goes."""
        save_as(self, tr("Simpan kartu kantor"), "kartu-kantor.json", self.save_card)

    def save_card(self, file: Path) -> None:
        """Write the office's card and show its six words."""
        home = self.session.home
        Work(
            self,
            lambda _progress: exchange.save_card(home, file),
            done=lambda words: self._say(
                tr("Kartu tersimpan. Enam katanya: {kata}", kata=" ".join(words))
            ),
        ).start()

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
