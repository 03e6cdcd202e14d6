"""
Copies of evidence that still lie on a card, in Downloads or among the pictures.

Netra points at them and never deletes: the card belongs to somebody, and until there is a backup
these copies are one.
"""

import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cases.home import Home
from cases.intake.brought import all_files
from cases.intake.naming import text_of
from cases.work.machine import last_backup


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Copies outside the home that were not changed since they were taken in."""

    files: int
    bytes: int
    backed_up: int
    """Those of them that stand in the last backup: these may be deleted by hand."""
    folders: tuple[tuple[str, int], ...]
    """(folder, how many), most first."""


def leftovers(home: Home) -> Leftovers:
    """Look at every remembered place; one look at the disk for each, so call it in background."""
    backup = last_backup(home)
    with home.read() as connection:
        remembered = list(all_files(connection))
    there = [one for one in remembered if _lies_there(one.path, one.size)]
    folders = Counter(text_of(one.path.parent) for one in there)
    return Leftovers(
        files=len(there),
        bytes=sum(one.size for one in there),
        backed_up=sum(one.at < backup for one in there),
        folders=tuple(folders.most_common()),
    )


def _lies_there(path: Path, size: int) -> bool:
    try:
        about = path.lstat()  # a link is no copy: to delete it would free nothing
        return stat.S_ISREG(about.st_mode) and about.st_size == size
    except (OSError, ValueError):
        return False
