"""Print copies are made in the background: what is on the screen first, imports before them."""

from collections.abc import Callable, Collection
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtWidgets import QWidget

from cases.work.records import ExhibitId
from gui import desk, on_screen
from gui.background import Work, bus

Named = SimpleQueue[Collection[ExhibitId]]


def make_copies(parent: QWidget, home: Any, before: Callable[[Any], object] | None = None) -> Work:
    """Make the print copies that are missing; `before` is done first, on the same lane."""
    named: Named = SimpleQueue()

    def task(progress: Any) -> Any:
        if before is not None:
            before(home)
        return desk.make_print_copies(
            home,
            progress,
            first=on_screen.exhibits,
            report=named.put,
        )

    work = Work(parent, task, done=lambda _changes: _tell(named), behind=True).start()
    work.watch(lambda _done, _total, _text: _tell(named))
    return work


def _tell(named: Named) -> None:
    fresh: set[ExhibitId] = set()
    while True:
        try:
            fresh.update(named.get_nowait())
        except Empty:
            break
    if fresh:
        bus.copied.emit(frozenset(fresh))
