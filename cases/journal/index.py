"""
The index of search: what rows say in words, kept beside the projections and made from them.

    search_entry   one row for each thing that can be found: scope, kind, id, day, place
    search_text    FTS5 without content: the forms of its words under rowid = place
    search_word    every word as it is written, with how often it came: to end begun words, and for
                   "did you mean"; it only grows until the next rebuild

`place` is (lam of the last event that touched the row) * 1024 + a number below 1024, so that
newest first is the order of the index itself. Particulars are sealed objects and never come here;
long numbers in free text are left out (`cases/folding.py`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from zlib import crc32

import msgspec
from sqlalchemy import Connection

from cases.folding import forms, token, words_of

Row = Mapping[str, Any]
SLOTS = 1 << 10
"""Places for the rows that one value of `lam` touches."""
GPS = "_gps"
_TAKEN = re.compile(r'"earliest":"(\d{4}-\d\d-\d\d)')
_HERE = "search_entry WHERE scope = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))"
_FIND, _DROP = f"SELECT place FROM {_HERE}", f"DELETE FROM {_HERE}"  # noqa: S608
_TAKEN_PLACES = "SELECT place FROM search_entry WHERE place IN (SELECT value FROM json_each(?))"
_ENTER = "INSERT INTO search_entry (scope, kind, id, day, place) VALUES (?, ?, ?, ?, ?)"
_COUNT = (
    "INSERT INTO search_word (word, n) VALUES (?, ?)"
    " ON CONFLICT (word) DO UPDATE SET n = n + excluded.n"
)


def kind_mark(kind: str) -> str:
    """Give the token that every entry of a kind has."""
    return f"_k{kind}"


@dataclass(frozen=True, slots=True)
class Source:
    """How rows of a table are found: the columns with words, its day, when it does not count."""

    kind: str
    columns: tuple[str, ...]
    day: str = ""
    key: str = "id"
    counts: Callable[[Row], bool] = lambda _row: True
    placed: str = ""
    """The column whose JSON tells coordinates."""


def _stands(row: Row) -> bool:
    return not row["withdrawn"]


def _lives(row: Row) -> bool:
    return bool(row["live"])


def _stands_alone(row: Row) -> bool:
    """Tell whether a label stands on the case itself, not on one thing in it."""
    return bool(row["live"] and not row["about"])


def _says(row: Row) -> bool:
    """Tell whether a statement stands and has words of its own, beside its value."""
    return bool(row["live"] and row["note"])


SOURCES: dict[str, Source] = {
    "case_file": Source("case", ("title", "code", "register", "place"), "found_at", ""),
    "incident": Source(
        "incident",
        ("title", "code", "contestant", "place", "description"),
        "starts_at",
        counts=_stands,
        placed="place",
    ),
    "party": Source("party", ("code", "label"), counts=_stands),
    "exhibit": Source("exhibit", ("code", "file", "caption"), "taken_in_at", placed="inspection"),
    "capture": Source("capture", ("url", "platform", "account"), "post_at", "exhibit"),
    "statement": Source("statement", ("note",), "at", "event", counts=_says),
    "question": Source(
        "question", ("answer",), "answered_at", counts=lambda row: bool(row["answer"])
    ),
    "note": Source("note", ("text",), "at", counts=_lives),
    "tag": Source("tag", ("tag",), "at", "tag", counts=_stands_alone),
}


def text_of(source: Source, row: Row) -> str:
    """Give the words of a row, one line a column."""
    return "\n".join(
        _place_words(str(row[name])) if name == "place" else str(row[name])
        for name in source.columns
    )


def _place_words(text: str) -> str:
    place = msgspec.json.decode(text) if text else {}
    return f"{place.get('text', '')} {place.get('code', '')}"


def has_point(text: str) -> bool:
    """Tell whether the JSON of a place or an inspection has coordinates."""
    return '"lat":"' in text and '"lat":""' not in text


def clear(connection: Connection, scope: str | None = None) -> None:
    """Forget the entries of a scope, or of all; the rows of `search_entry` go with the others."""
    if scope is None:
        connection.exec_driver_sql("INSERT INTO search_text (search_text) VALUES ('delete-all')")
        connection.exec_driver_sql("DELETE FROM search_word")
        return
    found = connection.exec_driver_sql("SELECT place FROM search_entry WHERE scope = ?", (scope,))
    _forget(connection, [row[0] for row in found])


class Changed(NamedTuple):
    """A row that was written, the `lam` that touched it last, and whether it was there before."""

    row: Row
    lam: int
    known: bool


def update(connection: Connection, name: str, changed: Sequence[Changed]) -> None:
    """Index changed rows of one table and one scope."""
    source = SOURCES[name]
    _remove(connection, source, [one.row for one in changed if one.known])
    standing = [one for one in changed if source.counts(one.row)]
    if not standing:
        return
    words: Counter[str] = Counter()
    entries, texts = [], []
    for one, place in zip(standing, _places(connection, source, standing), strict=True):
        row = one.row
        found = words_of(text_of(source, row))
        words.update(set(found))
        entries.append((row["scope"], source.kind, _id(source, row), _day(source, row), place))
        texts.append((place, " ".join(_tokens(source, row, found))))
    connection.exec_driver_sql(_ENTER, entries)
    connection.exec_driver_sql("INSERT INTO search_text (rowid, words) VALUES (?, ?)", texts)
    if words:
        connection.exec_driver_sql(_COUNT, sorted(words.items()))


def _id(source: Source, row: Row) -> str:
    return str(row[source.key] if source.key else row["scope"])


def _day(source: Source, row: Row) -> str:
    day = str(row[source.day])[:10] if source.day else ""
    if source.kind == "exhibit":
        taken = _TAKEN.search(str(row["inspection"]))
        return taken[1] if taken else day
    return day or str(row.get("opened_at", ""))[:10]


def _tokens(source: Source, row: Row, words: Iterable[str]) -> dict[str, None]:
    tokens = dict.fromkeys(token(form) for word in words for form in forms(word))
    tokens[kind_mark(source.kind)] = None
    if source.placed and has_point(str(row[source.placed])):
        tokens[GPS] = None
    return tokens


def _remove(connection: Connection, source: Source, rows: Sequence[Row]) -> None:
    if not rows:
        return
    keys = (rows[0]["scope"], source.kind, _json([_id(source, row) for row in rows]))
    known = connection.exec_driver_sql(_FIND, keys)
    _forget(connection, [row[0] for row in known])
    connection.exec_driver_sql(_DROP, keys)


def _forget(connection: Connection, places: Sequence[int]) -> None:
    if places:
        connection.exec_driver_sql(
            "DELETE FROM search_text WHERE rowid = ?", [(place,) for place in places]
        )


def _places(connection: Connection, source: Source, rows: Sequence[Changed]) -> list[int]:
    """Give each row a free place among those of its `lam`."""
    wanted = [one.lam * SLOTS + _slot(source, one.row) for one in rows]
    taken = _taken(connection, wanted)
    found = []
    for place in wanted:  # two at one place are rare; the next free one is looked up
        free = _next_free(connection, place, taken) if place in taken else place
        taken.add(free)
        found.append(free)
    return found


def _next_free(connection: Connection, place: int, taken: set[int]) -> int:
    while place in taken or _taken(connection, [place]):
        place += 1
    return place


def _taken(connection: Connection, places: Sequence[int]) -> set[int]:
    found = connection.exec_driver_sql(_TAKEN_PLACES, (_json(places),))
    return {row[0] for row in found}


def _slot(source: Source, row: Row) -> int:
    return crc32(f"{row['scope']}{source.kind}{_id(source, row)}".encode()) % SLOTS


def _json(values: Sequence[object]) -> str:
    return msgspec.json.encode(values).decode()
