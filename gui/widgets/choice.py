"""Choosing: a list that opens, and a date that may be typed or picked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from cases.language import tr
from gui import icons, theme
from gui.widgets.buttons import button


class Choice(QComboBox):
    """A list that opens; nothing is chosen until the officer chooses."""

    def __init__(self, name: str, entries: Sequence[tuple[str, str]], hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, text in entries:
            self.addItem(text, value)
        if hint:
            self.setPlaceholderText(hint)
            self.setCurrentIndex(-1)

    @property
    def value(self) -> str:
        """The chosen value, or empty."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else ""

    def choose(self, value: str) -> None:
        """Choose a value without being asked."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the page: a wheel must never change an answer."""
        event.ignore()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, shortened where needed, and the arrow in the colour of the look."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            # Qt does this in its own paintEvent, which this one replaces.
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, theme.colour("control"))
            option.palette.setBrush(QPalette.ColorRole.Text, theme.colour("control"))
        style, size = self.style(), theme.px(16)
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - theme.px(8)
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.drawPixmap(
            self.width() - size - theme.px(10),
            (self.height() - size) // 2,
            icons.pixmap("chevron-down", "text2", 16),
        )
        painter.end()


_MONTHS = (
    "jan feb mar apr mei jun jul agu sep okt nov des",
    "january february march april may june july august september october november december",
    "januari februari maret april mei juni juli agustus september oktober november desember",
)


def read_date(text: str) -> date | None:
    """Read `3 Feb 2024`, `3-2-2024`, `03/02/2024` or `2024-02-03`; None for anything else."""
    parts = text.replace("/", " ").replace("-", " ").replace(".", " ").lower().split()
    if len(parts) != 3:
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    month = _month(parts[1])
    if not (parts[0].isdigit() and parts[2].isdigit() and len(parts[2]) == 4 and month):
        return None
    try:
        return date(int(parts[2]), month, int(parts[0]))
    except ValueError:
        return None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    for names in _MONTHS:
        for index, name in enumerate(names.split(), 1):
            if len(text) >= 3 and (name.startswith(text) or text.startswith(name)):
                return index
    return 0


class DateEdit(QWidget):
    """A day: typed in any customary way, or picked from the calendar."""

    changed = Signal(str)
    """The day as `YYYY-MM-DD`, when the field is left with one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(tr("mis. 3 Feb 2024"))
        self.field.editingFinished.connect(self._finish)
        pick = button("", icon="calendar", name=tr("Pilih dari kalender"), clicked=self._open)
        layout.addWidget(self.field, 1)
        layout.addWidget(pick)
        self.setFocusProxy(self.field)
        self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """The day as `YYYY-MM-DD`, or empty."""
        day = read_date(self.field.text())
        return day.isoformat() if day else ""

    def show_day(self, day: str) -> None:
        """Show a day given as `YYYY-MM-DD`."""
        from cases.work.times import short_date

        self.field.setText(short_date(day))

    def _finish(self) -> None:
        if self.field.text().strip() and not self.value:
            self.field.setToolTip(tr("Tulis tanggal seperti 3 Feb 2024 atau 03-02-2024."))
            theme.set_kind(self.field, tone="danger")
            return
        theme.set_kind(self.field, tone="")
        if self.value:
            self.changed.emit(self.value)

    def _open(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(tr("Kalender"))
        if self.value:
            calendar.setSelectedDate(QDate.fromString(self.value, Qt.DateFormat.ISODate))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def take(day: QDate) -> None:
            menu.close()
            self.show_day(day.toString(Qt.DateFormat.ISODate))
            self._finish()

        calendar.activated.connect(take)
        calendar.clicked.connect(take)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class Field(QWidget):
    """A name above an input."""

    def __init__(self, name: str, editor: QWidget, why: str = "") -> None:
        super().__init__()
        from gui.widgets.text import label

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        caption = label(name, "strong14")
        caption.setBuddy(editor)
        column.addWidget(caption)
        if why:
            column.addWidget(label(why, "caption", wrap=True))
        column.addWidget(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(name)
