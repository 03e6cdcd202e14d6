"""Actions: what pages record."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.overview import Question
from cases.work.records import (
    CaseId,
    ExhibitId,
    FactState,
    IncidentId,
    Particulars,
    PartyId,
    Place,
    Regime,
    Role,
    Source,
    Value,
)

if TYPE_CHECKING:
    from cases.home import Home


def open_case(
    home: "Home", regime: Regime, source: Source, place: Place, fields: Mapping[str, str]
) -> Changes:
    """Open a case."""
    from cases.work import cases

    return cases.open_case(
        home,
        title=fields["title"],
        regime=regime,
        source=source,
        place=place,
        found_at=fields["found_at"],
        known_at=fields["known_at"],
    )


def edit_case(home: "Home", case: CaseId, field: str, text: str) -> Changes:
    """Change one field of a case."""
    from cases.work import cases

    if field == "place":
        return cases.edit_case(home, case, place=Place(text=text))
    if field == "status":
        return cases.edit_case(home, case, status=text)
    if field == "register":
        return cases.edit_case(home, case, register=text)
    return cases.edit_case(home, case, title=text)


def add_party(
    home: "Home", case: CaseId, role: Role, words: str, who: Particulars | None
) -> Changes:
    """Add a person to a case."""
    from cases.work import parties

    return parties.add_party(home, case, role=role, label=words, particulars=who)


def particulars(home: "Home", party: PartyId) -> Particulars:
    """Who a person is; that it was read is recorded where the law wants it."""
    from cases.work import parties

    return parties.read_particulars(home, party)


def record_incident(
    home: "Home", case: CaseId, place: Place, fields: Mapping[str, str]
) -> Changes:
    """Record an incident in a case."""
    from cases.work import incidents

    return incidents.record_incident(
        home,
        case=case,
        title=fields["title"],
        kind=fields["kind"],
        election=fields["election"],
        contestant=fields["contestant"],
        starts_at=fields["starts_at"],
        place=place,
    )


def add_attendance(
    home: "Home", incident: IncidentId, party: PartyId, exhibits: Sequence[ExhibitId]
) -> Changes:
    """Record who was at an incident, with the exhibits that show it."""
    from cases.work import attendance

    return attendance.add_attendance(home, incident, party, exhibits=exhibits)


def answer(
    home: "Home",
    question: Question,
    value: Value,
    draft: str = "",
    exhibits: Sequence[ExhibitId] = (),
) -> Changes:
    """Record the officer's answer to a missing fact, shown by exhibits; its draft is done with."""
    from cases.work import facts

    changes = facts.state_fact(
        home,
        question.incident,
        question.fact,
        value,
        case=question.case,
        party=question.party,
        exhibits=exhibits,
    )
    if draft and question.kind == "text":
        drop_draft(home, draft)
    return changes


def rule(home: "Home", case: CaseId, fact: FactState, value: Value, reason: str) -> Changes:
    """Record what a person decides between statements that differ."""
    from cases.work import facts

    return facts.rule_on_fact(
        home, fact.incident, fact.fact, value, case=case, party=fact.party, reason=reason
    )


def start_clarification(home: "Home", case: CaseId, party: PartyId) -> Changes:
    """Open a hearing with the questions that are missing."""
    from cases.work import clarifications

    return clarifications.start_clarification(home, case, party)


def link_exhibits(home: "Home", case: CaseId, chosen: Sequence[ExhibitId]) -> Changes:
    """Put exhibits that were not sorted yet into a case."""
    from cases.work import exhibits

    return exhibits.link_exhibits(home, case, chosen)


def caption(home: "Home", exhibit: ExhibitId, text: str) -> Changes:
    """Write the caption of an exhibit."""
    from cases.work import exhibits

    return exhibits.caption_exhibit(home, exhibit, text)


def view_exhibit(home: "Home", exhibit: ExhibitId) -> Changes:
    """Record that the exhibit was looked at."""
    from cases.work import exhibits

    return exhibits.view_exhibit(home, exhibit)


def keep_draft(home: "Home", key: str, text: str) -> None:
    """Keep unfinished typing."""
    from cases.work import drafts

    drafts.keep_draft(home, key, text)


def drop_draft(home: "Home", key: str) -> None:
    """Let go of typing that was sent."""
    from cases.work import drafts

    drafts.drop_draft(home, key)
