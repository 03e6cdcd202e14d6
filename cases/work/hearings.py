"""
Hearings as they are read: clarifications with their invitations, questions, changes.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, RowMapping, select

from cases.tables import clarification as clarification_table
from cases.tables import correction, handover, invitation
from cases.tables import question as question_table
from cases.work.hearing_records import AnswerChange, HandoverRecord, InvitationRecord
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
_given = msgspec.json.Decoder(dict[str, Any])


def clarifications_of(connection: Connection, case: str) -> tuple[ClarificationRecord, ...]:
    """Read the clarifications of a case, in the order of their numbers."""
    questions: dict[str, list[QuestionRecord]] = {}
    changes = _changes(connection, case)
    asked = connection.execute(
        select(question_table)
        .where(question_table.c.scope == case, question_table.c.withdrawn == "")
        .order_by(question_table.c.number, question_table.c.lam, question_table.c.id)
    )
    for row in asked:
        record = question_of(row, tuple(changes.get(row.id, ())))
        questions.setdefault(row.clarification, []).append(record)
    around = _invitations(connection, case), _handovers(connection, case)
    rows = connection.execute(
        select(clarification_table)
        .where(clarification_table.c.scope == case)
        .order_by(
            clarification_table.c.number, clarification_table.c.lam, clarification_table.c.id
        )
    )
    return tuple(
        _record(row, tuple(questions.get(row["id"], ())), around) for row in rows.mappings()
    )


def question_of(row: Row[Any], changes: tuple[AnswerChange, ...] = ()) -> QuestionRecord:
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
        follows=row.follows,
        origin=row.origin or ("fakta" if row.fact else ""),
        refused=bool(row.refused),
        changes=changes,
    )


_PLAIN = (
    "number",
    "scheduled_at",
    "place",
    "mode",
    "mode_reason",
    "mode_ground",
    "link",
    "recording",
    "identity",
    "assignment",
    "companion",
    "companion_kind",
    "companion_letter",
    "oath",
    "oath_reason",
    "oath_by",
    "started_at",
    "ended_at",
    "corrections",
    "signature",
    "signature_reason",
    "cancelled",
    "cancelled_by",
)
_Around = tuple[dict[str, list[InvitationRecord]], dict[str, list[HandoverRecord]]]


def _record(
    row: RowMapping, questions: tuple[QuestionRecord, ...], around: _Around
) -> ClarificationRecord:
    invitations, handovers = around
    return ClarificationRecord(
        id=ClarificationId(row["id"]),
        case=CaseId(row["scope"]),
        party=PartyId(row["party"]),
        officers=tuple(_names.decode(row["officers"] or "[]")),
        read_back=bool(row["read_back"]),
        consent=bool(row["consent"]),
        questions=questions,
        invitations=tuple(invitations.get(row["id"], ())),
        handovers=tuple(handovers.get(row["id"], ())),
        **{key: row[key] for key in _PLAIN},
    )


def _changes(connection: Connection, case: str) -> dict[str, list[AnswerChange]]:
    """Read what was changed after readings back, by question."""
    found: dict[str, list[AnswerChange]] = {}
    rows = connection.execute(
        select(correction)
        .where(correction.c.scope == case, correction.c.type == "question.corrected")
        .order_by(correction.c.lam, correction.c.event)
    )
    for row in rows:
        before, after = (_given.decode(text).get("answer", "") for text in (row.before, row.after))
        change = AnswerChange(row.event, str(before), str(after), row.reason, row.at, row.dev)
        found.setdefault(row.entity, []).append(change)
    return found


def _invitations(connection: Connection, case: str) -> dict[str, list[InvitationRecord]]:
    names = InvitationRecord.__dataclass_fields__
    found: dict[str, list[InvitationRecord]] = {}
    rows = connection.execute(
        select(invitation)
        .where(invitation.c.scope == case)
        .order_by(invitation.c.number, invitation.c.lam, invitation.c.id)
    )
    for row in rows.mappings():
        record = InvitationRecord(**{name: row[name] for name in names})
        found.setdefault(row["clarification"], []).append(record)
    return found


def _handovers(connection: Connection, case: str) -> dict[str, list[HandoverRecord]]:
    found: dict[str, list[HandoverRecord]] = {}
    rows = connection.execute(
        select(handover).where(handover.c.scope == case).order_by(handover.c.lam, handover.c.event)
    )
    for row in rows:
        record = HandoverRecord(row.event, row.at, row.receiver, row.paper)
        found.setdefault(row.clarification, []).append(record)
    return found
