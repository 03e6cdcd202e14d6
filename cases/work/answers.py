"""
Answers of a hearing: recorded, taken as statements of the person heard, changed after the reading.

Once the minutes were read back their text is frozen: a change is an event of its own, with a
reason, and both texts stand.
"""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import Connection, Row, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import clarification as clarification_table
from cases.tables import question as question_table
from cases.work import stated
from cases.work.clarifications import put_question
from cases.work.edits import live
from cases.work.fact_values import checked
from cases.work.records import ClarificationId, Value
from cases.work.scopes import need_exhibits, scope_of
from cases.work.statements import Said, live_rows, pack_of, say

FOLLOWING = "susulan"
_CORRECTED = "Jawaban dalam klarifikasi diperbaiki."
"""Stands in the journal, like the questions themselves: Indonesian whatever the window speaks."""


class Answer(TypedDict):
    """What was answered."""

    answer: str
    value: NotRequired[Value | None]
    """The fact it states; without it the words stand alone."""
    exhibits: NotRequired[Sequence[str]]
    """What was shown with the question."""
    refused: NotRequired[bool]
    """The person did not want to answer; the words may then say why."""


def add_question(
    home: Home, clarification: ClarificationId, text: str, *, follows: str = ""
) -> Changes:
    """Put a question of one's own after the others, perhaps as a follow-up of one of them."""
    text = stated.needed(text, tr("Pertanyaan"))
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        question = {"text": text}
        if follows:
            scope_of(tx.connection, question_table, follows, case)
            question |= {"follows": follows, "origin": FOLLOWING}
        tx.made = put_question(tx, case, clarification, question)
    return tx.changes


def withdraw_question(home: Home, question: str, reason: str = "") -> Changes:
    """Take a question out that was not answered; the journal keeps it."""
    with home.write() as tx:
        case = scope_of(tx.connection, question_table, question)
        if _row(tx.connection, case, question).answered_at:
            raise NetraError(
                tr("Pertanyaan ini sudah dijawab, jadi tidak dapat ditarik."),
                tr("Perbaiki jawabannya bila perlu."),
                code="question-answered",
            )
        body = {"question": question, "reason": reason.strip()}
        tx.append("question.withdrawn", body, case=case)
        tx.made = question
    return tx.changes


def answer_question(home: Home, question: str, **given: Unpack[Answer]) -> Changes:
    """Record an answer; a `value` becomes a statement of the person who was asked.

    An answer that is given anew replaces the older one, and what it stated.
    """
    words = given["answer"].strip()
    with home.write() as tx:
        case = scope_of(tx.connection, question_table, question)
        row = _row(tx.connection, case, question)
        if row.read_back and row.answered_at:
            raise NetraError(
                tr("Jawaban sudah dibacakan kembali, jadi teksnya tidak diganti lagi."),
                tr("Catat perubahannya dengan alasan; kedua teks tetap tercetak."),
                code="read-back-done",
            )
        body: dict[str, Any] = {"question": question, "answer": words}
        if given.get("refused"):
            body["refused"] = True
        _record(tx, row, ("question.answered", body), given)
        tx.made = question
    return tx.changes


def record_answer(tx: Tx, question: str, words: str, value: Value | None) -> None:
    """Append an answer inside a write of somebody else; what it states goes with it."""
    case = scope_of(tx.connection, question_table, question)
    row = _row(tx.connection, case, question)
    body = {"question": question, "answer": words}
    _record(tx, row, ("question.answered", body), Answer(answer=words, value=value))


def correct_answer(home: Home, question: str, reason: str, **given: Unpack[Answer]) -> Changes:
    """Record a change after the reading back, with its reason."""
    reason = stated.needed(reason, tr("Alasan"))
    words = given["answer"].strip()
    with home.write() as tx:
        case = scope_of(tx.connection, question_table, question)
        row = _row(tx.connection, case, question)
        if not row.read_back:
            raise NetraError(
                tr("Berita acara belum dibacakan kembali."),
                tr("Perbaiki jawabannya langsung pada pertanyaannya."),
                code="not-read-back",
            )
        body = {"question": question, "answer": words, "reason": reason}
        _record(tx, row, ("question.corrected", body), given)
        tx.made = question
    return tx.changes


def _record(tx: Tx, row: Row[Any], event: tuple[str, dict[str, Any]], given: Answer) -> None:
    """Append the answer, and what it states of the fact that the question asks for."""
    kind, body = event
    case = row.scope
    need_exhibits(tx.connection, case, given.get("exhibits", ()))
    value = given.get("value") if row.fact else None
    if value is not None:
        value = body["value"] = checked(pack_of(tx.connection, case), row.fact, value)
    saw = [edit for edit, _ in live(tx.connection, case, row.id, "answer")]
    tx.append(kind, body, case=case, saw=saw)
    if row.fact and row.incident:
        about = Said(
            case=case,
            party=row.about,
            sayer=row.party,
            exhibits=given.get("exhibits", ()),
            note=body["answer"],
        )
        _restate(tx, row, value, about)


def _restate(tx: Tx, row: Row[Any], value: Value | None, about: Said) -> None:
    if value is not None:
        say(tx, row.incident, row.fact, value, **about)
        return
    scope = about["case"]
    for old in live_rows(tx.connection, scope, (row.incident, row.about, row.fact)):
        if old.sayer == row.party:
            body = {"statement": old.event, "reason": _CORRECTED}
            tx.append("statement.withdrawn", body, case=scope)


def _row(connection: Connection, case: str, question: str) -> Row[Any]:
    return connection.execute(
        select(question_table, clarification_table.c.party, clarification_table.c.read_back)
        .join(
            clarification_table,
            (clarification_table.c.scope == question_table.c.scope)
            & (clarification_table.c.id == question_table.c.clarification),
        )
        .where(question_table.c.scope == case, question_table.c.id == question)
    ).one()
