"""
What a paper is made of: frozen blocks that know nothing of fonts, pages or PDF.

A form builds blocks; a renderer sets them. Every text is plain: there is no markup, so nothing
typed by anybody can become any. `None` is a missing fact and is printed as a dotted line.
"""

from dataclasses import dataclass
from typing import Literal

Words = str | None
"""A text, or None: a fact nobody has given yet."""

Style = Literal["body", "small", "note", "centre", "right", "strong"]


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The head of an office's letter: its name in lines, its address, its logo as JPEG bytes."""

    lines: tuple[str, ...]
    address: Words = None
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the form and, below it, its number."""

    text: str
    number_label: str = ""
    """`NOMOR`; empty where the form has no number."""
    number: Words = None
    leads: str = ""
    """Where a missing number is filled in."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 has a numeral, level 2 stands inside a section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. Line breaks in it are kept; None is `lines` dotted lines."""

    text: Words
    style: Style = "body"
    lines: int = 1
    leads: str = ""
    """Where a missing text is filled in: `isi:<form>:<about>:<field>`, `pihak:<id>`, `kasus` …"""


@dataclass(frozen=True, slots=True)
class Items:
    """A short list: `a. …`, `1. …` or a dash before each."""

    items: tuple[Words, ...]
    marks: Literal["letters", "numbers", "dashes"] = "letters"
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value."""

    label: str
    value: Words | tuple[Words, ...]
    """Several values stand below each other as a lettered list."""
    mark: str = ""
    """`a.` before the label, as the official form has it."""
    lines: int = 1
    """How many dotted lines a missing value gets."""
    leads: str = ""
    """Where a missing value is filled in."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields whose labels and colons stand in one column."""

    fields: tuple[Field, ...]
    label_width: float = 0.32
    """Share of the line that mark and label take."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    width: float
    """Share of the line."""
    style: Literal["text", "centre", "code"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose head is repeated on every page; rows may break over pages."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    dotted_lines: int = 1


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture with what must be known about it; two fit on a page."""

    code: str
    title: str
    jpeg: bytes | None
    """The print copy, embedded as it is; None: no print copy, `absent` says why."""
    absent: str = ""
    fields: tuple[Field, ...] = ()
    small: bool = False
    """Half the size, for a slip."""


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign."""

    role: str
    name: Words = None
    detail: Words = ""
    """`NIP …` or the office; None is a dotted line, empty is nothing."""
    leads: str = ""
    """Where a missing name is filled in."""
    signs: bool = True
    """False: the person refused; the place says so instead of leaving room for a hand."""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side two by two, under an optional place and date."""

    signers: tuple[Signer, ...]
    place_and_date: Words = ""
    leads: str = ""
    """Where a missing date is filled in."""
    closing: tuple["Heading | Text | Notice", ...] = ()
    """What is signed: stands on the page of the signatures, so that none is signed blank."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret to copy by hand or by camera: groups in large type beside a QR code."""

    groups: tuple[str, ...]
    payload: str
    label: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A framed remark that must not be overlooked."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the page."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    LetterHead
    | Title
    | Heading
    | Text
    | Items
    | FieldGroup
    | Table
    | Photo
    | Signatures
    | Secret
    | Notice
    | Rule
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A form made from a case: its blocks and what stands around them on every page."""

    form: str
    """Name of the form in menus and on the command line: `ba-klarifikasi`."""
    title: str
    blocks: tuple[Block, ...]
    mark: str = ""
    """The official name of the form at the top of page one: `FORMULIR MODEL B.12`."""
    case: str = ""
    """Id of the case, for the QR code; empty where the paper belongs to none."""
    case_code: str = ""
    content_head: str = ""
    final: bool = False
    draft: bool = True
    """False where a paper is never a draft, such as the recovery sheet."""
    confidential: bool = False
    initials: tuple[str, ...] = ()
    """Who puts initials on every page."""
    about: str = ""
    """What tells papers of one form and one content head apart, where something else does."""
    addressee: str = ""
    """Code of whom a letter goes to, where a form has one paper for each."""
    exhibits: tuple[str, ...] = ()
    """Ids of the exhibits shown: printing them is noted in their custody logs."""

    @property
    def payload(self) -> str:
        """What the QR code of every page says; empty where the paper has none."""
        if not self.content_head:
            return ""
        return f"netra:{self.case}:{self.form}:{self.content_head}"
