"""
What an element rests on: the facts it reads, what was said of each, with which exhibits.

The tree goes down from the finding to the exhibit: finding, element, fact, statement, exhibit.
"""

from dataclasses import dataclass

from cases.work import packs
from cases.work.fact_words import fact_label, value_label
from cases.work.known import Known, Matter, known_in, known_of, matter_of
from cases.work.overview import CaseFile, ElementFinding, Finding
from cases.work.records import FactState, IncidentId, PartyId, Value

SAID, FIELD, DERIVED, MISSING = "said", "field", "derived", "missing"


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact under an element."""

    fact: str
    name: str
    value: Value | None
    value_words: str
    source: str
    """`said`, `field` (of the incident or the case), `derived` (by the calendar), `missing`."""
    state: FactState | None
    """What was said; None where nobody spoke of it."""


class Knowing:
    """What is known of each respondent in each incident of a case; each read once."""

    def __init__(self, file: CaseFile) -> None:
        """Take over what rules are applied to."""
        self.matter: Matter = matter_of(file)
        self._known: dict[tuple[str, str], Known] = {}

    def of(self, incident: IncidentId, party: PartyId) -> Known:
        """Give what is known of one respondent in one incident."""
        key = incident, party
        if key not in self._known:
            record = next(one for one in self.matter.incidents if one.id == incident)
            inherited = known_in(self.matter, record)
            self._known[key] = known_of(self.matter, inherited, incident, party)
        return self._known[key]


def grounds_of(file: CaseFile, finding: Finding, element: ElementFinding) -> tuple[Ground, ...]:
    """Give the facts of an element: those that decide it, then those that keep it open."""
    known = Knowing(file).of(finding.incident, finding.party)
    pack = packs.load(file.case.pack)
    grounds = []
    for fact in dict.fromkeys((*element.facts, *element.missing)):
        value = known.values.get(fact)
        grounds.append(
            Ground(
                fact=fact,
                name=fact_label(fact, pack),
                value=value,
                value_words="" if value is None else value_label(fact, value, pack),
                source=_source(known, fact, decides=fact in element.facts),
                state=known.states.get(fact),
            )
        )
    return tuple(grounds)


def _source(known: Known, fact: str, *, decides: bool) -> str:
    if fact in known.states:
        return SAID
    if fact in known.values:
        return FIELD
    return DERIVED if decides else MISSING
