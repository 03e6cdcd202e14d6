"""What the case page shows, read in one go in the background."""

from dataclasses import dataclass

from cases.language import tr
from cases.work.deadline_records import DeadlineRecord
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseAssessment, CaseFile
from cases.work.records import CaseId, FactState, IncidentId, PartyId, StatementRecord
from gui import desk
from gui.session import Session


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case as the window shows it."""

    file: CaseFile
    assessment: CaseAssessment
    deadlines: tuple[DeadlineRecord, ...]
    drafts: dict[str, str]
    dev: str = ""
    """The key of the officer who is signed in."""
    unsorted: int = 0
    """How many exhibits stand in no case."""

    def party_words(self, party: PartyId | None) -> str:
        """Code and description of a person."""
        for known in self.file.parties:
            if known.id == party:
                return f"{known.code} {known.label}".strip()
        return ""

    def sayer_words(self, statement: StatementRecord) -> str:
        """Who makes a statement: a person of the case, or the officer who noted it."""
        person = self.party_words(statement.sayer)
        if person:
            return person
        names = {officer.dev: officer.name for officer in self.file.officers}
        return tr("pengawas {nama}", nama=names.get(statement.dev, "")).strip()

    @property
    def contradicting(self) -> tuple[FactState, ...]:
        """Facts on which statements differ and nobody has ruled."""
        return tuple(fact for fact in self.file.facts if fact.contradicting)

    def corrected(self, entity: str) -> str:
        """Say that something was corrected, of which fields; empty: nothing was."""
        from cases.work.correction_words import corrected_words

        return corrected_words(self.file.corrections, entity)

    def incident_code(self, incident: IncidentId) -> str:
        """Code of an incident."""
        return next((i.code for i in self.file.incidents if i.id == incident), "")

    def exhibit_codes(self, exhibits: tuple[str, ...]) -> str:
        """Codes of exhibits, in the order of the case."""
        return ", ".join(e.code for e in self.file.exhibits if e.id in exhibits)

    def codes_of(self, exhibits: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Give (exhibit, code) of exhibits, in the order of the case."""
        return tuple((e.id, e.code) for e in self.file.exhibits if e.id in exhibits)

    def tags(self, exhibit: ExhibitRecord) -> tuple[str, ...]:
        """Elements that this exhibit supports, in the words of the rule."""
        return tuple(
            dict.fromkeys(
                element.text
                for finding in self.assessment.findings
                if finding.raised
                for element in finding.elements
                if element.conduct and element.value == "ya" and exhibit.code in element.exhibits
            )
        )


def read_view(session: Session, case: CaseId) -> CaseView:
    """Read one case, its findings, its clocks and what was typed and not sent."""
    home = session.home
    return CaseView(
        file=desk.read_case(home, case),
        assessment=desk.assess(home, case),
        deadlines=desk.deadlines(home, case),
        drafts=desk.drafts(home, case),
        dev=session.officer.dev,
        unsorted=len(desk.inbox(home)),
    )
