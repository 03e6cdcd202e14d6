"""One case in the outbox: its state in a word, and what can be done with it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.office.outbox import Outgoing
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.pill import Pill
from gui.widgets.text import Elided


class Choose(Protocol):
    """Asks where the sealed file goes."""

    def __call__(self, one: Outgoing, *, identities: bool) -> None:
        """Ask, then seal."""


class OutgoingRow(QWidget):
    """One case of this laptop."""

    def __init__(self, one: Outgoing, zone: str, choose: Choose) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        layout.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(3))
        words.addWidget(Elided(f"{one.case.code}  ·  {one.case.title}", "strong"))
        text, tone, icon = state_of(one)
        words.addLayout(row(Pill(text, tone, icon), 1))
        words.addWidget(Elided(story_of(one, zone), "secondary"))
        layout.addLayout(words, 1)
        self.anonymous = QCheckBox(tr("tanpa identitas"))
        self.anonymous.setToolTip(
            tr("Nama, NIP/NIK, dan alamat para pihak tidak ikut dalam berkas.")
        )
        self.anonymous.setAccessibleName(tr("Segel {kode} tanpa identitas", kode=one.case.code))
        layout.addWidget(self.anonymous)
        layout.addWidget(
            button(
                tr("Segel…"),
                "soft" if one.held else "primary",
                "lock-keyhole",
                name=tr("Segel kasus {kode}", kode=one.case.code),
                clicked=self._asked(one, choose),
            )
        )

    def _asked(self, one: Outgoing, choose: Choose) -> Callable[[], None]:
        return lambda: choose(one, identities=not self.anonymous.isChecked())


def state_of(one: Outgoing) -> tuple[str, str, str]:
    """(word, tone, icon) of how far the office has a case."""
    if one.held:
        return tr("Diterima kantor"), "ok", "circle-check"
    if one.received_at:
        return tr("Berubah sejak diterima kantor"), "warn", "triangle-alert"
    if one.sealed_at:
        return tr("Disegel, belum ada tanda terima"), "info", "send"
    return tr("Masih hanya di laptop ini"), "warn", "hard-drive"


def story_of(one: Outgoing, zone: str) -> str:
    """When it was sealed last, and when the office confirmed."""
    from cases.work.times import short_time

    parts = []
    if one.sealed_at:
        when = short_time(one.sealed_at, zone)
        parts.append(tr("disegel {waktu} ({berkas})", waktu=when, berkas=one.file))
    if one.received_at:
        when = short_time(one.received_at, zone)
        parts.append(tr("tanda terima {waktu}", waktu=when))
    return "  ·  ".join(parts) or tr("belum pernah disegel")
