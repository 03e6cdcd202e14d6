"""Hearings and numbers in the words of the pack that a case keeps."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

from cases.work import packs
from rules import hearings, numbers
from rules.hearings import HearingFile
from rules.numbers import NumberFile

File = TypeVar("File")


@cache
def hearings_of(pack: str) -> HearingFile:
    """Read what a pack says of hearings."""
    return _read(pack, hearings.FILE, hearings.read_hearings)


@cache
def numbers_of(pack: str) -> NumberFile:
    """Read what a pack says of register numbers."""
    return _read(pack, numbers.FILE, numbers.read_numbers)


def _read(pack: str, file: str, read: Callable[[Mapping[str, bytes]], File]) -> File:
    """Read a file of a pack; one that is not here or lacks it is read as the newest shipped."""
    if pack in packs.names():
        files = packs.files_of(pack)
        if file in files:
            return read(files)
    return read(packs.files_of(packs.shipped()[-1]))
