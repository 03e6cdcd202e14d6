"""
What the window looks at by itself while a home is open: the folder “Netra masuk”, the laptop's
clock. Both in the background; nothing is looked at while the window is locked.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cases.errors import NetraError
from cases.intake.outcome import REFUSED, STORED, IntakeResult
from cases.language import tr
from gui import settings
from gui.background import Work, bus, look
from gui.copies import make_copies
from gui.desk import intake, laptop
from gui.errors import SILENT
from gui.frame import Frame, Page
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from cases.home import Home
    from cases.intake.watched import Watched

_INBOX_MS, _CLOCK_MS = 4_000, 300_000


class Watching(QObject):
    """Belongs to the shell, and goes with it."""

    def __init__(self, shell: QWidget, frame: Frame) -> None:
        super().__init__(shell)
        self._shell, self._frame = shell, frame
        self._watched: Watched | None = None
        self._home: Home | None = None
        self._folder = ""
        self._told = ""
        self._busy = False
        for every, act in ((_INBOX_MS, self.look_into_inbox), (_CLOCK_MS, self.look_at_clock)):
            timer = QTimer(self)
            timer.timeout.connect(act)
            timer.start(every)
        self.look_at_clock()

    def look_at_clock(self) -> None:
        """Notice a clock that jumped; nothing is written while all is well."""
        home = self._frame.session.home
        if home.unlocked:
            Work(self._shell, lambda _progress: laptop.look_at_clock(home)).start()

    def look_into_inbox(self) -> None:
        """Look for what was put into the watched folder."""
        home, (wanted, folder) = self._frame.session.home, settings.read_inbox()
        if self._busy or not wanted or not home.unlocked:
            return
        self._busy = True
        if self._watched is None or home is not self._home or folder != self._folder:
            self._home, self._folder = home, folder
            task = lambda: intake.watched(home, folder)  # noqa: E731 - two reads, one place
            look(self._shell, task, self._begin, failed=self._fail)
        else:
            look(self._shell, self._watched.look, self._found, failed=self._fail)

    def _begin(self, watched: "Watched") -> None:
        self._watched, self._busy, self._told = watched, False, ""

    def _found(self, ready: "list[Path]") -> None:
        watched = self._watched
        if not ready or watched is None:
            self._busy = False
            return
        Work(
            self._shell,
            lambda progress: watched.take(progress=progress),
            done=self._taken,
            failed=self._fail,
            long=True,
        ).start()

    def _taken(self, result: IntakeResult | None) -> None:
        self._busy = False
        if result is None:
            return
        bus.changed.emit(result.changes)
        make_copies(self._shell, self._frame.session.home)
        stored, refused = result.count(STORED), result.count(REFUSED)
        if result.failure is not None:
            self._tell_once(str(result.failure))
        elif stored:
            words = tr("{n} berkas dari “Netra masuk” sudah masuk ke Belum dipilah.", n=stored)
            self._frame.tell(Notice(words, tr("Lihat"), self._show))
        elif refused:
            why = next(item.reason for item in result.items if item.status == REFUSED)
            self._tell_once(tr("{n} berkas di “Netra masuk”: {sebab}", n=refused, sebab=why))

    def _show(self) -> None:
        from gui.sheets.inbox import open_inbox

        page = self._frame.open("intake")
        if isinstance(page, Page):
            open_inbox(page, None)

    def _fail(self, error: BaseException) -> None:
        self._busy = False
        self._watched = None
        if isinstance(error, NetraError) and error.code not in SILENT:
            self._tell_once(str(error))

    def _tell_once(self, words: str) -> None:
        """A folder that stays out of reach is told once, not every four seconds."""
        if words != self._told:
            self._told = words
            self._frame.tell(Notice(words))
