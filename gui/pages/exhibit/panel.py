"""What is known of an exhibit, in four tabs beside the picture."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.desk.evidence import ExhibitView
from gui.pages.case.tabs import TabRow
from gui.pages.exhibit.data_tab import DataTab
from gui.pages.exhibit.log_tab import LogTab
from gui.pages.exhibit.origin_tab import OriginTab
from gui.pages.exhibit.time_tab import TimeTab
from gui.session import Session
from gui.widgets.card import scrolled

TABS = ("data", "time", "origin", "log")


class ExhibitPanel(QWidget):
    """The panel."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(tr("Keterangan bukti"))
        self.data = DataTab(session.zone)
        self.time = TimeTab(session.zone)
        self.origin = OriginTab(session)
        self.log = LogTab(session.zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.tabs = TabRow(
            (
                ("data", tr("Data")),
                ("time", tr("Waktu")),
                ("origin", tr("Asal")),
                ("log", tr("Riwayat")),
            )
        )
        self.tabs.setAccessibleName(tr("Keterangan bukti"))
        column.addWidget(self.tabs)
        self._stack = QStackedWidget()
        for tab in (self.data, self.time, self.origin, self.log):
            self._stack.addWidget(scrolled(tab, kind="panel"))
        column.addWidget(self._stack, 1)
        self._view: ExhibitView | None = None
        self._in_case = False
        self._stale: set[str] = set()
        self.tabs.chosen.connect(self.turn)
        self.data.hints_wanted.connect(lambda: self.turn("origin"))
        self.turn("data")

    def turn(self, tab: str) -> None:
        """Turn to a tab; it is filled when it is first looked at."""
        self.tabs.choose(tab)
        self._stack.setCurrentIndex(TABS.index(tab))
        self._fill(tab)

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        return TABS[self._stack.currentIndex()]

    def show_view(self, view: ExhibitView, *, in_case: bool) -> None:
        """Show an exhibit."""
        self._view, self._in_case, self._stale = view, in_case, set(TABS)
        self._fill(self.tab)
        place = len(view.place.signals) if view.place else 0
        self.tabs.show_counts(
            {
                "time": len(view.claims.sources),
                "origin": len(view.exhibit.signals) + place + len(view.similar),
                "log": len(view.custody),
            }
        )

    def _fill(self, tab: str) -> None:
        if self._view is None or tab not in self._stale:
            return
        self._stale.discard(tab)
        if tab == "data":
            self.data.show_view(self._view)
        elif tab == "time":
            self.time.show_view(self._view)
        elif tab == "origin":
            self.origin.show_view(self._view, in_case=self._in_case)
        else:
            self.log.show_view(self._view, in_case=self._in_case)
