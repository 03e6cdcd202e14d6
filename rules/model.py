"""
What goes into an assessment and what comes out.

Truth is Kleene's: True, False, or None for unknown. All values are frozen. Results hold no
cycles, and a filing may have ten thousand respondents: the collector need not look at them.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

Truth = bool | None
Value = bool | str | date | frozenset[str]
"""A known value of a fact; a `multi` fact is the set of its members."""


class Outcome(StrEnum):
    """What the elements say about one respondent. Never a verdict."""

    MET = "MEMENUHI_UNSUR"
    NOT_MET = "TIDAK_MEMENUHI"
    STUDY = "PERLU_KAJIAN"


class Effect(StrEnum):
    """What an exception does when it holds."""

    EXCLUDES = "EXCLUDES"
    STUDY = "STUDY"
    NOTE = "NOTE"


class Respondent(msgspec.Struct, frozen=True):
    """One respondent with the facts that are known, as `rules.facts.read` gives them."""

    id: str
    facts: Mapping[str, Value]
    contradicting: tuple[str, ...] = ()
    """Facts left out because what was said of them cannot all be true."""


class Filing(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be assessed: one incident and its respondents."""

    regime: str
    occurred_on: date | None
    known_on: date | None = None
    forwarded_on: date | None = None
    calendar: str = ""
    allege: tuple[str, ...] = ()
    respondents: tuple[Respondent, ...]


class Citation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article in force on the day of the incident."""

    law: str
    """Id of the law in the pack."""
    text: str
    """Short title and article, ready to print."""
    confidence: str
    """`naskah` (the text was read), `sekunder` (second-hand), `ingatan` (nobody read it)."""
    mark: str = ""
    """The mark of the working notes."""

    @property
    def to_check(self) -> bool:
        """Tell whether the officer is warned: "perlu dicek"."""
        return self.confidence != "naskah"


class ElementResult(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One element or one test of applicability, with its value."""

    id: str
    text: str
    value: Truth
    reason: str = ""
    """Why it is unknown although the plain test says no; else empty."""
    conduct: bool = False
    facts: tuple[str, ...] = ()
    """Known facts that decide the value."""
    missing: tuple[str, ...] = ()
    """Unknown facts that keep it open."""


class ExceptionResult(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One exception of a rule, with its value."""

    id: str
    text: str
    effect: Effect
    value: Truth
    facts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Assessment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One rule for one respondent."""

    rule: str
    title: str
    outcome: Outcome
    raised: bool
    conduct_class: str
    sanction: str
    applicability: tuple[ElementResult, ...]
    elements: tuple[ElementResult, ...]
    exceptions: tuple[ExceptionResult, ...]
    missing: tuple[str, ...]
    """Facts and considerations that keep the outcome open; empty once it is decided."""
    deciding: tuple[str, ...]
    """Known facts the outcome rests on."""
    notes: tuple[str, ...]
    basis: tuple[Citation, ...]
    derived: str = ""
    """Where a derived `status_calon` comes from, ready to print; empty when it was given."""


class RespondentResult(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All rules of the pack for one respondent."""

    id: str
    assessments: tuple[Assessment, ...]

    @property
    def raised(self) -> tuple[Assessment, ...]:
        """The assessments that questions, papers and the panel use."""
        return tuple(one for one in self.assessments if one.raised)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """An assessed filing."""

    pack: str
    respondents: tuple[RespondentResult, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A missing fact, worded for the person asked."""

    fact: str
    text: str
    decides: tuple[str, ...]
    """Raised rules that wait for it."""


class DecisiveSets(msgspec.Struct, frozen=True, kw_only=True):
    """The smallest sets of missing facts that can decide an open outcome, either way."""

    met: tuple[tuple[str, ...], ...] = ()
    not_met: tuple[tuple[str, ...], ...] = ()
