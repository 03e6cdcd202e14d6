"""Kotak kirim: cases sealed for the office, and how far the office has confirmed them."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout

from cases.errors import Cancelled
from cases.language import tr
from cases.office.outbox import Outgoing
from cases.sealed.seal import SealResult
from gui import errors, theme
from gui.background import Work, look
from gui.desk import exchange
from gui.folders import documents
from gui.frame import Frame, Page
from gui.pages.exchange.office_card import OfficeSide
from gui.pages.exchange.outgoing_rows import OutgoingRow
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, line, row
from gui.widgets.text import copyable, label


class OutboxPage(Page):
    """Seals cases, keeps receipts."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Kotak kirim")
        self._work: Work | None = None
        column = self.scrolled_column()
        columns = row(spacing=14)
        column.addLayout(columns)
        column.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.px(12))
        left.addWidget(self._progress_card())
        card = Card(tr("Kasus di laptop ini"), "send")
        self._rows = Swap(0)
        card.column.addWidget(self._rows)
        left.addWidget(card)
        left.addStretch(1)
        columns.addLayout(left, 1)
        self.side = OfficeSide(self)
        columns.addWidget(self.side)

    def _progress_card(self) -> Card:
        self._told = Card(tr("Berkas kasus"), "package-check")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Kemajuan penyegelan"))
        self.verdict = label("", "strong", wrap=True)
        self.detail = copyable("", "secondary")
        self._cancel = button(tr("Batalkan"), "", "x", clicked=self._stop)
        for widget in (self._bar, self.verdict, self.detail):
            self._told.column.addWidget(widget)
        self._told.column.addLayout(row(self._cancel, 1))
        self._told.hide()
        return self._told

    def refresh(self) -> None:
        """Read how far the office has each case."""
        home = self.session.home
        self.side.refresh()
        look(self, lambda: exchange.outgoing(home), self._show, slot="outgoing")

    def _show(self, found: tuple[Outgoing, ...]) -> None:
        column = self._rows.renew()
        if not found:
            column.addWidget(
                Empty(
                    "send",
                    tr("Belum ada kasus"),
                    tr("Kasus yang Anda buat tampil di sini dan dapat disegel untuk kantor."),
                )
            )
        for number, one in enumerate(found):
            if number:
                column.addWidget(line())
            column.addWidget(OutgoingRow(one, self.session.zone, self.choose))

    def choose(self, one: Outgoing, *, identities: bool = True) -> None:
        """Let the officer choose where the sealed file goes."""
        dialog = QFileDialog(self, tr("Simpan berkas kasus"), str(documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Berkas kasus Netra (*.netra)"))
        dialog.setDefaultSuffix("netra")
        dialog.selectFile(f"{one.case.code}.netra")
        dialog.fileSelected.connect(
            lambda file: self.seal_to(one, Path(file), identities=identities)
        )
        dialog.open()

    def seal_to(self, one: Outgoing, file: Path, *, identities: bool = True) -> None:
        """Seal a case into a file, in the background."""
        home = self.session.home
        self._told.show()
        self._bar.show()
        self._cancel.show()
        theme.set_kind(self.verdict, tone="")
        self.verdict.setText(tr("Menyegel {kode}…", kode=one.case.code))
        self.detail.setText("")
        self._work = Work(
            self,
            lambda progress: exchange.seal(
                home, one.case.id, file, identities=identities, progress=progress
            ),
            done=self._done,
            failed=self._failed,
            long=True,
        ).start()
        self._work.watch(self._tell)

    def _tell(self, done: int, total: int, _text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _done(self, sealed: SealResult) -> None:
        from cases.work.times import size

        self._rest()
        theme.set_kind(self.verdict, tone="ok")
        words = tr(
            "Tersegel: {berkas}, {ukuran}. Bawa ke kantor lewat USB, pesan, atau surel.",
            berkas=sealed.file.name,
            ukuran=size(sealed.size),
        )
        if not exchange.office_name(self.session.home):
            theme.set_kind(self.verdict, tone="warn")
            words = tr(
                "Tersegel: {berkas}, {ukuran}, tetapi hanya laptop ini yang dapat membukanya: "
                "laptop belum terdaftar ke kantor.",
                berkas=sealed.file.name,
                ukuran=size(sealed.size),
            )
        if sealed.left_out:
            left = tr("{n} berkas identitas tidak disertakan.", n=sealed.left_out)
            words = f"{words} {left}"
        self.verdict.setText(words)
        self.detail.setText(f"SHA-256 {sealed.sha256}")
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self._told.hide()
        if not isinstance(error, Cancelled):
            errors.show(self, error)

    def _rest(self) -> None:
        self._work = None
        self._bar.hide()
        self._cancel.hide()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.progress.cancel()
