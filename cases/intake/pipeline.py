"""
Takes files in: select, seal, read, adopt, name. What was reported stored survives anything.

    lanes (threads)         sealing processes, one child that reads
    this thread             groups of at most 16: into the vault, then one transaction

Cancelling, a full disk or a pulled card keep what is finished; every selected file gets an item.
An import that was cut short goes on when the same is taken into the same case again.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cases.changes import Changes
from cases.errors import Cancelled, NetraError
from cases.home import Home
from cases.intake.brought import begin_run, end_run, known_files
from cases.intake.child import Child
from cases.intake.entering import enter
from cases.intake.lanes import Finished, Lanes
from cases.intake.naming import text_of
from cases.intake.outcome import REFUSED, IntakeItem, IntakeResult, SourceGone
from cases.intake.selection import expand
from cases.language import tr
from cases.progress import Progress
from cases.work.records import CaseId
from cases.work.scopes import need_case

GROUP = 16
_PATIENCE = 0.25
"""Seconds that finished files wait for others before their group is written."""
_HELD_BACK = 24
"""So many finished files wait for a slow one before them, to keep codes in order."""


def take_in(
    home: Home,
    paths: Iterable[Path],
    *,
    case: CaseId | None = None,
    progress: Progress | None = None,
    report: Callable[[Sequence[IntakeItem]], None] = lambda _: None,
) -> IntakeResult:
    """
    Take files and folders into a case, or unsorted into the home.

    `report` is told of each group once it is safe on disk; nothing it heard is ever lost.
    """
    progress, selected = progress or Progress(), list(paths)
    with home.working(), Child() as child:
        if case is not None:
            with home.read() as connection:
                need_case(connection, case)
        files = expand(selected)
        run = begin_run(home, case, selected)
        known = {path: one for path, one in known_files(home, files).items() if one.run == run}
        lanes = Lanes(home, files, child, known, progress.hold)
        result = _Intake(home, case, run, lanes, report).run(files, progress)
        if not result.left:
            end_run(home, case, selected)
        return result


class _Intake:
    """One run: what came from the lanes, in order, and what became of it."""

    def __init__(
        self,
        home: Home,
        case: CaseId | None,
        run: str,
        lanes: Lanes,
        report: Callable[[Sequence[IntakeItem]], None],
    ) -> None:
        self._home, self._case, self._run = home, case, run
        self._lanes, self._report = lanes, report
        self._gone: set[int] = set()
        self._waiting: dict[int, Finished] = {}
        self._next = 0
        self._items: dict[int, IntakeItem] = {}
        self._changes = Changes()
        self._failure: NetraError | None = None
        self._cancelled = False

    def run(self, files: list[Path], progress: Progress) -> IntakeResult:
        progress.begin(len(files), tr("Menyegel berkas"))
        self._lanes.start()
        try:
            while not self._lanes.ended:
                self._receive(self._lanes.next(_PATIENCE), progress)
            self._write(progress, everything=True)
        except Cancelled:
            self._cancelled = True
        except NetraError as error:
            self._failure = error
        finally:
            self._lanes.stop()
            progress.resume()  # a lane that waits for it would never end
            self._rest()
        if self._lanes.bug is not None:
            raise self._lanes.bug
        return self._result(files)

    def _receive(self, finished: Finished | None, progress: Progress) -> None:
        if finished is None:
            self._write(progress, everything=False)
        elif finished.failure is not None:
            self._failure = self._failure or finished.failure
        else:
            self._waiting[finished.index] = finished
            if len(self._waiting) >= GROUP:
                self._write(progress, everything=False)
        if progress.cancelled:
            raise Cancelled

    def _write(self, progress: Progress, *, everything: bool) -> None:
        """Write groups: files in the order of the selection, unless one keeps too many waiting."""
        while group := self._group(everything or len(self._waiting) > _HELD_BACK):
            self._enter(group)
            self._lanes.entered(len(group))
            progress.advance(len(group), group[-1].path.name)

    def _group(self, everything: bool) -> list[Finished]:
        group: list[Finished] = []
        while self._waiting and len(group) < GROUP:
            first = min(self._waiting)
            if first > self._next and not everything:
                break
            group.append(self._waiting.pop(first))
            self._next = max(self._next, first + 1)
        return group

    def _enter(self, group: list[Finished]) -> None:
        for finished in group:
            if finished.refused:
                self._items[finished.index] = _refused(finished.path, finished.refused)
                self._gone |= {finished.index} if finished.gone else set()
        sealed = [finished for finished in group if not finished.refused]
        if sealed:
            items, changes = enter(self._home, self._case, self._run, sealed)
            for finished, item in zip(sealed, items, strict=True):
                self._items[finished.index] = item
            self._changes = Changes(
                self._changes.parts | changes.parts, self._changes.cases | changes.cases
            )
        self._report([self._items[finished.index] for finished in group])

    def _rest(self) -> None:
        """Write what was sealed when the work stopped: it is not thrown away."""
        for finished in self._lanes.join():
            if finished.failure is not None:
                self._failure = self._failure or finished.failure
            else:
                self._waiting[finished.index] = finished
        try:
            while group := self._group(everything=True):
                self._enter(group)
        except NetraError as error:
            self._failure = self._failure or error

    def _result(self, files: list[Path]) -> IntakeResult:
        left = [index for index in range(len(files)) if index not in self._items]
        if self._gone and not self._failure:
            safe = sum(item.status != REFUSED for item in self._items.values())
            self._failure = SourceGone(safe, len(self._gone) + len(left))
        why = (
            self._failure.message if self._failure else tr("Dibatalkan sebelum berkas ini dibaca.")
        )
        items = [self._items.get(index) or _refused(path, why) for index, path in enumerate(files)]
        waiting = tuple(files[index] for index in sorted({*left, *self._gone}))
        return IntakeResult(tuple(items), self._cancelled, self._failure, self._changes, waiting)


def _refused(path: Path, reason: str) -> IntakeItem:
    return IntakeItem(text_of(path), REFUSED, reason=reason)
