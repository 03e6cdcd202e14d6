"""What can be done in a case: answers, fields, people, incidents, hearings, papers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from cases.language import tr
from cases.work.overview import ElementFinding, Finding, Question
from cases.work.records import (
    CaseId,
    ClarificationId,
    ExhibitId,
    FactState,
    IncidentId,
    PartyId,
    Value,
)
from gui import desk, errors
from gui.background import Work, bus, look
from gui.desk import weighing
from gui.pages.case.binding import BindSheet, plain_fact
from gui.pages.case.parts import CaseParts
from gui.pages.case.ruling import RulingSheet
from gui.sheets.case_sheets import FurtherQuestion, NewAttendance, NewIncident, NewPerson
from gui.sheets.inbox import open_inbox
from gui.sheets.picking import PickExhibits
from gui.sheets.stage import StageSheet
from gui.widgets.answer import Answer
from gui.widgets.questions import key_of

if TYPE_CHECKING:
    from cases.home import Home


class CaseActs(QObject):
    """Writes for a case page; every page hears of what was written."""

    def __init__(self, page: CaseParts) -> None:
        super().__init__(page)
        self._page = page

    def connect_tabs(self) -> None:
        """Bind what the tabs ask for."""
        page = self._page
        page.header.minutes.clicked.connect(lambda _checked=False: self.make_minutes())
        for asker in (page.panel, page.summary):
            asker.answered.connect(self.answer)
            asker.proof_wanted.connect(self._pick_proof)
            asker.drafted.connect(self._draft_answer)
            asker.ruling_wanted.connect(self._rule)
        page.panel.bound.connect(self.bind)
        page.panel.exhibit_wanted.connect(self._open_one)
        page.header.stage_wanted.connect(self._move)
        page.summary.edited.connect(self._edit)
        page.evidence.opened.connect(self._open_exhibit)
        page.evidence.intake_wanted.connect(lambda: page.frame.intake_into(page.case))
        page.evidence.inbox_wanted.connect(lambda: open_inbox(page, page.case))
        page.people.add_wanted.connect(self._add_person)
        page.people.particulars_wanted.connect(self._show_particulars)
        page.people.clarify_wanted.connect(self._clarify)
        page.events.add_wanted.connect(self._add_incident)
        page.events.attendance_wanted.connect(self._add_attendance)
        page.events.roll_wanted.connect(self._open_roll)
        page.hearings.answered.connect(self._answer_hearing)
        page.hearings.drafted.connect(self._draft)
        page.hearings.question_wanted.connect(self._add_question)
        page.hearings.plan_wanted.connect(self._plan)
        page.hearings.minutes_wanted.connect(
            lambda hearing: self.make_minutes(ClarificationId(hearing))
        )
        page.papers.show_wanted.connect(self._open_paper)
        page.history.check_wanted.connect(self._check)

    def _write(
        self,
        task: "Callable[[Home, CaseId], Any]",
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        home, case = self._page.session.home, self._page.case
        if case is not None:
            Work(self._page, lambda _progress: task(home, case), done=done, failed=failed).start()

    # --- facts and fields

    def answer(self, question: Question, value: Value, exhibits: Sequence[ExhibitId] = ()) -> None:
        """Record an answer; the case is assessed anew as soon as it is written."""
        draft = "/".join((question.case, *key_of(question)))
        self._write(lambda home, _case: desk.answer(home, question, value, draft, exhibits))

    def _pick_proof(self, box: Answer) -> None:
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

    def _edit(self, field: str, value: str) -> None:
        self._write(lambda home, case: desk.edit_case(home, case, field, value))

    def _rule(self, fact: FactState) -> None:
        page = self._page
        if page.view:
            RulingSheet(page, page.session, page.view, fact).open()

    def _move(self) -> None:
        page = self._page
        if page.view:
            StageSheet(page, page.session, page.view.file.case).open()

    def _draft_answer(self, question: Question, text: str) -> None:
        self._draft("/".join(key_of(question)), text)

    def _draft(self, key: str, text: str) -> None:
        self._write(lambda home, case: desk.keep_draft(home, f"{case}/{key}", text))

    # --- people and incidents

    def _show_particulars(self, party: str) -> None:
        self._write(
            lambda home, _case: desk.particulars(home, PartyId(party)),
            lambda who: self._page.people.show_particulars(PartyId(party), who),
        )

    def _add_person(self) -> None:
        page = self._page
        if page.view:
            NewPerson(page, page.session, page.view.file).open()

    def _add_incident(self) -> None:
        page = self._page
        if page.view:
            NewIncident(page, page.session, page.view.file).open()

    def _add_attendance(self, incident: str) -> None:
        page = self._page
        if page.view:
            NewAttendance(page, page.session, page.view.file, IncidentId(incident)).open()

    def _open_one(self, exhibit: str) -> None:
        page = self._page
        if page.view:
            ids = tuple(one.id for one in page.view.file.exhibits)
            page.frame.open_exhibit(ids, ids.index(ExhibitId(exhibit)), page.case)

    def _open_roll(self, incident: str) -> None:
        from gui.pages.attendance.page import RollPage

        page = self._page
        roll = page.frame.open("roll")
        if isinstance(roll, RollPage) and page.case is not None:
            roll.show_incident(page.case, IncidentId(incident))

    def _open_exhibit(self, index: int) -> None:
        page = self._page
        if page.view:
            ids = tuple(exhibit.id for exhibit in page.view.file.exhibits)
            page.frame.open_exhibit(ids, index, page.case)

    # --- hearings

    def _clarify(self, party: str) -> None:
        self._write(
            lambda home, case: desk.start_clarification(home, case, PartyId(party)),
            lambda _changes: self._page.turn("hearings"),
        )

    def _answer_hearing(self, question: str, text: str, value: Any) -> None:
        self._write(
            lambda home, case: desk.answer_question(
                home, question, text, value, f"{case}/answer/{question}"
            )
        )

    def _add_question(self, hearing: str) -> None:
        FurtherQuestion(self._page, self._page.session, ClarificationId(hearing)).open()

    def _plan(self, hearing: str) -> None:
        from gui.sheets.hearing import HearingSheet

        page = self._page
        if page.view:
            record = next(one for one in page.view.file.clarifications if one.id == hearing)
            HearingSheet(page, page.session, record).open()

    # --- papers

    def make_minutes(self, hearing: ClarificationId | None = None) -> None:
        """Make the minutes of a hearing and show them; opens the hearing where there is none."""
        self._page.header.minutes.setEnabled(False)
        self._write(
            lambda home, case: desk.make_minutes(home, case, hearing),
            self._show_made,
            self._not_made,
        )

    def _show_made(self, made: desk.MadePaper) -> None:
        self._page.header.minutes.setEnabled(True)
        bus.changed.emit(made.changes)
        self._page.frame.open_paper(made, self._page.case)

    def _not_made(self, error: BaseException) -> None:
        self._page.header.minutes.setEnabled(True)
        errors.show(self._page, error)

    def _open_paper(self, event: str, title: str) -> None:
        page, home = self._page, self._page.session.home
        look(
            page,
            lambda: desk.MadePaper(event, title, desk.read_paper(home, event)),
            lambda made: page.frame.open_paper(made, page.case),
        )

    # --- the record

    def _check(self) -> None:
        page, home = self._page, self._page.session.home
        page.history.verdict.setText(tr("Memeriksa…"))
        Work(
            page,
            lambda progress: desk.check(home, progress),
            done=page.history.verdict.setText,
            long=True,
        ).start()
