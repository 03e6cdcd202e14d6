"""
Clarifications: plan a hearing with its questions, set what happens there.

Questions come from the missing facts, between the standing questions that the pack has for the
role of the person. Answers: `cases/work/answers.py`; invitations: `cases/work/invitations.py`.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import Connection, func, select

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
from cases.work.edits import edit_fields
from cases.work.hearing_rules import hearings_of
from cases.work.overview import CaseAssessment, Question
from cases.work.parties import list_parties
from cases.work.records import CaseId, ClarificationId, PartyId, PartyRecord, Role
from cases.work.scopes import absent, need, need_exhibits, scope_of
from rules.questions import wording

ASKED_AS = {
    Role.RESPONDENT: "terlapor",
    Role.COMPLAINANT: "pelapor",
    Role.WITNESS: "saksi",
    Role.EXPERT: "ahli",
}
MODES = ("tatap_muka", "daring")
OATHS = ("", "bersedia", "menolak")
SIGNATURES = ("", "ditandatangani", "menolak")
COMPANIONS = ("", "kuasa_hukum", "penerjemah", "keluarga", "lainnya")
STANDING = "baku"
"""Origin of the questions that the pack puts to everybody of a role."""
_CHOICES = {
    "mode": MODES,
    "oath": OATHS,
    "signature": SIGNATURES,
    "companion_kind": COMPANIONS,
}
_TIMES = frozenset({"scheduled_at", "started_at", "ended_at"})


class HearingPlan(TypedDict, total=False):
    """What is known when a hearing is planned."""

    scheduled_at: str
    place: str
    mode: str
    mode_reason: str
    """Why it is held so, in words."""
    officers: Sequence[str]
    """Names of the officers who hold it; without them the signed-in one."""
    assignment: str
    companion: str


class HearingFields(HearingPlan, total=False):
    """What may be set before, during and after a hearing."""

    mode_ground: str
    """Code of the ground for an online hearing, as the pack lists them."""
    link: str
    consent: bool
    recording: str
    """The exhibit that is the recording."""
    identity: str
    """Which document proved who the person is; without its number."""
    companion_kind: str
    companion_letter: str
    oath: str
    oath_reason: str
    oath_by: str
    started_at: str
    ended_at: str
    read_back: bool
    corrections: str
    signature: str
    signature_reason: str


def start_clarification(
    home: Home, case: CaseId, party: PartyId, **plan: Unpack[HearingPlan]
) -> Changes:
    """Plan the hearing of a party, with a question for each missing fact they can speak to."""
    person = _person(home, case, party)
    questions = list(_questions(home, case, person))
    values = {"officers": [home.officer.name], **_checked(home, dict(plan))}
    if values.get("mode") == "daring" and not values.get("mode_reason"):
        raise NetraError(
            tr("Klarifikasi melalui media daring memerlukan alasan."),
            tr("Pilih atau tulis alasannya, misalnya kendala geografis."),
            code="ground-needed",
        )
    with home.write() as tx:
        need(tx.connection, party_table, case, party)
        tx.made = uuid4().hex
        number = _next(tx.connection, clarification_table, case)
        body = {"clarification": tx.made, "party": party, "number": number, **values}
        tx.append("clarification.planned", body, case=case)
        for place, question in enumerate(questions, start=1):
            put_question(tx, case, tx.made, {**question, "number": place})
    return tx.changes


def edit_clarification(
    home: Home, clarification: ClarificationId, **fields: Unpack[HearingFields]
) -> Changes:
    """Set fields of a hearing: oath, times, what was read back, signature …

    Nobody signs what was not read back to them.
    """
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
        _in_its_turn(values, read_back=bool(row.read_back))
        need_exhibits(tx.connection, case, [one for one in [values.get("recording")] if one])
        body = {"clarification": clarification}
        edit_fields(tx, "clarification.edited", body, case, values)
        tx.made = clarification
    return tx.changes


def _in_its_turn(values: dict[str, Any], *, read_back: bool) -> None:
    if values.get("signature") == "ditandatangani" and not values.get("read_back", read_back):
        raise NetraError(
            tr("Berita acara belum dibacakan kembali, jadi belum dapat ditandatangani."),
            tr("Bacakan kembali, catat perubahannya, lalu catat tanda tangan."),
            code="read-back-first",
        )


def put_question(tx: Tx, case: str, clarification: str, question: dict[str, Any]) -> str:
    """Append a question with the next number of the hearing; gives its id."""
    made = uuid4().hex
    body = {"question": made, "clarification": clarification, **question}
    if "number" not in body:
        body["number"] = _next(tx.connection, question_table, case, clarification)
    tx.append("question.put", body, case=case)
    return made


def _person(home: Home, case: CaseId, party: PartyId) -> PartyRecord:
    for record in list_parties(home, case):
        if record.id == party:
            return record
    raise absent(party_table)


def _questions(home: Home, case: CaseId, person: PartyRecord) -> Iterator[dict[str, Any]]:
    """Give standing questions, what is missing, and again standing questions."""
    assessment = read_assessment(home, case)
    law = hearings_of(assessment.pack)
    role = ASKED_AS[person.role]
    for at in ("open", "", "close"):
        if not at:
            yield from _missing(home, case, person, assessment)
        for text in law.standing(role, at):
            yield {"text": text, "origin": STANDING}


def _missing(
    home: Home, case: CaseId, person: PartyRecord, assessment: CaseAssessment
) -> Iterator[dict[str, Any]]:
    """Word the missing facts for the person; no respondent is asked about another's doings."""
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
