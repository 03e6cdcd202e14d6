"""Rows of the office's desk: what became of a file just now, and what came in before."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cases.language import tr
from cases.office.outcome import FileImport
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label


class ResultRow(QWidget):
    """What became of one file: verdict first, then one sentence, then the receipt."""

    def __init__(self, one: FileImport, save_receipt: Callable[[str, str], object]) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        layout.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(3))
        name = Path(one.file).name
        words.addWidget(Elided(name, "strong"))
        text, tone, icon = state_of(one)
        words.addLayout(row(Pill(text, tone, icon), 1))
        words.addWidget(label(story_of(one), "secondary", wrap=True))
        layout.addLayout(words, 1)
        if one.receipt:
            layout.addWidget(
                button(
                    tr("Simpan tanda terima…"),
                    "soft",
                    "badge-check",
                    name=tr("Simpan tanda terima untuk {berkas}", berkas=name),
                    clicked=lambda: save_receipt(one.receipt, one.file),
                )
            )


def state_of(one: FileImport) -> tuple[str, str, str]:
    """(word, tone, icon) of what became of a file."""
    if one.conflicts:
        return tr("Berbeda dari yang dipegang kantor"), "danger", "triangle-alert"
    if one.refused:
        return tr("Tidak diterima"), "danger", "circle-x"
    if not (one.new.events or one.new.objects):
        return tr("Sudah ada"), "info", "copy"
    return tr("Diterima"), "ok", "circle-check"


def story_of(one: FileImport) -> str:
    """Why not, or how much was new."""
    if one.refused:
        return f"{one.refused} {one.advice}".strip()
    told = tr(
        "{n} catatan dan {m} berkas baru; {k} catatan sudah ada.",
        n=one.new.events,
        m=one.new.objects,
        k=one.known.events,
    )
    if one.left_out:
        left = tr("{n} berkas identitas tidak disertakan.", n=one.left_out)
        return f"{told} {left}"
    return told


class HeldRow(QWidget):
    """A case file that came in before."""

    def __init__(self, title: str, story: str, *actions: QPushButton) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        layout.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Elided(title, "strong"))
        words.addWidget(Elided(story, "secondary"))
        layout.addLayout(words, 1)
        for action in actions:
            layout.addWidget(action)
