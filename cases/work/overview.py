"""
A case as a whole, cases in lists, and what the rules make of them: computed, stored nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cases.keys.officer import Officer
from cases.work.evidence_records import CustodyRecord, DerivedRecord, ExhibitRecord
from cases.work.hearing_records import Correction
from cases.work.note_records import NoteRecord, TagRecord
from cases.work.records import (
    AttendanceRecord,
    CaseId,
    CaseRecord,
    ClarificationRecord,
    ExhibitId,
    FactState,
    FieldKey,
    IncidentId,
    IncidentRecord,
    PaperRecord,
    PartyId,
    PartyRecord,
    ScanRecord,
)


@dataclass(frozen=True, slots=True)
class AgainstNote:
    """What an officer says against the allegation."""

    event: str
    text: str
    party: PartyId | None
    """The respondent it is about; None: all of the case."""
    exhibits: tuple[ExhibitId, ...]
    dev: str
    at: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of one case, read in one moment: what papers and windows are made from."""

    case: CaseRecord
    officers: tuple[Officer, ...]
    parties: tuple[PartyRecord, ...]
    incidents: tuple[IncidentRecord, ...]
    attendance: tuple[AttendanceRecord, ...]
    facts: tuple[FactState, ...]
    exhibits: tuple[ExhibitRecord, ...]
    custody: tuple[CustodyRecord, ...]
    clarifications: tuple[ClarificationRecord, ...]
    papers: tuple[PaperRecord, ...]
    content_head: str
    """Digest of the stream heads before the last access events (`docs/format.md`)."""
    derived: tuple[DerivedRecord, ...] = ()
    """Copies derived from its exhibits, oldest first."""
    corrections: tuple[Correction, ...] = ()
    """Texts that took the place of others, oldest first."""
    notes: tuple[NoteRecord, ...] = ()
    tags: tuple[TagRecord, ...] = ()
    archived: str = ""
    """Why the case is in the archive; empty: it is not."""
    alleged: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Rules that are alleged, by party; those of everybody under `""`."""
    against: tuple[AgainstNote, ...] = ()
    """What officers noted against the allegation."""
    filled: Mapping[FieldKey, str] = field(default_factory=dict)
    """What was filled into forms by hand."""
    scans: tuple[ScanRecord, ...] = ()
    """Exhibits that are scans of papers, oldest first."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in a list."""

    case: CaseRecord
    exhibits: int
    respondents: int
    parties: int
    clarifications: int
    papers: int
    cover: ExhibitId | None
    """The exhibit whose print copy stands for the case."""
    cover_preview: str
    """SHA-256 of that print copy, or empty."""
    touched_at: str


@dataclass(frozen=True, slots=True)
class Question:
    """A missing fact as a question to the officer."""

    fact: str
    incident: IncidentId
    party: PartyId | None
    """The respondent it is asked about; None: about the incident."""
    text: str
    kind: str
    """`yesno`, `choice`, `multi`, `date` or `text`."""
    choices: tuple[tuple[str, str], ...]
    """(value, words) for `yesno`, `choice` and `multi`."""
    case: CaseId
    case_code: str
    decides: tuple[tuple[str, str], ...]
    """(rule, title of the rule) that the answer helps to decide."""
    said_unknown: bool
    """Somebody answered that it is not known; it is asked again at the hearing."""


@dataclass(frozen=True, slots=True)
class ElementFinding:
    """One element or exception of a rule, as it stands for one respondent."""

    id: str
    text: str
    value: str
    """`ya`, `tidak` or `belum_diketahui`."""
    reason: str
    exhibits: tuple[str, ...]
    """Codes of the exhibits that the deciding statements name."""
    conduct: bool = False
    effect: str = ""
    """Of an exception: EXCLUDES, STUDY or NOTE."""
    facts: tuple[str, ...] = ()
    """Known facts that decide it."""
    missing: tuple[str, ...] = ()
    """Unknown facts that keep it open."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule, applied to one respondent in one incident."""

    rule: str
    title: str
    citation: str
    """The provision in force on the day of the incident."""
    confidence: str
    """Mark of confidence in words (`perlu dicek`), empty where the citation was checked."""
    outcome: str
    raised: bool
    incident: IncidentId
    incident_code: str
    party: PartyId
    party_code: str
    party_label: str
    elements: tuple[ElementFinding, ...]
    exceptions: tuple[ElementFinding, ...]
    missing: tuple[Question, ...]
    notes: tuple[str, ...]
    offence_class: str
    sanction: str


@dataclass(frozen=True, slots=True)
class CaseAssessment:
    """All findings of a case and all questions that raised rules leave open."""

    pack: str
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
