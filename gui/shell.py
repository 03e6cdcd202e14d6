"""
The window of an unlocked home: navigation, bar, pages, shortcuts.

A page looks again when it comes to the front, and hears of every write while it is there.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cases.changes import Changes
from cases.work.records import CaseId, ClarificationId, ExhibitId
from gui import theme
from gui.background import Work, bus
from gui.desk import MadePaper
from gui.desk.exchange import is_office
from gui.entries import entries
from gui.frame import Page
from gui.navigation import Navigation
from gui.pages.attendance.page import RollPage
from gui.pages.backup import BackupPage
from gui.pages.case.view import CasePage
from gui.pages.cases import CasesPage
from gui.pages.deadlines.page import DeadlinesPage
from gui.pages.exchange.outbox import OutboxPage
from gui.pages.exchange.receiving import ReceivingPage
from gui.pages.exchange.verifying import VerifyPage
from gui.pages.exhibit import ExhibitPage
from gui.pages.hearing.page import HearingPage
from gui.pages.intake.page import IntakePage
from gui.pages.paper import PaperPage
from gui.pages.prevention import PreventionPage
from gui.pages.search.page import SearchPage
from gui.pages.search.palette import Palette, commands_of
from gui.pages.settings import SettingsPage
from gui.pages.today import TodayPage
from gui.session import Session
from gui.sheets.new_case import NewCase
from gui.topbar import TopBar
from gui.watching import Watching
from gui.widgets.notice import Notice, NoticeBar
from gui.widgets.room import Room

P = TypeVar("P", bound=Page)
_NARROW = 1200
_PAGES: dict[str, type[Page]] = {
    "today": TodayPage,
    "cases": CasesPage,
    "case": CasePage,
    "hearing": HearingPage,
    "exhibit": ExhibitPage,
    "paper": PaperPage,
    "roll": RollPage,
    "intake": IntakePage,
    "deadlines": DeadlinesPage,
    "prevention": PreventionPage,
    "outbox": OutboxPage,
    "receiving": ReceivingPage,
    "verify": VerifyPage,
    "search": SearchPage,
    "backup": BackupPage,
    "settings": SettingsPage,
}


class Shell(QWidget):
    """What stands in the window while a home is open."""

    lock_asked = Signal()
    dress_wanted = Signal()
    titled = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._room = Room(self._stack)
        self._notices = NoticeBar(self._room)
        self._bar = TopBar()
        self._exchange = "receiving" if is_office(session.home) else "outbox"
        self._navigation = Navigation(entries(self._exchange), session.officer)
        self._present = ""
        self._build()
        self._bind()
        bus.changed.connect(self._on_changed)
        self._watching = Watching(self, self)
        self.open("today")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addWidget(self._room, 1)
        row.addLayout(right, 1)
        self._navigation.chosen.connect(lambda key: self.open(key, landing=False))
        self._bar.new_case.connect(self.new_case)
        self._bar.searched.connect(self.search)
        self._bar.crumb_clicked.connect(self.back)

    def _bind(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+1", lambda: self.open("today")),
            ("Ctrl+2", lambda: self.open("cases")),
            ("Ctrl+3", lambda: self.open("intake")),
            ("Ctrl+4", lambda: self.open("deadlines")),
            ("Ctrl+8", lambda: self.open("prevention")),
            ("Ctrl+5", lambda: self.open("search")),
            ("Ctrl+6", lambda: self.open(self._exchange)),
            ("Ctrl+7", lambda: self.open("verify")),
            ("Ctrl+B", lambda: self.open("backup")),
            ("Ctrl+,", lambda: self.open("settings")),
            ("Ctrl+N", self.new_case),
            ("Ctrl+O", self.choose_files),
            ("Ctrl+L", self.lock_asked.emit),
            ("Ctrl+P", self.print_paper),
            ("Ctrl+K", self.open_palette),
            ("Alt+Left", self.back),
            ("Ctrl+Z", self._notices.undo),
            ("F6", self.next_part),
        )
        for key, action in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(action)

    # --- pages

    def page(self, key: str) -> Page:
        """Give a page, made when it is first wanted."""
        if key not in self._pages:
            self._pages[key] = _PAGES[key](self)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def _page_as(self, kind: type[P], key: str) -> P:
        page = self.page(key)
        if not isinstance(page, kind):
            raise TypeError(key)
        return page

    def open(self, key: str, *, landing: bool = True) -> Page:
        """Bring a page to the front and let it look again; the keys go on in it."""
        page = self.page(key)
        landing = landing and key != self._present
        self._present = key
        self._stack.setCurrentWidget(page)
        self._notices.raise_()
        self._navigation.mark(
            "cases" if key in {"case", "hearing", "exhibit", "paper", "roll"} else key
        )
        self.show_where()
        page.refresh()
        if landing:
            page.land()
        return page

    @property
    def present_key(self) -> str:
        """Which page is at the front."""
        return self._present

    @property
    def present(self) -> Page:
        """The page at the front."""
        return self._pages[self._present]

    @property
    def importing(self) -> Work | None:
        """The import that runs, if one does."""
        page = self._pages.get("intake")
        return page.run.work if isinstance(page, IntakePage) else None

    def show_where(self) -> None:
        """Tell bar and window title which page is shown."""
        page = self.present
        self._bar.show_where(page.title, page.crumb)
        self.titled.emit(f"Netra – {page.title}")

    def open_case(self, case: CaseId, tab: str = "") -> None:
        """Open one case."""
        page = self._page_as(CasePage, "case")
        page.show_case(case, tab)
        self.open("case")

    def open_hearing(self, case: CaseId, hearing: ClarificationId) -> None:
        """Open one hearing."""
        page = self._page_as(HearingPage, "hearing")
        page.show_hearing(case, hearing)
        self.open("hearing")

    def open_exhibit(self, exhibits: tuple[ExhibitId, ...], at: int, case: CaseId | None) -> None:
        """Open the viewer on one of several exhibits."""
        page = self._page_as(ExhibitPage, "exhibit")
        page.show_exhibit(exhibits, at, case)
        self.open("exhibit")

    def intake_into(self, case: CaseId | None) -> None:
        """Open the intake page with a target."""
        page = self._page_as(IntakePage, "intake")
        page.aim(case)
        self.open("intake")

    def open_paper(self, paper: MadePaper, case: CaseId | None) -> None:
        """Show a paper."""
        page = self._page_as(PaperPage, "paper")
        page.show_paper(paper, case)
        self.open("paper")

    def tell(self, notice: Notice) -> None:
        """Tell what was just done, perhaps with a way back."""
        self._notices.tell(notice)

    def dress_anew(self) -> None:
        """Look or language changed: the application builds the window anew."""
        self.dress_wanted.emit()

    # --- what the shortcuts do

    def new_case(self) -> None:
        """Open the sheet for a new case."""
        sheet = NewCase(self, self.session)
        sheet.made.connect(lambda case: self.open_case(CaseId(case)))
        sheet.open()

    def choose_files(self) -> None:
        """Choose files to take in; from within a case they go into that case."""
        present = self.present
        if isinstance(present, CasePage):
            self.intake_into(present.case)
        page = self._page_as(IntakePage, "intake")
        self.open("intake")
        page.choose_files()

    def search(self, text: str) -> None:
        """Open the page of search on these words."""
        page = self._page_as(SearchPage, "search")
        self.open("search")
        page.look_for(text)

    def open_palette(self) -> None:
        """Open the palette: what is found, and what can be done."""
        palette = Palette(self, self, commands_of(self, entries(self._exchange)))
        palette.open()
        palette.field.setFocus()

    def print_paper(self) -> None:
        """Print what the page shows, where it shows a paper."""
        self.present.print_paper()

    def back(self) -> None:
        """Go to the page this one belongs to."""
        self.present.back()

    def next_part(self) -> None:
        """Move the focus from navigation to page to panel and around."""
        parts = [self._navigation, self._bar, *self.present.parts]
        shown = [part for part in parts if part.isVisible()]
        focus = self.window().focusWidget()
        here = -1
        if focus is not None:
            here = next((i for i, part in enumerate(shown) if part.isAncestorOf(focus)), -1)
        for step in range(1, len(shown) + 1):
            part = shown[(here + step) % len(shown)]
            target = _first_focus(part)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # --- events

    def _on_changed(self, changes: Changes) -> None:
        self.present.hear(changes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the rail and fewer words where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        if narrow != self._navigation.is_rail:
            self._navigation.set_rail(rail=narrow)
            self._bar.set_narrow(narrow=narrow)


def _first_focus(part: QWidget) -> QWidget | None:
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
        return part
    for child in part.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
            return child
    return None
