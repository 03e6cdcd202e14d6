"""Why a clock ends when it does: the trigger, the count day by day, the article, the doubts."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.deadline_records import CountedDay, DeadlineRecord
from gui import theme
from gui.widgets.card import pair
from gui.widgets.text import label

_UNITS = ("working", "calendar", "hours")


class CountPanel(QWidget):
    """The count of one clock."""

    def __init__(self, clock: DeadlineRecord, zone: str) -> None:
        super().__init__()
        from cases.work.times import short_time

        self.setAccessibleName(tr("Mengapa {id}", id=clock.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(pair(tr("Dimulai"), short_time(clock.started_at, zone) or "-"))
        column.addWidget(label(clock.trigger_text, "caption", wrap=True))
        units = (tr("hari kerja"), tr("hari kalender"), tr("jam"))
        column.addWidget(pair(tr("Satuan"), units[_UNITS.index(clock.unit)]))
        column.addWidget(pair(tr("Batas aman"), short_time(clock.safe, zone)))
        column.addWidget(pair(tr("Batas"), short_time(clock.limit, zone)))
        if clock.practical:
            column.addWidget(pair(tr("Meja terakhir buka"), short_time(clock.practical, zone)))
        if clock.count:
            column.addLayout(self._days(clock.count))
        column.addWidget(label(tr("Dasar: {dasar}", dasar=clock.basis), "cite", wrap=True))
        column.addWidget(label(clock.confidence, "caption", wrap=True))
        for words in clock.cautions:
            column.addWidget(label(words, "strong14", tone="warn", wrap=True))

    @staticmethod
    def _days(days: tuple[CountedDay, ...]) -> QGridLayout:
        from cases.work.times import full_date

        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(2, 1)
        for index, day in enumerate(days):
            number = str(day.number) if day.counted else "–"
            grid.addWidget(label(number, "strong14" if day.counted else "secondary"), index, 0)
            kind = "body14" if day.counted else "secondary"
            grid.addWidget(label(full_date(day.date), kind), index, 1)
            grid.addWidget(label(day.reason, "caption", wrap=True), index, 2)
        return grid
