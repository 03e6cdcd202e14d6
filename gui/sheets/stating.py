"""A sheet that states something about many exhibits in one action, with a way back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cases.work.records import CaseId, ExhibitId
from gui.background import bus
from gui.session import Session
from gui.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cases.changes import Changes
    from cases.work.former_statements import Former


class StatementSheet(Sheet):
    """States something about these exhibits."""

    stated = Signal(object)
    """What stood before, to go back to."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        case: CaseId | None,
        exhibits: tuple[ExhibitId, ...],
        words: tuple[str, str],
    ) -> None:
        """`words`: title, and what the officer should know."""
        super().__init__(parent, *words)
        self._session, self._case, self._exhibits = session, case, exhibits

    def _done(self, outcome: "tuple[Changes, Former]") -> None:
        changes, former = outcome
        self.accept()
        bus.changed.emit(changes)
        self.stated.emit(former)
