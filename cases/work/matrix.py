"""
The matrix: each element of each raised rule, with what speaks for the allegation and against it.

Exhibits hang on statements, statements on facts; which way a fact moves an element is read from
the rule itself (`rules.leanings`). An exception that holds speaks against the allegation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases.home import Home
from cases.work import packs
from cases.work.assessment import assess_file
from cases.work.cases import read_case_file
from cases.work.fact_values import claims, sameness
from cases.work.fact_words import fact_label, value_label
from cases.work.grounds import Knowing
from cases.work.overview import AgainstNote, CaseAssessment, CaseFile, ElementFinding, Finding
from cases.work.records import (
    CaseId,
    ExhibitId,
    FactState,
    PartyId,
    StatementRecord,
)
from rules.errors import RuleError
from rules.facts import read_value
from rules.leanings import Leanings, name_of
from rules.model import Truth
from rules.pack import Pack

FOR, AGAINST, NEITHER = "for", "against", "neither"


@dataclass(frozen=True, slots=True)
class Bearing:
    """One statement, and which way it moves an element of the allegation."""

    side: str
    """`for`, `against` or `neither`."""
    statement: str
    fact: str
    fact_words: str
    value_words: str
    sayer: PartyId | None
    """The party who says so; None: the officer (`dev`)."""
    dev: str
    overruled: bool
    """Another value is taken as so, by a ruling."""
    exhibits: tuple[ExhibitId, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One element or exception."""

    element: ElementFinding
    bearings: tuple[Bearing, ...]
    missing: tuple[str, ...]
    """What is not known yet, in words."""

    def codes(self, side: str) -> tuple[str, ...]:
        """Give the exhibits on one side."""
        found = (code for one in self.bearings if one.side == side for code in one.codes)
        return tuple(sorted(set(found)))

    def unproved(self, side: str) -> tuple[Bearing, ...]:
        """Give what is said on one side without an exhibit."""
        return tuple(one for one in self.bearings if one.side == side and not one.codes)


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """One raised rule for one respondent in one incident."""

    finding: Finding
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All raised rules of a case, and what officers noted against the allegation."""

    pack: str
    tables: tuple[MatrixTable, ...]
    notes: tuple[AgainstNote, ...]


def read_matrix(home: Home, case: CaseId) -> Matrix:
    """Make the matrix of a case as it stands."""
    file = read_case_file(home, case)
    return matrix_of(file, assess_file(file))


def matrix_of(file: CaseFile, assessment: CaseAssessment) -> Matrix:
    """Make the matrix of a case file that was read and assessed already."""
    reader = _Reader(file, packs.load(assessment.pack))
    raised = (one for one in assessment.findings if one.raised)
    return Matrix(
        pack=assessment.pack,
        tables=tuple(MatrixTable(one, tuple(reader.rows(one))) for one in raised),
        notes=file.against,
    )


class _Reader:
    """Reads what was said of each respondent, and which way it moves the elements."""

    def __init__(self, file: CaseFile, pack: Pack) -> None:
        self._knowing = Knowing(file)
        self._pack = pack
        self._leanings = Leanings(pack, str(file.case.regime))

    def rows(self, finding: Finding) -> Iterator[MatrixRow]:
        known = self._knowing.of(finding.incident, finding.party)
        for part in (*finding.elements, *finding.exceptions):
            states = (known.states.get(fact) for fact in self._reads(finding, part))
            yield MatrixRow(
                element=part,
                bearings=tuple(self._bearings(finding, part, filter(None, states))),
                missing=tuple(fact_label(fact, self._pack) for fact in part.missing),
            )

    def _reads(self, finding: Finding, part: ElementFinding) -> tuple[str, ...]:
        """Give the facts an element reads: what it rests on first."""
        others = sorted(self._leanings.reads(finding.rule, name_of(part.id, part.effect)))
        return tuple(dict.fromkeys((*part.facts, *part.missing, *others)))

    def _bearings(
        self, finding: Finding, part: ElementFinding, states: Iterable[FactState]
    ) -> Iterator[Bearing]:
        for state in states:
            for said in state.statements:
                if claims(said.value):
                    yield self._bearing(finding, part, (state, said))

    def _bearing(
        self, finding: Finding, part: ElementFinding, said: tuple[FactState, StatementRecord]
    ) -> Bearing:
        state, statement = said
        stands = state.value is not None and sameness(state.value) == sameness(statement.value)
        leaning = self._leaning(finding, part, statement)
        if leaning is None and stands and statement.fact in part.facts:
            leaning = {"ya": True, "tidak": False}.get(part.value)
        codes = self._knowing.matter.codes
        return Bearing(
            side=_side(leaning, exception=bool(part.effect)),
            statement=statement.event,
            fact=statement.fact,
            fact_words=fact_label(statement.fact, self._pack),
            value_words=value_label(statement.fact, statement.value, self._pack),
            sayer=statement.sayer,
            dev=statement.dev,
            overruled=state.ruled and not stands,
            exhibits=statement.exhibits,
            codes=tuple(sorted(codes[one] for one in statement.exhibits if one in codes)),
        )

    def _leaning(self, finding: Finding, part: ElementFinding, said: StatementRecord) -> Truth:
        try:
            value = read_value(self._pack, said.fact, said.value)
        except RuleError:  # written under another pack
            return None
        if value is None:
            return None
        name = name_of(part.id, part.effect)
        return self._leanings.leaning(finding.rule, name, said.fact, value)


def _side(leaning: Truth, *, exception: bool) -> str:
    if leaning is None:
        return NEITHER
    return FOR if leaning is not exception else AGAINST
