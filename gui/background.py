"""
The one bridge between the GUI thread and all other work.

    Work(page, lambda progress: state_fact(home, …), done=…).start()   short writes, one at a time
    Work(page, lambda progress: take_in(home, …), long=True).start()   long work, beside the short
    Work(page, lambda progress: …, behind=True).start()                what may wait for long work
    look(page, lambda: read_case(home, case), show)                    reads, two at a time

Work and looks never touch a widget. The `Changes` of a piece of work are told to every page
through `bus.changed`; errors become words in `gui.errors`. Of several looks with one `slot` of a
page only the newest is shown: an answer that comes late never overwrites a fresh one.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cases.changes import Changes
from cases.errors import Cancelled
from cases.progress import Progress
from gui import errors

_POLL_MS = 100


class _Bus(QObject):
    """Lives as long as the application, so no thread outlives the one it speaks to."""

    changed = Signal(object)
    """`Changes` of a finished write."""
    copied = Signal(object)
    """Ids of exhibits whose print copies were made just now; the `Changes` come at the end."""
    writing = Signal(int)
    """How many pieces of work are under way or waiting; print copies are nothing to wait for."""
    _ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def end(self, job: "Work | _Look", future: "Future[Any]") -> None:
        """Carry the outcome of a job over to the GUI thread."""
        self._ended.emit(job, future)

    @Slot(object, object)
    def _on_ended(self, job: "Work | _Look", future: "Future[Any]") -> None:
        job.end(future)


bus = _Bus()
_WIDTHS = {"writer": 1, "carrier": 1, "copier": 1, "reader": 2}
"""Threads by lane: an answer must not wait behind an import, nor an import behind print copies."""
_lanes: dict[str, ThreadPoolExecutor] = {}
_open: set["Work"] = set()
_looking: set["_Look"] = set()
_newest: dict[tuple[int, str], "_Look"] = {}


def _lane(name: str) -> ThreadPoolExecutor:
    if name not in _lanes:
        _lanes[name] = ThreadPoolExecutor(_WIDTHS[name], thread_name_prefix=name)
    return _lanes[name]


class Work:
    """A piece of writing or long work, started from a page."""

    def __init__(
        self,
        parent: QWidget,
        task: Callable[[Progress], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        long: bool = False,
        behind: bool = False,
    ) -> None:
        self._parent = parent
        self._task = task
        self.lane = "copier" if behind else "carrier" if long else "writer"
        self._done = done
        self._failed = failed
        self.progress = Progress()

    def start(self) -> "Work":
        """Begin, or wait for the piece before."""
        _open.add(self)
        bus.writing.emit(sum(work.lane != "copier" for work in _open))
        _give_way()
        future = _lane(self.lane).submit(self._task, self.progress)
        future.add_done_callback(lambda ended: bus.end(self, ended))
        return self

    def pause(self) -> None:
        """Let it wait before its next step; what may wait for it goes on meanwhile."""
        self.progress.pause()
        _give_way()

    def resume(self) -> None:
        """Let it go on."""
        self.progress.resume()
        _give_way()

    def watch(self, tell: Callable[[int, int, str], None]) -> QTimer:
        """Tell a progress bar where the work is, ten times a second, until the work ends."""
        timer = QTimer(self._parent)

        def poll() -> None:
            if self not in _open:
                timer.stop()
                return
            tell(*self.progress.state)

        timer.timeout.connect(poll)
        timer.start(_POLL_MS)
        return timer

    def end(self, future: "Future[Any]") -> None:
        """Tell the outcome. The page may be gone by now; the user is told all the same."""
        _open.discard(self)
        bus.writing.emit(sum(work.lane != "copier" for work in _open))
        _give_way()
        parent = self._parent if isValid(self._parent) else None
        error = Cancelled() if future.cancelled() else future.exception()
        if error is not None:
            _fail(parent, error, self._failed)
            return
        outcome = future.result()
        if isinstance(outcome, Changes):
            bus.changed.emit(outcome)
        if self._done and parent:
            self._done(outcome)


class _Look:
    """A read for a page."""

    def __init__(
        self,
        parent: QWidget,
        show: Callable[[Any], None],
        slot: str,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        self._parent = parent
        self._show = show
        self._key = (id(parent), slot) if slot else None
        self._failed = failed
        if self._key:
            _newest[self._key] = self

    def end(self, future: "Future[Any]") -> None:
        """Show the outcome, unless the page is gone or has asked again."""
        _looking.discard(self)
        newest = self._key is None or _newest.get(self._key) is self
        if newest and self._key:
            del _newest[self._key]
        if not isValid(self._parent) or not newest or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            _fail(self._parent, error, self._failed)
            return
        self._show(future.result())


def look(
    parent: QWidget,
    task: Callable[[], Any],
    show: Callable[[Any], None],
    *,
    slot: str = "",
    failed: Callable[[BaseException], None] | None = None,
) -> None:
    """Read in the background and show the outcome on the GUI thread."""
    job = _Look(parent, show, slot, failed)
    _looking.add(job)
    _lane("reader").submit(task).add_done_callback(lambda ended: bus.end(job, ended))


def resting() -> bool:
    """Whether nothing is read or written at the moment."""
    return not _open and not _looking


def at_work() -> tuple[Work, ...]:
    """Tell the pieces of work that run or wait."""
    return tuple(_open)


def _give_way() -> None:
    """Print copies rest while an import or a backup runs: there are two processors at best."""
    busy = any(work.lane == "carrier" and not work.progress.paused for work in _open)
    for work in _open:
        if work.lane == "copier":
            (work.progress.pause if busy else work.progress.resume)()


def halt() -> None:
    """Before the keys go: end what waits or may wait, since unlocking waits for the end of all."""
    for work in _open:
        if work.lane == "copier" or work.progress.paused:
            work.progress.cancel()


def finish() -> None:
    """Let short writes end, cancel long work, and come back once all threads are at rest."""
    for work in list(_open):
        work.progress.cancel()
    for name in ("writer", "carrier", "copier", "reader"):
        if name in _lanes:
            _lanes.pop(name).shutdown(wait=True, cancel_futures=name != "writer")
    _newest.clear()


def _fail(
    parent: QWidget | None,
    error: BaseException,
    failed: Callable[[BaseException], None] | None,
) -> None:
    if failed and parent:
        failed(error)
    else:
        errors.show(parent, error)
