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
from typing import Any
from zlib import crc32

import msgspec
from sqlalchemy import Connection, delete, select

from cases.folding import forms, token, words_of
from cases.tables import search_entry

Row = Mapping[str, Any]
SLOTS = 1 << 10
"""Places for the rows that one value of `lam` touches."""
GPS = "_gps"
_MANY = 400
_TAKEN = re.compile(r'"earliest":"(\d{4}-\d\d-\d\d)')
_ENTRY = ("scope", "kind", "id", "day", "place")
_ENTER = f"INSERT INTO search_entry ({', '.join(_ENTRY)}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
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
    "tag": Source("tag", ("tag",), "at", "tag", counts=_lives),
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
    places = select(search_entry.c.place).where(search_entry.c.scope == scope)
    _forget(connection, connection.execute(places).scalars().all())


def update(
    connection: Connection, name: str, rows: Sequence[tuple[Row, int]], *, fresh: bool
) -> None:
    """Index changed rows of one table and one scope, each with the `lam` that touched it last."""
    source = SOURCES[name]
    if not fresh:
        _remove(connection, source, rows)
    entries = [(_entry(source, row), lam, row) for row, lam in rows if source.counts(row)]
    places = _places(connection, [(entry, lam) for entry, lam, _ in entries])
    words: Counter[str] = Counter()
    texts = []
    for (entry, _, row), place in zip(entries, places, strict=True):
        entry["place"] = place
        found = words_of(text_of(source, row))
        words.update(set(found))
        texts.append((place, " ".join(_tokens(source, row, found))))
    if entries:
        rows_in = [tuple(entry[name] for name in _ENTRY) for entry, _, _ in entries]
        connection.exec_driver_sql(_ENTER, rows_in)
        connection.exec_driver_sql("INSERT INTO search_text (rowid, words) VALUES (?, ?)", texts)
    if words:
        connection.exec_driver_sql(_COUNT, sorted(words.items()))


def _entry(source: Source, row: Row) -> dict[str, Any]:
    day = str(row[source.day])[:10] if source.day else ""
    if source.kind == "exhibit":
        taken = _TAKEN.search(str(row["inspection"]))
        day = taken[1] if taken else day
    if source.kind == "case" and not day:
        day = str(row["opened_at"])[:10]
    return {
        "scope": row["scope"],
        "kind": source.kind,
        "id": str(row[source.key]) if source.key else row["scope"],
        "day": day,
    }


def _tokens(source: Source, row: Row, words: Iterable[str]) -> dict[str, None]:
    tokens = dict.fromkeys(token(form) for word in words for form in forms(word))
    tokens[kind_mark(source.kind)] = None
    if source.placed and has_point(str(row[source.placed])):
        tokens[GPS] = None
    return tokens


def _remove(connection: Connection, source: Source, rows: Sequence[tuple[Row, int]]) -> None:
    ids = [_entry(source, row)["id"] for row, _ in rows]
    scope = rows[0][0]["scope"]
    for start in range(0, len(ids), _MANY):
        here = (
            (search_entry.c.scope == scope)
            & (search_entry.c.kind == source.kind)
            & search_entry.c.id.in_(ids[start : start + _MANY])
        )
        known = connection.execute(select(search_entry.c.place).where(here)).scalars().all()
        if known:
            _forget(connection, known)
            connection.execute(delete(search_entry).where(here))


def _forget(connection: Connection, places: Sequence[int]) -> None:
    if places:
        connection.exec_driver_sql(
            "DELETE FROM search_text WHERE rowid = ?", [(place,) for place in places]
        )


def _places(connection: Connection, entries: Sequence[tuple[Mapping[str, Any], int]]) -> list[int]:
    """Give each entry a free place among those of its `lam`."""
    wanted = [lam * SLOTS + _slot(entry) for entry, lam in entries]
    taken: set[int] = set()
    for start in range(0, len(wanted), _MANY):
        part = wanted[start : start + _MANY]
        taken.update(
            connection.execute(
                select(search_entry.c.place).where(search_entry.c.place.in_(part))
            ).scalars()
        )
    found = []
    for place in wanted:  # two at one place are rare; the next free one is looked up
        free = _next_free(connection, place, taken) if place in taken else place
        taken.add(free)
        found.append(free)
    return found


def _next_free(connection: Connection, place: int, taken: set[int]) -> int:
    while (
        place in taken
        or connection.execute(
            select(search_entry.c.place).where(search_entry.c.place == place)
        ).first()
    ):
        place += 1
    return place


def _slot(entry: Mapping[str, Any]) -> int:
    return crc32(f"{entry['scope']}{entry['kind']}{entry['id']}".encode()) % SLOTS
