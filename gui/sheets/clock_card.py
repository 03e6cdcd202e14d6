"""
The clock card on the screen, and what a photo of it tells.

The card is made and painted by the window's own thread, in one go: how late it appears is part
of what is measured, so it may not wait behind other work. It costs some milliseconds a second.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cases.errors import NetraError
from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import theme
from gui.background import Work, bus, look
from gui.desk import intake, times
from gui.exhibit_words import short
from gui.folders import pictures
from gui.fonts import font
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.changes import Changes
    from cases.intake.measuring import ClockOffer
    from cases.work.former_statements import Former

_QUIET = 4
"""Empty squares around a QR; readers need them."""


class Code(QWidget):
    """The squares of a QR, black on white in every look, and the time below them."""

    def __init__(self) -> None:
        super().__init__()
        self._squares: tuple[tuple[bool, ...], ...] = ()
        self._words = ""
        self.setMinimumSize(theme.px(250), theme.px(290))

    def show_code(self, squares: tuple[tuple[bool, ...], ...], words: str) -> None:
        """Show another card, at once."""
        self._squares, self._words = squares, words
        self.setAccessibleName(tr("Kartu jam, {waktu}", waktu=words))
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares and the time."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        count = len(self._squares) + 2 * _QUIET
        side = min(self.width(), self.height() - theme.px(40)) / max(1, count)
        left = (self.width() - side * count) / 2 + side * _QUIET
        for y, line in enumerate(self._squares):
            for x, dark in enumerate(line):
                if dark:
                    at = QRectF(left + x * side, (y + _QUIET) * side, side + 0.4, side + 0.4)
                    painter.fillRect(at, QColor("black"))
        painter.setPen(QColor("black"))
        painter.setFont(font(20, 700))
        foot = QRectF(0, self.height() - theme.px(44), self.width(), theme.px(40))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.end()


class ClockCardSheet(Sheet):
    """Shows the card, reads a photo of it, and offers to state what was measured."""

    stated = Signal(object)
    """What stood before, to go back to."""

    def __init__(
        self, parent: QWidget, session: Session, case: CaseId | None, photo: ExhibitId | None
    ) -> None:
        super().__init__(
            parent,
            tr("Kartu jam"),
            tr(
                "Foto layar ini dengan HP atau kamera itu, dari dekat dan tajam. Jam kamera lalu "
                "diukur terhadap jam laptop ini."
            ),
        )
        self._session, self._case = session, case
        self._offer: ClockOffer | None = None
        self.code = Code()
        self.verdict = label("", "card-title", wrap=True)
        self.detail = label("", "secondary", wrap=True)
        self._choose = button(tr("Pilih foto kartu…"), "soft", "camera", clicked=self.choose_file)
        self._build(photo)
        self.finish(tr("Nyatakan"), self._state)
        self.primary.hide()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(intake.hold_ms())
        self._timer.timeout.connect(self.renew)
        self._timer.start()
        self.renew()

    def _build(self, photo: ExhibitId | None) -> None:
        line = row(self.code, spacing=20)
        line.setStretch(0, 1)
        side = QVBoxLayout()
        side.setSpacing(theme.px(10))
        steps = (
            tr("Foto kartu ini. Kartu berganti tiap detik; itu memang perlu."),
            tr("Salin fotonya ke laptop sebagai berkas asli, lewat kartu atau kabel."),
            tr("Pilih foto itu di sini. Ia masuk sebagai bukti seperti yang lain."),
        )
        for number, words in enumerate(steps, 1):
            side.addWidget(label(f"{number}.  {words}", wrap=True))
        side.addWidget(self._choose)
        if photo is not None:
            side.addWidget(
                button(tr("Ukur dari foto yang dipilih"), "", clicked=lambda: self.measure(photo))
            )
        side.addWidget(self.verdict)
        side.addWidget(self.detail)
        side.addStretch(1)
        line.addLayout(side, 1)
        self.column.addLayout(line)
        self.resize(theme.px(780), theme.px(520))

    def renew(self) -> None:
        """Show the card of this moment."""
        from cases.work.times import clock as hour
        from cases.work.times import zone_name

        home = self._session.home
        if not home.unlocked:
            self._timer.stop()
            return
        card, squares = intake.clock_card(home)
        zone = self._session.zone
        words = f"{hour(card.at, zone, seconds=True)} {zone_name(zone)}"
        self.code.show_code(squares, words)

    # --- the photo

    def choose_file(self) -> None:
        """Let the officer choose the photo of the card."""
        dialog = QFileDialog(self, tr("Pilih foto kartu jam"), str(pictures()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(lambda files: self.take_in([Path(file) for file in files]))
        dialog.open()

    def take_in(self, files: list[Path]) -> None:
        """Take the photo in and measure by it."""
        home, case = self._session.home, self._case
        self._wait()
        Work(
            self,
            lambda _progress: intake.take_in_card(home, files, case),
            done=self.measure,
            failed=self._not_measured,
            long=True,
        ).start()

    def measure(self, photo: ExhibitId) -> None:
        """Measure by a photo that is in already."""
        home, case = self._session.home, self._case
        self._wait()
        look(
            self,
            lambda: intake.read_clock(home, case, photo),
            self._show,
            slot="offer",
            failed=self._not_measured,
        )

    def _wait(self) -> None:
        self.verdict.setText(tr("Membaca foto…"))
        self.detail.setText("")
        self.primary.hide()

    def _not_measured(self, error: BaseException) -> None:
        if isinstance(error, NetraError):
            self.verdict.setText(error.message)
            self.detail.setText(error.advice)
        else:
            self.verdict.setText("")
            self._failed(error)

    def _show(self, offer: "ClockOffer") -> None:
        self._offer = offer
        seconds = abs(offer.error_ms) / 1000
        doubt = tr("±{n} detik", n=short(offer.plus_minus_ms / 1000))
        lasts = span(seconds)
        if seconds * 1000 <= offer.plus_minus_ms:
            words = tr("Jam kamera itu tepat ({ragu}).", ragu=doubt)
        elif offer.error_ms > 0:
            words = tr("Jam kamera itu lebih cepat {lama} ({ragu}).", lama=lasts, ragu=doubt)
        else:
            words = tr("Jam kamera itu lebih lambat {lama} ({ragu}).", lama=lasts, ragu=doubt)
        self.verdict.setText(words)
        count = len(offer.exhibits)
        self.detail.setText(
            tr(
                "Berlaku untuk {n} foto dari kamera yang sama, dua belas jam sebelum dan "
                "sesudah foto kartu. Waktu yang ditulis kamera tetap tersimpan.",
                n=count,
            )
        )
        self.primary.setText(tr("Nyatakan untuk {n} foto", n=count))
        self.primary.setAccessibleName(self.primary.text())
        self.primary.setEnabled(True)
        self.primary.show()

    def _state(self) -> None:
        offer, home, case = self._offer, self._session.home, self._case
        if offer is not None:
            self.record(
                lambda _progress: (
                    times.former_of_offer(home, case, offer.exhibits),
                    intake.state_measured(home, offer),
                )
            )

    def _done(self, outcome: "tuple[Former, Changes]") -> None:
        former, changes = outcome
        self.accept()
        bus.changed.emit(changes)
        self.stated.emit(former)


def span(seconds: float) -> str:
    """Say a length of time: `2 jam 5 menit 3,5 detik`, without what is zero."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    days, hours = divmod(hours, 24)
    parts = [
        tr("{n} hari", n=days) if days else "",
        tr("{n} jam", n=hours) if hours else "",
        tr("{n} menit", n=minutes) if minutes else "",
        tr("{n} detik", n=short(rest)) if rest and not days else "",
    ]
    return " ".join(part for part in parts if part) or tr("{n} detik", n=0)
