"""What a page may ask of the window it stands in, and what the window asks of a page."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.changes import Changes
from cases.work.records import CaseId, ClarificationId, ExhibitId
from gui import theme
from gui.session import Session
from gui.widgets.card import scrolled
from gui.widgets.focus import land

if TYPE_CHECKING:
    from gui.background import Work
    from gui.desk import MadePaper
    from gui.widgets.notice import Notice


class Frame(Protocol):
    """The window, as pages see it."""

    session: Session

    @property
    def importing(self) -> "Work | None":
        """The import that runs, if one does."""

    def open(self, key: str) -> QWidget:
        """Bring a page to the front."""

    def open_case(self, case: CaseId, tab: str = "") -> None:
        """Open one case."""

    def open_hearing(self, case: CaseId, hearing: ClarificationId) -> None:
        """Open one hearing."""

    def open_exhibit(self, exhibits: tuple[ExhibitId, ...], at: int, case: CaseId | None) -> None:
        """Open the viewer on one of several exhibits."""

    def intake_into(self, case: CaseId | None) -> None:
        """Open the intake page with a target."""

    def open_paper(self, paper: "MadePaper", case: CaseId | None) -> None:
        """Show a paper."""

    def search(self, text: str) -> None:
        """Open the page of search on these words."""

    def new_case(self) -> None:
        """Open the sheet for a new case."""

    def dress_anew(self) -> None:
        """Look or language changed: build the window anew."""

    def show_where(self) -> None:
        """Tell bar and window title anew."""

    def tell(self, notice: "Notice") -> None:
        """Tell what was just done, perhaps with a way back."""


class Page(QWidget):
    """A page: it has a title, perhaps a page it belongs to, and looks again when asked."""

    title = ""
    crumb = ""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.session = frame.session
        self.setProperty("kind", "page")

    def land(self) -> None:
        """The page came to the front: the keys go on in it."""
        land(self)

    @property
    def parts(self) -> list[QWidget]:
        """What F6 moves between."""
        return [self]

    def refresh(self) -> None:
        """Look again."""

    def hear(self, _changes: Changes) -> None:
        """Something was written; look again where it concerns this page."""
        self.refresh()

    def back(self) -> None:
        """Go to the page this one belongs to."""

    def print_paper(self) -> None:
        """Print what the page shows, where it shows a paper."""

    def column(self) -> QVBoxLayout:
        """Make the column a page is built from."""
        made = QVBoxLayout()
        side = theme.px(20)
        made.setContentsMargins(side, theme.px(14), side, theme.px(14))
        made.setSpacing(theme.px(12))
        return made

    def scrolled_column(self) -> QVBoxLayout:
        """Make the column of a page that scrolls as a whole where the window is low."""
        body = QWidget()
        made = self.column()
        body.setLayout(made)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))
        return made
