"""A month as a painted grid: days off in red, clocks as marks; arrows move, a click chooses."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cases.language import tr
from gui import theme
from gui.fonts import font
from gui.widgets.strokes import Words, write

_WEEKS, _DAYS = 6, 7
TURNED = 99
"""Told where the grid has turned itself, by its arrows."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthGrid(QWidget):
    """One month."""

    chosen = Signal(str)
    """A day, `YYYY-MM-DD`."""
    turned = Signal(int)
    """Months forth or back."""

    def __init__(self, today: str) -> None:
        super().__init__()
        self._today = date.fromisoformat(today)
        self.month = self._today.replace(day=1)
        self.day = self._today
        self._free: Mapping[str, str] = {}
        self._marks: Mapping[str, tuple[int, str]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def first(self) -> date:
        """The Monday in the upper left corner."""
        return self.month - timedelta(days=self.month.weekday())

    @property
    def last(self) -> date:
        """The Sunday in the lower right corner."""
        return self.first + timedelta(days=_WEEKS * _DAYS - 1)

    def show_days(self, free: Mapping[str, str], marks: Mapping[str, tuple[int, str]]) -> None:
        """Show days off with their reason, and (number, tone) of clocks by day."""
        self._free, self._marks = free, marks
        self._tell()
        self.update()

    def turn(self, months: int) -> None:
        """Go months forth or back; 0 comes back to the present one."""
        if months == 0:
            self.month = self._today.replace(day=1)
            self.day = self._today
        else:
            index = self.month.year * 12 + self.month.month - 1 + months
            self.month = date(index // 12, index % 12 + 1, 1)
            self.day = self.month
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven columns, a line of names and six weeks."""
        return QSize(theme.px(380), theme.px(26) + _WEEKS * theme.px(44))

    def reason(self, day: date) -> str:
        """Why a day does not count; empty: it does."""
        named = self._free.get(day.isoformat(), "")
        return named or (tr("Sabtu/Minggu") if day.weekday() > 4 else "")

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names of days, days and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = (
            tr("Sen"), tr("Sel"), tr("Rab"), tr("Kam"), tr("Jum"), tr("Sab"), tr("Min"),
        )  # fmt: skip
        for index, name in enumerate(names):
            box = self._box(index, -1).adjusted(theme.px(8), 0, 0, 0)
            write(painter, box, Words(name, 13, 600, "text2"))
        for number in range(_WEEKS * _DAYS):
            day = self.first + timedelta(days=number)
            self._paint_day(painter, day, self._box(number % _DAYS, number // _DAYS))
        painter.end()

    def _box(self, column: int, week: int) -> QRectF:
        width, head = self.width() / _DAYS, theme.px(26)
        height = (self.height() - head) / _WEEKS
        if week < 0:
            return QRectF(column * width, 0, width, head)
        return QRectF(column * width, head + week * height, width, height)

    def _paint_day(self, painter: QPainter, day: date, cell: QRectF) -> None:
        box = cell.adjusted(2, 2, -2, -2)
        chosen, today = day == self.day, day == self._today
        free = bool(self.reason(day))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            theme.colour("accentSoft" if chosen else "surface2" if free else "surface")
        )
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        if today or (chosen and self.hasFocus()):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(theme.colour("focus" if self.hasFocus() and chosen else "accent"), 2)
            )
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        ink = "danger" if day.isoformat() in self._free or day.weekday() == 6 else "text"
        if day.month != self.month.month:
            ink = "text2"
        words = box.adjusted(theme.px(7), theme.px(2), 0, -box.height() / 2 + theme.px(4))
        write(painter, words, Words(str(day.day), 14, 700 if today else 500, ink))
        number, tone = self._marks.get(day.isoformat(), (0, ""))
        if number:
            self._paint_mark(painter, box, number, tone)

    @staticmethod
    def _paint_mark(painter: QPainter, box: QRectF, number: int, tone: str) -> None:
        radius = theme.px(9)
        at = QPointF(box.right() - radius - theme.px(4), box.bottom() - radius - theme.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tone))
        painter.drawEllipse(at, radius, radius)
        painter.setFont(font(12, 700))
        painter.setPen(theme.colour("surface"))
        circle = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number))

    # --- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        head = theme.px(26)
        if event.position().y() < head:
            return
        column = int(event.position().x() / (self.width() / _DAYS))
        week = int((event.position().y() - head) / ((self.height() - head) / _WEEKS))
        place = min(week, _WEEKS - 1) * _DAYS + min(column, _DAYS - 1)
        self._choose(self.first + timedelta(days=place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, turn months with Page Up and Down, come back with T."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._choose(self.day + timedelta(days=_STEPS[key]))
        elif key == Qt.Key.Key_T:
            self.turned.emit(0)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def _choose(self, day: date) -> None:
        self.day = day
        if (day.year, day.month) != (self.month.year, self.month.month):
            self.month = day.replace(day=1)
            self.turned.emit(TURNED)
        self._tell()
        self.update()
        self.chosen.emit(day.isoformat())

    def _tell(self) -> None:
        from cases.work.times import full_date

        number = self._marks.get(self.day.isoformat(), (0, ""))[0]
        parts = [full_date(self.day.isoformat()), self.reason(self.day)]
        if number:
            parts.append(tr("{n} tenggat", n=number))
        words = ", ".join(part for part in parts if part)
        self.setAccessibleName(tr("Bulan"))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
