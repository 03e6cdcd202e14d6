"""The tab Dokumen: papers that can be made, and papers that were made."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from gui import desk, theme
from gui.pages.case.record import CaseView
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, icon_label, line, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label


class PapersTab(QWidget):
    """Papers of a case."""

    make_wanted = Signal(str)
    show_wanted = Signal(str, str)
    """(event of the paper, its title)"""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._shown: object = None
        self._body = Swap(margin=6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)

    def show_view(self, view: CaseView) -> None:
        """Show what can be made and what was made."""
        shown = (view.file.papers, view.file.content_head)
        if shown == self._shown:
            return
        self._shown = shown
        column = self._body.renew()
        make = Card(tr("Buat dokumen"), "file-plus")
        for form, title in desk.forms():
            made = button(
                tr("Buat"),
                "soft",
                name=tr("Buat {judul}", judul=title),
                clicked=partial(self.make_wanted.emit, form),
            )
            entry = row(label(title, wrap=True), made)
            entry.setStretch(0, 1)
            make.column.addLayout(entry)
        column.addWidget(make)
        done = Card(tr("Sudah dibuat"), "files")
        if not view.file.papers:
            done.column.addWidget(label(tr("Belum ada dokumen."), "lead"))
        for index, paper in enumerate(reversed(view.file.papers)):
            if index:
                done.column.addWidget(line())
            done.column.addWidget(self._row(view, paper.event))
        column.addWidget(done)
        column.addStretch(1)

    def _row(self, view: CaseView, event: str) -> QWidget:
        from cases.work.times import short_time

        paper = next(paper for paper in view.file.papers if paper.event == event)
        made = QWidget()
        inner = QHBoxLayout(made)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(10))
        inner.addWidget(icon_label("file-text", "text2", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(paper.title, "strong14"))
        words.addWidget(Elided(short_time(paper.made_at, self._zone), "caption"))
        inner.addLayout(words, 1)
        if paper.content_head != view.file.content_head:
            inner.addWidget(Pill(tr("Berubah sejak dibuat"), "warn", "triangle-alert"))
        inner.addWidget(Pill(tr("Final") if paper.final else tr("Draf"), "neutral"))
        inner.addWidget(
            button(
                tr("Buka"),
                "",
                name=tr("Buka {judul}", judul=paper.title),
                clicked=lambda: self.show_wanted.emit(paper.event, paper.title),
            )
        )
        return made
