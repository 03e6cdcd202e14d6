"""What a form needs beside the case: particulars, photos, words of the law, who prints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from cases.errors import NetraError
from cases.language import tr
from cases.papers.blocks import LetterHead
from cases.work.evidence_records import CustodyRecord, ExhibitRecord
from cases.work.handling_records import Handling
from cases.work.overview import CaseAssessment, CaseFile
from cases.work.records import (
    ClarificationId,
    ClarificationRecord,
    ExhibitId,
    Officer,
    Particulars,
    PartyId,
    PartyRecord,
    Value,
)
from cases.work.times import local_date
from rules.errors import RuleError
from rules.forms import FormEntry, Forms
from rules.routing import Destination


class FactWords(Protocol):
    """How the pack names facts and their values."""

    def label(self, fact: str) -> str:
        """Name a fact in words."""

    def value(self, fact: str, value: Value) -> str:
        """Say a value in words."""

    def ground(self, code: str) -> str:
        """Say the ground for hearing somebody online."""


class PlainWords:
    """Keys and values as they are, where no pack says it better."""

    def label(self, fact: str) -> str:
        """Name the fact by its key."""
        return fact.replace("_", " ")

    def question(self, fact: str) -> str:
        """Word a missing fact for the officer."""
        return self.label(fact)

    def ground(self, code: str) -> str:
        """Name the ground by its code."""
        return code

    def value(self, _fact: str, value: Value) -> str:
        """Say the value as it is kept."""
        if isinstance(value, bool):
            return "ya" if value else "tidak"
        return value if isinstance(value, str) else ", ".join(value)


@dataclass(frozen=True, slots=True)
class StreamHead:
    """The last line of one stream, as a sealed file hands it over."""

    dev: str
    count: int
    head: str


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """What the office puts on its letters; empty parts are filled in by hand."""

    lines: tuple[str, ...] = ()
    address: str = ""
    code: str = ""
    """Code of the office in numbers of letters."""
    place: str = ""
    """Where letters are dated."""
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A case file that was sealed, for the letter that goes with it."""

    file: str
    sha256: str
    at: str


def _no_photo(_sha256: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class PaperContext:
    """What a form needs beside the case. Nothing in it depends on the machine or the hour."""

    forms: Forms
    officer: Officer
    """Who makes the paper."""
    zone: str
    """Offset of the office's zone, `+08:00`: moments are shown in it."""
    particulars: Mapping[PartyId, Particulars] = field(default_factory=dict)
    """Who the parties are; a party left out is printed by code."""
    photo: Callable[[str], bytes | None] = _no_photo
    """Gives the JPEG bytes of a print copy by its SHA-256."""
    office: OfficeHead = OfficeHead()
    """The letterhead of the office, as far as somebody set one."""
    clarification: ClarificationId | None = None
    final: bool = False
    words: FactWords = field(default_factory=PlainWords)
    heads: tuple[StreamHead, ...] = ()
    exhibit: ExhibitId | None = None
    """The exhibit a paper is about; None: all of the case."""
    custody: tuple[CustodyRecord, ...] = ()
    """The custody logs, whole, with names; empty: what the case itself tells."""
    redacted: bool = False
    """A copy for the public: no picture but derived copies."""
    blank: bool = False
    """An empty form to fill in by hand."""
    addressee: Destination | None = None
    """Whom a letter goes to, where a form has one paper for each."""
    assessment: CaseAssessment | None = None
    """What the rules make of the case; only forms that judge are given it."""
    questions: tuple[str, ...] = ()
    """What is still missing, worded for the officer."""
    handling: Handling | None = None
    """Where the case stands in the procedure."""
    sealed: SealedFile | None = None
    """The last sealed file of the case."""

    def entry(self, file: CaseFile, form: str, on: str = "") -> FormEntry:
        """Give number, title and words of the form, as they hold on the day `on`."""
        day: date | None = local_date(on, self.zone)
        try:
            return self.forms.find(form, file.case.regime.value, day)
        except RuleError as error:
            raise NetraError(
                tr(
                    "Paket aturan kasus ini tidak memuat formulir “{form}” untuk hari itu.",
                    form=form,
                ),
                tr("Periksa tanggalnya, atau pasang paket aturan yang lebih baru."),
                code="form-missing",
            ) from error

    def about(self, form: str) -> str:
        """Give what tells a paper from others of its form: its hearing, or its addressee."""
        kind = self.forms.kind(form)
        if kind is None or not kind.about:
            return ""
        if kind.about == "hearing":
            return self.clarification or ""
        return self.addressee.code if self.addressee else ""

    @property
    def letterhead(self) -> LetterHead:
        """The head of a letter; an office that set none has its name there."""
        lines = self.office.lines or (self.officer.office.upper(),)
        return LetterHead(lines, self.office.address or None, self.office.logo)

    def with_particulars(self, people: Mapping[PartyId, Particulars]) -> "PaperContext":
        """Give the same context with people known."""
        return replace(self, particulars=people)

    def particulars_of(self, party: PartyId) -> Particulars:
        """Give what is known of a person; everything is empty where nothing is."""
        return self.particulars.get(party, Particulars())

    def name_of(self, party: PartyRecord) -> str:
        """Name a party: name and code, or code and description; for the public the code."""
        if self.redacted:
            return party.code
        name = self.particulars_of(party.id).name
        if name:
            return f"{name} ({party.code})"
        return f"{party.code} ({party.label})" if party.label else party.code

    def exhibits(self, file: CaseFile) -> tuple[ExhibitRecord, ...]:
        """Give the exhibit asked for, or all of the case."""
        return tuple(one for one in file.exhibits if self.exhibit in {None, one.id})

    def hearing(self, file: CaseFile) -> ClarificationRecord | None:
        """Give the clarification asked for, or the last one of the case."""
        for record in reversed(file.clarifications):
            if self.clarification in {None, record.id}:
                return record
        return None
