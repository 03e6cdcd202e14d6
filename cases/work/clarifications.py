"""
Clarifications: plan a hearing with its questions, hear it, take answers back as statements.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NotRequired, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import Connection, Row, func, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import clarification as clarification_table
from cases.tables import party as party_table
from cases.tables import question as question_table
from cases.work import packs, stated
from cases.work.assessment import read_assessment
from cases.work.edits import edit_fields, live
from cases.work.fact_values import checked
from cases.work.overview import Question
from cases.work.parties import list_parties
from cases.work.records import CaseId, ClarificationId, PartyId, PartyRecord, Role, Value
from cases.work.scopes import absent, need, need_exhibits, scope_of
from cases.work.statements import Said, live_rows, pack_of, say
from rules.questions import wording

ASKED_AS = {
    Role.RESPONDENT: "terlapor",
    Role.COMPLAINANT: "pelapor",
    Role.WITNESS: "saksi",
    Role.EXPERT: "ahli",
}
_CHOICES = {
    "mode": ("tatap_muka", "daring"),
    "oath": ("", "bersedia", "menolak"),
    "signature": ("", "ditandatangani", "menolak"),
}
_CORRECTED = "Jawaban dalam klarifikasi diperbaiki."
"""Stands in the journal, like the questions themselves: Indonesian whatever the window speaks."""
_TIMES = frozenset({"scheduled_at", "started_at", "ended_at"})


class HearingPlan(TypedDict, total=False):
    """What is known when a hearing is planned."""

    scheduled_at: str
    place: str
    mode: str
    mode_reason: str
    officers: Sequence[str]
    """Names of the officers who hold it; without them the signed-in one."""
    assignment: str
    companion: str


class HearingFields(HearingPlan, total=False):
    """What may be set before, during and after a hearing."""

    oath: str
    started_at: str
    ended_at: str
    read_back: bool
    corrections: str
    signature: str
    signature_reason: str


class Answer(TypedDict):
    """What was answered."""

    answer: str
    value: NotRequired[Value | None]
    """The fact it states; without it the words stand alone."""
    exhibits: NotRequired[Sequence[str]]
    """What was shown with the question."""


def start_clarification(
    home: Home, case: CaseId, party: PartyId, **plan: Unpack[HearingPlan]
) -> Changes:
    """Plan the hearing of a party, with a question for each missing fact they can speak to."""
    person = _person(home, case, party)
    questions = list(_questions(home, case, person))
    values = {"officers": [home.officer.name], **_checked(home, dict(plan))}
    with home.write() as tx:
        need(tx.connection, party_table, case, party)
        tx.made = uuid4().hex
        number = _next(tx.connection, clarification_table, case)
        body = {"clarification": tx.made, "party": party, "number": number, **values}
        tx.append("clarification.planned", body, case=case)
        for place, question in enumerate(questions, start=1):
            _put(tx, case, tx.made, {"number": place, **question})
    return tx.changes


def edit_clarification(
    home: Home, clarification: ClarificationId, **fields: Unpack[HearingFields]
) -> Changes:
    """Set fields of a hearing: oath, times, what was read back, signature …"""
    values = _checked(home, dict(fields))
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        row = tx.connection.execute(
            select(clarification_table).where(
                clarification_table.c.scope == case, clarification_table.c.id == clarification
            )
        ).one()
        stated.in_order(
            str(values.get("started_at", row.started_at)),
            str(values.get("ended_at", row.ended_at)),
        )
        body = {"clarification": clarification}
        edit_fields(tx, "clarification.edited", body, case, values)
        tx.made = clarification
    return tx.changes


def add_question(home: Home, clarification: ClarificationId, text: str) -> Changes:
    """Put a question of one's own after the others."""
    text = stated.needed(text, tr("Pertanyaan"))
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        number = _next(tx.connection, question_table, case, clarification)
        tx.made = _put(tx, case, clarification, {"number": number, "text": text})
    return tx.changes


