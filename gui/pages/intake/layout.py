"""How the intake page is laid out: target and drop zone, state, list, panel, buttons."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import CaseId
from gui import desk, icons, theme
from gui.frame import Frame, Page
from gui.pages.intake.banner import Banner
from gui.pages.intake.drawing import IntakeDelegate
from gui.pages.intake.panel import Explanation
from gui.pages.intake.parts import Counts, DropZone
from gui.pages.intake.rows import IntakeList, IntakeModel
from gui.pages.intake.run import Run
from gui.sheets.inbox import open_inbox
from gui.sheets.statements import StatementBar
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, icon_label, row
from gui.widgets.choice import Choice
from gui.widgets.picture import Pictures
from gui.widgets.text import Elided, label

_NARROW = 960


class IntakeLayout(Page):
    """The widgets of the intake page, and how they look while it runs, rests or waits."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Impor bukti")
        self.case: CaseId | None = None
        self.counts = Counts()
        self.zone = DropZone()
        self.banner = Banner()
        self.panel = Explanation()
        self.model = IntakeModel()
        self.run = Run(self, self.session, self.model)
        self._pictures = Pictures(
            self,
            lambda exhibit: desk.preview(self.session.home, exhibit),
            lambda: self.list.viewport().update(),
        )
        self.list = IntakeList(self.model, IntakeDelegate(self._pictures, self.session.zone))
        self.statements = StatementBar(
            self,
            lambda: self.run.case if self.model.exhibits else self.case,
            lambda: self.list.chosen,
        )
        self.target = Choice(tr("Masukkan ke"), ())
        self.inbox = button("", "", "inbox", clicked=lambda: open_inbox(self, None))
        self._build()

    def _build(self) -> None:
        column = self.column()
        self.setLayout(column)
        column.addLayout(self._top())
        column.addWidget(self.banner)
        column.addWidget(self._state())
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
        body = QHBoxLayout()
        body.setSpacing(theme.px(14))
        body.addWidget(self.list, 1)
        body.addWidget(self.panel)
        column.addLayout(body, 1)
        self.list.hide()
        self.panel.hide()
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
        box.setMaximumWidth(theme.px(300))
        box.setMinimumWidth(theme.px(200))
        left.addWidget(self.inbox)
        self.inbox.hide()
        made = row(box, self.zone, spacing=12)
        made.setStretch(0, 1)
        made.setStretch(1, 2)
        return made

    def _state(self) -> Card:
        self._card = Card()
        self.done = label("", "card-title")
        self.doing = Elided("", "secondary")
        first = row(self.done, self.doing, self.counts, spacing=10)
        first.setStretch(1, 1)
        self._card.column.addLayout(first)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Kemajuan impor"))
        self._card.column.addWidget(self._bar)
        self._card.hide()
        return self._card

    def _bottom(self) -> QHBoxLayout:
        self.pause = button(tr("Jeda"), "", "pause")
        self.pause.setToolTip(tr("Jeda (P)"))
        self.cancel = button(tr("Batal"), "", "x")
        self.finish = button(tr("Selesai, buka kasus"), "primary")
        for made in (self.pause, self.cancel, self.finish, self.statements):
            made.hide()
        self._note = label(
            tr("Foto di kartu tidak diubah. Halaman ini boleh ditinggal; impor berlanjut."),
            "secondary",
            wrap=True,
        )
        self.card = button(tr("Kartu jam…"), "", "qr-code", clicked=self.statements.measure)
        self.card.setToolTip(tr("Ukur jam kamera dengan foto kartu jam"))
        line = row(
            icon_label("lock", "ok"),
            self._note,
            1,
            self.statements,
            self.card,
            self.pause,
            self.cancel,
            self.finish,
            spacing=10,
        )
        line.setStretch(1, 20)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where the window is narrow or its words are large."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        self._note.setVisible(not narrow)
        self.statements.count.setVisible(not narrow)

    # --- states

    def show_running(self, *, running: bool) -> None:
        """Show the buttons of an import that runs, or of one that ended."""
        self._empty.hide()
        self.list.show()
        self._card.show()
        self.pause.setVisible(running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(True)
        self.statements.setVisible(not running)
        self.card.hide()
        self.show_paused(paused=False)
        if running:
            self.finish.hide()
            self.banner.hide()

    def show_paused(self, *, paused: bool) -> None:
        """Show whether the import waits for the officer."""
        words = tr("Lanjutkan") if paused else tr("Jeda")
        self.pause.setText(f" {words}")
        self.pause.setAccessibleName(words)
        self.pause.setIcon(icons.icon("play" if paused else "pause", "text"))

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self.done.setText(
            tr("{n} dari {semua} selesai", n=done, semua=total)
            if total
            else tr("Memeriksa pilihan…")
        )
        self.doing.setText(text)
