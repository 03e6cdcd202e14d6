"""Cards of Pengaturan about evidence: the watched folder, and the borders of regions."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog

from cases.errors import NetraError
from cases.language import tr
from gui import errors, settings
from gui.background import Work, look
from gui.desk import intake, times
from gui.folders import documents, pictures
from gui.frame import Page
from gui.sheets.phone import PhoneHelp
from gui.widgets.buttons import button
from gui.widgets.card import Card, row
from gui.widgets.text import copyable, label

if TYPE_CHECKING:
    from cases.work.regions import InstalledRegions


class InboxCard(Card):
    """Which folder is watched, or none."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("Folder “Netra masuk”"), "inbox")
        self._page = page
        self.column.addWidget(
            label(
                tr(
                    "Foto yang disalin ke folder ini masuk sendiri ke Belum dipilah. Isinya "
                    "tidak diubah dan tidak dihapus."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.watched = QCheckBox(tr("Awasi folder ini selama Netra terbuka"))
        self.watched.setAccessibleName(self.watched.text())
        self.where = copyable("")
        self.column.addWidget(self.watched)
        self.column.addWidget(self.where)
        self.own = button(tr("Pakai folder bawaan"), "link", clicked=lambda: self.choose(""))
        self.column.addLayout(
            row(
                button(tr("Pilih folder lain…"), "", "folder-open", clicked=self._choose),
                self.own,
                button(tr("Cara dari HP"), "link", clicked=lambda: PhoneHelp(self._page).open()),
                1,
            )
        )
        self._show()
        self.watched.toggled.connect(lambda on: self._keep(on, settings.read_inbox()[1]))

    def _show(self) -> None:
        on, folder = settings.read_inbox()
        self.watched.setChecked(on)
        self.where.setText(folder or str(intake.inbox_folder()))
        self.own.setVisible(bool(folder))

    def _keep(self, on: bool, folder: str) -> None:
        settings.keep_inbox(watched=on, folder=folder)
        self._show()

    def choose(self, folder: str) -> None:
        """Watch another folder; empty: the one that Netra makes."""
        self._keep(self.watched.isChecked(), folder)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Pilih folder yang diawasi"), str(pictures()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda files: self.choose(files[0]))
        dialog.open()


class RegionCard(Card):
    """The region pack: what is installed, and installing another."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("Paket wilayah"), "map")
        self._page = page
        self._file = Path()
        self.state = label("", "secondary", wrap=True)
        self.about = label("", "caption", wrap=True)
        self.trouble = label("", "strong14", tone="danger", wrap=True)
        self.anyway = button(
            tr("Pasang tanpa tanda tangan"),
            "",
            clicked=lambda: self.install(self._file, unsigned=True),
        )
        self.trouble.hide()
        self.anyway.hide()
        self.column.addWidget(self.state)
        self.column.addWidget(self.about)
        self.column.addWidget(self.trouble)
        self.put = button(tr("Pasang paket wilayah…"), "", "map-pin", clicked=self._choose)
        self.column.addLayout(row(self.put, self.anyway, 1))

    def refresh(self) -> None:
        """Read which pack is installed."""
        home = self._page.session.home
        look(self, lambda: times.installed_regions(home), self._show, slot="regions")

    def _show(self, found: "InstalledRegions | None") -> None:
        from cases.work.times import number

        if found is None:
            self.state.setText(
                tr(
                    "Belum ada. Dengan paket wilayah, Netra memperkirakan kecamatan dari titik "
                    "GPS foto. Paketnya dari kantor kabupaten/kota."
                )
            )
            self.about.hide()
            return
        words = tr("{nama}: {n} wilayah.", nama=found.name, n=number(found.regions))
        mark = tr("Ditandatangani kantor.") if found.signer else tr("Tidak ditandatangani.")
        self.state.setText(f"{words} {mark}")
        self.about.setText(found.about)
        self.about.setVisible(bool(found.about))

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Pilih paket wilayah"), str(documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Paket wilayah (*.sqlite)"), tr("Semua berkas (*)")])
        dialog.filesSelected.connect(lambda files: self.install(Path(files[0])))
        dialog.open()

    def install(self, file: Path, *, unsigned: bool = False) -> None:
        """Install a pack; one without signature only when the officer says so."""
        home, self._file = self._page.session.home, file
        self.put.setEnabled(False)
        self.trouble.hide()
        self.anyway.hide()
        self.state.setText(tr("Memeriksa paket…"))
        Work(
            self,
            lambda _progress: times.install_regions(home, file, unsigned=unsigned),
            done=self._installed,
            failed=lambda error: self._refused(error, unsigned=unsigned),
            long=True,
        ).start()

    def _installed(self, found: "InstalledRegions") -> None:
        self.put.setEnabled(True)
        self._show(found)

    def _refused(self, error: BaseException, *, unsigned: bool) -> None:
        self.put.setEnabled(True)
        self.refresh()
        if not isinstance(error, NetraError):
            errors.show(self, error)
            return
        self.trouble.setText(f"{error.message} {error.advice}".strip())
        self.trouble.show()
        unsigned_file = not self._file.with_name(f"{self._file.name}.sig").exists()
        self.anyway.setVisible(error.code == "bad-regions" and not unsigned and unsigned_file)
