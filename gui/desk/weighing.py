"""What findings rest on, what speaks for and against them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.overview import CaseAssessment, CaseFile, ElementFinding, Finding
from cases.work.records import CaseId, ExhibitId, IncidentId, PartyId, Value

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.grounds import Ground
    from cases.work.matrix import Matrix


def grounds(file: CaseFile, finding: Finding, element: ElementFinding) -> "tuple[Ground, ...]":
    """Give the facts of an element, with what was said of each."""
    from cases.work import grounds as tree

    return tree.grounds_of(file, finding, element)


def prove(
    home: "Home",
    case: CaseId,
    about: tuple[IncidentId, PartyId, str],
    exhibits: Sequence[ExhibitId],
    value: Value | None = None,
) -> Changes:
    """Bind exhibits to a fact."""
    from cases.work import proofs

    return proofs.prove_fact(home, case, about, exhibits, value)


def matrix(file: CaseFile, assessment: CaseAssessment) -> "Matrix":
    """Make the matrix of a case that was read and assessed."""
    from cases.work import matrix as table

    return table.matrix_of(file, assessment)


def unweighed(file: CaseFile, assessment: CaseAssessment) -> tuple[str, ...]:
    """Give the respondents for whom nobody noted what speaks against the allegation."""
    from cases.work import against

    return against.unweighed(assessment, file.against)


def note_against(
    home: "Home", case: CaseId, text: str, party: PartyId | None, draft: str
) -> Changes:
    """Note what speaks against the allegation; its draft is done with."""
    from cases.work import against
    from gui.desk.writing import drop_draft

    changes = against.note_against(home, case, text, party=party)
    drop_draft(home, draft)
    return changes
