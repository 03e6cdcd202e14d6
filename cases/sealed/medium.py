"""The file a case file is read from: a failing stick is no reason to call a file changed."""

import errno
import os
import stat
from pathlib import Path
from typing import IO

from cases.language import tr
from cases.sealed.meter import Meter
from cases.sealed.refusal import Unsure


class Medium:
    """A file opened for reading; remembers that the system failed, whoever swallows the error."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._meter = Meter()
        self.failure: Unsure | None = None

    def read(self, size: int = -1, /) -> bytes:
        """Read; raises `Unsure` when the medium fails."""
        try:
            data = self._file.read(size)
        except OSError as error:
            self.failure = unreadable()
            raise self.failure from error
        self._meter.write(data)
        return data

    def rewind(self) -> None:
        """Go back to the first byte."""
        self._file.seek(0)
        self._meter = Meter()

    @property
    def sha256(self) -> str:
        """SHA-256 of what was read since the first byte."""
        return self._meter.sha256


def open_medium(path: Path) -> IO[bytes]:
    """Open `path`, which must be a file: a device would never end, a pipe never begin."""
    try:
        _need_file(path)
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise Unsure(
            tr("Berkas {file} tidak dapat dibuka.", file=path.name),
            tr("Periksa nama dan izin berkas, lalu coba lagi."),
            code="unreadable",
        ) from error


def _need_file(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def unreadable() -> Unsure:
    """Make the error of a medium that fails."""
    return Unsure(
        tr("Berkas kasus tidak dapat dibaca dari mediumnya."),
        tr("Salin berkas ke tempat lain atau pakai medium lain, lalu coba lagi."),
        code="unreadable",
    )
