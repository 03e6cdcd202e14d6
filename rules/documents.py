"""The files of a pack, read into tables; every fault names file, place and reason."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
import tomli

from rules.expressions import PackError
from rules.shapes import allowed_at, detail_of

File = TypeVar("File")
_CHOICES = {"Invalid enum value": "pack-value", "Object contains unknown field": "pack-key"}


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
        detail, word, place = detail_of(error)
        code = next((code for begin, code in _CHOICES.items() if detail.startswith(begin)), "")
        allowed = ", ".join(allowed_at(kind, place)) if code else ""
        if allowed:
            key = place.rpartition(".")[2]
            raise PackError(code, name, place, key=key, found=word, allowed=allowed) from None
        raise PackError("pack-shape", name, place, detail=detail) from None


def rows_by(rows: Iterable[File], attribute: str, file: str) -> dict[str, File]:
    """Find rows by a key that no two of them share."""
    found: dict[str, File] = {}
    for row in rows:
        key = getattr(row, attribute)
        if key in found:
            raise PackError("pack-duplicate", file, key)
        found[key] = row
    return found
