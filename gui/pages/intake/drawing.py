"""How one file is drawn in the list: picture, name, time and place, verdict."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cases.intake.outcome import IntakeItem
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from gui import icons, theme
from gui.exhibit_words import place_of, time_of
from gui.pages.intake.verdicts import name_of_file, verdict
from gui.widgets.picture import Pictures, paint
from gui.widgets.strokes import Words, write

Index = QModelIndex | QPersistentModelIndex


class IntakeDelegate(QStyledItemDelegate):
    """Paints one file: picture, name, time and place, verdict."""

    def __init__(self, pictures: Pictures, zone: str) -> None:
        super().__init__()
        self._pictures = pictures
        self._zone = zone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row one height."""
        return QSize(theme.px(300), theme.px(62))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one file."""
        item, record = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accentSoft"))
            mark = QRect(rect.left(), rect.top(), theme.px(4), rect.height())
            painter.fillRect(mark, theme.colour("accent"))
        box = QRectF(
            rect.left() + theme.px(14), rect.top() + theme.px(7), theme.px(64), theme.px(48)
        )
        picture = (
            self._pictures.get(item.exhibit, record.preview if record else "", box.size().toSize())
            if item.exhibit
            else None
        )
        paint(painter, box, picture, radius=4, kind=item.kind)
        left = rect.left() + theme.px(90)
        room = rect.width() - theme.px(90) - theme.px(14)
        first, second = round(room * 0.30), round(room * 0.30)
        words, under, icon, ink = verdict(item, record)
        name, weight = self._file(item, record)
        when, where = self._when(record)
        third = left + first + second
        painter.drawPixmap(third, rect.top() + theme.px(15), icons.pixmap(icon, ink, 16))
        gap, step = theme.px(10), theme.px(22)
        for at, space, line, over in (
            (left, first - gap, name, Words(weight, 13, 400, "text2")),
            (left + first, second - gap, when, Words(where, 13, 400, "text2")),
            (third + step, room - first - second - step, words, Words(under, 13, 400, "text2")),
        ):
            line_box = QRectF(at, rect.top() + theme.px(9), space, theme.px(22))
            tone, middle = (ink if at > third else "text"), at == left
            write(painter, line_box, Words(line, 14, 600, tone, middle=middle))
            write(painter, line_box.translated(0, theme.px(22)), over)
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.left() + theme.px(10), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _file(self, item: IntakeItem, record: ExhibitRecord | None) -> tuple[str, str]:
        from cases.work.times import size

        camera = record.camera if record else ""
        if not camera and item.kind == "photo":
            camera = tr("tanpa data kamera")
        weight = size(item.size) if item.size else ""
        return name_of_file(item), "  ·  ".join(part for part in (weight, camera) if part)

    def _when(self, record: ExhibitRecord | None) -> tuple[str, str]:
        if record is None or (record.kind == "attachment" and not record.taken.earliest):
            return "", ""
        return time_of(record, self._zone), place_of(record)
