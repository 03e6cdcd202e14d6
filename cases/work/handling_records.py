"""What leaves `cases` about the handling of a case: where it stands, steps, requirements."""

from dataclasses import dataclass

from cases.work.records import CaseId, ExhibitId


@dataclass(frozen=True, slots=True)
class MovementRecord:
    """A step that was taken; one that was recorded by mistake stays, with the reason."""

    event: str
    move: str
    text: str
    article: str
    before: str
    """State before it, in words."""
    state: str
    """State after it, in words."""
    stated_at: str
    role: str
    office: str
    reason: str
    exhibits: tuple[ExhibitId, ...]
    at: str
    dev: str
    withdrawn: str = ""
    """Why it does not hold; empty: it does."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the workflow, as it is for this case and this officer."""

    move: str
    text: str
    state: str
    """Where the case would stand, in words; empty: where it is."""
    article: str
    to_check: bool
    """The article was not read in its own text."""
    note: str
    needs_reason: bool
    dates: tuple[str, ...]
    refused: str = ""
    """Why it may not be taken; empty: it may."""
    refused_article: str = ""
    instead: str = ""
    """The step that may be taken in its place."""
    near: bool = True
    """It starts from where the case stands."""


@dataclass(frozen=True, slots=True)
class RequirementRecord:
    """A formal or material requirement, and whether it is met."""

    key: str
    kind: str
    """`FORMAL` or `MATERIAL`."""
    text: str
    article: str
    to_check: bool
    met: str
    """`ya`, `tidak` or empty: not answered."""
    note: str = ""
    exhibits: tuple[ExhibitId, ...] = ()
    at: str = ""


@dataclass(frozen=True, slots=True)
class Handling:
    """Where a case stands in the procedure, and what may be done next."""

    case: CaseId
    code: str
    pack: str
    state: str
    state_text: str
    status: str
    ended: bool
    source: str
    track: str
    track_text: str
    category: str
    category_text: str
    role: str
    role_text: str
    contradicting: tuple[str, ...]
    """States, in words, that steps of several officers lead to without seeing each other."""
    steps: tuple[Step, ...]
    requirements: tuple[RequirementRecord, ...]
    formal: str
    """`ya`, `tidak` or `belum_diketahui`."""
    material: str
    movements: tuple[MovementRecord, ...]
    """Oldest first."""
    tracks: tuple[tuple[str, str], ...]
    """(value, words) that may be chosen."""
    categories: tuple[tuple[str, str], ...]
