"""What the window asks about hearings: planning, calling, asking, reading back, signing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from cases.changes import Changes
from cases.work.overview import CaseFile
from cases.work.records import (
    CaseId,
    ClarificationId,
    ClarificationRecord,
    ExhibitId,
    FactState,
    PartyRecord,
    QuestionRecord,
    Value,
)
from gui.desk.writing import drop_draft

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.answers import Answer
    from cases.work.clarifications import HearingFields


@dataclass(frozen=True, slots=True)
class HearingView:
    """One hearing as its page shows it."""

    file: CaseFile
    hearing: ClarificationRecord
    party: PartyRecord
    cautions: tuple[str, ...]
    drafts: dict[str, str]
    grounds: tuple[tuple[str, str], ...]
    """(code, words) of the grounds for an online hearing."""
    copy_lock: str
    """The article that holds a copy of the minutes back for now; empty: none."""
    oath_basis: str
    refusal_basis: str
    second_basis: str
    """Article of the second invitation; empty: the regime has none."""

    def said_by_others(self, question: QuestionRecord) -> tuple[FactState, ...]:
        """Give the facts that a question asks for, where somebody else has spoken of them."""
        return tuple(
            fact
            for fact in self.file.facts
            if question.fact == fact.fact
            and question.incident == fact.incident
            and (question.about or None) == fact.party
            and any(one.sayer != self.hearing.party for one in fact.statements)
        )


def read(home: "Home", case: CaseId, hearing: ClarificationId) -> HearingView | None:
    """Read one hearing in one go; None where it is not there any more."""
    from cases.work import drafts
    from cases.work.cases import read_case_file
    from cases.work.hearing_cautions import read_hearing_cautions
    from cases.work.hearing_rules import hearings_of
    from cases.work.invitations import copy_lock

    file = read_case_file(home, case)
    record = next((one for one in file.clarifications if one.id == hearing), None)
    party = next((one for one in file.parties if record and one.id == record.party), None)
    if record is None or party is None:
        return None
    law = hearings_of(file.case.pack)
    regime = law.law(file.case.regime)
    with home.read() as connection:
        lock = copy_lock(connection, case)
    return HearingView(
        file=file,
        hearing=record,
        party=party,
        cautions=read_hearing_cautions(home, case, hearing),
        drafts=drafts.read_drafts(home, f"{case}/"),
        grounds=tuple((one.code, one.text) for one in law.grounds),
        copy_lock=lock,
        oath_basis=regime.oath_basis,
        refusal_basis=regime.refusal_basis,
        second_basis=regime.second_invitation,
    )


def edit(home: "Home", hearing: ClarificationId, fields: Mapping[str, Any]) -> Changes:
    """Set fields of a hearing."""
    from cases.work import clarifications

    return clarifications.edit_clarification(home, hearing, **cast("HearingFields", fields))


def invite(home: "Home", hearing: ClarificationId, said: Mapping[str, str]) -> Changes:
    """Record that an invitation went out."""
    from cases.work import invitations

    return invitations.invite(home, hearing, **cast("invitations.Invitation", said))


def deliver(home: "Home", invitation: str, said: Mapping[str, str]) -> Changes:
    """Record that an invitation arrived."""
    from cases.work import invitations

    return invitations.deliver(home, invitation, **cast("invitations.Delivery", said))


def miss(home: "Home", hearing: ClarificationId, reason: str) -> Changes:
    """Record that the person did not come."""
    from cases.work import invitations

    return invitations.miss(home, hearing, reason=reason)


def hand_over(home: "Home", hearing: ClarificationId, receiver: str) -> Changes:
    """Record that a copy of the minutes was given."""
    from cases.work import invitations

    return invitations.hand_over(home, hearing, receiver=receiver)


def ask(home: "Home", hearing: ClarificationId, text: str, follows: str) -> Changes:
    """Put a question of one's own, perhaps as a follow-up."""
    from cases.work import answers

    return answers.add_question(home, hearing, text, follows=follows)


def unask(home: "Home", question: str) -> Changes:
    """Take a question out that was not answered."""
    from cases.work import answers

    return answers.withdraw_question(home, question)


def answer(home: "Home", question: str, said: "Answer", draft: str) -> Changes:
    """Record an answer; its draft is done with."""
    from cases.work import answers

    changes = answers.answer_question(home, question, **said)
    drop_draft(home, draft)
    return changes


def refuse(home: "Home", question: str) -> Changes:
    """Record that the person does not want to answer."""
    from cases.work import answers

    return answers.answer_question(home, question, answer="", refused=True)


def correct(home: "Home", question: str, words: str, value: Value | None, reason: str) -> Changes:
    """Record a change after the reading back."""
    from cases.work import answers

    return answers.correct_answer(home, question, reason, answer=words, value=value)


def match_scan(home: "Home", case: CaseId, exhibit: ExhibitId) -> tuple[Changes, str]:
    """Read the QR of a scan and record which paper it is; gives the title of that paper."""
    from cases.papers.scans import match_scan as match

    found = match(home, case, exhibit)
    return found.changes, found.paper.title if found.paper else found.scan.form
