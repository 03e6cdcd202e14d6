"""
Search: cases, places, people by their description, captions, answers, notes, articles of law.

Newest first, in pages: the index is read from the newest entry back and never further than a page
needs. Particulars are not in it; a whole NIP or NIK is looked up by its HMAC (`persons.py`), a
hash by the index of objects.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from cases.home import Home
from cases.journal.index import SOURCES, Source, text_of
from cases.tables import case as case_table
from cases.tables import exhibit as exhibit_table
from cases.tables import projections
from cases.work import packs
from cases.work.excerpts import Marker
from cases.work.fact_words import fact_label
from cases.work.law_search import articles, facts_of_element
from cases.work.person_numbers import NIK, NIP, digits_of
from cases.work.persons import find_number
from cases.work.records import CaseId
from cases.work.search_records import Filters, Found, Hit, Terms
from cases.work.search_terms import query_of, terms_of
from cases.work.spelling import correction
from rules.pack import Pack

PAGE = 50
_FEW = 5
"""So many articles of law stand under other hits."""
_LOOKED_AT = 5_000
"""So many entries are looked at for one page; filters that fit few of them make it shorter."""
_HASH = re.compile(r"[0-9a-f]{8,64}")
_NUMBER = re.compile(r"[0-9 .-]+")
_TITLE = {
    "case": "title",
    "incident": "title",
    "party": "code",
    "exhibit": "code",
    "capture": "account",
    "statement": "fact",
    "question": "text",
    "note": "text",
    "tag": "tag",
}
_SOURCE = {source.kind: source for source in SOURCES.values()}
_NOTHING = Filters()


def search(
    home: Home, wanted: str, filters: Filters = _NOTHING, *, before: int = 0, limit: int = PAGE
) -> Found:
    """Find words, newest first; `before` asks for the page that follows one found before."""
    # What is no text, such as half a character of a broken paste, stands nowhere.
    wanted = wanted.encode("utf-8", "ignore").decode("utf-8")
    if _NUMBER.fullmatch(wanted) and len(digits_of(wanted)) in {NIP, NIK}:
        return _by_number(home, digits_of(wanted))
    terms = terms_of(wanted)
    if not (terms.forms or terms.begun) and filters == _NOTHING:
        return Found()
    pack = packs.load(packs.newest())
    law = () if before else _law(terms, filters, pack)
    if filters.kinds == ("article",):
        return Found(law)
    with home.read() as connection:
        hits, after = _page(connection, (terms, filters, pack), (before, limit))
        if not before:
            hits = [*_by_hash(connection, wanted.strip()), *hits]
        meant = "" if hits or law or before else _meant(connection, wanted, pack)
    return Found((*hits, *law), after, meant)


def _law(terms: Terms, filters: Filters, pack: Pack) -> tuple[Hit, ...]:
    if filters.kinds == ("article",):
        return articles(pack, terms, PAGE)
    asked = filters == Filters(kinds=filters.kinds)
    asked = asked and (not filters.kinds or "article" in filters.kinds)
    return articles(pack, terms, _FEW) if asked else ()


def _page(
    connection: Connection, question: tuple[Terms, Filters, Pack], where: tuple[int, int]
) -> tuple[list[Hit], int]:
    """Give the hits of a page, and where the next one begins (0: nowhere)."""
    terms, filters, pack = question
    before, limit = where
    values: dict[str, object] = {
        "query": query_of(connection, terms, filters),
        "before": before or _NEWEST,
        "limit": limit + 1,
    }
    narrowed = list(_narrowing(filters, pack, values))
    looked = _LOOKED_AT if narrowed else limit + 1
    # The inner query is read from the newest entry back, and only as far as the outer one asks.
    found = connection.execute(
        text(
            "SELECT e.scope, e.kind, e.id, e.day, e.place,"  # noqa: S608
            " (SELECT coalesce(nullif(c.register, ''), c.code) FROM case_file c"
            " WHERE c.scope = e.scope) AS code"
            f" FROM ({_INNER} LIMIT {looked}) looked"
            " CROSS JOIN search_entry e ON e.place = looked.place"
            f" WHERE {' AND '.join(narrowed) or '1'} LIMIT :limit"
        ),
        values,
    ).all()
    hits = _hits(connection, found[:limit], terms, pack)
    if len(found) > limit:
        return hits, int(found[limit - 1].place)
    return hits, _last_looked_at(connection, values) if narrowed else 0


def _last_looked_at(connection: Connection, values: Mapping[str, object]) -> int:
    """Give where a narrowed search stopped looking; 0 where it saw everything."""
    last = text(f"{_INNER} LIMIT 1 OFFSET {_LOOKED_AT - 1}")
    return int(connection.execute(last, values).scalar() or 0)


def _narrowing(filters: Filters, pack: Pack, values: dict[str, object]) -> Iterator[str]:
    """Give the conditions of the filters, and put what they compare with into `values`."""
    if filters.status:
        values["status"] = filters.status
        yield f"EXISTS ({_OF_CASE} AND c.status = :status)"
    if filters.district:
        values["district"] = filters.district
        yield (
            f"EXISTS ({_OF_CASE} AND substr(json_extract(c.place, '$.code'), 1,"
            " length(:district)) = :district)"
        )
    if filters.since:
        values["since"] = filters.since
        yield "e.day >= :since"
    if filters.until:
        values["until"] = filters.until
        yield "e.day != '' AND e.day <= :until"
    if filters.element:
        facts = facts_of_element(pack, filters.element)
        values["facts"] = msgspec.json.encode(sorted(facts)).decode()
        yield _OF_FACTS


_NEWEST = 2**63 - 1
_INNER = (
    "SELECT rowid AS place FROM search_text"
    " WHERE search_text MATCH :query AND rowid < :before ORDER BY rowid DESC"
)
_OF_CASE = "SELECT 1 FROM case_file c WHERE c.scope = e.scope"
_OF_FACTS = """e.kind IN ('statement', 'exhibit') AND EXISTS (
    SELECT 1 FROM statement s
    WHERE s.scope = e.scope AND s.live = 1
      AND s.fact IN (SELECT value FROM json_each(:facts))
      AND (s.event = e.id OR (e.kind = 'exhibit' AND instr(s.exhibits, e.id) > 0)))"""
"""Statements about the facts of an element, and exhibits that they name."""


def _hits(connection: Connection, entries: Sequence[Any], terms: Terms, pack: Pack) -> list[Hit]:
    """Read the rows behind entries, each by its key, and cut what fits out of them."""
    rows: dict[int, dict[str, Any]] = {}
    for kind in dict.fromkeys(entry.kind for entry in entries):
        places = [entry.place for entry in entries if entry.kind == kind]
        found = connection.exec_driver_sql(_READ[kind], (msgspec.json.encode(places).decode(),))
        rows.update((row[0], dict(zip(_SHOWN[kind], row[1:], strict=True))) for row in found)
    mark = Marker(terms)
    return [
        _hit(entry, rows[entry.place], (mark, pack)) for entry in entries if entry.place in rows
    ]


def _shown(kind: str, source: Source) -> tuple[str, ...]:
    """Give the columns of the row behind a hit that are read."""
    keys = [source.key] if source.key else []
    return tuple(dict.fromkeys([*keys, *source.columns, _TITLE[kind]]))


def _reading(name: str, source: Source) -> str:
    """Write the question for the rows behind hits; written once, names are our own."""
    columns = ", ".join(f"t.{column}" for column in _shown(source.kind, source))
    key = f" AND t.{source.key} = e.id" if source.key else ""
    return (
        f"SELECT e.place, {columns} FROM json_each(?) j"  # noqa: S608
        f" JOIN search_entry e ON e.place = j.value JOIN {name} t ON t.scope = e.scope{key}"
    )


_SHOWN = {source.kind: _shown(source.kind, source) for source in SOURCES.values()}
_READ = {source.kind: _reading(name, source) for name, source in SOURCES.items()}


def _hit(entry: Any, row: Mapping[str, Any], by: tuple[Marker, Pack]) -> Hit:
    mark, pack = by
    title = str(row[_TITLE[entry.kind]])
    excerpt, marks = mark.excerpt(text_of(_SOURCE[entry.kind], row).split("\n"))
    return Hit(
        case=CaseId(entry.scope) if entry.scope else None,
        case_code=entry.code or "",
        kind=entry.kind,
        id=str(row["exhibit"]) if entry.kind == "capture" else entry.id,
        title=fact_label(title, pack) if entry.kind == "statement" else title,
        excerpt=excerpt,
        day=entry.day,
        marks=marks,
    )


def _codes(connection: Connection, scopes: set[str]) -> dict[str, str]:
    rows = connection.execute(
        select(case_table.c.scope, case_table.c.code, case_table.c.register).where(
            case_table.c.scope.in_(scopes)
        )
    )
    return {row.scope: row.register or row.code for row in rows}


def _by_hash(connection: Connection, wanted: str) -> list[Hit]:
    """Find exhibits by the SHA-256 of their bytes, or the first eight digits of it and more."""
    digest = "".join(wanted.casefold().split())
    if not _HASH.fullmatch(digest) or digest.isdecimal():
        return []
    table = exhibit_table.c
    rows = connection.execute(
        select(exhibit_table)
        .where(table.object >= digest, table.object < digest + "g")
        .order_by(table.lam.desc(), table.id)
        .limit(PAGE)
    ).mappings()
    found = list(rows)
    codes = _codes(connection, {row["scope"] for row in found})
    return [
        Hit(
            case=CaseId(row["scope"]) if row["scope"] else None,
            case_code=codes.get(row["scope"], ""),
            kind="exhibit",
            id=row["id"],
            title=row["code"],
            excerpt=row["object"],
            day=str(row["taken_in_at"])[:10],
            marks=((0, len(digest)),),
        )
        for row in found
    ]


def _by_number(home: Home, number: str) -> Found:
    """Find the parties with exactly this number; it is shown nowhere."""
    who = find_number(home, number)
    with home.read() as connection:
        codes = _codes(connection, {case for case, _ in who})
        table = projections.tables["party"]
        rows = connection.execute(
            select(table).where(table.c.id.in_([party for _, party in who]))
        ).all()
    return Found(
        tuple(
            Hit(CaseId(row.scope), codes.get(row.scope, ""), "party", row.id, row.code, row.label)
            for row in rows
            if (row.scope, row.id) in who
        )
    )


def _meant(connection: Connection, wanted: str, pack: Pack) -> str:
    """Give a correction under which something is found."""
    meant = correction(connection, wanted)
    if not meant:
        return ""
    terms = terms_of(meant)
    hits, _ = _page(connection, (terms, _NOTHING, pack), (0, 1))
    return meant if hits or articles(pack, terms, 1) else ""
