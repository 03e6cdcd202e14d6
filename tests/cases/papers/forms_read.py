"""What stands on a form, read from its blocks; a case on its first day."""

from dataclasses import replace

import pytest

from cases.papers.blocks import FieldGroup, Paper, Signatures, Table, Words
from cases.papers.catalogue import builder
from cases.work.overview import CaseFile
from cases.work.records import Regime
from tests.cases.papers.sample import (
    context,
    hearing,
)

BOTH = pytest.mark.parametrize("regime", list(Regime))
FORMS = [kind.form for kind in context().forms.kinds]
form_a = builder("lhp")
JUDGING = (
    "melanggar",
    "terbukti",
    "bersalah",
    "MEMENUHI",
    "sanksi",
    "hukuman",
    "pelanggaran berat",
)


def fields(paper: Paper) -> dict[str, Words | tuple[Words, ...]]:
    return {
        field.label: field.value
        for block in paper.blocks
        if isinstance(block, FieldGroup)
        for field in block.fields
    }


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def signers(paper: Paper) -> list[str]:
    (block,) = (block for block in paper.blocks if isinstance(block, Signatures))
    return [signer.role for signer in block.signers]


def with_hearing(file: CaseFile, **changes: object) -> CaseFile:
    return replace(file, clarifications=(hearing(**changes),))


def bare(file: CaseFile) -> CaseFile:
    """The same case on its first day: nothing known but its title."""
    return replace(
        file,
        case=replace(file.case, found_at="", known_at="", place=replace(file.case.place, text="")),
        parties=(),
        incidents=(),
        attendance=(),
        facts=(),
        exhibits=(),
        custody=(),
        clarifications=(),
    )
