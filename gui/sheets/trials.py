"""Times as they stand and as they would stand, one exhibit a row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cases.language import tr
from gui import icons, theme
from gui.exhibit_words import name_of, time_of
from gui.widgets.strokes import Words, write

if TYPE_CHECKING:
    from cases.work.time_trials import TimeTrial

Index = QModelIndex | QPersistentModelIndex


class TrialModel(QAbstractListModel):
    """Exhibits with their times before and after."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._trials: tuple[TimeTrial, ...] = ()

    def show_trials(self, trials: "tuple[TimeTrial, ...]") -> None:
        """Show these."""
        self.beginResetModel()
        self._trials = trials
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the exhibits."""
        return 0 if parent.isValid() else len(self._trials)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give (name, time before, time after, whether they differ), or all of it in words."""
        trial = self._trials[index.row()]
        name = f"{trial.before.code} {name_of(trial.before)}".strip()
        before, after = time_of(trial.before, self._zone), time_of(trial.after, self._zone)
        if role == Qt.ItemDataRole.UserRole:
            return name, before, after, trial.changes
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if trial.changes:
                return tr("{nama}: {lama} menjadi {baru}", nama=name, lama=before, baru=after)
            return tr("{nama}: {lama}, tidak berubah", nama=name, lama=before)
        return None


class TrialDelegate(QStyledItemDelegate):
    """Paints one exhibit with its two times."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row one height."""
        return QSize(theme.px(300), theme.px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one exhibit."""
        name, before, after, changes = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        left, room = rect.left() + theme.px(12), rect.width() - theme.px(24)
        painter.save()
        box = QRectF(left, rect.top() + theme.px(3), room, theme.px(20))
        write(painter, box, Words(name, 14, 600, middle=True))
        half = room / 2 - theme.px(14)
        low = QRectF(left, rect.top() + theme.px(23), half, theme.px(20))
        write(painter, low, Words(before, 13, 400, "text2"))
        arrow = icons.pixmap("arrow-right" if changes else "minus", "text2", 14)
        painter.drawPixmap(round(left + half + theme.px(4)), rect.top() + theme.px(26), arrow)
        write(
            painter,
            low.translated(half + theme.px(26), 0),
            Words(
                after if changes else tr("tidak berubah"),
                13,
                600 if changes else 400,
                "accentText" if changes else "text2",
            ),
        )
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.left() + theme.px(10), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()
