"""The page of one case: header, tabs, and the panel of rules docked on the right."""

from typing import Any

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cases.changes import Changes
from cases.language import tr
from cases.work.records import CaseId, ClarificationId, IncidentId, PartyId, Question
from gui import desk, theme
from gui.background import Work, look
from gui.frame import Frame, Page
from gui.pages.case.events import EventsTab
from gui.pages.case.evidence import EvidenceTab
from gui.pages.case.header import CaseHeader
from gui.pages.case.hearings import HearingsTab
from gui.pages.case.history import HistoryTab
from gui.pages.case.papers import PapersTab
from gui.pages.case.people import PeopleTab
from gui.pages.case.record import CaseView, read_view
from gui.pages.case.rules_panel import RulesPanel
from gui.pages.case.summary import SummaryTab
from gui.pages.case.tabs import TabRow
from gui.widgets.questions import key_of

_LOW, _TAB_UNDER, _PANEL, _PANEL_NARROW = 640, 1000, 368, 330
_TABS = ("summary", "people", "events", "evidence", "hearings", "papers", "history", "rules")


class CasePage(Page):
    """One case."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Kasus")
        self.crumb = tr("Kasus")
        self.case: CaseId | None = None
        self.view: CaseView | None = None
        session = self.session
        self.header = CaseHeader(session.zone, self.make_minutes)
        self.panel = RulesPanel()
        self.summary = SummaryTab(session)
        self.people = PeopleTab()
        self.events = EventsTab(session.zone)
        self.evidence = EvidenceTab(session)
        self.hearings = HearingsTab(session.zone)
        self.papers = PapersTab(session.zone)
        self.history = HistoryTab(session.zone)
        self._stack = QStackedWidget()
        self.tabs = TabRow(
            (
                ("summary", tr("Ringkasan")),
                ("people", tr("Orang")),
                ("events", tr("Peristiwa")),
                ("evidence", tr("Bukti")),
                ("hearings", tr("Klarifikasi")),
                ("papers", tr("Dokumen")),
                ("history", tr("Riwayat")),
                ("rules", tr("Aturan")),
            )
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        column = self.column()
        column.setSpacing(theme.px(6))
        self.setLayout(column)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        for tab in (
            self.summary,
            self.people,
            self.events,
            self.evidence,
            self.hearings,
            self.papers,
            self.history,
        ):
            self._stack.addWidget(tab)
        self._rules_tab = QWidget()
        self._rules_layout = QVBoxLayout(self._rules_tab)
        self._rules_layout.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._rules_tab)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(14))
        self._row.addWidget(self._stack, 1)
        self._row.addWidget(self.panel)
        column.addLayout(self._row, 1)
        self.tabs.show_tab("rules", shown=False)
        self.tabs.choose("evidence")
        self._stack.setCurrentWidget(self.evidence)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        for index in range(1, 9):
            shortcut = QShortcut(QKeySequence(f"Alt+{index}"), self)
            shortcut.activated.connect(lambda index=index: self._turn(_TABS[index - 1]))
        for asker in (self.panel, self.summary):
            asker.answered.connect(self.answer)
            asker.drafted.connect(self._draft_answer)
        self.summary.edited.connect(self._edit)
        self.evidence.opened.connect(self._open_exhibit)
        self.evidence.intake_wanted.connect(lambda: self.frame.intake_into(self.case))
        self.people.add_wanted.connect(self._add_person)
        self.people.particulars_wanted.connect(self._show_particulars)
        self.people.clarify_wanted.connect(self._clarify)
        self.events.add_wanted.connect(self._add_incident)
        self.events.attendance_wanted.connect(self._add_attendance)
        self.hearings.answered.connect(self._answer_hearing)
        self.hearings.drafted.connect(self._draft)
        self.hearings.question_wanted.connect(self._add_question)
        self.hearings.minutes_wanted.connect(
            lambda hearing: self.make_minutes(ClarificationId(hearing))
        )
        self.papers.make_wanted.connect(lambda form: self._make(form, None))
        self.papers.show_wanted.connect(self._open_paper)
        self.history.check_wanted.connect(self._check)

    # --- showing

    def show_case(self, case: CaseId, tab: str = "") -> None:
        """Show another case."""
        if case != self.case:
            self.view = None
            self.panel.forget()
        self.case = case
        if tab:
            self._turn(tab)

    def refresh(self) -> None:
        """Read the case anew."""
        if self.case is not None:
            session, case = self.session, self.case
            look(self, lambda: read_view(session, case), self._show, slot="view")

    def hear(self, changes: Changes) -> None:
        """Read anew when this case changed; also when a changed exhibit stands in no case."""
        if self.case is not None and (self.case in changes.cases or "" in changes.cases):
            self.refresh()

    def _show(self, view: CaseView) -> None:
        if view.file.case.id != self.case:
            return
        self.view = view
        self.title = view.file.case.code
        self.header.show_view(view)
        self.panel.show_view(view)
        for tab in (
            self.summary,
            self.people,
            self.events,
            self.evidence,
            self.hearings,
            self.papers,
        ):
            tab.show_view(view)
        file = view.file
        self.tabs.show_counts(
            {
                "people": len(file.parties),
                "events": len(file.incidents),
                "evidence": len(file.exhibits),
                "hearings": len(file.clarifications),
                "papers": len(file.papers),
            }
        )
        if self._stack.currentWidget() is self.history:
            self._read_history()
        self.frame.show_where()

    def _turn(self, tab: str) -> None:
        if not self.tabs.has(tab):
            return
        self.tabs.choose(tab)
        self._stack.setCurrentIndex(_TABS.index(tab))
        if tab == "history":
            self._read_history()

    def _read_history(self) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            look(self, lambda: desk.history(home, case), self.history.show_lines, slot="history")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Dock the panel where there is room; below that it becomes a tab."""
        super().resizeEvent(event)
        window = self.window()
        self.header.set_low(low=window.height() < theme.px(_LOW) or self.width() < theme.px(900))
        as_tab = window.width() < theme.px(_TAB_UNDER)
        narrow = window.width() < theme.px(1200)
        if as_tab != (self.panel.parentWidget() is self._rules_tab):
            (self._rules_layout if as_tab else self._row).addWidget(self.panel)
            self.tabs.show_tab("rules", shown=as_tab)
            if not as_tab and self._stack.currentWidget() is self._rules_tab:
                self._turn("evidence")
        if as_tab:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(theme.px(_PANEL_NARROW if narrow else _PANEL))

    @property
    def parts(self) -> list[QWidget]:
        """Tabs with what they show, and the panel."""
        return [self.header, self.tabs, self._stack, self.panel]

    def back(self) -> None:
        """Go to the list of cases."""
        self.frame.open("cases")

    # --- writing

    def write(self, task: Any, done: Any = None) -> None:
        """Write in the background; every page hears of it."""
        Work(self, lambda _progress: task(), done=done).start()

    def answer(self, question: Question, value: str | bool | list[str]) -> None:
        """Record an answer; the case is assessed anew as soon as it is written."""
        home = self.session.home
        draft = "/".join((question.case, *key_of(question)))
        self.write(lambda: desk.answer(home, question, value, draft))

    def _edit(self, field: str, value: str) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            self.write(lambda: desk.edit_case(home, case, field, value))

    def _draft_answer(self, question: Question, text: str) -> None:
        self._draft("/".join(key_of(question)), text)

    def _draft(self, key: str, text: str) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            self.write(lambda: desk.keep_draft(home, f"{case}/{key}", text))

    def _answer_hearing(self, _hearing: str, question: str, text: str) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            draft = f"{case}/answer/{question}"
            self.write(lambda: desk.answer_question(home, question, text, None, draft))

    def _clarify(self, party: str) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            self.write(
                lambda: desk.start_clarification(home, case, PartyId(party)),
                lambda _changes: self._turn("hearings"),
            )

    def _show_particulars(self, party: str) -> None:
        home = self.session.home
        self.write(
            lambda: desk.particulars(home, PartyId(party)),
            lambda who: self.people.show_particulars(PartyId(party), who),
        )

    # --- sheets, pictures, papers

    def _open_exhibit(self, index: int) -> None:
        if self.view:
            ids = tuple(exhibit.id for exhibit in self.view.file.exhibits)
            self.frame.open_exhibit(ids, index, self.case)

    def _add_person(self) -> None:
        from gui.sheets.case_sheets import NewPerson

        if self.view:
            NewPerson(self, self.session, self.view.file).open()

    def _add_incident(self) -> None:
        from gui.sheets.case_sheets import NewIncident

        if self.view:
            NewIncident(self, self.session, self.view.file).open()

    def _add_attendance(self, incident: str) -> None:
        from gui.sheets.case_sheets import NewAttendance

        if self.view:
            NewAttendance(self, self.session, self.view.file, IncidentId(incident)).open()

    def _add_question(self, hearing: str) -> None:
        from gui.sheets.case_sheets import FurtherQuestion

        FurtherQuestion(self, self.session, ClarificationId(hearing)).open()

    def make_minutes(self, hearing: ClarificationId | None = None) -> None:
        """Make the minutes of a hearing and show them; opens the hearing where there is none."""
        home, case = self.session.home, self.case
        if case is not None:
            self.header.minutes.setEnabled(False)
            Work(
                self,
                lambda _progress: desk.make_minutes(home, case, hearing),
                done=self._show_made,
                failed=self._not_made,
            ).start()

    def _make(self, form: str, hearing: ClarificationId | None) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            self.write(lambda: desk.make_paper(home, case, form, hearing), self._show_made)

    def _show_made(self, made: desk.MadePaper) -> None:
        self.header.minutes.setEnabled(True)
        self.refresh()
        self._show_paper(made)

    def _not_made(self, error: BaseException) -> None:
        from gui import errors

        self.header.minutes.setEnabled(True)
        errors.show(self, error)

    def _open_paper(self, event: str, title: str) -> None:
        home = self.session.home
        look(
            self,
            lambda: desk.MadePaper(event, title, desk.read_paper(home, event)),
            self._show_paper,
        )

    def _show_paper(self, made: desk.MadePaper) -> None:
        self.frame.open_paper(made, self.case)

    def _check(self) -> None:
        home = self.session.home
        self.history.verdict.setText(tr("Memeriksa…"))
        Work(
            self,
            lambda progress: desk.check(home, progress),
            done=self.history.verdict.setText,
            long=True,
        ).start()

    def print_paper(self) -> None:
        """Ctrl+P in a case makes the minutes."""
        self.make_minutes()
