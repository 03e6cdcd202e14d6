"""How the photos of a phone come in: three steps over the watched folder."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cases.language import tr
from gui import settings, theme
from gui.background import Work
from gui.desk import intake
from gui.widgets.buttons import button
from gui.widgets.card import icon_label, row
from gui.widgets.text import copyable, label


class PhoneHelp(QDialog):
    """What to do when a phone's photos are dropped without a path."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("HP tidak bisa dibaca langsung"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(theme.px(520))
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(10))
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        watched, folder = settings.read_inbox()
        for number, text in enumerate(self._steps(watched=watched), 1):
            step = QWidget()
            line = row(label(str(number), "number"), label(text, wrap=True), spacing=14)
            line.setStretch(1, 1)
            step.setLayout(line)
            column.addWidget(step)
        column.addWidget(copyable(folder or str(intake.inbox_folder())))
        tip = QWidget()
        words = tr(
            "Lewat WhatsApp, minta dikirim sebagai Dokumen agar waktu dan tempat foto tidak "
            "hilang."
        )
        line = row(icon_label("info", "info"), label(words, "secondary", wrap=True))
        line.setStretch(1, 1)
        tip.setLayout(line)
        column.addWidget(tip)
        self.open_folder = button(
            tr("Buka folder"), "primary", "folder-open", clicked=lambda: self._open(folder)
        )
        column.addLayout(row(1, button(tr("Tutup"), "", clicked=self.accept), self.open_folder))

    def _steps(self, *, watched: bool) -> tuple[str, str, str]:
        last = (
            tr("Tempel (Ctrl+V) di folder “Netra masuk”. Netra mengambilnya sendiri.")
            if watched
            else tr("Tempel (Ctrl+V) di folder “Netra masuk”, lalu seret dari sana ke Netra.")
        )
        return (
            tr("Buka HP di Explorer, lalu buka folder DCIM."),
            tr("Pilih foto, lalu salin (Ctrl+C)."),
            last,
        )

    def _open(self, folder: str) -> None:
        Work(
            self,
            lambda _progress: str(intake.make_inbox(folder)),
            done=self._show,
        ).start()

    def _show(self, where: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(where))
