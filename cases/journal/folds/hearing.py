"""Clarifications: hearings, their questions, their answers."""

from typing import Any

from msgspec import convert

from cases.journal.bodies.hearing import (
    ClarificationEdited,
    ClarificationPlanned,
    QuestionAnswered,
    QuestionCorrected,
    QuestionPut,
    QuestionWithdrawn,
)
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of
from cases.journal.folds.once import need_new
from cases.journal.rows import Rows

FIELDS = frozenset(
    {
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
        "mode_ground",
        "link",
        "recording",
        "identity",
        "companion_kind",
        "companion_letter",
        "oath_reason",
        "oath_by",
    }
)
"""Text fields of a hearing that `clarification.edited` may set; also `officers` and the flags."""
FLAGS = frozenset({"read_back", "consent"})


def _planned(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ClarificationPlanned)
    need_new(rows, "clarification", body.clarification)
    start = {
        "scheduled_at": body.scheduled_at,
        "place": body.place,
        "mode": body.mode,
        "mode_reason": body.mode_reason,
        "assignment": body.assignment,
        "companion": body.companion,
        "officers": body.officers,
    }
    for field, value in start.items():
        shown = replace(rows, event, sha, (body.clarification, field), value)
        text = text_of(shown) if field == "officers" else shown
        rows.put("clarification", body.clarification, **{field: text})
    rows.put(
        "clarification",
        body.clarification,
        party=body.party,
        number=body.number,
        lam=event.lam,
    )


def _edited(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ClarificationEdited)
    if rows.get("clarification", body.clarification) is None or not _fits(body):
        return
    shown: object = replace(rows, event, sha, (body.clarification, body.field), body.value)
    if body.field in FIELDS:
        rows.put("clarification", body.clarification, **{body.field: str(shown)})
    elif body.field == "officers":
        rows.put("clarification", body.clarification, officers=text_of(shown))
    else:  # a flag, or it would not have fitted
        rows.put("clarification", body.clarification, **{body.field: int(shown is True)})


def _fits(body: ClarificationEdited) -> bool:
    """Tell whether the field is known and the value of its kind."""
    kinds: dict[str, type] = {"officers": list, **dict.fromkeys(FLAGS, bool)}
    kind = kinds.get(body.field, str if body.field in FIELDS else None)
    return kind is not None and isinstance(body.value, kind)


def _put(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, QuestionPut)
    need_new(rows, "question", body.question)
    rows.put(
        "question",
        body.question,
        clarification=body.clarification,
        number=body.number,
        text=body.text,
        fact=body.fact,
        incident=body.incident,
        about=body.about,
        follows=body.follows,
        origin=body.origin,
        lam=event.lam,
    )


def _answered(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, QuestionAnswered)
    if rows.get("question", body.question) is not None:
        _show(rows, event, sha, body)
        rows.put("question", body.question, refused=int(body.refused))


def _corrected(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, QuestionCorrected)
    if rows.get("question", body.question) is not None:
        _show(rows, event, sha, body)
        rows.put("question", body.question, refused=0)


def _show(rows: Rows, event: Event, sha: str, body: QuestionAnswered | QuestionCorrected) -> None:
    given = {"answer": body.answer, "value": body.value, "at": event.wall}
    shown = replace(rows, event, sha, (body.question, "answer"), given)
    rows.put(
        "question",
        body.question,
        answer=shown["answer"],
        value="" if shown["value"] is None else text_of(shown["value"]),
        answered_at=shown["at"] if _said(event, shown) else "",
    )


def _said(event: Event, shown: dict[str, Any]) -> bool:
    """Tell whether anything was answered: an answer that is taken back leaves nothing."""
    return bool(shown["answer"]) or shown["value"] is not None or bool(event.body.get("refused"))


def _withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, QuestionWithdrawn)
    row = rows.get("question", body.question)
    if row is not None and not row["answered_at"]:
        rows.put("question", body.question, withdrawn=body.reason or "-")


handlers = {
    "clarification.planned": _planned,
    "clarification.edited": _edited,
    "question.put": _put,
    "question.answered": _answered,
    "question.corrected": _corrected,
    "question.withdrawn": _withdrawn,
}
