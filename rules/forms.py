"""
Official forms as data: numbers, titles, legal basis, dates, words that differ by regime, layouts.

A layout lists what stands on the paper from top to bottom. Where a value comes from is a name
(`pelapor.nama`, `isi.tahapan`) that the papers know how to look up; nothing here knows a case.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from rules.errors import RuleError

About = Literal["", "hearing", "addressee"]
FILLED_LATER = {"post": "", "source": "", "n": ""}
"""Words of a layout that the paper itself knows: post of the officer, origin, count."""


class FieldLine(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}
):
    """One line: a label and where its value comes from."""

    label: str
    source: str = ""
    """Name of the value; empty: always filled in by hand."""
    mark: str = ""
    """`a.` before the label, as the official form has it."""
    lines: int = 1
    empty: str = ""
    """What stands there instead of dots where the value is missing: `Nihil`."""


class SignLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """One place to sign, or one for each of several names."""

    role: str
    source: str = ""
    detail: str = ""


class LayoutBlock(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}
):
    """What stands on the paper: a heading and below it a text, lines, a part, or hands."""

    heading: str = ""
    level: int = 1
    text: str = ""
    """A sentence of the form itself; `{word}` is filled in from the words of the entry."""
    source: str = ""
    """Name of a text of the case; several texts stand below each other."""
    items: str = ""
    """Name of a value that is printed as a list."""
    part: str = ""
    """Name of something larger that the papers build: a table, the annex."""
    fields: tuple[FieldLine, ...] = ()
    each: str = ""
    """Repeat the fields for each of these: `saksi`, `terlapor`, `peristiwa`."""
    sign: tuple[SignLine, ...] = ()
    closing: tuple["LayoutBlock", ...] = ()
    """What stands on the page of the hands."""
    when: str = ""
    """Only where this value is there; `!name`: only where it is not."""
    empty: str = ""
    """What stands there instead of dots where nothing is known: `Nihil`."""
    style: Literal["body", "small", "note", "centre", "strong"] = "body"
    marks: Literal["letters", "numbers", "dashes"] = "letters"
    lines: int = 1
    width: float = 0.34
    place_and_date: bool = False
    new_page: bool = False
    numbered: str = ""
    """Label of the number that stands below the title; the number comes from `from`."""


class FormEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
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
    layout: str = ""
    """Name of the layout; empty: the papers build it themselves."""
    number: str = ""
    """How a number is usually made, such as `{urut}/PP.01.01/{kode}/{bulan}/{tahun}`."""
    words: Mapping[str, str] = {}

    def fits(self, regime: str, day: date | None) -> bool:
        """Tell whether the entry is for this regime and, where a day is known, for this day."""
        if self.regime not in {"", regime}:
            return False
        if day is None:
            return self.valid_to is None
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class FormKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is the same of a form in both regimes: its stage, its reach."""

    form: str
    stage: str
    about: About = ""
    """What one paper of this form is about, if not the case as a whole."""
    people: tuple[str, ...] = ()
    """Whose particulars it prints: `respondent`, `complainant`, `witness`, `expert`, `heard`."""
    silent: bool = False
    """Outcome, class and sanction never stand in it."""
    public: bool = False
    """It has a copy for the public."""
    judging: bool = False
    """It quotes what the rules make of the case."""
    sources: tuple[str, ...] = ()
    """The cases it is for: `temuan`, `laporan`, `informasi_awal`; none: all."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`forms.toml`."""

    forms: tuple[FormEntry, ...]
    kinds: tuple[FormKind, ...] = ()
    stages: tuple[str, ...] = ()
    layouts: dict[str, tuple[LayoutBlock, ...]] = {}


class Forms(msgspec.Struct, frozen=True):
    """All forms of a pack."""

    entries: tuple[FormEntry, ...]
    kinds: tuple[FormKind, ...] = ()
    stages: tuple[str, ...] = ()
    """Stages of handling a case, in order."""
    layouts: Mapping[str, tuple[LayoutBlock, ...]] = {}

    def find(self, form: str, regime: str, day: date | None = None) -> FormEntry:
        """Give the entry that holds on `day`; without a day, the one that still holds."""
        for entry in self.entries:
            if entry.form == form and entry.fits(regime, day):
                return entry
        raise RuleError("unknown-form", form=form, regime=regime, day=day or "")

    def kind(self, form: str) -> FormKind | None:
        """Give the form of this name."""
        return next((kind for kind in self.kinds if kind.form == form), None)


def parse(data: bytes) -> Forms:
    """Read `forms.toml`."""
    try:
        found = msgspec.convert(tomllib.loads(data.decode()), _File)
        _check(found)
    except (KeyError, TypeError, ValueError) as error:
        raise RuleError("broken-forms", reason=error) from error
    return Forms(found.forms, found.kinds, found.stages, found.layouts)


def _check(found: _File) -> None:
    for entry in found.forms:
        if entry.layout:
            for block in found.layouts[entry.layout]:
                for text in texts_of(block):
                    text.format_map({**FILLED_LATER, **entry.words})
    for kind in found.kinds:
        if kind.stage not in found.stages:
            raise KeyError(kind.stage)


def texts_of(block: LayoutBlock) -> tuple[str, ...]:
    """Give every sentence of a block that words of the entry are filled into."""
    own = (block.heading, block.text, block.empty)
    lines = tuple(text for line in block.fields for text in (line.label, line.empty))
    roles = tuple(line.role for line in block.sign)
    below = tuple(text for inner in block.closing for text in texts_of(inner))
    return (*own, *lines, *roles, *below)
