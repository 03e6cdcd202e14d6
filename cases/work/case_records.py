"""
The records of cases, made from rows.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from cases.journal.folds.case import DATE
from cases.journal.folds.edits import live_of
from cases.tables import case as case_table
from cases.tables import clarification, edit, exhibit, paper, party, stream
from cases.work import stated
from cases.work.edits import conflict_of
from cases.work.overview import CaseSummary
from cases.work.records import (
    CaseId,
    CaseRecord,
    Conflict,
    ExhibitId,
    Officer,
    PaperRecord,
    Regime,
    Role,
    Source,
)


class Standing:
    """What the edits of cases say beside the row: conflicts, and the dates of events."""

    def __init__(self, connection: Connection, scope: str | None = None) -> None:
        """Read the edits of one case, or of all."""
        self.conflicts: dict[str, list[Conflict]] = {}
        self.dates: dict[str, list[tuple[str, str]]] = {}
        query = select(edit.c.scope, edit.c.field, edit.c.live).where(edit.c.entity == "case")
        if scope is not None:
            query = query.where(edit.c.scope == scope)
        for case, field, text in connection.execute(query.order_by(edit.c.scope, edit.c.field)):
            self._note(case, field, text)

    def _note(self, case: str, field: str, text: str) -> None:
        conflict = conflict_of("case", field, text)
        if conflict:
            self.conflicts.setdefault(case, []).append(conflict)
        if field.startswith(DATE):
            value = str(live_of(text)[0][3])
            if value:
                self.dates.setdefault(case, []).append((field.removeprefix(DATE), value))


def record_of(row: Row[Any], standing: Standing) -> CaseRecord:
    """Make the record of a case."""
    case = row.scope
    return CaseRecord(
        id=CaseId(case),
        code=row.code,
        title=row.title,
        regime=Regime(row.regime),
        source=Source(row.source),
        found_at=row.found_at,
        known_at=row.known_at,
        place=stated.place_of(msgspec.json.decode(row.place or "{}")),
        pack=row.pack,
        register=row.register,
        status=row.status,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        conflicts=tuple(standing.conflicts.get(case, ())),
        dates=tuple(standing.dates.get(case, ())),
        state=row.state,
        track=row.track,
        category=row.category,
    )


def cases_of(connection: Connection) -> list[CaseRecord]:
    """Read all cases, by code."""
    standing = Standing(connection)
    rows = connection.execute(select(case_table).order_by(case_table.c.code, case_table.c.scope))
    return [record_of(row, standing) for row in rows if _sound(row)]


def case_of(connection: Connection, case: str) -> CaseRecord | None:
    """Read one case."""
    row = connection.execute(select(case_table).where(case_table.c.scope == case)).first()
    return record_of(row, Standing(connection, case)) if row is not None and _sound(row) else None


def summaries_of(connection: Connection) -> list[CaseSummary]:
    """Read all cases with their counts, last touched first."""
    exhibits = _count(connection, exhibit)
    parties = _count(connection, party)
    respondents = _count(connection, party, party.c.role == str(Role.RESPONDENT))
    hearings = _count(connection, clarification)
    papers = _count(connection, paper)
    covers = _covers(connection)
    touched = _touched(connection)
    cases = cases_of(connection)
    cases.sort(key=lambda case: touched[case.id], reverse=True)
    return [
        CaseSummary(
            case=case,
            exhibits=exhibits.get(case.id, 0),
            respondents=respondents.get(case.id, 0),
            parties=parties.get(case.id, 0),
            clarifications=hearings.get(case.id, 0),
            papers=papers.get(case.id, 0),
            cover=covers[case.id][0] if case.id in covers else None,
            cover_preview=covers[case.id][1] if case.id in covers else "",
            touched_at=touched[case.id][1],
        )
        for case in cases
    ]


def officers_of(connection: Connection, case: str) -> tuple[Officer, ...]:
    """Read who writes in a case, as their streams introduce them."""
    rows = connection.execute(
        select(stream).where(stream.c.scope == case).order_by(stream.c.number, stream.c.dev)
    )
    return tuple(
        Officer(row.dev, row.name, row.role, row.office, row.region, row.number) for row in rows
    )


def papers_of(connection: Connection, case: str) -> tuple[PaperRecord, ...]:
    """Read the papers of a case, oldest first."""
    rows = connection.execute(
        select(paper).where(paper.c.scope == case).order_by(paper.c.lam, paper.c.event)
    )
    return tuple(paper_record(row) for row in rows)


def paper_record(row: Row[Any]) -> PaperRecord:
    """Make the record of a paper from its row."""
    return PaperRecord(
        event=row.event,
        case=CaseId(row.scope),
        form=row.form,
        title=row.title,
        object=row.object,
        content_head=row.content_head,
        made_at=row.made_at,
        dev=row.dev,
        final=bool(row.final),
        exhibit=row.exhibit,
        redacted=bool(row.redacted),
        clarification=row.clarification,
        about=row.about,
        number=row.number,
        blank=bool(row.blank),
    )


def _sound(row: Row[Any]) -> bool:
    """Tell whether the case is of a kind this Netra knows; an edit of another program may not."""
    return row.regime in set(Regime) and row.source in set(Source)


def _count(connection: Connection, table: Any, *where: Any) -> Mapping[str, int]:
    query = select(table.c.scope, func.count().label("number")).where(table.c.scope != "", *where)
    return {row.scope: row.number for row in connection.execute(query.group_by(table.c.scope))}


def _covers(connection: Connection) -> dict[str, tuple[ExhibitId, str]]:
    first = (
        select(exhibit.c.scope, func.min(exhibit.c.code).label("code"))
        .where(exhibit.c.scope != "", exhibit.c.preview != "")
        .group_by(exhibit.c.scope)
        .subquery()
    )
    rows: Iterable[Row[Any]] = connection.execute(
        select(exhibit.c.scope, exhibit.c.id, exhibit.c.preview)
        .join(first, (first.c.scope == exhibit.c.scope) & (first.c.code == exhibit.c.code))
        .order_by(exhibit.c.id.desc())
    )
    return {row.scope: (ExhibitId(row.id), row.preview) for row in rows}


def _touched(connection: Connection) -> dict[str, tuple[int, str]]:
    """Give (lam, wall) of the last event of each case."""
    rows = connection.execute(select(stream.c.scope, stream.c.lam, stream.c.wall))
    touched: dict[str, tuple[int, str]] = {}
    for scope, lam, wall in rows:
        touched[scope] = max(touched.get(scope, (0, "")), (lam, wall))
    return touched
