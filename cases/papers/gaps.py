"""What a paper still lacks: every dotted line, in order, and where it is filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from cases.papers.blocks import (
    FieldGroup,
    Heading,
    Items,
    Paper,
    Signatures,
    Text,
    Title,
    Words,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One dotted line of a paper."""

    section: str
    label: str
    field: str
    """What `form fill` calls it: `tahapan`, `lhp.nomor`; empty where it is no typed field."""
    leads: str
    """`isi:<form>:<about>:<field>`, `pihak:<id>`, `peristiwa:<id>`, `kasus` …; empty: by hand."""

    @property
    def typed(self) -> tuple[str, str, str] | None:
        """Give (form, about, field) where it is typed into a form."""
        return typed_of(self.leads)


def typed_of(leads: str) -> tuple[str, str, str] | None:
    """Read where a typed field belongs; None where it is none."""
    kind, _, rest = leads.partition(":")
    if kind != "isi":
        return None
    form, about, field = rest.split(":", 2)
    return form, about, field


def gaps_of(paper: Paper) -> tuple[Gap, ...]:
    """List the gaps of a paper that can be filled in before it is printed."""
    found: dict[tuple[str, str, str], Gap] = {}
    section = ""
    for block in paper.blocks:
        if isinstance(block, Heading):
            section = block.text
        for label, leads in _missing(block):
            if leads:
                gap = Gap(section, label or section, _called(paper, leads), leads)
                found.setdefault((gap.section, gap.label, gap.leads), gap)
    return tuple(found.values())


def _called(paper: Paper, leads: str) -> str:
    typed = typed_of(leads)
    if typed is None:
        return ""
    form, _, field = typed
    return field if form == paper.form else f"{form}.{field}"


def _missing(block: object) -> Iterator[tuple[str, str]]:
    if isinstance(block, Title) and block.number_label and _absent(block.number):
        yield block.number_label, block.leads
    elif isinstance(block, FieldGroup):
        for field in block.fields:
            if _absent(field.value):
                yield field.label, field.leads
    elif isinstance(block, Text | Items) and _absent(
        block.text if isinstance(block, Text) else block.items
    ):
        yield "", block.leads
    elif isinstance(block, Signatures):
        yield from _unsigned(block)


def _unsigned(block: Signatures) -> Iterator[tuple[str, str]]:
    if block.place_and_date is None and block.leads:
        yield "Tempat dan tanggal", block.leads
    for signer in block.signers:
        if _absent(signer.name):
            yield signer.role, signer.leads


def _absent(value: Words | tuple[Words, ...]) -> bool:
    if isinstance(value, tuple):
        return all(_absent(one) for one in value)
    return value is None or not value.strip()
