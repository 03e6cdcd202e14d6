"""
How bytes reach the disk: one write function, whole files only, errors in words.

A file is written under another name, synced, renamed, and its folder synced: after a crash there
is the old file or the new one, never half of either. Tests replace `write` with a disk that fails.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from uuid import uuid4

from cases.errors import NetraError
from cases.language import tr
from cases.platform import sync_folder
from cases.system_words import cause_of

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_HALF = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part", re.DOTALL)


class DiskFull(NetraError):
    """There is no room; what was being written is not there, all else is whole."""

    def __init__(self) -> None:
        super().__init__(
            tr("Disk penuh; yang sedang disimpan belum tersimpan, yang lama tetap utuh."),
            tr("Kosongkan ruang di disk ini lalu ulangi."),
            code="disk-full",
        )


class DiskTrouble(NetraError):
    """The system refused to read or write a file."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            tr(
                "Berkas {nama} tidak dapat dibaca atau ditulis ({sebab}).",
                nama=path.name,
                sebab=cause_of(error),
            ),
            tr("Periksa disk dan izin folder lalu ulangi."),
            code="disk-trouble",
        )


def write(handle: FileIO, data: bytes) -> int:
    """Write all of `data`; every byte this program puts on disk goes through here."""
    view = memoryview(data)
    while view:
        view = view[handle.write(view) :]
    return len(data)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what the system says of `path` into a sentence for the user."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        raise DiskTrouble(path, error) from error


def make_folder(path: Path) -> None:
    """Make a folder, with its parents, that only its owner may enter."""
    if not path.is_dir():
        path.mkdir(0o700, parents=True, exist_ok=True)
        sync_folder(path.parent)


def create(path: Path) -> FileIO:
    """Open a new file that only its owner may read; an existing one is an error."""
    return FileIO(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


def settle(handle: FileIO) -> None:
    """Wait until the bytes of an open file are on the disk."""
    os.fsync(handle.fileno())


def settle_file(path: Path) -> None:
    """Wait until the bytes of a closed file are on the disk."""
    with path.open("r+b") as handle:
        os.fsync(handle.fileno())


def place(temp: Path, target: Path) -> None:
    """Give a finished file its name, so that a power cut cannot take the name back."""
    temp.replace(target)
    sync_folder(target.parent)


def beside(target: Path) -> Path:
    """Name a file that is to take the place of `target` when it is whole."""
    return target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")


def clear(folder: Path, name: str = "") -> None:
    """Remove what a kill or a power cut left of files that were to become `name`, or any name.

    Nobody else may be writing there. To tidy up never stands in the way of the work itself.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            half = _HALF.fullmatch(path.name)
            if half and name in {"", half[1]}:
                path.unlink(missing_ok=True)


def save(target: Path, data: bytes) -> None:
    """Write a whole file, or leave the old one as it was."""
    temp = beside(target)
    try:
        with in_words(target):
            with create(temp) as handle:
                write(handle, data)
                settle(handle)
            place(temp, target)
    finally:
        temp.unlink(missing_ok=True)


def space(folder: Path) -> tuple[int, int]:
    """Bytes free and in all on the disk that holds `folder`."""
    with in_words(folder):
        usage = shutil.disk_usage(folder)
    return usage.free, usage.total
