"""One import as the page sees it: begun, paused, gone on with, stopped; how long it will take."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cases import clock
from cases.language import tr
from cases.work.records import CaseId
from gui import desk
from gui.background import Work
from gui.pages.intake.rows import IntakeModel
from gui.session import Session

_SURE_MS, _SURE_FILES = 3_000, 4
"""Before this nothing is said of how long it will take."""


class Run(QObject):
    """The import that runs now, if one does."""

    told = Signal(int, int, str)
    """(done, all, what is being done), ten times a second."""
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, page: QWidget, session: Session, model: IntakeModel) -> None:
        super().__init__(page)
        self._page, self._session, self._model = page, session, model
        self._begun = 0
        self.case: CaseId | None = None
        self.paths: list[Path] = []
        self.work: Work | None = None

    def begin(self, paths: list[Path], case: CaseId | None) -> None:
        """Take files in, in the background; rows come as each file is done."""
        home, arrived = self._session.home, self._model.arrived
        self.paths, self.case, self._begun = paths, case, clock.now().mono
        self._model.begin()
        self.work = Work(
            self._page,
            lambda progress: desk.take_in(home, paths, case, progress, arrived.put),
            done=self._end,
            failed=self._fail,
            long=True,
        ).start()
        self.work.watch(self.told.emit)

    def _end(self, result: object) -> None:
        self.work = None
        self.ended.emit(result)

    def _fail(self, error: object) -> None:
        self.work = None
        self.failed.emit(error)

    @property
    def paused(self) -> bool:
        """Whether it waits for the officer."""
        return self.work is not None and self.work.progress.paused

    def pause(self) -> None:
        """Wait after the files that are begun, or go on."""
        if self.work is None:
            return
        if self.paused:
            self.work.resume()
        else:
            self.work.pause()

    def cancel(self) -> None:
        """Stop after the files that are begun; they are kept."""
        if self.work is not None:
            self.work.progress.cancel()

    def left(self, done: int, total: int) -> str:
        """Say how long it will take, roughly; nothing before that is known."""
        spent = clock.now().mono - self._begun
        if self.paused or spent < _SURE_MS or done < _SURE_FILES or done >= total:
            return ""
        seconds = spent / 1000 / done * (total - done)
        if seconds < 90:
            return tr("±{n} detik lagi", n=max(5, round(seconds / 5) * 5))
        return tr("±{n} menit lagi", n=round(seconds / 60))
