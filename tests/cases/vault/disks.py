"""What tests of the vault look at, and a disk that fails."""

import errno
import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path

import pyrage

from cases import disk

NOTE = b"Sampel: spanduk di pasar, keterangan saksi."


def identity() -> tuple[str, str]:
    key = pyrage.x25519.Identity.generate()
    return str(key), str(key.to_public())


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def fails_at(call: int, number: int = errno.ENOSPC) -> Callable[[FileIO, bytes], int]:
    """A disk that takes half of what the given call writes, and then no more."""
    real, calls = disk.write, [0]

    def write(handle: FileIO, data: bytes) -> int:
        calls[0] += 1
        if calls[0] == call:
            real(handle, data[: len(data) // 2])
            raise OSError(number, os.strerror(number))
        return real(handle, data)

    return write
