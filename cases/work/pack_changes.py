"""What changed between two packs, entry by entry, read from their files as they stand."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

Table = Mapping[str, Any]
_NAMES = ("id", "key", "code", "name", "rule")


def changes_between(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """List entries that were added, removed or changed, with the keys that differ."""
    before, after = _entries(old), _entries(new)
    found = []
    for place in sorted(before.keys() | after.keys()):
        was, now = before.get(place), after.get(place)
        if was == now:
            continue
        file, table, entry = place
        what = "added" if was is None else "removed" if now is None else "changed"
        keys = _differing(was or {}, now or {}) if what == "changed" else []
        found.append({"file": file, "table": table, "entry": entry, "what": what, "keys": keys})
    return found


def _differing(was: Table, now: Table) -> list[str]:
    return sorted(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))


def _entries(files: Mapping[str, bytes]) -> dict[tuple[str, str, str], Table]:
    found: dict[tuple[str, str, str], Table] = {}
    for file, data in files.items():
        for key, value in tomllib.loads(data.decode()).items():
            for entry, table in _parts(key, value):
                place = (file, key, entry)
                while place in found:  # two rows of one name, such as two periods of a sanction
                    place = (file, key, f"{place[2]}'")
                found[place] = table
    return found


def _parts(key: str, value: Any) -> Iterator[tuple[str, Table]]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        for number, item in enumerate(value, 1):
            yield next((str(item[name]) for name in _NAMES if name in item), str(number)), item
    elif isinstance(value, dict):
        yield "", value
    else:
        yield "", {key: value}
