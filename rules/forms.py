"""Official forms as data: numbers, titles, legal basis, dates, and words that differ by regime."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rules.errors import RuleError


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One form in one regime, for the days it is valid."""

    form: str
    regime: str
    """PEMILU, PILKADA, or empty for both."""
    code: str
    mark: str
    title: str
    basis: str
    confidence: str
    """Empty: read in the text of the article; else what a person should check."""
    valid_from: date | None = None
    valid_to: date | None = None
    letterhead: bool = False
    confidential: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    def fits(self, regime: str, day: date | None) -> bool:
        """Tell whether the entry is for this regime and, where a day is known, for this day."""
        if self.regime not in {"", regime}:
            return False
        if day is None:
            return self.valid_to is None
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of a pack."""

    entries: tuple[FormEntry, ...]

    def find(self, form: str, regime: str, day: date | None = None) -> FormEntry:
        """Give the entry that holds on `day`; without a day, the one that still holds."""
        for entry in self.entries:
            if entry.form == form and entry.fits(regime, day):
                return entry
        raise RuleError("unknown-form", form=form, regime=regime, day=day or "")


def parse(data: bytes) -> Forms:
    """Read `forms.toml`."""
    try:
        tables = tomllib.loads(data.decode())["forms"]
        return Forms(tuple(_entry(table) for table in tables))
    except (KeyError, TypeError, ValueError) as error:
        raise RuleError("broken-forms", reason=error) from error


def _entry(table: dict[str, Any]) -> FormEntry:
    unknown = table.keys() - FormEntry.__dataclass_fields__.keys()
    if unknown:
        raise TypeError(", ".join(sorted(unknown)))
    return FormEntry(**table)
