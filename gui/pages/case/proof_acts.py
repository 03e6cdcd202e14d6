"""What can be done about proof: exhibits with an answer or an element, likes, doubts, sameness."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from cases.language import tr
from cases.work.overview import ElementFinding, Finding
from cases.work.records import CaseId, ExhibitId, PartyId
from gui import desk
from gui.background import Work, look
from gui.desk import rolls, weighing
from gui.pages.case.binding import BindSheet, plain_fact
from gui.pages.case.parts import CaseParts
from gui.pages.case.sameness import Found, read_found
from gui.sheets.picking import PickExhibits
from gui.sheets.reason import ReasonSheet
from gui.widgets.answer import Answer

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.fairness import FairnessProposal
    from cases.work.persons import SameSuggestion


class ProofActs(QObject):
    """Writes for a case page; every page hears of what was written."""

    def __init__(self, page: CaseParts) -> None:
        super().__init__(page)
        self._page = page

    def connect_tabs(self) -> None:
        """Bind what the tabs ask for."""
        page = self._page
        for asker in (page.panel, page.summary):
            asker.proof_wanted.connect(self.pick_proof)
        page.panel.bound.connect(self.bind)
        page.panel.exhibit_wanted.connect(self._open_exhibit)
        page.matrix.exhibit_wanted.connect(self._open_exhibit)
        page.matrix.noted.connect(self._note_against)
        page.matrix.drafted.connect(self._draft)
        page.events.likes_wanted.connect(self._read_likes)
        page.events.likes.accepted.connect(self._accept)
        page.people.same_wanted.connect(self._read_same)
        page.people.same.confirm_wanted.connect(self._confirm)
        page.people.same.withdraw_wanted.connect(self._withdraw)
        for asked in (page.events.likes, page.people.same):
            asked.case_wanted.connect(lambda case: page.frame.open_case(CaseId(case)))

    def _write(self, task: "Callable[[Home, CaseId], Any]") -> None:
        home, case = self._page.session.home, self._page.case
        if case is not None:
            Work(self._page, lambda _progress: task(home, case)).start()

    # --- exhibits with an answer, exhibits on an element

    def pick_proof(self, box: Answer) -> None:
        """Let the officer choose the exhibits that go with an answer."""
        page = self._page
        if page.view is None:
            return
        view = page.view
        sheet = PickExhibits(page, page.session, view.file.exhibits, box.proof)

        def take(chosen: tuple[ExhibitId, ...]) -> None:
            if isValid(box):  # an answer elsewhere may have made the box anew
                box.show_proof(chosen, view.exhibit_codes(chosen))

        sheet.picked.connect(take)
        sheet.open()

    def bind(
        self, finding: Finding, element: ElementFinding, exhibits: tuple[ExhibitId, ...] | None
    ) -> None:
        """Bind exhibits to a fact of an element; None: they are chosen first."""
        page = self._page
        if page.view is None:
            return
        if exhibits is None:
            sheet = PickExhibits(page, page.session, page.view.file.exhibits)
            sheet.picked.connect(
                lambda chosen: self.bind(finding, element, chosen) if chosen else None
            )
            sheet.open()
            return
        fact = plain_fact(page.view, finding, element)
        if fact:
            about = finding.incident, finding.party, fact
            self._write(lambda home, case: weighing.prove(home, case, about, exhibits))
        else:
            BindSheet(page, page.session, page.view, (finding, element, exhibits)).open()

    def _open_exhibit(self, exhibit: str) -> None:
        page = self._page
        if page.view:
            ids = tuple(one.id for one in page.view.file.exhibits)
            page.frame.open_exhibit(ids, ids.index(ExhibitId(exhibit)), page.case)

    # --- what speaks against

    def _note_against(self, text: str, party: PartyId | None) -> None:
        self._write(
            lambda home, case: weighing.note_against(
                home, case, text, party, f"{case}/against/{party or ''}"
            )
        )

    def _draft(self, key: str, text: str) -> None:
        self._write(lambda home, case: desk.keep_draft(home, f"{case}/{key}", text))

    # --- the same person elsewhere

    def _read_likes(self) -> None:
        page, home, case = self._page, self._page.session.home, self._page.case
        if case is not None:
            look(
                page,
                lambda: rolls.fairness(home, case),
                page.events.likes.show_proposals,
                slot="likes",
            )

    def _accept(self, proposal: "FairnessProposal") -> None:
        self._write(lambda home, _case: rolls.accept_fairness(home, proposal))

    def _read_same(self) -> None:
        page, home, case = self._page, self._page.session.home, self._page.case

        def show(found: Found) -> None:
            if page.view is not None:
                page.people.show_found(page.view, found)

        if case is not None:
            look(page, lambda: read_found(home, case), show, slot="same")

    def _confirm(self, hint: "SameSuggestion") -> None:
        page, case = self._page, self._page.case
        if case is None:
            return
        sheet = ReasonSheet(
            page,
            tr("Orang yang sama?"),
            tr("Nomor yang sama belum memastikan. Periksa nama, unit kerja, dan fotonya."),
            tr("Pastikan"),
            hint=tr("mis. NIP dan unit kerja sama, dicek pada SK"),
        )
        one, other = (case, hint.party), (hint.other_case, hint.other_party)
        sheet.given.connect(
            lambda why: self._resay(lambda home: rolls.confirm_same(home, one, other, why))
        )
        sheet.open()

    def _withdraw(self, confirmation: str) -> None:
        sheet = ReasonSheet(
            self._page,
            tr("Bukan orang yang sama?"),
            tr("Kepastian itu tetap terbaca di riwayat."),
            tr("Tarik"),
            hint=tr("mis. NIP salah ketik"),
        )
        sheet.given.connect(
            lambda why: self._resay(lambda home: rolls.withdraw_same(home, confirmation, why))
        )
        sheet.open()

    def _resay(self, task: "Callable[[Home], Any]") -> None:
        """Write about a person, then read anew what follows from it."""
        home = self._page.session.home

        def done(_changes: Any) -> None:
            self._read_same()
            self._read_likes()

        Work(self._page, lambda _progress: task(home), done=done).start()
