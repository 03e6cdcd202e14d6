"""What a write changed, so that windows know whether to look again."""

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """A part of the home that a window may show."""

    CASE = "case"
    PARTY = "party"
    INCIDENT = "incident"
    EXHIBIT = "exhibit"
    FACT = "fact"
    CLARIFICATION = "clarification"
    PAPER = "paper"
    CUSTODY = "custody"
    DRAFT = "draft"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one write; `made` is the id of what the action made, if it made one."""

    parts: frozenset[Part] = field(default_factory=frozenset)
    cases: frozenset[str] = field(default_factory=frozenset)
    made: str = ""

    def touches(self, case: str, *parts: Part) -> bool:
        """Whether one of `parts` of `case` (or of the home itself, `""`) changed."""
        return case in self.cases and (not parts or bool(self.parts.intersection(parts)))
