"""Records around a hearing: invitations, changes after the reading back, copies handed over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """One invitation to a hearing."""

    id: str
    number: int
    """1 for the first, 2 for the second."""
    letter: str
    """Number of the letter."""
    sent_at: str
    how: str
    """`langsung`, `sigaplapor`, `telekomunikasi` or `surat`."""
    scheduled_at: str
    place: str
    received_at: str
    """Empty: it is not known to have arrived."""
    receiver: str
    exhibit: str
    """The exhibit that proves the delivery, or empty."""
    note: str
    missed_at: str
    """When the person should have come and did not; empty: not so."""
    missed_reason: str


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer that was changed after the reading back; both texts stand."""

    event: str
    before: str
    after: str
    reason: str
    at: str
    dev: str


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """A copy of the minutes was given to the person heard."""

    event: str
    at: str
    receiver: str
    paper: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A text that took the place of another; the older one stays readable."""

    event: str
    entity: str
    """`case`, or the id of what was corrected."""
    field: str
    type: str
    """Type of the event: `case.edited`, `question.corrected` …"""
    before: str
    """JSON text of the value."""
    after: str
    reason: str
    at: str
    dev: str
    officer: str = ""
