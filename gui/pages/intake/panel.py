"""What one file needs of the officer: why, in a sentence, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from cases.intake.outcome import IntakeItem
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from gui import theme
from gui.pages.intake.parts import REFUSED
from gui.pages.intake.verdicts import hint_of, name_of_file
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row, scrolled
from gui.widgets.text import Elided, label

_CHATS = frozenset({"whatsapp_image", "telegram", "facebook"})


class Explanation(Card):
    """The panel on the right."""

    time_wanted = Signal()
    place_wanted = Signal()
    original_wanted = Signal()
    alike_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Keterangan"), "info", tight=True)
        self.setFixedWidth(theme.px(320))
        self._body = Swap(spacing=8)
        self.column.addWidget(scrolled(self._body, kind="panel"), 1)

    def show_row(self, item: IntakeItem, record: ExhibitRecord | None, alike: int) -> None:
        """Explain one file; `alike` files have the same hint."""
        column = self._body.renew()
        hint = hint_of(item, record)
        column.addWidget(Elided(name_of_file(item), "strong"))
        if hint or item.status == REFUSED:
            column.addWidget(label(hint or tr("Tidak terbaca"), "card-title", wrap=True))
        for text in self._reasons(item, record):
            column.addWidget(label(text, "secondary", wrap=True))
        if record is not None:
            self._offer(column, record)
        if alike > 1:
            words = tr("Pilih {n} foto sejenis", n=alike)
            column.addLayout(row(button(words, "link", clicked=lambda: self._alike(hint)), 1))
        column.addStretch(1)

    def _alike(self, hint: str) -> None:
        self.alike_wanted.emit(hint)

    def _reasons(self, item: IntakeItem, record: ExhibitRecord | None) -> list[str]:
        texts = [item.reason] if item.reason else []
        texts += [signal.text for signal in record.signals] if record else []
        if record and record.kind == "photo":
            if record.origin in _CHATS:
                texts.append(
                    tr(
                        "Kiriman lewat aplikasi biasanya kehilangan waktu dan lokasi. Minta "
                        "berkas asli lewat kabel atau “Dokumen”."
                    )
                )
            if not record.lat and not record.placed.how:
                texts.append(
                    tr(
                        "Foto tanpa lokasi. Pilih tempat bila Anda tahu; asal-usulnya dicatat "
                        "“menurut pengawas”."
                    )
                )
        return texts or [tr("Tidak ada yang perlu dilihat.")]

    def _offer(self, column: QVBoxLayout, record: ExhibitRecord) -> None:
        if record.kind != "photo":
            return
        if record.taken.local:
            column.addWidget(
                button(tr("Nyatakan waktu…"), "", "clock", clicked=self.time_wanted.emit)
            )
        column.addWidget(
            button(tr("Nyatakan tempat…"), "", "map-pin", clicked=self.place_wanted.emit)
        )
        if record.origin in _CHATS or record.origin == "screenshot":
            column.addWidget(
                button(tr("Catat permintaan asli"), "", "send", clicked=self.original_wanted.emit)
            )
