"""Pengaturan: the look, the language, when the window locks, and the sheet of keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from cases.changes import Changes
from cases.language import current, tr
from gui import settings, theme
from gui.entry.secrets import ChangePassphrase, NewRecoverySheet
from gui.frame import Frame, Page
from gui.pages.settings_intake import InboxCard, RegionCard
from gui.pages.settings_packs import HolidaysCard, PacksCard
from gui.theme import SIZES, Theme
from gui.widgets.buttons import button
from gui.widgets.card import Card, row
from gui.widgets.choice import Choice, Field
from gui.widgets.notice import Notice
from gui.widgets.text import label


class SettingsPage(Page):
    """How the window looks and behaves."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Pengaturan")
        column = self.scrolled_column()
        column.addWidget(self._look())
        column.addWidget(self._safety())
        self.inbox = InboxCard(self)
        self.regions = RegionCard(self)
        column.addWidget(self.inbox)
        column.addWidget(self.regions)
        self.packs = PacksCard(self)
        self.holidays = HolidaysCard(self)
        column.addWidget(self.packs)
        column.addWidget(self.holidays)
        column.addWidget(self._keys())
        column.addStretch(1)

    def refresh(self) -> None:
        """Read which region pack, which packs of rules and which holidays there are."""
        self.regions.refresh()
        self.packs.refresh()
        self.holidays.refresh()

    def hear(self, _changes: Changes) -> None:
        """Nothing that others write is shown here."""

    def _look(self) -> Card:
        card = Card(tr("Tampilan"), "sun")
        now = theme.current()
        card.column.addWidget(label(tr("Warna"), "strong14"))
        card.column.addWidget(
            self._group(
                (("light", tr("Terang")), ("dark", tr("Gelap"))),
                now.name,
                lambda name: self._dress(Theme(name, theme.current().size)),
            )
        )
        card.column.addWidget(label(tr("Ukuran huruf"), "strong14"))
        card.column.addWidget(
            self._group(
                tuple((str(size), f"{size} %") for size in SIZES),
                str(now.size),
                lambda size: self._dress(Theme(theme.current().name, int(size))),
            )
        )
        card.column.addWidget(label(tr("Bahasa"), "strong14"))
        card.column.addWidget(
            self._group((("id", "Indonesia"), ("en", "English")), current(), self._speak)
        )
        return card

    def _group(self, entries: tuple[tuple[str, str], ...], chosen: str, act: object) -> QWidget:
        box = QWidget()
        inner = row()
        group = QButtonGroup(box)
        for value, words in entries:
            made = button(words, "choice")
            made.setCheckable(True)
            made.setChecked(value == chosen)
            made.clicked.connect(lambda _checked=False, value=value: act(value))  # type: ignore[operator]
            group.addButton(made)
            inner.addWidget(made)
        inner.addStretch(1)
        box.setLayout(inner)
        return box

    def _safety(self) -> Card:
        card = Card(tr("Keamanan"), "shield")
        minutes = Choice(
            tr("Kunci otomatis"),
            tuple(
                (str(count), tr("setelah {n} menit diam", n=count))
                for count in settings.idle_choices()
            ),
        )
        minutes.choose(str(settings.read_idle_minutes()))
        minutes.activated.connect(lambda _index: settings.keep_idle_minutes(int(minutes.value)))
        minutes.setMaximumWidth(theme.px(320))
        card.column.addWidget(Field(tr("Kunci otomatis"), minutes))
        self.passphrase = button(
            tr("Ganti kata sandi…"), "", "key-round", clicked=self._passphrase
        )
        self.sheet = button(tr("Lembar pemulihan baru…"), "", "file-text", clicked=self.new_sheet)
        card.column.addLayout(row(self.passphrase, self.sheet, 1))
        return card

    def _passphrase(self) -> None:
        sheet = ChangePassphrase(self, self.session)
        sheet.changed.connect(lambda: self.frame.tell(Notice(tr("Kata sandi sudah berganti."))))
        sheet.open()

    def new_sheet(self) -> None:
        """Make a new recovery sheet."""
        sheet = NewRecoverySheet(self, self.session)
        sheet.changed.connect(
            lambda: self.frame.tell(
                Notice(tr("Lembar pemulihan baru berlaku. Musnahkan lembar yang lama."))
            )
        )
        sheet.open()

    def _keys(self) -> Card:
        card = Card(tr("Tombol pintas"), "layout-grid")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(4))
        for index, (key, words) in enumerate(
            (
                ("Ctrl+1 … Ctrl+4", tr("Hari ini, Kasus, Impor bukti, Tenggat")),
                ("Ctrl+N", tr("Kasus baru")),
                ("Ctrl+O", tr("Pilih berkas untuk diimpor")),
                ("Ctrl+K", tr("Cari kasus")),
                ("Ctrl+P", tr("Cetak, atau buat berita acara di kasus")),
                ("Ctrl+B", tr("Cadangkan")),
                ("Ctrl+L", tr("Kunci")),
                ("Ctrl+Z", tr("Urungkan yang baru dicatat")),
                ("P · A", tr("Di daftar impor: jeda; pilih semua yang sejenis")),
                ("F6", tr("Pindah antara navigasi, halaman, dan panel")),
                ("Alt+1 … Alt+8", tr("Bagian kasus")),
                ("Alt+←", tr("Kembali")),
                ("Ctrl+,", tr("Pengaturan")),
            )
        ):
            grid.addWidget(label(key, "mono"), index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, "secondary", wrap=True), index, 1)
        grid.setColumnStretch(1, 1)
        card.column.addLayout(grid)
        return card

    def _dress(self, chosen: Theme) -> None:
        settings.keep_theme(chosen)
        self.frame.dress_anew()

    def _speak(self, language: str) -> None:
        settings.keep_language(language)
        self.frame.dress_anew()
