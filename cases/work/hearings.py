"""
Hearings as they are read: clarifications with their questions.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, RowMapping, select

from cases.tables import clarification as clarification_table
from cases.tables import question as question_table
from cases.work.records import (
    CaseId,
    ClarificationId,
    ClarificationRecord,
    IncidentId,
    PartyId,
    QuestionRecord,
    Value,
)

_value: msgspec.json.Decoder[Value] = msgspec.json.Decoder(str | bool | list[str])
_names = msgspec.json.Decoder(list[str])


def clarifications_of(connection: Connection, case: str) -> tuple[ClarificationRecord, ...]:
    """Read the clarifications of a case, in the order of their numbers."""
    questions: dict[str, list[QuestionRecord]] = {}
    asked = connection.execute(
        select(question_table)
        .where(question_table.c.scope == case)
        .order_by(question_table.c.number, question_table.c.lam, question_table.c.id)
    )
    for row in asked:
        questions.setdefault(row.clarification, []).append(question_of(row))
    rows = connection.execute(
        select(clarification_table)
        .where(clarification_table.c.scope == case)
        .order_by(
            clarification_table.c.number, clarification_table.c.lam, clarification_table.c.id
        )
    )
    return tuple(_record(row, tuple(questions.get(row["id"], ()))) for row in rows.mappings())


def question_of(row: Row[Any]) -> QuestionRecord:
    """Make the record of a question."""
    return QuestionRecord(
        id=row.id,
        number=row.number,
        fact=row.fact,
        incident=IncidentId(row.incident) if row.incident else None,
        about=PartyId(row.about) if row.about else None,
        text=row.text,
        answer=row.answer,
        value=_value.decode(row.value) if row.value else None,
        answered_at=row.answered_at,
    )


def _record(row: RowMapping, questions: tuple[QuestionRecord, ...]) -> ClarificationRecord:
    plain = (
        "number",
        "scheduled_at",
        "place",
        "mode",
        "mode_reason",
        "assignment",
        "companion",
        "oath",
        "started_at",
        "ended_at",
        "corrections",
        "signature",
        "signature_reason",
    )
    return ClarificationRecord(
        id=ClarificationId(row["id"]),
        case=CaseId(row["scope"]),
        party=PartyId(row["party"]),
        officers=tuple(_names.decode(row["officers"] or "[]")),
        read_back=bool(row["read_back"]),
        questions=questions,
        **{key: row[key] for key in plain},
    )
