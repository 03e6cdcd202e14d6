"""What a paper still lacks, beside the paper: each line leads to where it is filled in."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.desk import papers
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, scrolled
from gui.widgets.text import label

_WIDE = 288


class Gaps(QWidget):
    """The list of what is missing."""

    wanted = Signal(str, str)
    """(where it is filled in, what it is)"""
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.px(_WIDE))
        self.setAccessibleName(tr("Belum terisi"))
        self._body = Swap(margin=4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)

    def show_paper(self, drawn: papers.Preview | None) -> None:
        """Show what a drawn paper lacks; hide where it is kept already."""
        self.setVisible(drawn is not None and bool(drawn.gaps or drawn.check))
        column = self._body.renew()
        if drawn is None:
            return
        if drawn.check:
            card = Card(tr("Nama formulir"), "circle-help", tight=True)
            card.column.addWidget(label(drawn.check, "secondary", wrap=True))
            card.column.addWidget(button(tr("Pastikan"), "soft", clicked=self.check_wanted.emit))
            column.addWidget(card)
        if drawn.gaps:
            column.addWidget(self._missing(drawn))
        column.addStretch(1)

    def _missing(self, drawn: papers.Preview) -> Card:
        card = Card(tr("Belum terisi ({n})", n=len(drawn.gaps)), "pencil", tight=True)
        section = ""
        for gap in drawn.gaps:
            if gap.section != section:
                section = gap.section
                card.column.addWidget(label(section, "caption", wrap=True))
            entry = button(
                gap.label,
                "link",
                name=tr("Isi {nama}", nama=gap.label),
                clicked=partial(self.wanted.emit, gap.leads, gap.label),
            )
            entry.setStyleSheet("text-align: left;")
            entry.setToolTip(gap.label)
            entry.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            card.column.addWidget(entry)
        return card
