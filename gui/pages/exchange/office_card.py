"""The side of the outbox: the office this laptop belongs to, cards, receipts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QMessageBox, QVBoxLayout, QWidget

from cases.keys.cards import OfficeCard
from cases.language import tr
from gui import theme
from gui.background import Work, look
from gui.desk import exchange
from gui.folders import documents
from gui.frame import Page
from gui.widgets.buttons import button
from gui.widgets.card import Card
from gui.widgets.text import label


class OfficeSide(QWidget):
    """Enrols the laptop, hands out the officer's card, keeps receipts."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setFixedWidth(theme.px(344))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._office())
        column.addWidget(self._receipts())
        column.addStretch(1)

    def _office(self) -> Card:
        card = Card(tr("Kantor"), "building-2")
        self.office = label("", "strong", wrap=True)
        self.words = label("", "secondary", wrap=True)
        card.column.addWidget(self.office)
        card.column.addWidget(self.words)
        self.enrolling = button(
            tr("Daftarkan ke kantor…"),
            "soft",
            "id-card",
            clicked=lambda: pick(self, tr("Pilih kartu kantor"), self.read_card),
        )
        card.column.addWidget(self.enrolling)
        card.column.addWidget(
            button(tr("Simpan kartu saya…"), "", "save", clicked=self.choose_card)
        )
        return card

    def _receipts(self) -> Card:
        card = Card(tr("Tanda terima"), "badge-check")
        card.column.addWidget(
            label(
                tr("Tanda terima dari kantor membuktikan apa yang sudah dipegang kantor."),
                "lead",
                wrap=True,
            )
        )
        self.kept = label("", "strong14", tone="ok", wrap=True)
        self.kept.hide()
        card.column.addWidget(self.kept)
        card.column.addWidget(
            button(
                tr("Tambah tanda terima…"),
                "soft",
                "plus",
                clicked=lambda: pick(self, tr("Pilih tanda terima"), self.add_receipt),
            )
        )
        return card

    def refresh(self) -> None:
        """Show the office."""
        name = exchange.office_name(self._page.session.home)
        self.office.setText(name or tr("Belum terdaftar ke kantor"))
        words = tr("Ganti kantor…") if name else tr("Daftarkan ke kantor…")
        self.enrolling.setText(f" {words}")
        self.enrolling.setAccessibleName(words)
        self.words.setText(
            tr("Berkas kasus disegel untuk kantor ini.")
            if name
            else tr("Minta kartu kantor kabupaten/kota; tanpa itu kantor tidak dapat membuka.")
        )

    def read_card(self, file: Path) -> None:
        """Read the card of an office and ask whether its words are right."""
        look(self, lambda: exchange.read_office_card(file), self.ask)

    def ask(self, card: OfficeCard) -> None:
        """Ask whether the six words are those the office says."""
        compare(self, card.name, card.words, lambda: self.enrol(card))

    def enrol(self, card: OfficeCard) -> None:
        """Seal to this office from now on."""
        home = self._page.session.home
        Work(
            self,
            lambda _progress: exchange.enrol(home, card),
            done=lambda _count: self._page.refresh(),
            long=True,
        ).start()

    def choose_card(self) -> None:
        """Let the officer choose where the card goes."""
        save_as(self, tr("Simpan kartu petugas"), "kartu-petugas.json", self.save_card)

    def save_card(self, file: Path) -> None:
        """Write the officer's card, and show its six words."""
        home = self._page.session.home
        Work(self, lambda _progress: exchange.save_card(home, file), done=self._saved).start()

    def _saved(self, words: tuple[str, ...]) -> None:
        self.words.setText(
            tr("Kartu tersimpan. Bacakan enam kata ini ke kantor: {kata}", kata=" ".join(words))
        )

    def add_receipt(self, file: Path) -> None:
        """Keep a receipt."""
        home = self._page.session.home
        Work(
            self,
            lambda _progress: exchange.add_receipt(home, file),
            done=lambda _changes: self._kept(file),
        ).start()

    def _kept(self, file: Path) -> None:
        self.kept.setText(tr("{berkas} sah dan tersimpan.", berkas=file.name))
        self.kept.show()
        self._page.refresh()


def pick(parent: QWidget, title: str, then: Callable[[Path], Any]) -> None:
    """Let the user choose one file."""
    dialog = QFileDialog(parent, title, str(documents()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()


def save_as(parent: QWidget, title: str, name: str, then: Callable[[Path], Any]) -> None:
    """Let the user choose where a file goes."""
    dialog = QFileDialog(parent, title, str(documents()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()


def compare(
    parent: QWidget, name: str, words: tuple[str, ...], agreed: Callable[[], None]
) -> None:
    """Ask whether the six words of a card are those its owner reads out."""
    box = QMessageBox(parent)
    box.setAccessibleName(tr("Cocokkan enam kata"))
    box.setWindowTitle("Netra")
    box.setText(tr("Cocokkan enam kata dengan {nama}, lewat telepon atau langsung.", nama=name))
    box.setInformativeText(" ".join(words))
    same = box.addButton(tr("Sama, lanjutkan"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Tidak sama"), QMessageBox.ButtonRole.RejectRole)
    same.clicked.connect(lambda _checked=False: agreed())
    box.open()
