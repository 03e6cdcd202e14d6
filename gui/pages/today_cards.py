"""The cards of Hari ini: one deadline, today's pictures, this laptop, a case last touched."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cases import clock
from cases.language import tr
from cases.work.deadline_records import DeadlineRecord
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseSummary
from cases.work.records import CaseId
from gui import theme
from gui.fonts import font
from gui.times_left import time_left
from gui.widgets.buttons import button
from gui.widgets.card import Card, pair
from gui.widgets.picture import Pictures, paint
from gui.widgets.pill import Countdown
from gui.widgets.text import Elided, label

_LOW, _VERY_LOW = 2_000_000_000, 500_000_000
_OLD_BACKUP_DAYS = 7


class DeadlineRow(QWidget):
    """One deadline: how long, what, of which case, on which ground."""

    def __init__(
        self,
        deadline: DeadlineRecord,
        zone: str,
        open_case: Callable[[CaseId, str], object],
        *,
        first: bool,
    ) -> None:
        super().__init__()
        from cases.work.times import full_time, short_date

        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(14))
        number, unit, tone = time_left(deadline.safe or deadline.limit, zone)
        row.addWidget(Countdown(number, unit, tone))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addStretch(1)
        title = f"{deadline.step} – {deadline.case_title}"
        words.addWidget(Elided(title, "strong"))
        when = tr("paling lambat {waktu}", waktu=full_time(deadline.limit, zone))
        if deadline.safe and deadline.safe != deadline.limit:
            when = tr("{batas}, aman {hari}", batas=when, hari=short_date(deadline.safe, zone))
        words.addWidget(Elided(f"{deadline.case_code}  ·  {when}", "secondary"))
        basis = tr("Dasar: {dasar}", dasar=deadline.basis)
        self.setToolTip(deadline.confidence)
        words.addWidget(Elided(basis, "cite"))
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(
            button(
                tr("Lanjutkan") if first else tr("Buka"),
                "primary" if first else "",
                name=tr("Buka kasus {kode}", kode=deadline.case_code),
                clicked=lambda: open_case(deadline.case, ""),
            )
        )
        self.setAccessibleName(f"{title}. {number} {unit}. {when}. {basis}")


class PictureStrip(Card):
    """The pictures taken in today."""

    def __init__(
        self,
        exhibits: tuple[ExhibitRecord, ...],
        pictures: Pictures,
        look_at: Callable[[int], object],
    ) -> None:
        super().__init__(tr("Bukti masuk hari ini"), "camera")
        self.head.addWidget(label(tr("{n} berkas", n=len(exhibits)), "secondary"))
        if not exhibits:
            self.column.addWidget(
                label(tr("Belum ada. Seret foto ke halaman Impor bukti."), "lead", wrap=True)
            )
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        self._tiles = []
        for index, exhibit in enumerate(exhibits[:4]):
            tile = PictureTile(exhibit, pictures)
            tile.clicked.connect(lambda _checked=False, index=index: look_at(index))
            row.addWidget(tile)
            self._tiles.append(tile)
        row.addStretch(1)
        self.column.addLayout(row)

    def repaint_pictures(self) -> None:
        """A picture has come."""
        for tile in getattr(self, "_tiles", []):
            tile.update()


class PictureTile(QAbstractButton):
    """One small picture that can be opened."""

    def __init__(self, exhibit: ExhibitRecord, pictures: Pictures) -> None:
        super().__init__()
        self._exhibit = exhibit
        self._pictures = pictures
        self.setFixedSize(theme.px(71), theme.px(71))
        self.setAccessibleName(tr("Buka {berkas}", berkas=exhibit.file))
        self.setToolTip(exhibit.file)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        picture = self._pictures.get(self._exhibit.id, self._exhibit.preview, self.size())
        paint(painter, QRectF(self.rect()), picture, kind=self._exhibit.kind)
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class LaptopCard(Card):
    """Free room, last backup, and the laptop's own clock."""

    def __init__(self, free: int, total: int, backup: str, zone: str) -> None:
        super().__init__(tr("Laptop ini"), "hard-drive")
        from cases.work.times import short_date, short_time, size

        tone = "danger" if free < _VERY_LOW else "warn" if free < _LOW else ""
        self.column.addWidget(
            pair(
                tr("Ruang kosong"),
                tr("{kosong} dari {semua}", kosong=size(free), semua=size(total)),
                tone=tone,
            )
        )
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, 1000)
        bar.setValue(round(1000 * (total - free) / total) if total else 0)
        bar.setProperty("tone", tone)
        bar.setAccessibleName(tr("Ruang terpakai"))
        self.column.addWidget(bar)
        old = not backup or _days_since(backup) > _OLD_BACKUP_DAYS
        self.column.addWidget(
            pair(
                tr("Cadangan terakhir"),
                short_date(backup, zone) if backup else tr("belum pernah"),
                tone="warn" if old else "",
            )
        )
        self.column.addWidget(pair(tr("Jam laptop"), short_time(clock.now().wall, zone)))


def _days_since(moment: str) -> float:
    now = datetime.fromisoformat(clock.now().wall)
    return (now - datetime.fromisoformat(moment)).total_seconds() / 86400


class CaseTile(QAbstractButton):
    """A case last touched."""

    def __init__(
        self, summary: CaseSummary, pictures: Pictures, open_case: Callable[[CaseId], object]
    ) -> None:
        super().__init__()
        self._summary = summary
        self._pictures = pictures
        self.clicked.connect(lambda _checked=False: open_case(summary.case.id))
        self.setFixedHeight(theme.px(72))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._under = tr("{kode} · {n} bukti", kode=summary.case.code, n=summary.exhibits)
        self.setAccessibleName(f"{summary.case.title}. {self._under}")
        self.setToolTip(summary.case.title)

    def minimumSizeHint(self) -> QSize:
        """Room for the picture and a few words."""
        return QSize(theme.px(150), theme.px(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, picture and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(theme.colour("focus" if self.hasFocus() else "border"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, theme.px(10), theme.px(10))
        size = QSize(theme.px(44), theme.px(56))
        summary = self._summary
        picture = (
            self._pictures.get(summary.cover, summary.cover_preview, size)
            if summary.cover
            else None
        )
        paint(painter, QRectF(theme.px(8), theme.px(8), size.width(), size.height()), picture)
        left = theme.px(62)
        room = self.width() - left - theme.px(10)
        for text, top, made, token in (
            (summary.case.title, 12, font(14, 600), "text"),
            (self._under, 39, font(13, 500), "text2"),
        ):
            painter.setFont(made)
            painter.setPen(theme.colour(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(
                QRectF(left, theme.px(top), room, theme.px(22)),
                int(Qt.AlignmentFlag.AlignVCenter),
                shown,
            )
        painter.end()

    def repaint_pictures(self) -> None:
        """A picture has come."""
        self.update()
