"""The forms that can be made of a case, by name, for menus and the command line."""

from collections.abc import Callable
from dataclasses import dataclass

from cases.language import N_, tr
from cases.papers.blocks import Paper
from cases.papers.context import PaperContext
from cases.papers.forms import (
    berita_acara,
    case_report,
    custody,
    exhibit_list,
    form_a,
    original_request,
)
from cases.work.overview import CaseFile
from cases.work.records import PartyId, Role


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A form: its name, what menus call it, how it is built, whose particulars it prints."""

    form: str
    label: str
    build: Callable[[CaseFile, PaperContext], Paper]
    people: Callable[[CaseFile, PaperContext], tuple[PartyId, ...]]

    @property
    def title(self) -> str:
        """What menus call it, in the language in use."""
        return tr(self.label)


def _nobody(_file: CaseFile, _context: PaperContext) -> tuple[PartyId, ...]:
    return ()


def _heard(file: CaseFile, context: PaperContext) -> tuple[PartyId, ...]:
    hearing = context.hearing(file)
    return (hearing.party,) if hearing else ()


def _respondents_and_witnesses(file: CaseFile, _context: PaperContext) -> tuple[PartyId, ...]:
    named = (Role.RESPONDENT, Role.WITNESS)
    return tuple(party.id for party in file.parties if party.role in named)


PAPERS = (
    PaperForm(
        form_a.FORM,
        N_("Laporan hasil pengawasan (Formulir A)"),
        form_a.build,
        _respondents_and_witnesses,
    ),
    PaperForm(berita_acara.FORM, N_("Berita acara klarifikasi"), berita_acara.build, _heard),
    PaperForm(
        exhibit_list.FORM, N_("Daftar bukti dan lampiran foto"), exhibit_list.build, _nobody
    ),
    PaperForm(case_report.FORM, N_("Laporan kasus"), case_report.build, _nobody),
    PaperForm(custody.FORM, N_("Riwayat penguasaan bukti"), custody.build, _nobody),
    PaperForm(
        original_request.FORM,
        N_("Permintaan berkas asli"),
        original_request.build,
        _nobody,
    ),
)


def find(form: str) -> PaperForm | None:
    """Give the form of this name."""
    return next((paper for paper in PAPERS if paper.form == form), None)
