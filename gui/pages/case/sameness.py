"""The same person in several cases: suggested by equal numbers, confirmed with a reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import CaseId
from gui import desk
from gui.desk import rolls
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.markers import MarkerRecord
    from cases.work.persons import SamePerson, SameSuggestion
    from gui.pages.case.record import CaseView


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of the people of a case beside the case itself."""

    suggested: "tuple[SameSuggestion, ...]"
    confirmed: "tuple[SamePerson, ...]"
    codes: dict[str, str]
    """Codes of cases, by id."""
    markers: "tuple[MarkerRecord, ...]"


def read_found(home: "Home", case: CaseId) -> Found:
    """Read who may be the same person, who surely is, and on which photos they were pointed at."""
    suggested, confirmed = rolls.same_persons(home, case)
    cases = [one.case for one in desk.list_cases(home)] if confirmed else []
    codes = {str(one.id): one.register or one.code for one in cases}
    return Found(suggested, confirmed, codes, rolls.markers(home, case))


class SamePersons(QWidget):
    """Suggestions and confirmations about the people of a case."""

    confirm_wanted = Signal(object)
    withdraw_wanted = Signal(str)
    case_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._body = Swap(spacing=8, margin=6)
        outer.addWidget(self._body)
        self.hide()

    def show_found(self, view: "CaseView", found: Found) -> None:
        """Show them; nothing where there is nothing."""
        self.setVisible(bool(found.suggested or found.confirmed))
        column = self._body.renew()
        for hint in found.suggested:
            column.addWidget(self._hint(view, hint))
        for sure in found.confirmed:
            column.addWidget(self._sure(view, sure, found.codes))

    def _hint(self, view: "CaseView", hint: "SameSuggestion") -> Card:
        numbers = tr(" dan ").join(kind.upper() for kind in hint.kinds)
        words = tr(
            "{nomor} {orang} sama dengan {kode} pada kasus {kasus}. Mungkin orang yang sama.",
            nomor=numbers,
            orang=view.party_words(hint.party),
            kode=hint.other_code,
            kasus=hint.other_case_code,
        )
        sure = button(tr("Pastikan…"), "soft", clicked=lambda: self.confirm_wanted.emit(hint))
        return self._card(words, "", sure, hint.other_case, hint.other_case_code)

    def _sure(self, view: "CaseView", sure: "SamePerson", codes: dict[str, str]) -> Card:
        here = sure.case == view.file.case.id
        own, other = (sure.party, sure.other_case) if here else (sure.other_party, sure.case)
        code = codes.get(other, "")
        words = tr(
            "{orang} sudah dipastikan orang yang sama dengan pihak kasus {kasus}.",
            orang=view.party_words(own),
            kasus=code,
        )
        back = button(
            tr("Tarik…"), "", clicked=lambda: self.withdraw_wanted.emit(sure.confirmation)
        )
        return self._card(words, sure.reason, back, other, code)

    def _card(self, words: str, under: str, act: QWidget, other: str, code: str) -> Card:
        card = Card(tight=True)
        card.setAccessibleName(words)
        card.column.addWidget(label(words, wrap=True))
        if under:
            card.column.addWidget(label(tr("Alasan: {isi}", isi=under), "cite", wrap=True))
        look = button(
            tr("Buka {kode}", kode=code), "link", clicked=lambda: self.case_wanted.emit(other)
        )
        card.column.addLayout(row(act, look, 1))
        return card
