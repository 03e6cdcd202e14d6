"""The forms that can be made of a case, by name, for menus and the command line."""

from collections.abc import Callable, Mapping
from functools import partial

from cases.language import N_, tr
from cases.papers import listed
from cases.papers.blocks import Paper
from cases.papers.context import PaperContext
from cases.papers.forms import (
    berita_acara,
    case_report,
    custody,
    exhibit_list,
    original_request,
)
from cases.work.overview import CaseFile
from cases.work.records import PartyId
from rules.forms import FormKind, Forms

Build = Callable[[CaseFile, PaperContext], Paper]

_LABELS: Mapping[str, str] = {
    "lhp": N_("Laporan hasil pengawasan (Formulir A)"),
    "imbauan": N_("Surat imbauan"),
    "laporan": N_("Formulir laporan"),
    "temuan": N_("Formulir temuan"),
    "tanda-bukti": N_("Tanda bukti penyampaian laporan"),
    "kajian-awal": N_("Kajian awal"),
    "undangan": N_("Undangan klarifikasi"),
    "ba-sumpah": N_("Berita acara sumpah/janji"),
    "ba-klarifikasi": N_("Berita acara klarifikasi"),
    "kajian": N_("Kajian dugaan pelanggaran"),
    "ba-pleno": N_("Berita acara rapat pleno"),
    "penerusan": N_("Penerusan kepada instansi"),
    "penerusan-etik": N_("Penerusan pelanggaran kode etik"),
    "rekomendasi": N_("Rekomendasi melalui Bawaslu Kabupaten/Kota"),
    "status": N_("Pemberitahuan status"),
    "daftar-bukti": N_("Daftar bukti dan lampiran foto"),
    "riwayat-bukti": N_("Riwayat penguasaan bukti"),
    "lembar-permintaan-asli": N_("Permintaan berkas asli"),
    "laporan-kasus": N_("Laporan kasus"),
    "pengantar": N_("Surat pengantar berkas kasus di USB"),
    "lembar-tindak-lanjut": N_("Lembar tindak lanjut"),
}
_STAGES: Mapping[str, str] = {
    "pengawasan": N_("Pengawasan"),
    "penerimaan": N_("Penerimaan dan kajian awal"),
    "klarifikasi": N_("Klarifikasi"),
    "kajian": N_("Kajian dan pleno"),
    "penerusan": N_("Penerusan dan status"),
    "bukti": N_("Bukti"),
    "serah": N_("Serah terima dan tindak lanjut"),
}
_BUILT: Mapping[str, Build] = {
    one.FORM: one.build
    for one in (berita_acara, case_report, custody, exhibit_list, original_request)
}
"""Forms that are more than the layout a pack can describe."""


def builder(form: str) -> Build:
    """Give what makes a form."""
    return _BUILT.get(form) or partial(listed.build, form)


def label(form: str) -> str:
    """Give what menus call a form, in the language in use."""
    return tr(_LABELS[form]) if form in _LABELS else form


def stage_label(stage: str) -> str:
    """Give what menus call a stage."""
    return tr(_STAGES[stage]) if stage in _STAGES else stage


def offered(forms: Forms, file: CaseFile) -> tuple[FormKind, ...]:
    """Give the forms that a case of this origin and regime has, by stage, in order."""
    regime, source = file.case.regime.value, file.case.source.value
    kinds = [
        kind
        for kind in forms.kinds
        if (not kind.sources or source in kind.sources)
        and any(one.form == kind.form and one.fits(regime, None) for one in forms.entries)
    ]
    return tuple(sorted(kinds, key=lambda kind: forms.stages.index(kind.stage)))


def people_of(kind: FormKind, file: CaseFile, context: PaperContext) -> tuple[PartyId, ...]:
    """Tell whose particulars a form prints."""
    hearing = context.hearing(file) if "heard" in kind.people else None
    return tuple(
        party.id
        for party in file.parties
        if party.role.value in kind.people or (hearing and party.id == hearing.party)
    )
