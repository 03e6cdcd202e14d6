"""The bar over the picture: neighbours, name, what is shown, how it is looked at."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.desk.evidence import ExhibitView
from gui.exhibit_words import name_of
from gui.pages.exhibit.shots import ORIGINAL, PDF, PREVIEW
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Choice
from gui.widgets.text import Elided, label


class ExhibitBar(QWidget):
    """The bar."""

    stepped = Signal(int)
    version_chosen = Signal(str)
    """`preview`, `original`, or the id of a derived copy."""
    page_chosen = Signal(int)
    zoomed = Signal(float)
    fit_wanted = Signal()
    turn_wanted = Signal()
    edit_wanted = Signal()
    panel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Penampil bukti"))
        self._page, self._pages = 1, 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._names())
        column.addLayout(self._tools())

    def _names(self) -> QHBoxLayout:
        self.before = button(
            "", "", "chevron-left", name=tr("Bukti sebelumnya"), clicked=self._step(-1)
        )
        self.after = button(
            "", "", "chevron-right", name=tr("Bukti berikutnya"), clicked=self._step(1)
        )
        self._name = Elided("", "card-title")
        self._where = label("", "secondary")
        self.version = Choice(tr("Tampilan"), ())
        self.version.setMinimumWidth(theme.px(150))
        self.version.setMaximumWidth(theme.px(200))
        self.version.activated.connect(lambda _i: self.version_chosen.emit(self.version.value))
        made = row(self.before, self.after, self._name, self._where, self.version)
        made.setStretch(2, 1)
        return made

    def _step(self, way: int) -> Callable[[], None]:
        return lambda: self.stepped.emit(way)

    def _tools(self) -> QHBoxLayout:
        self._leaf = QWidget()
        self._leaf_words = label("", "secondary")
        back = button("", "", "chevron-left", name=tr("Halaman sebelumnya"))
        back.clicked.connect(lambda _checked=False: self.turn_leaf(-1))
        on = button("", "", "chevron-right", name=tr("Halaman berikutnya"))
        on.clicked.connect(lambda _checked=False: self.turn_leaf(1))
        self._leaf.setLayout(row(back, self._leaf_words, on))
        self._leaf.hide()
        self._ratio = label("", "secondary")
        self._ratio.setMinimumWidth(theme.px(48))
        self.edit = button(tr("Salinan turunan…"), "", "eye-off", clicked=self.edit_wanted.emit)
        self.edit.setToolTip(tr("Potong, tutup, tandai pada salinan (S)"))
        self._looks = (
            button("", "", "zoom-out", name=tr("Perkecil"), clicked=lambda: self._zoom(0.8)),
            button("", "", "zoom-in", name=tr("Perbesar"), clicked=lambda: self._zoom(1.25)),
            button("", "", "maximize", name=tr("Sesuai jendela"), clicked=self.fit_wanted.emit),
            button("", "", "rotate-cw", name=tr("Putar tampilan"), clicked=self.turn_wanted.emit),
        )
        return row(
            self._leaf,
            1,
            self._ratio,
            *self._looks,
            self.edit,
            button(
                "",
                "",
                "panel-right",
                name=tr("Tampilkan atau sembunyikan keterangan"),
                clicked=self.panel_wanted.emit,
            ),
        )

    def _zoom(self, factor: float) -> None:
        self.zoomed.emit(factor)

    def turn_leaf(self, way: int) -> None:
        """Turn to another page of a document, if there is one."""
        page = self._page + way
        if 1 <= page <= self._pages:
            self.page_chosen.emit(page)

    # --- what is shown

    def show_place(self, at: int, count: int) -> None:
        """Show which of how many this is."""
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < count)
        self._where.setText(tr("{n} dari {semua}", n=at + 1, semua=count) if count > 1 else "")

    def show_view(self, view: ExhibitView, version: str) -> None:
        """Show the name, and what may be looked at."""
        exhibit = view.exhibit
        self._name.setText(f"{exhibit.code}  {name_of(exhibit)}".strip())
        self.edit.setVisible(exhibit.kind == "photo" or bool(exhibit.preview))
        self.version.clear()
        if exhibit.kind == "photo":
            self.version.addItem(tr("Pratinjau"), PREVIEW)
            self.version.addItem(tr("Berkas asli"), ORIGINAL)
        else:
            self.version.addItem(tr("Halaman berkas") if _has_pages(view) else "–", PREVIEW)
        for copy in view.copies:
            name = tr("{kode} (salinan)", kode=copy.code)
            self.version.addItem(name, copy.id)
        self.version.choose(version)
        if self.version.currentIndex() < 0:
            self.version.setCurrentIndex(0)
        self.version.setVisible(self.version.count() > 1)

    def show_leaf(self, page: int, pages: int) -> None:
        """Show which page of a document this is; hides where there are none."""
        self._page, self._pages = page, pages
        self._leaf.setVisible(pages > 0)
        self._leaf_words.setText(tr("Halaman {n} dari {semua}", n=page, semua=pages))

    def show_looks(self, *, shown: bool) -> None:
        """Offer to look closer only where there is a picture."""
        for look in self._looks:
            look.setEnabled(shown)
        if not shown:
            self._ratio.clear()

    def show_ratio(self, ratio: float) -> None:
        """Show how large the picture is shown."""
        self._ratio.setText(f"{round(ratio * 100)} %")


def _has_pages(view: ExhibitView) -> bool:
    return view.exhibit.media_type == PDF
