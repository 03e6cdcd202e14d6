"""The first run: a few short pages until there is a home."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cases.language import tr
from cases.work.region_codes import CODE
from gui import desk, errors, theme
from gui.background import Work, look
from gui.desk import recovery
from gui.entry.passphrase import PassphraseField
from gui.entry.recovery_pages import Recovery
from gui.entry.sheet_out import SheetOut
from gui.folders import documents
from gui.widgets.buttons import button
from gui.widgets.card import Card, line, row, scrolled
from gui.widgets.choice import Choice, Field
from gui.widgets.text import Elided, label


class FirstRun(QWidget):
    """Makes a home with its first officer."""

    made = Signal(object)
    """The new home, open."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._card_file: Path | None = None
        self._home: Any = None
        self.setProperty("kind", "page")
        self.pages = QStackedWidget()
        self.trouble = label("", "strong14", tone="danger", wrap=True)
        self.trouble.hide()
        self._step = label("", "caption")
        self.onward = button(tr("Lanjut"), "primary", clicked=self.go_on)
        self.onward.setDefault(True)
        self.before = button(tr("Kembali"), "", "arrow-left", clicked=self._go_back)
        self.pages.addWidget(self._who_page())
        self.pages.addWidget(self._passphrase_page())
        self.recovery = Recovery()
        self.out = SheetOut(self, self.recovery.tell, self._keep)
        self.recovery.sheet_wanted.connect(self._save_sheet)
        self.recovery.print_wanted.connect(self._print_sheet)
        self.pages.addWidget(self.recovery.show_page)
        self.pages.addWidget(self.recovery.ask_page)
        self._build()
        for field in (*self._typed(), self.recovery.first, self.recovery.second):
            field.returnPressed.connect(self.go_on)
            field.textEdited.connect(lambda _text: self.trouble.hide())
        self._show(0)

    def _typed(self) -> tuple[QLineEdit, ...]:
        return self.name, self.office, self.region, self.passphrase, self.again

    def _build(self) -> None:
        card = Card()
        card.setFixedWidth(theme.px(600))
        card.column.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(20))
        head = row(label("Netra", "greeting"), 1, self._step)
        card.column.addLayout(head)
        card.column.addWidget(self.pages)
        card.column.addWidget(self.trouble)
        card.column.addWidget(line())
        card.column.addLayout(row(self.before, 1, self.onward))
        body = QWidget()
        body.setProperty("kind", "page")
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column = QVBoxLayout(body)
        # At a fixed place: a card in the middle would jump under the pointer when it grows.
        column.addSpacing(theme.px(12))
        column.addLayout(middle)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    def _page(self, title: str, why: str) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(why, "lead", wrap=True))
        return page, column

    def _who_page(self) -> QWidget:
        page, column = self._page(
            tr("Siapa Anda?"), tr("Nama dan kantor ini tertulis di setiap catatan dan surat.")
        )
        self.name = QLineEdit()
        column.addWidget(Field(tr("Nama lengkap"), self.name))
        self.role = Choice(
            tr("Jabatan"),
            (
                ("PANWASCAM", tr("Panwaslu Kecamatan")),
                ("PKD", tr("Panwaslu Kelurahan/Desa (PKD)")),
                ("KABKOTA", tr("Bawaslu Kabupaten/Kota")),
                ("PROVINSI", tr("Bawaslu Provinsi")),
            ),
        )
        column.addWidget(Field(tr("Jabatan"), self.role))
        self.office = QLineEdit()
        self.office.setPlaceholderText(tr("mis. Panwaslu Kecamatan Kupang Timur"))
        column.addWidget(Field(tr("Kantor"), self.office))
        self.region = QLineEdit()
        self.region.setPlaceholderText("53.01.06")
        column.addWidget(
            Field(
                tr("Kode wilayah"),
                self.region,
                tr("Kode Kemendagri wilayah tugas: provinsi.kabupaten.kecamatan."),
            )
        )
        return page

    def _passphrase_page(self) -> QWidget:
        page, column = self._page(
            tr("Kata sandi"),
            tr("Pakai beberapa kata yang mudah Anda ingat. Panjang lebih baik daripada rumit."),
        )
        self.passphrase = PassphraseField(tr("Kata sandi"))
        self.again = PassphraseField(tr("Sekali lagi"))
        column.addWidget(Field(tr("Kata sandi"), self.passphrase))
        column.addWidget(Field(tr("Sekali lagi"), self.again))
        self._card_name = Elided(tr("Belum ada; bisa menyusul."), "secondary")
        self.onward.setToolTip(
            tr("Rumah data: satu folder di laptop ini; semua isinya tersegel dengan kata sandi.")
        )
        choose = button(tr("Pilih kartu kantor…"), "", "id-card", clicked=self._choose_card)
        column.addWidget(label(tr("Kartu kantor (boleh dilewati)"), "strong14"))
        column.addWidget(
            label(
                tr(
                    "Berkas kecil dari kantor kabupaten/kota. Dengan kartu ini kantor dapat "
                    "membuka bukti bila laptop Anda rusak."
                ),
                "caption",
                wrap=True,
            )
        )
        entry = row(choose, self._card_name)
        entry.setStretch(1, 1)
        column.addLayout(entry)
        return page

    def _choose_card(self) -> None:
        dialog = QFileDialog(self, tr("Pilih kartu kantor"), str(documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.use_card(Path(file)))
        dialog.open()

    def use_card(self, file: Path) -> None:
        """Enrol with the office of this card when the home is made."""
        self._card_file = file
        self._card_name.setText(file.name)

    # --- steps

    def _show(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self._step.setText(tr("langkah {n} dari {semua}", n=index + 1, semua=self.pages.count()))
        self.before.setVisible(index in (1, 3))
        self.onward.setText(tr("Buat rumah data") if index == 1 else tr("Lanjut"))
        self.trouble.hide()
        focus = (self.name, self.passphrase, self.onward, self.recovery.first)[index]
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._show(self.pages.currentIndex() - 1)

    def go_on(self) -> None:
        """Check the page, then show the next."""
        if not self.onward.isEnabled():
            return
        (self._leave_who, self._make, lambda: self._show(3), self._leave_recovery)[
            self.pages.currentIndex()
        ]()

    def complain(self, text: str, field: QWidget | None = None) -> None:
        """Say what is missing."""
        self.trouble.setText(text)
        self.trouble.show()
        self.setAccessibleDescription(text)
        if field:
            field.setFocus()

    def _leave_who(self) -> None:
        if not self.name.text().strip():
            self.complain(tr("Isi nama lengkap Anda."), self.name)
        elif not self.office.text().strip():
            self.complain(tr("Isi nama kantor Anda."), self.office)
        elif not CODE.fullmatch(self.region.text().strip()):
            self.complain(tr("Kode wilayah ditulis seperti 53.01.06."), self.region)
        else:
            self._show(1)

    def _make(self) -> None:
        if self.passphrase.text() != self.again.text():
            self.complain(tr("Kedua kata sandi belum sama."), self.again)
            return
        who = {
            "name": self.name.text().strip(),
            "role": self.role.value,
            "office": self.office.text().strip(),
            "region": self.region.text().strip(),
        }
        folder, passphrase, card = self._folder, self.passphrase.text(), self._card_file
        self.trouble.hide()
        self.onward.setEnabled(False)
        self.onward.setText(tr("Membuat…"))
        look(
            self,
            lambda: desk.create(folder, who, passphrase, card),
            self._made,
            failed=self._failed,
        )

    def _failed(self, error: BaseException) -> None:
        self.onward.setEnabled(True)
        self._show(self.pages.currentIndex())
        message, advice, _code = errors.words(error)
        self.complain(f"{message} {advice}".strip(), self.passphrase)

    def _made(self, made: tuple[Any, Any]) -> None:
        self._home, code = made
        self.passphrase.clear()
        self.again.clear()
        self.onward.setEnabled(True)
        self.recovery.show_code(code)
        self._show(2)

    def _leave_recovery(self) -> None:
        if not self.recovery.right:
            self.complain(
                tr("Belum sama dengan kode di lembar pemulihan. Periksa lagi."),
                self.recovery.first,
            )
            return
        self._keep()
        self.recovery.forget()
        self.made.emit(self._home)

    @property
    def unsafe(self) -> bool:
        """Whether the recovery code would be lost with the window."""
        return self.recovery.code is not None and not self.recovery.kept

    def _save_sheet(self) -> None:
        if self.recovery.code is not None:
            self.out.save(self._home, self.recovery.code)

    def _print_sheet(self) -> None:
        if self.recovery.code is not None:
            self.out.print(self._home, self.recovery.code)

    def _keep(self) -> None:
        home = self._home
        Work(self, lambda _progress: recovery.note_kept(home)).start()
