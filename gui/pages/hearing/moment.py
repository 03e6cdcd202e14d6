"""When a hearing began or ended: stated, or said to be now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Field
from gui.widgets.when import When


class Moment(QWidget):
    """A time with a button for "now", which is there until a time stands."""

    said = Signal(str)
    """ISO 8601 with offset, as it was stated."""

    def __init__(self, name: str, zone: str, now: tuple[str, str]) -> None:
        """`now`: words and icon of the button."""
        super().__init__()
        self._zone = zone
        self.when = When(name, zone)
        self.now = button(now[0], "soft", now[1], clicked=self._now)
        self.when.day.changed.connect(lambda _day: self._leave())
        self.when.hour.editingFinished.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(Field(name, self.when), self.now, 1))

    def show_time(self, moment: str) -> None:
        """Show what stands; a field in which somebody types is left alone."""
        if not (self.when.day.field.hasFocus() or self.when.hour.hasFocus()):
            self.when.show_time(moment)
        self.now.setVisible(not moment)

    def _now(self) -> None:
        from cases.clock import now
        from cases.work.times import as_stated

        self.said.emit(as_stated(now().wall, self._zone))

    def _leave(self) -> None:
        if not self.when.wrong and self.when.value:
            self.said.emit(self.when.value)
