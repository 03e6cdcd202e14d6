"""The tab Matriks: each element, what speaks for the allegation and what speaks against it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cases.language import N_, tr
from cases.work.overview import AgainstNote
from cases.work.records import PartyId
from gui import theme
from gui.background import look
from gui.desk import weighing
from gui.pages.case.grounds import exhibit_button
from gui.pages.case.record import CaseView
from gui.stages import outcome_words
from gui.widgets.card import Card, Empty, Swap, line, row, scrolled
from gui.widgets.choice import Choice
from gui.widgets.pill import Pill
from gui.widgets.text import label
from gui.widgets.writing import Writing

if TYPE_CHECKING:
    from cases.work.matrix import Matrix, MatrixRow, MatrixTable

_SIDES = ("for", "against")
_VALUES = {"ya": N_("ya"), "tidak": N_("tidak"), "belum_diketahui": N_("belum diketahui")}
_MOST_CODES = 6


class MatrixTab(QWidget):
    """The matrix of one respondent at a time."""

    exhibit_wanted = Signal(str)
    noted = Signal(str, object)
    """(what speaks against the allegation, respondent or None for all of the case)"""
    drafted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._view: CaseView | None = None
        self._stale = False
        self.matrix: Matrix | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        self.who = Choice(tr("Terlapor"), ())
        self.who.setMaximumWidth(theme.px(360))
        self.who.activated.connect(lambda _index: self._fill())
        self.state = Pill("", "neutral")
        outer.addLayout(row(self.who, self.state, 1))
        self._body = Swap(margin=6)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)

    def show_view(self, view: CaseView) -> None:
        """Take a case over; the matrix is made when it is looked at."""
        self._view, self._stale = view, True
        if self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the matrix anew where the case changed since."""
        super().showEvent(event)
        if self._stale:
            self._make()

    def _make(self) -> None:
        view, self._stale = self._view, False
        if view is not None:
            look(
                self,
                lambda: weighing.matrix(view.file, view.assessment),
                lambda made: self._show(view, made),
                slot="matrix",
            )

    def _show(self, view: CaseView, matrix: "Matrix") -> None:
        if view is not self._view or self._types():
            return
        self.matrix = matrix
        chosen = self.who.value
        raised = dict.fromkeys(one.finding.party for one in matrix.tables)
        self.who.clear()
        for party in raised:
            self.who.addItem(view.party_words(party), party)
        self.who.choose(chosen if chosen in raised else next(iter(raised), ""))
        self.who.setVisible(bool(raised))
        waiting = weighing.unweighed(view.file, view.assessment)
        if waiting:
            words = tr("Belum dicatat apa yang melemahkan: {kode}", kode=", ".join(waiting[:6]))
            self.state.show_state(words, "warn", "triangle-alert")
        else:
            self.state.show_state(tr("Yang melemahkan dugaan sudah dicatat"), "ok", "circle-check")
        self.state.setVisible(bool(raised))
        self._fill()

    def _types(self) -> bool:
        """Whether somebody is typing a note: nothing is torn down under their hands."""
        return any(
            one.hasFocus() and one.document().isModified() for one in self.findChildren(Writing)
        )

    def _fill(self) -> None:
        if self._view is None or self.matrix is None:
            return
        column = self._body.renew()
        tables = [one for one in self.matrix.tables if one.finding.party == self.who.value]
        if not tables:
            column.addWidget(
                Empty(
                    "scale",
                    tr("Belum ada aturan yang tersentuh."),
                    tr("Matriks muncul setelah ada dugaan yang unsurnya diperiksa."),
                )
            )
            return
        column.addWidget(self._against(self._view, self.matrix.notes))
        for table in tables:
            column.addWidget(self._table(table))
        column.addStretch(1)

    # --- what speaks against

    def _against(self, view: CaseView, notes: tuple[AgainstNote, ...]) -> Card:
        party = PartyId(self.who.value)
        card = Card(tr("Apa yang melemahkan dugaan?"), "scale")
        card.column.addWidget(
            label(
                tr(
                    "Wajib sebelum surat dibuat final atau kasus diteruskan. Bila tidak ada, "
                    "tulis bahwa sudah dicari dan tidak ditemukan."
                ),
                "caption",
                wrap=True,
            )
        )
        mine = next((n for n in notes if n.dev == view.dev and n.party == party), None)
        key = f"against/{party}"
        draft = view.drafts.get(key, "")
        field = Writing(tr("Apa yang melemahkan dugaan?"), mine.text if mine else "", 3)
        if draft:
            field.setPlainText(draft)
        field.setPlaceholderText(tr("mis. ada undangan dinas; hanya mendengarkan …"))
        field.left.connect(lambda text: self.noted.emit(text, party) if text else None)
        field.drafted.connect(lambda text: self.drafted.emit(key, text))
        card.column.addWidget(field)
        for note in notes:
            if note is not mine and note.party in {None, party}:
                card.column.addWidget(line())
                card.column.addWidget(self._note(view, note))
        return card

    def _note(self, view: CaseView, note: AgainstNote) -> QWidget:
        names = {one.dev: one.name for one in view.file.officers}
        about = view.party_words(note.party) or tr("seluruh kasus")
        proof = view.exhibit_codes(note.exhibits)
        parts = (about, names.get(note.dev, ""), proof)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(note.text, wrap=True))
        column.addWidget(label("  ·  ".join(part for part in parts if part), "cite", wrap=True))
        return made

    # --- the tables

    def _table(self, table: "MatrixTable") -> Card:
        finding = table.finding
        card = Card(tight=True)
        words, tone, icon = outcome_words(finding.outcome, len(finding.missing))
        head = row(label(finding.title, "strong", wrap=True), Pill(words, tone, icon))
        head.setStretch(0, 1)
        card.column.addLayout(head)
        mark = f" ({finding.confidence})" if finding.confidence else ""
        under = f"{finding.incident_code}  ·  {finding.citation}{mark}"
        card.column.addWidget(label(under, "cite", wrap=True))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        for place, name in enumerate((tr("Unsur"), tr("Mendukung"), tr("Melemahkan"))):
            grid.addWidget(label(name, "caption"), 0, place)
            grid.setColumnStretch(place, (5, 3, 3)[place])
        for entry in table.rows:
            if not _is_plain(entry):
                self._add(grid, entry)
        card.column.addWidget(inner)
        card.setAccessibleName(f"{finding.title}: {words}")
        return card

    def _add(self, grid: QGridLayout, entry: "MatrixRow") -> None:
        at = grid.rowCount()
        grid.addWidget(line(), at, 0, 1, 3)
        element = entry.element
        text = tr("Pengecualian: {isi}", isi=element.text) if element.effect else element.text
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(f"{text}  ·  {tr(_VALUES[element.value])}", "body14", wrap=True))
        if entry.missing:
            lacks = tr("Belum diketahui: {fakta}", fakta=", ".join(entry.missing))
            column.addWidget(label(lacks, "caption", wrap=True))
        column.addStretch(1)
        grid.addWidget(words, at + 1, 0)
        for place, side in enumerate(_SIDES, 1):
            grid.addWidget(self._side(entry, side), at + 1, place, Qt.AlignmentFlag.AlignTop)

    def _side(self, entry: "MatrixRow", side: str) -> QWidget:
        """Give the exhibits of one side, then what is said there without any."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = entry.codes(side)
        ids = {
            code: exhibit
            for one in entry.bearings
            for exhibit, code in (self._view.codes_of(one.exhibits) if self._view else ())
        }
        for start in range(0, min(len(shown), _MOST_CODES), 3):
            codes = QHBoxLayout()
            codes.setSpacing(0)
            for code in shown[start : start + 3]:
                codes.addWidget(exhibit_button(code, ids[code], self.exhibit_wanted.emit))
            codes.addStretch(1)
            column.addLayout(codes)
        if len(shown) > _MOST_CODES:
            column.addWidget(label(tr("dan {n} lagi", n=len(shown) - _MOST_CODES), "caption"))
        for one in entry.unproved(side):
            words = f"{one.fact_words}: {one.value_words}"
            column.addWidget(label(tr("{isi} (tanpa bukti)", isi=words), "caption", wrap=True))
        if not shown and not entry.unproved(side):
            column.addWidget(label("–", "caption"))
        return made


def _is_plain(entry: "MatrixRow") -> bool:
    """Tell whether a line says nothing: an excuse that is none, a condition nobody spoke of."""
    element = entry.element
    if element.effect:
        return element.value == "tidak"
    return element.value == "ya" and not entry.bearings and not element.conduct
