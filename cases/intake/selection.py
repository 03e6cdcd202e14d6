"""What was selected: files and folders become a sorted list of files, none of them left out."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from cases.language import tr
from cases.system_words import cause_of


def expand(paths: Iterable[Path]) -> list[Path]:
    """
    Give all files under `paths`, folders opened, sorted, each once.

    Nothing is skipped quietly: hidden and system files are evidence like any other, and what is
    no file is refused later by name. Links to folders are not followed, they may lead in circles.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _files(path):
            found.setdefault(os.path.realpath(file.parent) + os.sep + file.name, file)
    return list(found.values())


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path, onerror=None):
        below.sort()
        for name in sorted(names):
            yield Path(folder, name)


def unreadable(cause: str) -> str:
    """Say that a file cannot be read, with the cause that the system gives."""
    return tr("Berkas tidak dapat dibaca: {sebab}.", sebab=cause)


def refusal(path: Path, error: OSError | None = None) -> str:
    """Why this cannot be read as a file, in words; empty when nothing speaks against it."""
    if error is not None:
        return unreadable(cause_of(error))
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return tr("Berkas tidak ditemukan; mungkin kartu atau kabelnya tercabut.")
    except (OSError, ValueError) as failure:
        return unreadable(cause_of(failure))
    if stat.S_ISDIR(mode):
        return tr("Ini folder, bukan berkas.")
    if not stat.S_ISREG(mode):
        return tr("Ini perangkat atau saluran, bukan berkas.")
    return ""
