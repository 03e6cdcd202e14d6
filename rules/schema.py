"""
The files of a pack as they are written: one class for each table (`docs/rules.md`).

Tests are plain tables here; `rules.expressions` reads them once the facts are known.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from rules.model import Effect

Test = Mapping[str, Any]
Regime = Literal["PEMILU", "PILKADA"]
Kind = Literal["bool", "enum", "multi", "date", "text"]
Use = Literal["element", "deadline", "identity", "proof"]
Confidence = Literal["naskah", "sekunder", "ingatan"]
Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._\-]*$")]
Words = Annotated[str, msgspec.Meta(min_length=1)]


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of person the law speaks of, as a test over facts."""

    code: Code
    text: Words
    test: Test


class Period(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A time in which a norm applies, as a test over facts and the calendar."""

    code: Code
    text: Words
    test: Test


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an assessment says of itself; `{…}` is filled in."""

    subject: Words
    regime: Words
    in_force: Words
    derived: Words
    """`{value}`, `{source}`."""
    stated_day: Words
    """Source of a determination day that the officer stated: `{day}`."""
    calendar_day: Words
    """Source from the calendar: `{event}`, `{day}`, `{basis}`."""
    determination_day: Words
    """Why the status is open on the day itself: `{source}`."""
    between_days: Words
    """Why the status is open between two possible days: `{source}`."""
    contradicts: Words
    """A given status does not agree with the dates: `{given}`, `{derived}`, `{source}`."""
    not_claimed: Words
    """An excluding clause nobody claimed: `{clause}`."""
    contradicting_members: Words
    """A list says two things that cannot both be: `{fact}`."""
    no_calendar: Words
    not_in_force: Words
    to_check: Words


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`pack.toml`."""

    name: Code
    version: Code
    title: Words
    valid_from: date
    partial: bool = False
    """True: some facts wait for rules that come later; `lint` only mentions them."""
    unknown: tuple[str, ...]
    """Answers that count as unknown in every test."""
    recheck_days: Annotated[int, msgspec.Meta(ge=0, le=366)] = 0
    """After so many days a captured post is looked for again; 0: never."""
    subjects: tuple[Subject, ...]
    periods: tuple[Period, ...]
    sentences: Sentences


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a fact is asked, for each kind of person; empty = this person is not asked."""

    officer: Words
    terlapor: str = ""
    pelapor: str = ""
    saksi: str = ""
    ahli: str = ""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A group of facts; while its opening fact is known, its topic is open."""

    code: Code
    text: Words
    opens: str = ""


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One fact of the list."""

    key: Key
    group: Code
    kind: Kind
    label: Words
    use: Use
    level: Literal["incident", "respondent"] = "respondent"
    """`incident`: the same for everybody at an incident, asked once, inherited by each."""
    values: tuple[str, ...] = ()
    labels: Mapping[str, str] = {}
    """Values in words."""
    alone: tuple[str, ...] = ()
    """Members of a `multi` that cannot stand beside another one."""
    ask: Ask


class FactFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`facts.toml`."""

    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A law, regulation or decree, and when it was in force."""

    id: Code
    title: Words
    valid_from: date
    valid_to: date | None = None
    confidence: Confidence
    mark: str = ""
    note: str = ""


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change of the law that the reader of an old case must know."""

    id: Code
    when: Words
    text: Words
    confidence: Confidence
    mark: str = ""


class LawFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`law.toml`."""

    laws: tuple[Law, ...]
    changes: tuple[Change, ...] = ()


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article a norm rests on; in force as its law, or in its own dates."""

    law: Code
    article: Words
    regimes: tuple[Regime, ...] = ()
    """The regimes it is cited for; none = all of the norm."""
    valid_from: date | None = None
    valid_to: date | None = None
    confidence: Confidence | None = None
    mark: str = ""


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sentence that is printed beside an outcome and never changes it."""

    text: Words
    when: Test | None = None
    """Printed when this holds; always without it."""


class Consideration(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A clause without a fact: answered ya, tidak or belum by a person."""

    id: Annotated[str, msgspec.Meta(pattern=r"^x\.[A-Z]+-[0-9]+\.[0-9]+$")]
    text: Words
    required: bool = False
    """True: unknown until answered. False: it excludes, and counts as not claimed."""
    conduct: bool = False
    """True: a required clause that says what the person did."""
    inside: bool = False
    """True: it only works where a test of this norm names it."""
    claimed_when: Test | None = None
    """Facts that claim it although nobody answered."""
    effect: Effect = Effect.EXCLUDES
    ask: Ask | None = None


class Element(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One element of a norm."""

    id: Code
    text: Words
    test: Test
    conduct: bool = False
    topic: tuple[Code, ...] = ()
    """Groups whose opening fact opens its topic; without it the groups of its facts."""
    doubt_when: Test | None = None
    doubt_reason: str = ""


class Exclusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A clause of one rule that takes the conduct out of it."""

    id: Code
    text: Words
    test: Test
    effect: Effect = Effect.EXCLUDES


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A shared exception and what it does in this rule."""

    id: Code
    effect: Effect


class Sanction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sanction the law attaches, in its dates."""

    text: Words
    valid_from: date | None = None
    valid_to: date | None = None


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One norm."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2,3}-[0-9]{2}$")]
    title: Words
    form: Words
    regimes: tuple[Regime, ...]
    subjects: tuple[Code, ...]
    period: Code
    valid_from: date
    valid_to: date | None = None
    elements: tuple[Element, ...]
    considerations: tuple[Consideration, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    exceptions: tuple[Reference, ...] = ()
    conduct_class: Words = msgspec.field(name="class")
    sanctions: tuple[Sanction, ...]
    basis: tuple[Basis, ...]
    addressees: tuple[Code, ...]
    notes: tuple[Note, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`rules.toml`, or one of `rules/*.toml`."""

    notes: tuple[Note, ...] = ()
    """Printed beside every norm of this file."""
    rules: tuple[Rule, ...]


class SharedException(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An exception that several rules share."""

    id: Annotated[str, msgspec.Meta(pattern=r"^X-[0-9]{2}$")]
    title: Words
    subjects: tuple[Code, ...]
    test: Test
    study: Test | None = None
    """Where this holds the conduct needs study, whatever the effect of the exception."""
    study_reason: str = ""
    considerations: tuple[Consideration, ...] = ()
    notes: tuple[Note, ...] = ()
    basis: Words
    confidence: Confidence


class ExceptionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`exceptions.toml`."""

    exceptions: tuple[SharedException, ...]
