"""The grid of exhibits: pictures with code, hint and caption; keyboard and pointer alike."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.records import ExhibitId
from gui import icons, theme
from gui.exhibit_words import name_of, place_of, short_signal, time_of
from gui.on_screen import Shelf
from gui.widgets.carried import carry
from gui.widgets.picture import Pictures, paint
from gui.widgets.strokes import Badge, Words, write

Index = QModelIndex | QPersistentModelIndex
_WIDE, _GAP, _HIGH = 226, 10, 196
_TILES = 96
"""Drawn tiles that are kept: some screens full."""


class EvidenceModel(QAbstractListModel):
    """Exhibits of a case."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._rows: tuple[tuple[ExhibitRecord, str], ...] = ()

    def show_rows(self, rows: tuple[tuple[ExhibitRecord, str], ...]) -> None:
        """Show these exhibits, each with the element it supports."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def exhibits_at(self, first: int, last: int) -> tuple[ExhibitId, ...]:
        """Give the exhibits of rows `first` to `last`."""
        return tuple(exhibit.id for exhibit, _tag in self._rows[first : last + 1])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let exhibits be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give what is dragged."""
        rows = sorted(index.row() for index in indexes)
        return carry(self._rows[row][0].id for row in rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the exhibits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give an exhibit, or its words."""
        exhibit, tag = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return exhibit, tag
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DisplayRole):
            return f"{exhibit.code} {name_of(exhibit)}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                tr(
                    "Bukti {nomor} dari {banyak}",
                    nomor=index.row() + 1,
                    banyak=len(self._rows),
                ),
                f"{exhibit.code} {name_of(exhibit)}".strip(),
                time_of(exhibit, self._zone),
                place_of(exhibit),
                tag,
                short_signal(exhibit),
            )
            return ", ".join(part for part in parts if part)
        return None


class EvidenceDelegate(QStyledItemDelegate):
    """
    Paints one exhibit: picture, code, hints, name, place and time.

    A tile is drawn once and kept: a frame of scrolling then copies tiles instead of drawing them.
    """

    def __init__(self, pictures: Pictures, zone: str, ground: str = "bg") -> None:
        """`ground` is the colour behind the tiles: what is opaque is copied much faster."""
        super().__init__()
        self._pictures = pictures
        self._zone = zone
        self._ground = ground
        self.tile = QSize(theme.px(_WIDE), theme.px(_HIGH))
        self._drawn: OrderedDict[object, QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One tile and its gap."""
        return self.tile + QSize(theme.px(_GAP), theme.px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one exhibit."""
        row = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        exhibit: ExhibitRecord = row[0]
        picture = self._pictures.get(exhibit.id, exhibit.preview, self._box().size().toSize())
        ratio = painter.device().devicePixelRatioF()
        look = chosen, self.tile.width(), ratio, picture.cacheKey() if picture else 0
        tile = self._drawn.get((row, look))
        if tile is None:
            tile = QPixmap(self.tile * ratio)
            tile.setDevicePixelRatio(ratio)
            tile.fill(theme.colour(self._ground))
            self._draw(tile, row, picture, chosen=chosen)
            self._drawn[row, look] = tile
            if len(self._drawn) > _TILES:
                self._drawn.popitem(last=False)
        painter.drawPixmap(rect.topLeft(), tile)

    def _card(self) -> QRectF:
        return QRectF(QPointF(), self.tile).adjusted(2, 2, -2, -2)

    def _box(self) -> QRectF:
        gap = theme.px(4)
        return self._card().adjusted(gap, gap, -gap, -theme.px(54))

    def _draw(
        self,
        tile: QPixmap,
        row: tuple[ExhibitRecord, str],
        picture: QPixmap | None,
        *,
        chosen: bool,
    ) -> None:
        exhibit, tag = row
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if chosen else "border"
        painter.setPen(QPen(theme.colour(edge), theme.px(2.5) if chosen else 1))
        painter.setBrush(theme.colour("accentSoft" if chosen else "surface"))
        card, box = self._card(), self._box()
        painter.drawRoundedRect(card, theme.px(8), theme.px(8))
        paint(painter, box, picture, radius=5, kind=exhibit.kind)
        self._marks(painter, box, exhibit, tag)
        self._words(painter, card, exhibit)
        painter.end()

    def _marks(self, painter: QPainter, box: QRectF, exhibit: ExhibitRecord, tag: str) -> None:
        gap = theme.px(6)
        left, top = box.left() + gap, box.top() + gap
        taken = 0.0
        if exhibit.code:
            code = Badge(exhibit.code, "badge", "onBadge")
            code.paint(painter, QPointF(left, top), box.width())
            taken = code.width(box.width())
        if hint := short_signal(exhibit):
            room = box.width() - taken - 3 * gap
            badge = Badge(hint, "warnSoft", "warn", "triangle-alert")
            badge.paint(painter, QPointF(box.right() - gap - badge.width(room), top), room)
        if tag:
            low = box.bottom() - gap - theme.px(22)
            badge = Badge(tag, "dugaanSoft", "dugaan", "scale")
            badge.paint(painter, QPointF(left, low), box.width() - 2 * gap)

    def _words(self, painter: QPainter, card: QRectF, exhibit: ExhibitRecord) -> None:
        left, room = card.left() + theme.px(9), card.width() - theme.px(18)
        name = QRectF(left, card.bottom() - theme.px(50), room, theme.px(22))
        write(painter, name, Words(name_of(exhibit), 14, 600, middle=not exhibit.caption))
        size = theme.px(14)
        y = card.bottom() - theme.px(27)
        known = bool(exhibit.lat or exhibit.placed.place.text)
        pin = icons.pixmap("map-pin" if known else "map-pin-off", "text2" if known else "warn", 14)
        painter.drawPixmap(round(left), round(y + theme.px(3)), pin)
        when = time_of(exhibit, self._zone)
        bare = exhibit.lat and not exhibit.placed.how
        words = when if bare else f"{when}  ·  {place_of(exhibit)}"
        under = QRectF(left + size + theme.px(4), y, room - size - theme.px(4), theme.px(20))
        write(painter, under, Words(words, 13, 400, "text2"))


class EvidenceGrid(Shelf):
    """The grid; its tiles grow to fill the width. Ctrl and Shift choose several."""

    opened = Signal(int)
    chosen_changed = Signal()

    def __init__(self, delegate: EvidenceDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setDragEnabled(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Bukti"))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, and tell when the choice changes."""
        super().setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        if model is not None:
            model.modelReset.connect(self.chosen_changed)

    def exhibits_at(self, first: int, last: int) -> tuple[ExhibitId, ...]:
        """Give the exhibits of rows `first` to `last`."""
        model = self.model()
        return model.exhibits_at(first, last) if isinstance(model, EvidenceModel) else ()

    @property
    def chosen(self) -> tuple[ExhibitId, ...]:
        """The exhibits chosen, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(exhibit for row in rows for exhibit in self.exhibits_at(row, row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit whole tiles into the width."""
        room = self.viewport().width()
        columns = max(1, room // theme.px(_WIDE + _GAP))
        # one pixel less: tiles that fill the width to the last one are wrapped by Qt
        wide = max(theme.px(140), (room - 1) // columns - theme.px(_GAP))
        self._delegate.tile = QSize(wide, theme.px(_HIGH) + (wide - theme.px(_WIDE)) // 2)
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space; with Ctrl, Space chooses one more."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
