"""What is searched for, and what search finds."""

from dataclasses import dataclass, field

from cases.work.records import CaseId

KINDS = (
    "case",
    "incident",
    "party",
    "exhibit",
    "capture",
    "statement",
    "question",
    "note",
    "tag",
    "article",
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; empty: to nothing."""

    kinds: tuple[str, ...] = ()
    status: str = ""
    district: str = ""
    """Region code, or the beginning of one."""
    since: str = ""
    """First day, `YYYY-MM-DD`."""
    until: str = ""
    """Last day."""
    gps: bool = False
    """Only what has coordinates."""
    element: str = ""
    """An element of a rule, a rule, or a fact: what was said of it, shown by which exhibits."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words were found."""

    case: CaseId | None
    """None: in no case yet."""
    case_code: str
    kind: str
    id: str
    title: str
    excerpt: str
    day: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    """(start, end) in the excerpt, of every word that fits."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, newest first."""

    hits: tuple[Hit, ...] = ()
    before: int = 0
    """Where the next page begins; 0: there is none."""
    meant: str = ""
    """Where nothing was found: what may have been meant."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a search: each with the forms that fit it."""

    forms: tuple[frozenset[str], ...] = ()
    begun: str = ""
    """The last word where it may go on: every word that begins so fits, too."""
    begun_forms: frozenset[str] = field(default_factory=frozenset)
