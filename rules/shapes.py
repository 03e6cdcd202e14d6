"""What may stand at a place of a table: for faults that name the allowed keys or values."""

import re
from typing import Any

import msgspec
from msgspec import inspect

_STEP = re.compile(r"\.(\w+)|\[")


def allowed_at(kind: type[Any], place: str) -> tuple[str, ...]:
    """Give the values (of a choice) or keys (of a table) at a place such as `$.moves[4].from`."""
    found: Any = inspect.type_info(kind)
    for step in _STEP.finditer(place):
        found = _field(_plain(found), step[1]) if step[1] else _item(_plain(found))
        if found is None:
            return ()
    found = _plain(found)
    if isinstance(found, inspect.LiteralType):
        return tuple(str(value) for value in found.values)
    if isinstance(found, inspect.StructType):
        return tuple(field.encode_name for field in found.fields)
    return ()


def _plain(found: Any) -> Any:
    """Take away what only surrounds a type: metadata, and `or none`."""
    while isinstance(found, inspect.Metadata):
        found = found.type
    if isinstance(found, inspect.UnionType):
        kinds = [one for one in found.types if not isinstance(one, inspect.NoneType)]
        return _plain(kinds[0]) if len(kinds) == 1 else None
    return found


def _field(found: Any, name: str) -> Any:
    if isinstance(found, inspect.StructType):
        return next((one.type for one in found.fields if one.encode_name == name), None)
    return found.value_type if isinstance(found, inspect.DictType) else None


def _item(found: Any) -> Any:
    return getattr(found, "item_type", None) or getattr(found, "value_type", None)


def detail_of(error: msgspec.ValidationError) -> tuple[str, str, str]:
    """Take a message apart: what is wrong, the word that was found, and the place."""
    detail, _, place = str(error).partition(" - at ")
    word = re.search(r"['`]([^'`]*)['`]$", detail)
    return detail, word[1] if word else "", place.strip("`") or "$"