def answer_question(home: Home, question: str, **given: Unpack[Answer]) -> Changes:
    """Record an answer; a `value` becomes a statement of the person who was asked.

    An answer that is given anew replaces the older one, and what it stated.
    """
    words = given["answer"].strip()
    with home.write() as tx:
        case = scope_of(tx.connection, question_table, question)
        row = _question_row(tx.connection, case, question)
        need_exhibits(tx.connection, case, given.get("exhibits", ()))
        value = given.get("value")
        if value is not None and row.fact:
            value = checked(pack_of(tx.connection, case), row.fact, value)
        _answer(tx, case, question, (words, value if row.fact else None))
        if row.fact and row.incident:
            about = Said(
                case=case,
                party=row.about,
                sayer=row.party,
                exhibits=given.get("exhibits", ()),
                note=words,
            )
            _restate(tx, row, value, about)
        tx.made = question
    return tx.changes


def _answer(tx: Tx, case: str, question: str, answer: tuple[str, Value | None]) -> None:
    words, value = answer
    body: dict[str, Any] = {"question": question, "answer": words}
    if value is not None:
        body["value"] = value
    saw = [event for event, _ in live(tx.connection, case, question, "answer")]
    tx.append("question.answered", body, case=case, saw=saw)


def _restate(tx: Tx, row: Row[Any], value: Value | None, about: Said) -> None:
    if value is not None:
        say(tx, row.incident, row.fact, value, **about)
        return
    scope = about["case"]
    for old in live_rows(tx.connection, scope, (row.incident, row.about, row.fact)):
        if old.sayer == row.party:
            body = {"statement": old.event, "reason": _CORRECTED}
            tx.append("statement.withdrawn", body, case=scope)


def _put(tx: Tx, case: str, clarification: str, question: dict[str, Any]) -> str:
    made = uuid4().hex
    body = {"question": made, "clarification": clarification, **question}
    tx.append("question.put", body, case=case)
    return made


def _person(home: Home, case: CaseId, party: PartyId) -> PartyRecord:
    for record in list_parties(home, case):
        if record.id == party:
            return record
    raise absent(party_table)


def _questions(home: Home, case: CaseId, person: PartyRecord) -> Iterator[dict[str, Any]]:
    """Word the missing facts for the person; no respondent is asked about another's doings."""
    assessment = read_assessment(home, case)
    pack = packs.load(assessment.pack)
    names = {party.id: party for party in list_parties(home, case)}
    several = len({one.party for one in assessment.questions if one.party}) > 1
    places = {fact: place for place, fact in enumerate((*pack.facts, *pack.considerations))}
    # A hearing goes topic by topic, as the pack lists them, and not by what decides most.
    for missing in sorted(assessment.questions, key=lambda one: places[one.fact]):
        if person.role is Role.RESPONDENT and missing.party not in (None, person.id):
            continue
        text = wording(pack, missing.fact, ASKED_AS[person.role])
        if not text:
            continue
        about = names.get(missing.party) if missing.party else None
        if about is not None and several and about.id != person.id:
            text = f"Tentang {_called(about)}: {text}"
        yield _asked(missing, text)


def _called(party: PartyRecord) -> str:
    return f"{party.code} ({party.label})" if party.label else party.code


def _asked(missing: Question, text: str) -> dict[str, Any]:
    return {
        "text": text,
        "fact": missing.fact,
        "incident": missing.incident,
        "about": missing.party or "",
    }


def _next(connection: Connection, table: Any, case: str, clarification: str = "") -> int:
    query = select(func.max(table.c.number)).where(table.c.scope == case)
    if clarification:
        query = query.where(table.c.clarification == clarification)
    return int(connection.execute(query).scalar() or 0) + 1


def _question_row(connection: Connection, case: str, question: str) -> Row[Any]:
    return connection.execute(
        select(question_table, clarification_table.c.party)
        .join(
            clarification_table,
            (clarification_table.c.scope == question_table.c.scope)
            & (clarification_table.c.id == question_table.c.clarification),
        )
        .where(question_table.c.scope == case, question_table.c.id == question)
    ).one()


def _checked(home: Home, fields: dict[str, Any]) -> dict[str, Any]:
    return {key: _one(home, key, value) for key, value in fields.items()}


def _one(home: Home, key: str, value: Any) -> Any:
    if key == "officers":
        return [str(name).strip() for name in value]
    if isinstance(value, bool):
        return value
    if key in _TIMES:
        return stated.time(home, str(value))
    text = str(value).strip()
    if key in _CHOICES and text not in _CHOICES[key]:
        raise NetraError(
            tr("“{text}” tidak dikenal.", text=text),
            tr("Pilihan: {choices}.", choices=", ".join(filter(None, _CHOICES[key]))),
            code=f"bad-{key}",
        )
    return text
