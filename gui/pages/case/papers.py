"""The tab Dokumen: papers that can be made, by stage, and papers that were made."""

from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import PaperRecord
from gui import theme
from gui.background import look
from gui.desk import papers
from gui.frame import Frame
from gui.pages.case.record import CaseView
from gui.sheets.papers import ScanSheet, with_letterhead
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, icon_label, line, row, scrolled
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label


class PapersTab(QWidget):
    """Papers of a case."""

    show_wanted = Signal(str, str)
    """(event of the paper, its title)"""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame, self._session = frame, frame.session
        self._view: CaseView | None = None
        self._shown: object = None
        self.rows: tuple[papers.FormRow, ...] = ()
        """The papers that can be made, as they are shown."""
        self._forms = Swap()
        self._made = Swap()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(6), theme.px(6))
        column.setSpacing(theme.px(10))
        column.addWidget(self._forms)
        column.addWidget(self._made)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body, kind="panel"), 1)

    def show_view(self, view: CaseView) -> None:
        """Show what was made at once, and what can be made as soon as it is read."""
        shown = (view.file.papers, view.file.content_head, view.file.scans)
        if shown == self._shown:
            return
        self._shown, self._view = shown, view
        self._show_made(view)
        home, case = self._session.home, view.file.case.id
        look(self, lambda: papers.rows(home, case), self._show_forms, slot="forms")

    # --- what can be made

    def _show_forms(self, rows: tuple[papers.FormRow, ...]) -> None:
        self.rows = rows
        column = self._forms.renew()
        card = Card(tr("Buat dokumen"), "file-plus")
        card.head.addWidget(
            button(
                tr("Kepala surat"),
                "link",
                "pencil",
                clicked=lambda: with_letterhead(self, self._session),
            )
        )
        for stage, members in groupby(rows, key=lambda one: one.stage):
            card.column.addWidget(label(stage, "strong14"))
            for one in members:
                card.column.addWidget(self._form(one))
        column.addWidget(card)

    def _form(self, one: papers.FormRow) -> QWidget:
        name = f"{one.label}, {one.whom}" if one.whom else one.label
        entry = QWidget()
        inner = QHBoxLayout(entry)
        inner.setContentsMargins(theme.px(12), 0, 0, 0)
        inner.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(one.label, ""))
        below = "  ·  ".join(part for part in (one.mark.title(), one.whom) if part)
        if below:
            words.addWidget(Elided(below, "caption"))
        inner.addLayout(words, 1)
        if one.to_check:
            inner.addWidget(Pill(tr("Perlu dicek"), "warn", "circle-help"))
        if one.public:
            inner.addWidget(self._opener(one, tr("Untuk umum"), name, public=True))
        inner.addWidget(self._opener(one, tr("Kosong"), name, blank=True))
        inner.addWidget(self._opener(one, tr("Buka"), name))
        return entry

    def _opener(self, one: papers.FormRow, words: str, name: str, **how: bool) -> QWidget:
        return button(
            words,
            "link" if how else "soft",
            name=tr("{cara}: {judul}", cara=words, judul=name),
            clicked=partial(self.open_form, one, **how),
        )

    def open_form(self, one: papers.FormRow, *, blank: bool = False, public: bool = False) -> None:
        """Draw a paper and show it; it is kept when it is printed or saved."""
        view, home = self._view, self._session.home
        if view is None:
            return
        case = view.file.case.id

        def draw() -> papers.Preview:
            return papers.preview(home, case, one.form, one.about, blank=blank, public=public)

        look(self, draw, lambda shown: self._frame.open_paper(shown, case))

    # --- what was made

    def _show_made(self, view: CaseView) -> None:
        column = self._made.renew()
        done = Card(tr("Sudah dibuat"), "files")
        photos = tuple(
            (one.id, f"{one.code}  {one.caption or one.file}")
            for one in reversed(view.file.exhibits)
            if one.kind == "photo"
        )
        if view.file.papers and photos:
            match = button(tr("Cocokkan pindaian"), "link", "qr-code")
            match.clicked.connect(lambda _checked=False: self._match(photos))
            done.head.addWidget(match)
        if not view.file.papers:
            done.column.addWidget(label(tr("Belum ada dokumen."), "lead"))
        for index, paper in enumerate(reversed(view.file.papers)):
            if index:
                done.column.addWidget(line())
            done.column.addWidget(self._row(view, paper))
        column.addWidget(done)

    def _match(self, photos: tuple[tuple[str, str], ...]) -> None:
        view: Any = self._view
        sheet = ScanSheet(self, self._session, view.file.case.id, photos)
        sheet.open()

    def _row(self, view: CaseView, paper: PaperRecord) -> QWidget:
        from cases.work.times import short_time

        made = QWidget()
        inner = QHBoxLayout(made)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(10))
        inner.addWidget(icon_label("file-text", "text2", 24))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(paper.title, "strong14"))
        told = (short_time(paper.made_at, self._session.zone), paper.number)
        words.addWidget(Elided("  ·  ".join(part for part in told if part), "caption"))
        inner.addLayout(words, 1)
        for scan in view.file.scans:
            if scan.paper == paper.event:
                code = view.exhibit_codes((scan.exhibit,))
                inner.addWidget(Pill(tr("Pindaian {kode}", kode=code), "ok", "qr-code"))
        if paper.content_head != view.file.content_head:
            inner.addWidget(Pill(tr("Berubah sejak dibuat"), "warn", "triangle-alert"))
        inner.addWidget(Pill(_state(paper), "neutral"))
        inner.addLayout(
            row(
                button(
                    tr("Buka"),
                    "",
                    name=tr("Buka {judul}", judul=paper.title),
                    clicked=lambda: self.show_wanted.emit(paper.event, paper.title),
                )
            )
        )
        return made


def _state(paper: PaperRecord) -> str:
    if paper.blank:
        return tr("Kosong")
    return tr("Final") if paper.final else tr("Draf")
