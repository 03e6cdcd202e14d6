"""Kasus: all cases of the home, one row a case, filtered as one types."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cases.language import tr
from cases.work.overview import CaseSummary
from gui import desk, icons, theme
from gui.background import look
from gui.desk import life
from gui.fonts import font
from gui.frame import Frame, Page
from gui.stages import source_words, stage_words
from gui.widgets.buttons import button
from gui.widgets.card import Empty, row
from gui.widgets.focus import land
from gui.widgets.picture import Pictures, paint
from gui.widgets.text import label

_ROW = 72
Index = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractListModel):
    """Summaries as a list; the words of a row are its accessible text and what a filter reads."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[CaseSummary, ...] = ()

    def show_rows(self, rows: tuple[CaseSummary, ...]) -> None:
        """Show these cases."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the cases."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, or the record itself."""
        summary = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "Kasus {nomor} dari {banyak}: {isi}",
                nomor=index.row() + 1,
                banyak=len(self.rows),
                isi=_words(summary),
            )
        return None


def _words(summary: CaseSummary) -> str:
    case = summary.case
    return ", ".join(
        part
        for part in (
            case.code,
            case.title,
            case.place.text,
            stage_words(case.status),
            tr("{n} bukti", n=summary.exhibits),
        )
        if part
    )


class CaseDelegate(QStyledItemDelegate):
    """Paints a case: picture, title, place and source, stage, number of exhibits."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give every row one height."""
        return QSize(theme.px(300), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one case."""
        summary: CaseSummary = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accentSoft"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), theme.px(4), rect.height()), theme.colour("accent")
            )
        box = QRectF(
            rect.left() + theme.px(14), rect.top() + theme.px(8), theme.px(64), theme.px(56)
        )
        picture = (
            self._pictures.get(summary.cover, summary.cover_preview, box.size().toSize())
            if summary.cover
            else None
        )
        paint(painter, box, picture)
        self._write(painter, rect, summary)
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.left() + theme.px(14), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, summary: CaseSummary) -> None:
        case = summary.case
        left = rect.left() + theme.px(92)
        side = theme.px(190)
        room = rect.width() - theme.px(92) - side - theme.px(20)
        under = "  ·  ".join(
            part for part in (case.code, case.place.text, source_words(case.source)) if part
        )
        right = rect.right() - side - theme.px(12)
        for text, made, token, x, y, width in (
            (case.title, font(15, 600), "text", left, 14, room),
            (under, font(14, 400), "text2", left, 38, room),
            (stage_words(case.status), font(14, 600), "accentText", right, 14, side),
            (
                tr("{n} bukti  ·  {m} orang", n=summary.exhibits, m=summary.parties),
                font(13, 500),
                "text2",
                right,
                38,
                side,
            ),
        ):
            painter.setFont(made)
            painter.setPen(theme.colour(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                QRect(x, rect.top() + theme.px(y), width, theme.px(22)),
                int(Qt.AlignmentFlag.AlignVCenter),
                shown,
            )


class CasesPage(Page):
    """The list of cases."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Kasus")
        self._model = CaseModel()
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._landing = False
        self.list = QListView()
        self._pictures = Pictures(
            self,
            lambda exhibit: desk.preview(self.session.home, exhibit),
            lambda: self.list.viewport().update(),
        )
        self._delegate = CaseDelegate(self._pictures)
        self._count = label("", "secondary")
        self._field = QLineEdit()
        self._all: tuple[CaseSummary, ...] = ()
        self._away: frozenset[str] = frozenset()
        self.archive = button(tr("Arsip"), "", "archive", clicked=self._choose)
        self.archive.setCheckable(True)
        self._build()

    def _build(self) -> None:
        column = self.column()
        self.setLayout(column)
        self._field.setPlaceholderText(tr("Cari di daftar…"))
        self._field.setAccessibleName(tr("Cari di daftar kasus"))
        self._field.setClearButtonEnabled(True)
        self._field.addAction(
            icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._field.textChanged.connect(self._filter)
        self._field.setFixedWidth(theme.px(380))
        column.addLayout(row(self._field, self.archive, 1, self._count))
        self.list.setProperty("kind", "boxed")
        self.list.setModel(self._shown)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Daftar kasus"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.list)
        self._layers.addWidget(
            Empty(
                "folder-open",
                tr("Belum ada kasus."),
                tr("Catat temuan pertama – cukup judul, tempat, dan waktu."),
                button(tr("Kasus baru"), "primary", "plus", clicked=self.frame.new_case),
            )
        )
        self._layers.addWidget(
            Empty(
                "list-filter",
                tr("Tidak ada kasus yang cocok."),
                tr("Coba kata yang lebih pendek, atau hapus saringan."),
                button(tr("Hapus saringan"), clicked=lambda: self.filter("")),
            )
        )
        column.addWidget(holder, 1)

    @property
    def summaries(self) -> tuple[CaseSummary, ...]:
        """The cases read last."""
        return self._model.rows

    def filter(self, text: str) -> None:
        """Show the cases with these words only."""
        self._field.setText(text)

    def land(self) -> None:
        """The keys go on in the list, where Enter opens a case; at first it is still read."""
        self._landing = not self.list.isVisible()
        land(self.list)

    def refresh(self) -> None:
        """Read the list anew."""
        home = self.session.home
        look(
            self,
            lambda: (desk.list_cases(home), life.archived_cases(home)),
            self._show,
            slot="list",
        )

    def _show(self, read: tuple[tuple[CaseSummary, ...], frozenset[str]]) -> None:
        self._all, self._away = read
        away = len(self._away)
        self.archive.setText(f" {tr('Arsip')}  {away}" if away else f" {tr('Arsip')}")
        self.archive.setVisible(bool(away))
        if not away:
            self.archive.setChecked(False)
        self._choose()
        if self._landing:
            self.land()

    def _choose(self) -> None:
        """Show the cases of the day, or those of the archive."""
        wanted = self.archive.isChecked()
        cases = tuple(one for one in self._all if (one.case.id in self._away) == wanted)
        chosen = self.list.currentIndex().row()
        self._model.show_rows(cases)
        if cases:
            self.list.setCurrentIndex(self._shown.index(max(0, chosen), 0))
        self._tell()

    def _filter(self, text: str) -> None:
        self._shown.setFilterFixedString(text.strip())
        self._tell()

    def _tell(self) -> None:
        shown, known = self._shown.rowCount(), self._model.rowCount()
        self._count.setText(
            tr("{n} kasus", n=known)
            if shown == known
            else tr("{n} dari {semua} kasus", n=shown, semua=known)
        )
        self._layers.setCurrentIndex(1 if not self._all else 2 if not shown else 0)

    def _open(self, index: QModelIndex) -> None:
        summary: CaseSummary = index.data(Qt.ItemDataRole.UserRole)
        self.frame.open_case(summary.case.id)
