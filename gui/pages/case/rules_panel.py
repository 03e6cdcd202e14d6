"""
The panel of rules: what is raised, element by element, with the questions that are open.

A finding that did not change keeps its widget, so nobody's half-typed answer is lost when an
answer elsewhere makes the case be assessed anew.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.overview import ElementFinding, Finding
from gui import desk, theme
from gui.pages.case.element import ElementRow
from gui.pages.case.finding import FindingCard, FoldedFinding
from gui.pages.case.grounds import GroundsView
from gui.pages.case.record import CaseView
from gui.widgets.answer import Answer
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, discard, icon_label, row, scrolled
from gui.widgets.questions import Key, key_of
from gui.widgets.text import label

FindingKey = tuple[str, str, str]


def finding_key(finding: Finding) -> FindingKey:
    """What makes two findings the same: the rule, the incident, the person."""
    return finding.rule, finding.incident, finding.party


class RulesPanel(QWidget):
    """All raised rules of a case; the others stand folded below."""

    answered = Signal(object, object, object)
    """(question, value, exhibits)"""
    drafted = Signal(object, str)
    proof_wanted = Signal(object)
    """Somebody wants to choose exhibits for this answer box."""
    exhibit_wanted = Signal(str)
    bound = Signal(object, object, object)
    """(finding, element, exhibits): these are to be bound; None: they are to be chosen."""
    ruling_wanted = Signal(object)
    """Somebody wants to rule between statements that differ."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Pemeriksaan aturan"))
        self._cards: dict[FindingKey, FindingCard] = {}
        self._view: CaseView | None = None
        self._go_on = False
        self._head()
        self._body()

    def _head(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(icon_label("scale", "dugaan"))
        head.addWidget(label(tr("Pemeriksaan aturan"), "card-title"))
        head.addStretch(1)
        self._pack = label("", "caption")
        head.addWidget(self._pack)
        column.addLayout(head)
        column.addWidget(
            label(
                tr("Alat bantu periksa unsur, bukan putusan. Penilaian tetap pada pengawas."),
                "caption",
                wrap=True,
            )
        )
        self._outer = column

    def _body(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, theme.px(4), 0)
        self._column.setSpacing(theme.px(8))
        self._raised = QVBoxLayout()
        self._raised.setSpacing(theme.px(8))
        self._none = label(tr("Membaca kasus…"), "lead", wrap=True)
        self.disputes = Swap(spacing=8)
        self._column.addWidget(self.disputes)
        self._column.addWidget(self._none)
        self._column.addLayout(self._raised)
        self._others = button("", "fold", "chevron-right", clicked=self._fold)
        self._column.addWidget(self._others)
        self._folded = Swap(spacing=8)
        self._folded.hide()
        self._column.addWidget(self._folded)
        self._column.addStretch(1)
        self._outer.addWidget(scrolled(body, kind="panel"), 1)

    @property
    def cards(self) -> list[FindingCard]:
        """The cards of raised rules."""
        return list(self._cards.values())

    def show_view(self, view: CaseView) -> None:
        """Show the findings of a case."""
        self._view = view
        self._pack.setText(view.assessment.pack)
        raised = [finding for finding in view.assessment.findings if finding.raised]
        others = [finding for finding in view.assessment.findings if not finding.raised]
        self._none.setVisible(not raised)
        self._none.setText(
            tr(
                "Belum ada aturan yang tersentuh. Catat peristiwa dan jenisnya di tab Peristiwa, "
                "dan siapa yang hadir; pemeriksaan mulai dari situ."
            )
        )
        self._show_disputes(view)
        self._show_raised(view, raised)
        self._others.setVisible(bool(others))
        self._others.setText(" " + tr("Aturan lain ({n})", n=len(others)))
        self._others.setAccessibleName(self._others.text().strip())
        if self._folded.isVisible():
            self._fill(others)
        for card in self._cards.values():
            card.refresh_grounds()
        if self._go_on:
            self._go_on = False
            self._focus_next()

    def _show_disputes(self, view: CaseView) -> None:
        column = self.disputes.renew()
        self.disputes.setVisible(bool(view.contradicting))
        for fact in view.contradicting:
            name = desk.fact_words(fact.fact, None)[0]
            about = view.party_words(fact.party) or view.incident_code(fact.incident)
            card = Card(tight=True)
            words = tr("Keterangan berbeda: {fakta}", fakta=name)
            card.setAccessibleName(words)
            card.column.addWidget(label(words, "strong14", tone="warn", wrap=True))
            rule = button(tr("Bandingkan"), "link", "scale", name=f"{tr('Bandingkan')}: {name}")
            rule.clicked.connect(lambda _checked=False, one=fact: self.ruling_wanted.emit(one))
            card.column.addLayout(row(label(about, "caption"), 1, rule))
            column.addWidget(card)

    def _show_raised(self, view: CaseView, raised: list[Finding]) -> None:
        asked: set[Key] = set()
        several = len({(finding.incident, finding.party) for finding in raised}) > 1
        wanted: dict[FindingKey, tuple[Finding, frozenset[Key]]] = {}
        for finding in raised:
            own = frozenset(key_of(q) for q in finding.missing if key_of(q) not in asked)
            asked |= own
            wanted[finding_key(finding)] = (finding, own)
        opened = {key for key, card in self._cards.items() if card.opened}
        first = not self._cards
        for key in list(self._cards):
            kept = self._cards[key]
            if key not in wanted or (kept.finding, kept.own) != wanted[key]:
                del self._cards[key]
                discard(kept)
        for index, (key, (finding, own)) in enumerate(wanted.items()):
            card = self._cards.get(key)
            if card is None:
                card = FindingCard(finding, own, view.drafts, named=several)
                card.answered.connect(self._answer)
                self._bind(card)
                card.set_open(opened=key in opened or (first and not index))
                self._cards[key] = card
            self._raised.insertWidget(index, card)

    def _bind(self, card: FindingCard) -> None:
        card.drafted.connect(self.drafted)
        card.proof_wanted.connect(self.proof_wanted)
        card.grounds_wanted.connect(
            lambda element, row: self._show_grounds(card.finding, element, row)
        )
        card.dropped.connect(
            lambda element, exhibits: self.bound.emit(card.finding, element, exhibits)
        )

    def _show_grounds(self, finding: Finding, element: ElementFinding, row: ElementRow) -> None:
        if self._view is None:
            return
        grounds = GroundsView(self._view, finding, element)
        grounds.exhibit_wanted.connect(self.exhibit_wanted)
        grounds.ruling_wanted.connect(self.ruling_wanted)
        grounds.proof_wanted.connect(lambda: self.bound.emit(finding, element, None))
        row.show_grounds(grounds)

    def _answer(self, question: object, value: object, exhibits: object) -> None:
        self._go_on = True
        self.answered.emit(question, value, exhibits)

    def _focus_next(self) -> None:
        for card in self._cards.values():
            for box in card.findChildren(Answer):
                if box.isEnabled() and card.opened:
                    box.setFocus()
                    return

    def _fold(self) -> None:
        if self._view is None:
            return
        if self._folded.isVisible():
            self._folded.hide()
            return
        self._fill([f for f in self._view.assessment.findings if not f.raised])
        self._folded.show()

    def _fill(self, others: list[Finding]) -> None:
        column = self._folded.renew()
        for finding in others:
            column.addWidget(FoldedFinding(finding))

    def forget(self) -> None:
        """Let go of the case shown before."""
        self._view = None
        for card in self._cards.values():
            discard(card)
        self._cards.clear()
        self._folded.hide()
        self._others.hide()
        self._wait()

    def _wait(self) -> None:
        """Say that the case is still being read, which is not the same as no rule at all."""
        self._none.setText(tr("Membaca kasus…"))
        self._none.show()
