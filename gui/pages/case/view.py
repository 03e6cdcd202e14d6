"""The page of one case: header, tabs, and the panel of rules docked on the right."""

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cases.changes import Changes
from cases.work.records import CaseId, ClarificationId
from gui import desk, theme
from gui.background import look
from gui.desk import life
from gui.frame import Frame
from gui.pages.case.acts import CaseActs
from gui.pages.case.bringing import Bringing
from gui.pages.case.parts import CaseParts
from gui.pages.case.proof_acts import ProofActs
from gui.pages.case.record import CaseView, read_view

_LOW, _TAB_UNDER, _PANEL, _PANEL_NARROW = 640, 1000, 368, 330
_TABS = (
    *("summary", "people", "events", "evidence", "hearings", "matrix", "handling"),
    *("papers", "history", "timeline", "notes", "rules"),
)


class CasePage(CaseParts):
    """One case."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.acts = CaseActs(self)
        self.bringing = Bringing(self)
        self.proofs = ProofActs(self)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = self.column()
        column.setSpacing(theme.px(6))
        self.setLayout(column)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        self._viewed = (
            *(self.summary, self.people, self.events, self.evidence, self.hearings),
            *(self.matrix, self.handling, self.papers, self.notes),
        )
        self._stale: set[QWidget] = set()
        for tab in (*self._viewed[:-1], self.history, self.timeline, self.notes):
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
        self.tabs.chosen.connect(self.turn)
        for index in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{index}"), self)
            shortcut.activated.connect(lambda index=index: self._turn_by_key(_TABS[index - 1]))
        self.acts.connect_tabs()
        self.proofs.connect_tabs()

    # --- showing

    def show_case(self, case: CaseId, tab: str = "") -> None:
        """Show another case."""
        if case != self.case:
            self.view = None
            self.panel.forget()
        self.case = case
        if tab:
            self.turn(tab)

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
        self._stale = set(self._viewed)
        self._freshen()
        file = view.file
        self.tabs.show_counts(
            {
                "people": len(file.parties),
                "events": len(file.incidents),
                "evidence": len(file.exhibits),
                "hearings": len(file.clarifications),
                "papers": len(file.papers),
                "notes": len(file.notes),
            }
        )
        if self._stack.currentWidget() is self.history:
            self._read_history()
        if self._stack.currentWidget() in (self.timeline, self.notes):
            self._read_life()
        self.frame.show_where()

    def _freshen(self) -> None:
        """Show the case on the tab that is turned to; the others follow when they are."""
        for tab in self._viewed:
            if self.view and tab is self._stack.currentWidget() and tab in self._stale:
                self._stale.discard(tab)
                tab.show_view(self.view)

    def _turn_by_key(self, tab: str) -> None:
        self.turn(tab)
        self.tabs.take_focus()

    def land(self) -> None:
        """The keys go on from the tab that is shown."""
        self.tabs.take_focus()

    def turn(self, tab: str) -> None:
        """Turn to a tab."""
        if not self.tabs.has(tab):
            return
        self.tabs.choose(tab)
        self._stack.setCurrentIndex(_TABS.index(tab))
        self._freshen()
        if tab == "history":
            self._read_history()
        if tab in {"timeline", "notes"}:
            self._read_life()

    def _read_history(self) -> None:
        home, case = self.session.home, self.case
        if case is not None:
            look(self, lambda: desk.history(home, case), self.history.show_lines, slot="history")

    def _read_life(self) -> None:
        home, case = self.session.home, self.case

        def show(read: life.CaseLife) -> None:
            self.timeline.show_life(read)
            self.notes.show_life(read)

        if case is not None:
            look(self, lambda: life.read_life(home, case), show, slot="life")

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
                self.turn("evidence")
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

    def make_minutes(self, hearing: ClarificationId | None = None) -> None:
        """Make the minutes of a hearing and show them."""
        self.acts.make_minutes(hearing)

    def print_paper(self) -> None:
        """Ctrl+P in a case makes the minutes."""
        self.acts.make_minutes()
