"""Register numbers as the pack writes them: templates, and reading a number back."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from rules.documents import read_table
from rules.errors import RuleError
from rules.schema import Regime

FILE = "numbers.toml"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TOKEN = re.compile(r"\{([a-z]+)\}")
_TOKENS = {
    "seq": r"(?P<seq>\d{3,})",
    "election": r"(?P<election>[A-Z]+)",
    "level": r"(?P<level>[A-Za-z]+)",
    "area": r"(?P<area>\d\d(?:\.\d\d)?)",
    "month": r"(?P<month>[IVX]+)",
    "year": r"(?P<year>\d{4})",
}


class Election(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of election as numbers abbreviate it."""

    code: str
    regime: Regime
    text: str
    confidence: str = ""


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one kind of number looks."""

    kind: str
    source: str
    template: str
    confidence: str = ""


class NumberFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `numbers.toml`."""

    levels: tuple[str, ...]
    elections: tuple[Election, ...]
    numbers: tuple[Template, ...]

    def template(self, kind: str, source: str) -> Template:
        """Give the template of a kind of number for a way in which cases begin."""
        for one in self.numbers:
            if (one.kind, one.source) == (kind, source):
                return one
        raise RuleError("no-number-template", kind=kind, source=source)


class Numbering(msgspec.Struct, frozen=True):
    """What an office puts into its numbers."""

    election: str
    level: str
    area: str


def read_numbers(files: Mapping[str, bytes]) -> NumberFile:
    """Read the number templates of a pack."""
    return read_table(files, FILE, NumberFile)


def next_number(template: Template, numbering: Numbering, day: date, taken: Iterable[str]) -> str:
    """Give the next free number: sequences begin anew with each year."""
    pattern = _pattern(template)
    found = (pattern.fullmatch(one.strip()) for one in taken)
    last = max(
        (
            int(match["seq"])
            for match in found
            if match
            and int(match["year"]) == day.year
            and (match["level"], match["area"]) == (numbering.level, numbering.area)
        ),
        default=0,
    )
    return template.template.format(
        seq=f"{last + 1:03d}",
        election=numbering.election,
        level=numbering.level,
        area=numbering.area,
        month=_ROMAN[day.month - 1],
        year=day.year,
    )


def _pattern(template: Template) -> re.Pattern[str]:
    """Make the pattern that reads a number of a template back."""
    parts = _TOKEN.split(template.template)
    return re.compile(
        "".join(_TOKENS[part] if at % 2 else re.escape(part) for at, part in enumerate(parts))
    )
