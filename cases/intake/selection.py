"""
What was selected: files and folders become a sorted list of files, none of them left out.

No link is followed, whether it lies in a folder or was chosen with everything beside it: on a
hostile stick it leads to the secrets of the laptop, which would become evidence and be handed on.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cases.errors import NetraError
from cases.language import tr
from cases.platform import is_link
from cases.system_words import cause_of

if TYPE_CHECKING:  # `inspect` needs no home, and no database with it
    from cases.home import Home


def expand(paths: Iterable[Path]) -> list[Path]:
    """
    Give all files under `paths`, folders opened, sorted, each once.

    Nothing is skipped quietly: hidden and system files are evidence like any other; what is no
    file, a link and a folder that does not open stand here too, and are refused later by name.
    """
    found: dict[str, Path] = {}
    really: dict[Path, str] = {}
    for path in paths:
        for file in _files(path):
            folder = file.parent
            if folder not in really:
                really[folder] = os.path.realpath(folder)
            found.setdefault(really[folder] + os.sep + file.name, file)
    return list(found.values())


def _files(path: Path) -> Iterator[Path]:
    """Walk down without recursion: a stick may have folders a thousand deep."""
    if is_link(path) or not os.path.isdir(path):  # noqa: PTH112 - a path object may raise
        yield path
        return
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted((entry.name, _opens(entry)) for entry in entries)
        except OSError:
            yield folder
            continue
        yield from (folder / name for name, opens in inside if not opens)
        waiting += [folder / name for name, opens in reversed(inside) if opens]


def _opens(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False) and not is_link(Path(entry.path))


def unreadable(cause: str) -> str:
    """Say that a file cannot be read, with the cause that the system gives."""
    return tr("Berkas tidak dapat dibaca: {sebab}.", sebab=cause)


def refusal(path: Path, error: OSError | None = None) -> str:
    """Why this cannot be read as a file, in words; empty when nothing speaks against it."""
    if error is not None:
        return unreadable(cause_of(error))
    if is_link(path):
        return tr("Ini tautan, bukan berkas; yang ditunjuknya tidak diambil.")
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(path).close()
    except FileNotFoundError:
        return tr("Berkas tidak ditemukan; mungkin kartu atau kabelnya tercabut.")
    except (OSError, ValueError) as failure:
        return unreadable(cause_of(failure))
    if stat.S_ISDIR(mode):
        return tr("Ini folder, bukan berkas.")
    if not stat.S_ISREG(mode):
        return tr("Ini perangkat atau saluran, bukan berkas.")
    return ""


def keep_out(home: "Home", paths: Sequence[Path]) -> None:
    """Refuse to take the home itself in as evidence: it would grow while it is read."""
    own = home.folder.resolve()
    for path in paths:
        try:
            there = path.resolve()
        except (OSError, ValueError, RuntimeError):
            continue  # the intake itself says what is wrong with it
        if there.is_relative_to(own) or own.is_relative_to(there):
            raise NetraError(
                tr("Di {nama} ada rumah data ini sendiri; tidak ada yang dimasukkan.", nama=path),
                tr("Pilih folder atau berkas buktinya saja."),
                code="inside-home",
            )
