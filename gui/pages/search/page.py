"""The page Cari: one field, filters, hits newest first, a page after the other."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStackedLayout, QWidget

from cases.language import tr
from cases.work.search_records import Filters, Found, Hit
from gui import icons, theme
from gui.background import look
from gui.desk import search
from gui.frame import Frame, Page
from gui.pages.search.hits import KIND_WORDS, Hits
from gui.pages.search.opening import open_hit
from gui.stages import STATUSES, stage_words
from gui.widgets.buttons import button
from gui.widgets.card import Empty, row
from gui.widgets.choice import Choice, DateEdit
from gui.widgets.flow import Flow
from gui.widgets.text import label

_WAIT_MS = 120
_NO_FILTER = Filters()


class SearchPage(Page):
    """Search over everything."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Cari")
        self._found = Found()
        self.field = QLineEdit()
        self.hits = Hits(tr("Hasil pencarian"))
        self._count = label("", "secondary")
        self.meant = button("", "link")
        self.more = button(tr("Tampilkan berikutnya"), "", "chevron-down", clicked=self._more)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._search)
        self._build()

    def _build(self) -> None:
        column = self.column()
        self.setLayout(column)
        self.field.setPlaceholderText(tr("Kata, kode, nomor register, awal sidik jari, NIK utuh…"))
        self.field.setAccessibleName(tr("Cari"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(
            icons.icon("search", "text2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.returnPressed.connect(self._search)
        column.addWidget(self.field)
        column.addLayout(self._filters())
        column.addLayout(row(self._count, self.meant, 1))
        self.meant.clicked.connect(lambda _checked=False: self.field.setText(self._found.meant))
        self.meant.hide()
        self.hits.activated.connect(self._open)
        self.hits.clicked.connect(self._open)
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.hits)
        self._layers.addWidget(
            Empty(
                "search",
                tr("Cari di semua kasus."),
                tr("Judul, tempat, sebutan orang, keterangan foto, jawaban, catatan, dan pasal."),
            )
        )
        self._layers.addWidget(
            Empty(
                "search",
                tr("Tidak ditemukan."),
                tr("Coba kata yang lebih pendek, atau longgarkan saringan."),
                button(tr("Hapus saringan"), clicked=self.clear_filters),
            )
        )
        column.addWidget(holder, 1)
        column.addLayout(row(1, self.more, 1))
        self.more.hide()
        self._layers.setCurrentIndex(1)

    def _filters(self) -> Flow:
        self.kind = Choice(
            tr("Jenis"),
            [
                ("", tr("Semua jenis")),
                *((key, tr(words)) for key, words in KIND_WORDS.items() if key != "command"),
            ],
        )
        self.status = Choice(
            tr("Status"),
            [("", tr("Semua status")), *((one, stage_words(one)) for one in STATUSES)],
        )
        self.district = Choice(tr("Kecamatan"), [("", tr("Semua wilayah"))])
        self.element = Choice(tr("Unsur"), [("", tr("Semua unsur"))])
        self.since, self.until = DateEdit(tr("Sejak")), DateEdit(tr("Sampai"))
        self.since.field.setPlaceholderText(tr("sejak"))
        self.until.field.setPlaceholderText(tr("sampai"))
        self.gps = QCheckBox(tr("Ada GPS"))
        self.gps.setAccessibleName(self.gps.text())
        for choice in (self.kind, self.status, self.district, self.element):
            choice.currentIndexChanged.connect(lambda _at: self._timer.start())
        for day in (self.since, self.until):
            day.changed.connect(lambda _day: self._timer.start())
            day.field.textChanged.connect(lambda text: self._timer.start() if not text else None)
        self.gps.toggled.connect(lambda _on: self._timer.start())
        for wide in (self.since, self.until):
            wide.setMaximumWidth(theme.px(170))
        choices = (self.kind, self.status, self.district, self.element)
        return Flow(*choices, self.since, self.until, self.gps)

    @property
    def filters(self) -> Filters:
        """What the search is narrowed to."""
        return Filters(
            kinds=(self.kind.value,) if self.kind.value else (),
            status=self.status.value,
            district=self.district.value,
            since=self.since.value,
            until=self.until.value,
            gps=self.gps.isChecked(),
            element=self.element.value,
        )

    def clear_filters(self) -> None:
        """Search everything again."""
        for choice in (self.kind, self.status, self.district, self.element):
            choice.setCurrentIndex(0)
        self.since.field.clear()
        self.until.field.clear()
        self.gps.setChecked(False)

    def look_for(self, text: str) -> None:
        """Search for words that were typed elsewhere."""
        self.field.setText(text)
        self._search()

    def refresh(self) -> None:
        """Fill the filters, and search anew."""
        home = self.session.home
        look(
            self,
            lambda: (search.districts(home), search.elements()),
            self._fill,
            slot="filters",
        )
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search()

    def _fill(self, entries: tuple[tuple[tuple[str, str], ...], ...]) -> None:
        for choice, known in zip((self.district, self.element), entries, strict=True):
            if choice.count() != len(known) + 1:
                chosen = choice.value
                choice.blockSignals(True)
                while choice.count() > 1:
                    choice.removeItem(1)
                for key, words in known:
                    choice.addItem(words, key)
                choice.choose(chosen)
                choice.blockSignals(False)

    def _search(self) -> None:
        self._timer.stop()
        home, text, filters = self.session.home, self.field.text(), self.filters
        look(self, lambda: search.find(home, text, filters), self._show, slot="hits")

    def _more(self) -> None:
        home, text, filters = self.session.home, self.field.text(), self.filters
        before = self._found.before
        look(self, lambda: search.find(home, text, filters, before), self._add, slot="hits")

    def _show(self, found: Found) -> None:
        self._found = found
        self.hits.found.show_rows(found.hits)
        if found.hits:
            self.hits.setCurrentIndex(self.hits.found.index(0, 0))
        self._tell()

    def _add(self, found: Found) -> None:
        at = self.hits.verticalScrollBar().value()
        hits = (*self.hits.found.rows, *found.hits)
        self._found = replace(found, meant="")
        self.hits.found.show_rows(hits)
        self.hits.verticalScrollBar().setValue(at)
        self._tell()

    def _tell(self) -> None:
        shown = len(self.hits.found.rows)
        asked = bool(self.field.text().strip()) or self.filters != _NO_FILTER
        more = bool(self._found.before)
        self.more.setVisible(more)
        words = tr("{n} hasil, yang terbaru lebih dulu", n=shown)
        if more:
            words = tr("{n} hasil terbaru; masih ada lagi", n=shown)
        self._count.setText(words if shown or more else "")
        meant = self._found.meant
        self.meant.setVisible(bool(meant))
        if meant:
            typed = self.field.text().strip()
            self._count.setText(tr("Tidak ditemukan “{kata}”.", kata=typed))
            self.meant.setText(tr("Maksud Anda: {kata}?", kata=meant))
            self.meant.setAccessibleName(self.meant.text())
        self._layers.setCurrentIndex(0 if shown else 2 if asked else 1)

    def _open(self, index: QModelIndex) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        open_hit(self.frame, self, hit)
