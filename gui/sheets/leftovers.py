"""Copies of evidence that still lie outside of Netra; it points at them and deletes nothing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import row, scrolled
from gui.widgets.text import Elided, label

if TYPE_CHECKING:
    from cases.intake.leftovers import Leftovers

_MOST = 40


class LeftoverList(QDialog):
    """Folders with copies, most first."""

    def __init__(self, parent: QWidget, left: "Leftovers") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Salinan bukti di luar Netra"))
        self.setAccessibleName(self.windowTitle())
        self.resize(theme.px(620), theme.px(420))
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(10))
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(
            label(
                tr(
                    "{n} dari {semua} salinan ini sudah ada di cadangan terakhir; yang itu boleh "
                    "Anda hapus sendiri. Netra tidak menghapus apa pun.",
                    n=left.backed_up,
                    semua=left.files,
                ),
                "lead",
                wrap=True,
            )
        )
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, theme.px(4), 0)
        for folder, count in left.folders[:_MOST]:
            line = QWidget()
            inner = row(
                Elided(folder, "strong14"),
                label(tr("{n} berkas", n=count), "secondary"),
                button(
                    tr("Buka"),
                    "link",
                    name=tr("Buka folder {nama}", nama=folder),
                    clicked=partial(self._open, folder),
                ),
            )
            inner.setStretch(0, 1)
            line.setLayout(inner)
            rows.addWidget(line)
        rows.addStretch(1)
        column.addWidget(scrolled(body, kind="panel"), 1)
        column.addLayout(row(1, button(tr("Tutup"), "primary", clicked=self.accept)))

    def _open(self, folder: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
