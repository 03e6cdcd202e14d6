"""Files that the user names: read a small one, write a new one, never over another."""

import errno
import os
from pathlib import Path

from cases import disk
from cases.commands.plain import say
from cases.errors import NetraError
from cases.intake.naming import text_of
from cases.language import tr
from cases.system_words import cause_of

LARGEST = 1 << 20


def is_there(path: Path) -> bool:
    """Tell whether something has this name; a name no system accepts names nothing."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """Read a small file the user named."""
    try:
        with path.open("rb") as handle:
            data = handle.read(largest + 1)
    except (OSError, ValueError) as error:
        raise NetraError(
            tr("Berkas {nama} tidak dapat dibaca: {alasan}.", nama=path, alasan=cause_of(error)),
            tr("Periksa nama dan letak berkas."),
            code="not-read",
        ) from error
    if len(data) > largest:
        raise NetraError(
            tr("Berkas {nama} terlalu besar untuk perintah ini.", nama=path),
            tr("Periksa apakah ini berkas yang dimaksud."),
            code="too-large",
        )
    return data


def need_new(path: Path) -> None:
    """Refuse, before any work, a name where something is already or nothing can be written."""
    if is_there(path):
        raise NetraError(
            tr("Berkas {nama} sudah ada dan tidak ditimpa.", nama=path),
            tr("Pilih nama lain."),
            code="file-exists",
        )
    try:
        _make_folder(path.parent)
        may = os.access(path.parent, os.W_OK)
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error
    if not may:
        raise _not_written(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    say(tr("Folder {nama} belum ada, jadi dibuat.", nama=text_of(folder)))


def write_new(path: Path, data: bytes) -> None:
    """Write a file the user asked for, whole or not at all."""
    need_new(path)
    try:
        disk.save(path, data)
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError | ValueError) -> NetraError:
    return NetraError(
        tr(
            "Berkas {nama} tidak dapat ditulis: {alasan}.",
            nama=text_of(path),
            alasan=cause_of(error),
        ),
        tr("Pilih folder lain atau kosongkan ruang."),
        code="not-written",
    )
