"""
Search: one text in titles, places, captions, file names, statements and answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, or_, select

from cases.home import Home
from cases.tables import case as case_table
from cases.tables import exhibit, incident, party, question, statement
from cases.work.records import CaseId


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the text was found."""

    case: CaseId | None
    """None: in no case yet."""
    case_code: str
    kind: str
    """`case`, `incident`, `party`, `exhibit`, `statement` or `question`."""
    id: str
    title: str
    excerpt: str


_TITLE = {
    "case": "title",
    "incident": "title",
    "party": "code",
    "exhibit": "code",
    "statement": "fact",
    "question": "text",
}
_SEARCHED: dict[str, tuple[Table, tuple[str, ...]]] = {
    "case": (case_table, ("title", "code", "register", "place")),
    "incident": (incident, ("title", "code", "contestant", "place", "description")),
    "party": (party, ("code", "label")),
    "exhibit": (exhibit, ("code", "file", "caption", "object")),
    "statement": (statement, ("note", "value")),
    "question": (question, ("text", "answer")),
}
_AROUND = 40
_Find = tuple[str, RowMapping, str]


def search(home: Home, text: str, limit: int = 100) -> tuple[Hit, ...]:
    """Find a text, letter case aside; cases first."""
    # What is no text, such as half a character of a broken paste, stands nowhere.
    wanted = text.encode("utf-8", "ignore").decode("utf-8").strip()
    if not wanted:
        return ()
    with home.read() as connection:
        codes = {
            row.scope: row.code
            for row in connection.execute(select(case_table.c.scope, case_table.c.code))
        }
        return tuple(
            _hit(kind, row, excerpt, codes)
            for kind, row, excerpt in islice(_found(connection, wanted, limit), limit)
        )


def _found(
    connection: Connection, wanted: str, limit: int
) -> Iterator[tuple[str, RowMapping, str]]:
    for kind, (table, names) in _SEARCHED.items():
        # JSON inside a column escapes nothing but quotes and backslashes, so LIKE sees the words
        places: list[ColumnElement[bool]] = [
            table.c[name].icontains(wanted, autoescape=True) for name in names
        ]
        query = select(table).where(or_(*places))
        if "live" in table.c:
            query = query.where(table.c.live == 1)
        order = [table.c[column.name] for column in table.primary_key]
        for row in connection.execute(query.order_by(*order).limit(limit)).mappings():
            texts = [str(row[name]) for name in names]
            yield kind, row, _excerpt(texts, wanted)


def _hit(kind: str, row: RowMapping, excerpt: str, codes: dict[str, str]) -> Hit:
    scope = row["scope"]
    return Hit(
        case=CaseId(scope) if scope else None,
        case_code=codes.get(scope, ""),
        kind=kind,
        id=scope if kind == "case" else str(row["id" if "id" in row else "event"]),
        title=str(row[_TITLE[kind]]),
        excerpt=excerpt,
    )


def _excerpt(texts: list[str], wanted: str) -> str:
    for text in texts:
        at = text.casefold().find(wanted.casefold())
        if at >= 0:
            start, end = max(0, at - _AROUND), at + len(wanted) + _AROUND
            before = "…" if start else ""
            return before + text[start:end] + ("…" if end < len(text) else "")
    return ""
