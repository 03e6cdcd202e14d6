"""The widgets that make up the page of a case."""

from cases.language import tr
from cases.work.records import CaseId
from gui.frame import Frame, Page
from gui.pages.case.events import EventsTab
from gui.pages.case.evidence import EvidenceTab
from gui.pages.case.handling import HandlingTab
from gui.pages.case.header import CaseHeader
from gui.pages.case.hearings import HearingsTab
from gui.pages.case.history import HistoryTab
from gui.pages.case.matrix import MatrixTab
from gui.pages.case.notes import NotesTab
from gui.pages.case.papers import PapersTab
from gui.pages.case.people import PeopleTab
from gui.pages.case.record import CaseView
from gui.pages.case.rules_panel import RulesPanel
from gui.pages.case.summary import SummaryTab
from gui.pages.case.tabs import TabRow
from gui.pages.case.timeline import TimelineTab
from gui.sheets.statements import StatementBar
from gui.undoing import offer_answer, offer_field


class CaseParts(Page):
    """The widgets of a case page, and which case they show."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Kasus")
        self.crumb = tr("Kasus")
        self.case: CaseId | None = None
        self.view: CaseView | None = None
        session = self.session
        self.header = CaseHeader(session.zone)
        self.panel = RulesPanel()
        self.summary = SummaryTab(session)
        self.people = PeopleTab()
        self.events = EventsTab(session.zone)
        self.evidence = EvidenceTab(session)
        grid = self.evidence.grid
        self.statements = StatementBar(self, lambda: self.case, lambda: grid.chosen)
        self.evidence.add_tools(self.statements)
        grid.chosen_changed.connect(self.statements.tell)
        self.summary.edited.connect(self.offer_back)
        for asker in (self.summary, self.panel):
            asker.answered.connect(lambda question, *_: offer_answer(self, question))
        self.hearings = HearingsTab(session.zone)
        self.matrix = MatrixTab()
        self.handling = HandlingTab(self)
        self.papers = PapersTab(frame)
        self.history = HistoryTab(session.zone)
        self.timeline = TimelineTab(session.zone)
        self.notes = NotesTab(session.officer.dev, session.zone)
        self.tabs = TabRow(
            (
                ("summary", tr("Ringkasan")),
                ("people", tr("Orang")),
                ("events", tr("Peristiwa")),
                ("evidence", tr("Bukti")),
                ("hearings", tr("Klarifikasi")),
                ("matrix", tr("Matriks")),
                ("handling", tr("Penanganan")),
                ("papers", tr("Dokumen")),
                ("history", tr("Riwayat")),
                ("timeline", tr("Kronologi")),
                ("notes", tr("Catatan")),
                ("rules", tr("Aturan")),
            )
        )

    def offer_back(self, field: str, _value: str) -> None:
        """A field is being written: offer to write again what stood there."""
        if self.view is not None and self.case is not None:
            case = self.view.file.case
            before = case.place.text if field == "place" else str(getattr(case, field))
            offer_field(self, self.case, field, before)

    def turn(self, tab: str) -> None:
        """Turn to a tab."""
        raise NotImplementedError
