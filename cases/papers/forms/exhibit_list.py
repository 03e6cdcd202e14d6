"""Daftar bukti: all exhibits of a case, with a photo annex."""

from cases.papers import exhibits
from cases.papers.blocks import (
    Block,
    Field,
    FieldGroup,
    Paper,
    Signatures,
    Signer,
    Text,
    Title,
)
from cases.papers.context import PaperContext
from cases.papers.wording import given, officer_post, place, register_label
from cases.work.overview import CaseFile

FORM = "daftar-bukti"


_NOTE = (
    "Sidik SHA-256 dihitung dari berkas asli saat diterima. Gambar dalam lampiran adalah salinan "
    "cetak; berkas asli tersimpan tidak diubah. Waktu dan tempat adalah yang tercatat di dalam "
    "berkas, bukan penilaian atas kebenarannya."
)


def build(file: CaseFile, context: PaperContext) -> Paper:
    """List the exhibits of a case, with times, places, hashes, custody and pictures."""
    entry = context.entry(file, FORM)
    shown = file.exhibits
    case = file.case
    blocks: list[Block] = [
        context.letterhead,
        Title(entry.title.upper(), register_label(case.source.value), given(case.register)),
        FieldGroup(
            (
                Field("Kasus", f"{case.code}  {case.title}"),
                Field("Tempat", place(case.place)),
                Field("Jumlah bukti", f"{len(shown)} berkas"),
            ),
            label_width=0.2,
        ),
    ]
    blocks += [exhibits.table(shown, context)] if shown else [Text("Nihil.")]
    blocks += [
        Signatures(
            (Signer(officer_post(context.officer), given(context.officer.name)),),
            place_and_date=None,
            closing=(Text(_NOTE, "note"),),
        ),
        *exhibits.annex(file, shown, context),
    ]
    return Paper(
        form=FORM,
        title=entry.title,
        blocks=tuple(blocks),
        mark=entry.mark,
        case=case.id,
        case_code=case.code,
        content_head=file.content_head,
        final=context.final,
        exhibits=tuple(one.id for one in file.exhibits),
    )
