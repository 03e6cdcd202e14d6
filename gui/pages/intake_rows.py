"""The rows of an intake: one file each, with its verdict."""

from dataclasses import replace
from queue import Empty, SimpleQueue

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
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cases.intake.outcome import IntakeItem, IntakeResult
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.records import ExhibitId
from gui import icons, theme
from gui.exhibit_words import place_of, short_signal, time_of
from gui.pages.intake_parts import Count
from gui.widgets.picture import Pictures, paint
from gui.widgets.strokes import Words, write

Index = QModelIndex | QPersistentModelIndex
Row = tuple[IntakeItem, ExhibitRecord | None]


class IntakeModel(QAbstractListModel):
    """What came in; items are put by the writer thread and drained by the window."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._rows: list[Row] = []
        self.arrived: SimpleQueue[IntakeItem] = SimpleQueue()

    def begin(self) -> None:
        """Forget the intake before."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def drain(self) -> None:
        """Show what arrived since."""
        fresh: list[Row] = []
        while True:
            try:
                fresh.append((self.arrived.get_nowait(), None))
            except Empty:
                break
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def show_result(self, result: IntakeResult) -> None:
        """Show the whole outcome, in the order of the selection."""
        self.drain()
        known = {item.file: record for item, record in self._rows}
        self.beginResetModel()
        self._rows = [(item, known.get(item.file)) for item in result.items]
        self.endResetModel()

    def show_records(self, records: dict[str, ExhibitRecord]) -> None:
        """Show what is known of the exhibits by now."""
        self._rows = [
            (item, records.get(item.exhibit or "", record)) for item, record in self._rows
        ]
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    @property
    def counts(self) -> Count:
        """How many files had which outcome."""
        count = Count()
        for item, record in self._rows:
            if item.status == "stored":
                hint = int(bool(item.reason or (record and short_signal(record))))
                count = replace(count, stored=count.stored + 1, attention=count.attention + hint)
            elif item.status == "duplicate":
                count = replace(count, duplicate=count.duplicate + 1)
            else:
                count = replace(count, refused=count.refused + 1)
        return count

    @property
    def exhibits(self) -> tuple[ExhibitId, ...]:
        """The exhibits that came in or were there, each once."""
        return tuple(
            dict.fromkeys(ExhibitId(item.exhibit) for item, _record in self._rows if item.exhibit)
        )

    def exhibit_at(self, index: int) -> ExhibitId | None:
        """The exhibit of a row."""
        exhibit = self._rows[index][0].exhibit
        return ExhibitId(exhibit) if exhibit else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the files."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row, or its words."""
        item, record = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item, record
        words, under, _icon, _token = verdict(item, record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.reason or item.file
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{name_of_file(item)}: {words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = tr(
                "Berkas {nomor} dari {banyak}", nomor=index.row() + 1, banyak=len(self._rows)
            )
            return f"{place}, {name_of_file(item)}, {words}, {under}"
        return None


def name_of_file(item: IntakeItem) -> str:
    """The file's own name."""
    return item.file.replace("\\", "/").rsplit("/", 1)[-1]


def verdict(item: IntakeItem, record: ExhibitRecord | None) -> tuple[str, str, str, str]:
    """(words, words below, icon, colour) for the outcome of one file."""
    if item.status == "refused":
        return tr("Tidak terbaca"), item.reason, "circle-x", "danger"
    if item.status == "duplicate":
        under = tr("sama persis dengan {kode}", kode=item.code) if item.code else tr("sudah ada")
        return tr("Duplikat, dilewati"), under, "copy", "info"
    sealed = tr(
        "Asli terkunci · SHA-256 {awal}…{akhir}", awal=item.sha256[:4], akhir=item.sha256[-2:]
    )
    name = tr("Masuk sebagai {kode}", kode=item.code) if item.code else tr("Masuk, belum dipilah")
    if item.kind == "attachment":
        return name, item.reason, "paperclip", "warn"
    if record and (hint := short_signal(record)):
        return f"{name} · {hint}", sealed, "triangle-alert", "warn"
    return name, sealed, "circle-check", "ok"


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
            write(
                painter, line_box, Words(line, 14, 600, ink if at > third else "text", middle=True)
            )
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
