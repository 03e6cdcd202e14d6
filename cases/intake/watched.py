"""
The watched folder "Netra masuk": photos of phones that give no paths are copied there.

It is looked at again and again, never listened to: that works on every system and on memory cards.
A file is taken in when two looks find it the same and it has lain for some seconds. Nothing in it
is ever changed or deleted.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from cases import disk
from cases.errors import Cancelled
from cases.home import Home
from cases.intake.brought import known_files, state_of
from cases.intake.outcome import IntakeItem, IntakeResult
from cases.intake.pipeline import take_in
from cases.intake.selection import expand
from cases.platform import inbox_folder
from cases.progress import Progress
from cases.work.records import CaseId

_ENDINGS = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".opdownload")
_BEGINNINGS = (".", "~")
_OF_THE_SYSTEM = frozenset({"desktop.ini", "thumbs.db"})


class Watched:
    """One folder, and what the last look at it found."""

    def __init__(self, home: Home, folder: Path | None = None) -> None:
        """Without a folder it is `Netra masuk` among the pictures, made if it is not there."""
        self._home = home
        self.folder = Path(os.path.realpath(folder or inbox_folder()))
        if folder is None:
            with disk.in_words(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
        self._before: dict[Path, str] = {}
        self._refused: dict[Path, str] = {}

    def look(self) -> list[Path]:
        """Give the files that are complete and new: no different than at the look before."""
        now = {path: state for path in self._files() if (state := state_of(path))}
        still = [path for path, state in now.items() if self._before.get(path) == state]
        self._before = now
        known = known_files(self._home, still)
        return [
            path
            for path in still
            if not (path in known and known[path].state == now[path])
            and self._refused.get(path) != now[path]
        ]

    def take(
        self,
        *,
        case: CaseId | None = None,
        progress: Progress | None = None,
        report: Callable[[Sequence[IntakeItem]], None] = lambda _: None,
    ) -> IntakeResult | None:
        """Look, and take in what is ready, unsorted or into a case; None when nothing is."""
        ready = self.look()
        if not ready:
            return None
        result = take_in(self._home, ready, case=case, progress=progress, report=report)
        for path, item in zip(ready, result.items, strict=True):
            if not item.exhibit and path not in result.left:
                self._refused[path] = self._before[path]
        if result.cancelled:
            raise Cancelled
        return result

    def _files(self) -> list[Path]:
        return [path for path in expand([self.folder]) if _is_for_us(path, self.folder)]


def _is_for_us(path: Path, folder: Path) -> bool:
    if path == folder:
        return False  # the folder itself is not there
    names = path.relative_to(folder).parts
    last = names[-1].casefold()
    return (
        not any(name.startswith(_BEGINNINGS) for name in names)
        and not last.endswith(_ENDINGS)
        and last not in _OF_THE_SYSTEM
    )
