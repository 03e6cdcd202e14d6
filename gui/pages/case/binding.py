"""Binding exhibits to an element: the officer says which of its facts they show."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.overview import ElementFinding, Finding
from cases.work.records import ExhibitId, Value
from gui import desk, theme
from gui.desk import weighing
from gui.pages.case.record import CaseView
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.answer import Answer
from gui.widgets.buttons import button
from gui.widgets.card import Card, row, scrolled
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.grounds import Ground


def plain_fact(view: CaseView, finding: Finding, element: ElementFinding) -> str:
    """Give the fact exhibits of an element can only mean: the one known, undisputed fact."""
    grounds = weighing.grounds(view.file, finding, element)
    if len(grounds) == 1 and grounds[0].value is not None and grounds[0].source != "derived":
        return grounds[0].fact
    return ""


class BindSheet(Sheet):
    """Asks which fact the exhibits show, and what it says where that is not known."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        view: CaseView,
        about: tuple[Finding, ElementFinding, tuple[ExhibitId, ...]],
    ) -> None:
        self._finding, element, self._exhibits = about
        codes = view.exhibit_codes(self._exhibits)
        super().__init__(parent, tr("Apa yang diperlihatkan {kode}?", kode=codes), element.text)
        self._session, self._case = session, view.file.case.id
        self.setMinimumWidth(theme.px(560))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(8))
        questions = {question.fact: question for question in self._finding.missing}
        for ground in weighing.grounds(view.file, self._finding, element):
            asked = questions.get(ground.fact)
            column.addWidget(self._row(ground, asked.text if asked else ground.name))
        column.addStretch(1)
        area = scrolled(inner, kind="panel")
        area.setMinimumHeight(theme.px(280))
        self.column.addWidget(area, 1)
        self.finish(tr("Tutup"), self.reject).hide()

    def _row(self, ground: "Ground", text: str) -> Card:
        card = Card(tight=True)
        card.setAccessibleName(ground.name)
        if ground.value is not None:
            words = f"{ground.name}: {ground.value_words}"
            bind = button(
                tr("Ikat"),
                "soft",
                "paperclip",
                name=tr("Ikat ke {fakta}", fakta=words),
                clicked=lambda: self.bind(ground.fact, None),
            )
            shown = label(words, "strong14", wrap=True)
            entry = row(shown, bind)
            entry.setStretch(0, 1)
            card.column.addLayout(entry)
            return card
        kind, choices = desk.kind_of(ground.fact)
        card.column.addWidget(label(text, "strong14", wrap=True))
        box = Answer(text, kind, choices)
        box.answered.connect(lambda value: self.bind(ground.fact, value))
        card.column.addWidget(box)
        return card

    def bind(self, fact: str, value: Value | None) -> None:
        """Record the statement with its exhibits."""
        home, case, exhibits = self._session.home, self._case, self._exhibits
        about = self._finding.incident, self._finding.party, fact
        self.record(lambda _progress: weighing.prove(home, case, about, exhibits, value))
