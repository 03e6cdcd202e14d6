"""Hits as a list: what was found, the words around it with the find marked, where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cases.language import N_, tr
from cases.work.search_records import Hit
from gui import icons, theme
from gui.fonts import font
from gui.widgets.strokes import Words, write

Index = QModelIndex | QPersistentModelIndex
KIND_WORDS = {
    "case": N_("Kasus"),
    "incident": N_("Peristiwa"),
    "party": N_("Orang"),
    "exhibit": N_("Bukti"),
    "capture": N_("Tangkapan"),
    "statement": N_("Keterangan"),
    "question": N_("Jawaban klarifikasi"),
    "note": N_("Catatan"),
    "tag": N_("Label"),
    "article": N_("Pasal dan aturan"),
    "command": N_("Perintah"),
}
_ICONS = {
    "case": "folder-open",
    "incident": "flag",
    "party": "circle-user",
    "exhibit": "image",
    "capture": "globe",
    "statement": "clipboard-list",
    "question": "message-square",
    "note": "notebook-pen",
    "tag": "flag",
    "article": "book-open",
    "command": "chevron-right",
}
_ROW = 64


def source_of(hit: Hit) -> str:
    """Name where a hit stands: kind, case, day."""
    from cases.work.times import short_date

    where = hit.case_code or ("" if hit.kind in {"article", "command"} else tr("Belum dipilah"))
    return "  ·  ".join(
        part for part in (tr(KIND_WORDS[hit.kind]), where, short_date(hit.day)) if part
    )


class HitModel(QAbstractListModel):
    """Hits, a page after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Hit, ...] = ()

    def show_rows(self, rows: Sequence[Hit]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the hits."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a hit, or its words."""
        hit = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.title}. {hit.excerpt}. {source_of(hit)}"
        return hit.excerpt if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every hit one height."""
        return QSize(theme.px(240), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accentSoft"))
        mark = icons.pixmap(_ICONS[hit.kind], "accentText", 20)
        painter.drawPixmap(
            round(rect.left() + theme.px(14)), round(rect.top() + theme.px(12)), mark
        )
        box = rect.adjusted(theme.px(46), theme.px(8), -theme.px(14), 0)
        box.setHeight(theme.px(22))
        side = QFontMetricsF(font(13, 500)).horizontalAdvance(source_of(hit)) + theme.px(8)
        side = min(side, box.width() / 2)
        head = QRectF(box)
        head.setWidth(box.width() - side)
        write(painter, head, Words(hit.title or hit.excerpt, 15, 600))
        right = QRectF(box.right() - side + theme.px(8), box.top(), side, box.height())
        write(painter, right, Words(source_of(hit), 13, 500, "text2"))
        if hit.title:
            self._excerpt(painter, box.translated(0, theme.px(24)), hit)
        painter.setPen(theme.colour("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _excerpt(self, painter: QPainter, box: QRectF, hit: Hit) -> None:
        """Write the excerpt, the find in bold on a soft ground."""
        x, at = box.left(), 0
        for start, end in (*hit.marks, (len(hit.excerpt), len(hit.excerpt))):
            for text, found in ((hit.excerpt[at:start], False), (hit.excerpt[start:end], True)):
                width = QFontMetricsF(font(14, 600 if found else 400)).horizontalAdvance(text)
                piece = QRectF(x, box.top(), min(width + 1, box.right() - x), box.height())
                if text and piece.width() > 0:
                    if found:
                        painter.setPen(Qt.PenStyle.NoPen)
                        painter.setBrush(theme.colour("warnSoft"))
                        painter.drawRoundedRect(piece.adjusted(-1, 2, 1, -2), 3, 3)
                    weight, ink = (600, "text") if found else (400, "text2")
                    write(painter, piece, Words(text, 14, weight, ink))
                x += width
            at = end


class Hits(QListView):
    """The list of hits."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "boxed")
        self.setAccessibleName(name)
        self.found = HitModel()
        self._delegate = _Delegate()
        self.setModel(self.found)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
