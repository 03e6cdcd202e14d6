"""What can be done in a case: answers, fields, people, incidents, hearings, papers."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from cases.language import tr
from cases.work.overview import Question
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
from gui.desk import life
from gui.pages.case.parts import CaseParts
from gui.pages.case.ruling import RulingSheet
from gui.sheets.case_sheets import NewAttendance, NewIncident, NewPerson
from gui.sheets.inbox import open_inbox
from gui.sheets.reason import ReasonSheet
from gui.widgets.notice import undone_by
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
            asker.drafted.connect(self._draft_answer)
            asker.ruling_wanted.connect(self._rule)
        page.header.stage_wanted.connect(lambda: page.turn("handling"))
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
        page.hearings.opened.connect(self._open_hearing)
        page.hearings.ruling_wanted.connect(self._rule)
        page.hearings.minutes_wanted.connect(
            lambda hearing: self.make_minutes(ClarificationId(hearing))
        )
        page.papers.show_wanted.connect(self._open_paper)
        page.history.check_wanted.connect(self._check)
        page.notes.noted.connect(self._note)
        page.notes.withdrawn.connect(
            lambda note: self._write(lambda home, _case: life.withdraw_note(home, note))
        )
        page.notes.tagged.connect(
            lambda known, wanted: self._write(
                lambda home, case: life.set_tags(home, case, known, wanted)
            )
        )
        page.notes.archive_wanted.connect(self._archive)
        page.notes.case_wanted.connect(lambda case: page.frame.open_case(CaseId(case)))

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

    def _edit(self, field: str, value: str) -> None:
        def failed(error: BaseException) -> None:
            if getattr(error, "code", "") == "reason-needed" and field in {"title", "place"}:
                self._correct(field, value)
            else:
                errors.show(self._page, error)

        self._write(lambda home, case: desk.edit_case(home, case, field, value), None, failed)

    def _correct(self, field: str, value: str) -> None:
        """Ask for the reason: what has left the laptop is corrected, both texts stay."""
        sheet = ReasonSheet(
            self._page,
            tr("Perbaikan dengan alasan"),
            tr("Isian ini sudah keluar dalam berkas kasus atau surat final; teks lama tetap ada."),
            tr("Catat perbaikan"),
            hint=tr("salah tulis, keterangan baru…"),
        )
        sheet.given.connect(
            lambda reason: self._write(
                lambda home, case: life.correct_case(home, case, field, value, reason)
            )
        )
        sheet.rejected.connect(self._page.refresh)
        sheet.open()

    def _rule(self, fact: FactState) -> None:
        page = self._page
        if page.view:
            RulingSheet(page, page.session, page.view, fact).open()

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

    # --- hearings, notes

    def _clarify(self, party: str) -> None:
        """Ask first: a hearing that was begun stands in the journal for good."""
        page = self._page
        name = page.view.party_words(PartyId(party)) if page.view else ""
        box = QMessageBox(page)
        box.setAccessibleName(tr("Buka klarifikasi"))
        box.setWindowTitle("Netra")
        box.setText(tr("Buka klarifikasi baru untuk {nama}?", nama=name))
        box.setInformativeText(tr("Pertanyaan disusun dari fakta yang kurang, dan ini dicatat."))
        begin = box.addButton(tr("Buka klarifikasi"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(tr("Batal"), QMessageBox.ButtonRole.RejectRole))
        begin.clicked.connect(lambda: self.begin_hearing(party))
        box.open()

    def begin_hearing(self, party: str) -> None:
        """Begin a hearing and open it."""
        page = self._page
        self._write(
            lambda home, case: desk.start_clarification(home, case, PartyId(party)),
            lambda changes: self._open_hearing(changes.made) if page.case else None,
        )

    def _open_hearing(self, hearing: str) -> None:
        page = self._page
        if page.case is not None:
            page.frame.open_hearing(page.case, ClarificationId(hearing))

    def _note(self, text: str) -> None:
        self._write(lambda home, case: life.write_note(home, case, text), self._undoable)

    def _undoable(self, _changes: object) -> None:
        page = self._page
        page.frame.tell(undone_by(tr("Catatan ditulis."), lambda: self._write(life.undo)))

    def _archive(self, archived: bool) -> None:
        page = self._page
        sheet = ReasonSheet(
            page,
            tr("Arsipkan kasus") if archived else tr("Keluarkan dari arsip"),
            tr("Kasus tetap dapat dibaca, dicari, dan disegel."),
            tr("Arsipkan") if archived else tr("Keluarkan"),
            hint=tr("selesai, menunggu pemilihan berikutnya…"),
        )
        sheet.given.connect(
            lambda reason: self._write(
                lambda home, case: life.archive(home, case, reason, archived=archived)
            )
        )
        sheet.open()

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
