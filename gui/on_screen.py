"""
Which exhibits are on the screen now: their print copies are made first.

Views tell it when they paint; the thread that makes the copies asks. One assignment is one step
for both, so no lock is needed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QListView

from cases.work.records import ExhibitId

_shown: dict[int, tuple[ExhibitId, ...]] = {}


def exhibits() -> tuple[ExhibitId, ...]:
    """Give what is on the screen, in the order shown."""
    return tuple(exhibit for shown in list(_shown.values()) for exhibit in shown)


class Shelf(QListView):
    """A list or grid of exhibits that tells which of them are on the screen."""

    def exhibits_at(self, first: int, last: int) -> Sequence[ExhibitId]:
        """Give the exhibits of rows `first` to `last`."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and note what is shown."""
        super().paintEvent(event)
        rows = self.visible_rows()
        _shown[id(self)] = tuple(self.exhibits_at(*rows)) if rows else ()

    def visible_rows(self) -> tuple[int, int] | None:
        """Give the first and the last row that can be seen; None where there is none."""
        end = self.model().rowCount() - 1
        if end < 0:
            return None
        area = self.viewport().rect()
        edge = self.spacing() + 2
        first = self._at(QPoint(edge, edge))
        last = self._at(QPoint(area.right() - edge, area.bottom() - edge))
        if not last.isValid():  # the last line is not full
            last = self._at(QPoint(edge, area.bottom() - edge))
        return first.row() if first.isValid() else 0, last.row() if last.isValid() else end

    def _at(self, point: QPoint) -> QModelIndex:
        return self.indexAt(point)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden is on the screen no more."""
        _shown.pop(id(self), None)
        super().hideEvent(event)
