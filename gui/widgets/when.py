"""A stated time: a day, an hour where it is known, and the zone always shown."""

import re

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.choice import DateEdit
from gui.widgets.text import label

_HOUR = re.compile(r"^([01]?\d|2[0-3])[.:]([0-5]\d)$")


class When(QWidget):
    """A day and perhaps an hour, as an officer states them."""

    def __init__(self, name: str, zone: str, now: str = "") -> None:
        super().__init__()
        from cases.work.times import zone_name

        self._zone = zone
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self.day = DateEdit(tr("{nama} Tanggal", nama=name))
        self.hour = QLineEdit()
        self.hour.setAccessibleName(tr("{nama} Jam", nama=name))
        self.hour.setPlaceholderText(tr("jam, mis. 10.42"))
        self.hour.setFixedWidth(theme.px(130))
        layout.addWidget(self.day, 1)
        layout.addWidget(self.hour)
        layout.addWidget(label(zone_name(zone), "secondary"))
        self.setFocusProxy(self.day)
        if now:
            self.show_time(now)

    def show_time(self, moment: str) -> None:
        """Show a time as it was stated; empty where there is none."""
        from cases.work.times import clock, local_date

        day = local_date(moment, self._zone)
        if day is not None:
            self.day.show_day(day.isoformat())
        else:
            self.day.field.clear()
        self.hour.setText(clock(moment, self._zone).split(" ")[0])

    @property
    def wrong(self) -> bool:
        """Whether something stands there that is no time."""
        day, hour = self.day.field.text().strip(), self.hour.text().strip()
        if hour and not _HOUR.match(hour):
            return True
        return bool(day and not self.day.value) or bool(hour and not day)

    @property
    def value(self) -> str:
        """ISO 8601 with offset, a bare date where no hour is known, or empty."""
        day = self.day.value
        hour = _HOUR.match(self.hour.text().strip())
        if not day or not hour:
            return day
        return f"{day}T{int(hour[1]):02d}:{hour[2]}{self._zone}"
