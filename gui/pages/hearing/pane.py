"""What the panes of a hearing have in common: a column that scrolls, and one way to write."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.session import Session
from gui.widgets.card import scrolled

if TYPE_CHECKING:
    from cases.home import Home


class Pane(QWidget):
    """One step of a hearing."""

    wanted = Signal(object, object)
    """(task, done): something to write; the page does it in the background."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.zone = session.zone
        self.view: HearingView | None = None
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, theme.px(4), theme.px(8), theme.px(8))
        self.column.setSpacing(theme.px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body, kind="panel"))

    def show_view(self, view: HearingView) -> None:
        """Show the hearing; a field in which somebody types is left alone."""
        self.view = view

    def write(
        self, task: "Callable[[Home], Any]", done: Callable[[Any], None] | None = None
    ) -> None:
        """Ask the page to write something."""
        self.wanted.emit(task, done)

    def change(self, fields: Mapping[str, object]) -> None:
        """Write those fields of the hearing that differ from what stands there."""
        if self.view is None:
            return
        hearing = self.view.hearing
        changed = {key: value for key, value in fields.items() if getattr(hearing, key) != value}
        if changed:
            self.write(lambda home: hearings.edit(home, hearing.id, changed))
