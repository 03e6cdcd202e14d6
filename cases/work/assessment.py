"""
The rules applied to a case: each rule, for each respondent in each incident.

Nothing is stored: findings are made anew from the statements by the pack the case keeps.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from cases.home import Home
from cases.language import tr
from cases.tables import case as case_table
from cases.tables import exhibit as exhibit_table
from cases.work import packs
from cases.work.allegations import alleged_in
from cases.work.attendance import attendance_of
from cases.work.case_records import case_of
from cases.work.edits import conflicts_in
from cases.work.fact_values import claims, sameness
from cases.work.fact_words import (
    choices_of,
    fact_label,
    kind_of,
    of_incident,
    officer_wording,
    rule_title,
    say_facts,
)
from cases.work.facts import facts_of
from cases.work.incidents import incidents_of
from cases.work.known import Known, Matter, known_in, known_of, matter_of, respondents_in
from cases.work.overview import CaseAssessment, CaseFile, ElementFinding, Finding, Question
from cases.work.parties import parties_of
from cases.work.records import CaseId, ExhibitId, IncidentRecord, PartyRecord
from cases.work.scopes import absent
from rules.citations import Sources
from rules.engine import assess_one
from rules.errors import RuleError
from rules.facts import read_respondent, read_value
from rules.model import Assessment, ElementResult, ExceptionResult, Filing, Respondent, Truth
from rules.pack import Pack
from rules.remembered import Remembered

_TRUTHS: Mapping[Truth, str] = {True: "ya", False: "tidak", None: "belum_diketahui"}


@dataclass(frozen=True, slots=True)
class Subject:
    """One respondent in one incident, with what is known there."""

    matter: Matter
    pack: Pack
    incident: IncidentRecord
    party: PartyRecord
    known: Known


def read_assessment(home: Home, case: CaseId) -> CaseAssessment:
    """Apply the rules to a case as it stands."""
    with home.read() as connection:
        matter = _matter(connection, case)
    return _assessed(matter)


def assess_file(file: CaseFile) -> CaseAssessment:
    """Apply the rules to a case file that was read already."""
    return _assessed(matter_of(file))


def _matter(connection: Connection, case: CaseId) -> Matter:
    record = case_of(connection, case)
    if record is None:
        raise absent(case_table)
    codes = connection.execute(
        select(exhibit_table.c.id, exhibit_table.c.code).where(exhibit_table.c.scope == case)
    )
    return Matter(
        case=record,
        parties=parties_of(connection, case),
        incidents=incidents_of(connection, case, conflicts_in(connection, case)),
        attendance=attendance_of(connection, case),
        facts=facts_of(connection, case),
        codes={ExhibitId(row.id): row.code for row in codes},
        alleged=alleged_in(connection, case),
    )


def _assessed(matter: Matter) -> CaseAssessment:
    pack = packs.load(matter.case.pack)
    findings: list[Finding] = []
    for incident in matter.incidents:
        inherited = known_in(matter, incident)
        subjects = [
            Subject(
                matter, pack, incident, party, known_of(matter, inherited, incident.id, party.id)
            )
            for party in respondents_in(matter, incident.id)
        ]
        findings.extend(_findings(subjects))
    asked = _asked(pack, findings)
    questions = {_key(question): question for question in asked}
    return CaseAssessment(
        pack=pack.id,
        findings=tuple(
            replace(one, missing=tuple(questions.get(_key(q), q) for q in one.missing))
            for one in findings
        ),
        questions=tuple(asked),
    )


def _findings(subjects: list[Subject]) -> Iterator[Finding]:
    if not subjects:
        return
    first = subjects[0]
    regime = str(first.matter.case.regime)
    sources, several = Sources(first.pack, regime), Remembered()
    for subject in subjects:
        filing = Filing(
            regime=regime,
            occurred_on=None,  # stands among the facts of each respondent
            respondents=(),
            allege=subject.matter.alleged_of(subject.party.id),
        )
        found = assess_one(subject.pack, filing, _respondent(subject), sources, several)
        for assessment in found.assessments:
            yield _finding(subject, assessment)


def _respondent(subject: Subject) -> Respondent:
    """Read the facts; what this pack does not know, or cannot read, counts as unknown."""
    readable = {}
    for fact, value in subject.known.values.items():
        try:
            if read_value(subject.pack, fact, value) is not None:
                readable[fact] = value
        except RuleError:
            continue
    return read_respondent(subject.pack, subject.party.id, readable)


def _finding(subject: Subject, one: Assessment) -> Finding:
    return Finding(
        rule=one.rule,
        title=rule_title(subject.pack, one.rule, one.title),
        citation="; ".join(citation.text for citation in one.basis),
        confidence=tr("perlu dicek") if any(basis.to_check for basis in one.basis) else "",
        outcome=str(one.outcome),
        raised=one.raised,
        incident=subject.incident.id,
        incident_code=subject.incident.code,
        party=subject.party.id,
        party_code=subject.party.code,
        party_label=subject.party.label,
        elements=tuple(_element(subject, part) for part in (*one.applicability, *one.elements)),
        exceptions=tuple(_exception(subject, part) for part in one.exceptions),
        missing=tuple(_question(subject, fact, one) for fact in one.missing),
        notes=tuple(say_facts(note, subject.pack) for note in (*one.notes, one.derived) if note),
        offence_class=one.conduct_class,
        sanction=one.sanction,
    )


def _element(subject: Subject, part: ElementResult) -> ElementFinding:
    return ElementFinding(
        id=part.id,
        text=part.text,
        value=_TRUTHS[part.value],
        reason=say_facts(part.reason, subject.pack) or _dispute(subject, part.missing),
        exhibits=_exhibits(subject, part.facts),
        conduct=part.conduct,
        facts=part.facts,
        missing=part.missing,
    )


def _exception(subject: Subject, part: ExceptionResult) -> ElementFinding:
    return ElementFinding(
        id=part.id,
        text=part.text,
        value=_TRUTHS[part.value],
        reason=_dispute(subject, part.missing),
        exhibits=_exhibits(subject, part.facts),
        effect=str(part.effect),
        facts=part.facts,
        missing=part.missing,
    )


def _dispute(subject: Subject, missing: Iterable[str]) -> str:
    disputed = [
        fact_label(fact, subject.pack)
        for fact in missing
        if fact in subject.known.states and subject.known.states[fact].contradicting
    ]
    if not disputed:
        return ""
    return tr("Keterangan saling bertentangan: {facts}", facts=", ".join(disputed))


def _exhibits(subject: Subject, facts: Iterable[str]) -> tuple[str, ...]:
    """Give the codes of the exhibits named by the statements that made the facts known."""
    codes = {
        subject.matter.codes[exhibit]
        for fact in facts
        if (state := subject.known.states.get(fact)) is not None and state.value is not None
        for statement in state.statements
        if sameness(statement.value) == sameness(state.value)
        for exhibit in statement.exhibits
        if exhibit in subject.matter.codes
    }
    return tuple(sorted(codes))


def _question(subject: Subject, fact: str, one: Assessment) -> Question:
    state = subject.known.states.get(fact)
    own = state is not None and state.party is not None
    unknown = state is not None and any(
        not claims(statement.value) for statement in state.statements
    )
    return Question(
        fact=fact,
        incident=subject.incident.id,
        party=None if of_incident(subject.pack, fact) and not own else subject.party.id,
        text=officer_wording(subject.pack, fact),
        kind=kind_of(subject.pack, fact),
        choices=choices_of(subject.pack, fact),
        case=subject.matter.case.id,
        case_code=subject.matter.case.register or subject.matter.case.code,
        decides=((one.rule, rule_title(subject.pack, one.rule, one.title)),),
        said_unknown=unknown,
    )


def _asked(pack: Pack, findings: Iterable[Finding]) -> list[Question]:
    """Join the questions of raised rules: each fact once, those that decide most come first."""
    joined: dict[tuple[str, str, str], Question] = {}
    for finding in findings:
        for question in finding.missing if finding.raised else ():
            before = joined.get(_key(question))
            decides = dict.fromkeys((*(before.decides if before else ()), *question.decides))
            joined[_key(question)] = replace(question, decides=tuple(decides))
    places = {fact: place for place, fact in enumerate((*pack.facts, *pack.considerations))}
    return sorted(
        joined.values(), key=lambda one: (-len(one.decides), places.get(one.fact, len(places)))
    )


def _key(question: Question) -> tuple[str, str, str]:
    return question.incident, question.party or "", question.fact
