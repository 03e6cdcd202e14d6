"""The files of a pack, read into tables; every fault names file, place and reason."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
import tomli

from rules.expressions import PackError

File = TypeVar("File")


def read_table(files: Mapping[str, bytes], name: str, kind: type[File]) -> File:
    """Read one file into the class of its table; what does not fit is refused with its place."""
    if name not in files:
        raise PackError("pack-file-missing", name)
    try:
        table = tomli.loads(files[name].decode())
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError("pack-not-toml", name, detail=error) from None
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        detail, _, place = str(error).partition(" - at ")
        raise PackError("pack-shape", name, place.strip("`"), detail=detail) from None


def rows_by(rows: Iterable[File], attribute: str, file: str) -> dict[str, File]:
    """Find rows by a key that no two of them share."""
    found: dict[str, File] = {}
    for row in rows:
        key = getattr(row, attribute)
        if key in found:
            raise PackError("pack-duplicate", file, key)
        found[key] = row
    return found
