"""Pencegahan: appeals, socialisation and other acts, newest first."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cases.language import tr
from gui.background import look
from gui.desk import office_work as desk
from gui.frame import Frame, Page
from gui.sheets.handling import WhySheet
from gui.sheets.prevention import PreventionSheet
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.prevention import PreventionRecord


class PreventionPage(Page):
    """The acts of prevention of this home."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Pencegahan")
        column = self.column()
        self.setLayout(column)
        self.told = label("", "secondary")
        head = row(
            self.told, 1, button(tr("Catat pencegahan"), "primary", "plus", clicked=self._record)
        )
        column.addLayout(head)
        self.list = Swap(margin=6)
        column.addWidget(scrolled(self.list, kind="panel"), 1)

    @property
    def parts(self) -> list[QWidget]:
        """The page is one part."""
        return [self]

    def refresh(self) -> None:
        """Read the acts."""
        home = self.session.home
        look(self, lambda: desk.prevention(home), self._show, slot="prevention")

    def _show(self, found: "tuple[PreventionRecord, ...]") -> None:
        column = self.list.renew()
        self.told.setText(tr("{n} kegiatan", n=len(found)) if found else "")
        if not found:
            column.addWidget(
                Empty(
                    "bell",
                    tr("Belum ada kegiatan pencegahan."),
                    tr("Catat imbauan, sosialisasi, dan koordinasi sebagai bagian pengawasan."),
                )
            )
        for one in reversed(found):
            column.addWidget(self._card(one))
        column.addStretch(1)

    def _card(self, one: "PreventionRecord") -> Card:
        from cases.work.times import span

        card = Card(one.title, tight=True)
        card.head.addWidget(Pill(one.kind_text, "neutral" if one.withdrawn else "info"))
        when = span(one.starts_at, one.ends_at, self.session.zone)
        parts = (one.code, when, one.place.text, one.audience)
        words = "  ·  ".join(part for part in parts if part)
        card.column.addWidget(label(words, "secondary", wrap=True))
        if one.description:
            card.column.addWidget(label(one.description, "body14", wrap=True))
        if one.exhibits:
            count = tr("{n} bukti", n=len(one.exhibits))
            card.column.addWidget(label(count, "caption"))
        if one.withdrawn:
            words = tr("Ditarik: {alasan}", alasan=one.withdrawn)
            card.column.addWidget(label(words, "strong14", tone="warn", wrap=True))
        else:
            drop = button(
                tr("Tarik"),
                "link",
                name=tr("Tarik {kode}", kode=one.code),
                clicked=lambda: self._drop(one.id, one.code),
            )
            card.column.addLayout(row(1, drop))
        return card

    def _record(self) -> None:
        PreventionSheet(self, self.session).open()

    def _drop(self, wanted: str, code: str) -> None:
        words = (tr("Tarik {kode}", kode=code), tr("Catatannya tetap terbaca di daftar."))
        WhySheet(
            self,
            self.session,
            words,
            lambda home, why: desk.withdraw_prevention(home, wanted, why),
        ).open()
