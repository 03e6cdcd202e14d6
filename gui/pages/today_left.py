"""Hari ini, what was left undone: an import that did not end, a recovery sheet nobody kept."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from cases.language import tr
from gui.background import look
from gui.desk import intake, recovery
from gui.entry.secrets import NewRecoverySheet
from gui.frame import Page
from gui.widgets.banner import banner
from gui.widgets.buttons import button
from gui.widgets.card import Swap

if TYPE_CHECKING:
    from cases.intake.brought import Unfinished


class LeftUndone(Swap):
    """Strips at the top of Hari ini; none while nothing was left undone."""

    def __init__(self, page: Page) -> None:
        super().__init__(spacing=8)
        self._page = page
        self.hide()

    def refresh(self) -> None:
        """Look again."""
        home = self._page.session.home

        def read() -> "tuple[tuple[tuple[Unfinished, bool], ...], bool]":
            return intake.unfinished(home), recovery.is_kept(home)

        look(self, read, lambda found: self._show(*found), slot="left")

    def _show(self, imports: "tuple[tuple[Unfinished, bool], ...]", kept: bool) -> None:
        column = self.renew()
        if imports and self._page.frame.importing is None:
            column.addWidget(self._import(imports[-1][0]))
        if not kept:
            column.addWidget(self._sheet())
        self.setVisible(column.count() > 0)

    def _import(self, one: "Unfinished") -> QFrame:
        from cases.work.times import short_time

        page = self._page
        return banner(
            tr(
                "Impor {waktu} belum selesai: {n} berkas sudah masuk dan aman, sisanya belum.",
                waktu=short_time(one.begun_at, page.session.zone),
                n=one.stored,
            ),
            "triangle-alert",
            button(
                tr("Lanjutkan impor"), "primary", "play", clicked=lambda: page.frame.open("intake")
            ),
        )

    def _sheet(self) -> QFrame:
        return banner(
            tr(
                "Lembar pemulihan belum pernah disimpan. Bila kata sandi lupa, data tidak bisa "
                "dibuka lagi."
            ),
            "key-round",
            button(tr("Buat lembar baru"), "primary", "file-text", clicked=self.make_sheet),
        )

    def make_sheet(self) -> None:
        """Make a new recovery sheet, in the place of the one nobody kept."""
        sheet = NewRecoverySheet(self._page, self._page.session)
        sheet.changed.connect(self.refresh)
        sheet.open()
