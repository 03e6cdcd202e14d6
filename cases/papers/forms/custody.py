"""Riwayat bukti: the custody log of one exhibit or of all, whole, line by line."""

from cases.papers.blocks import (
    Block,
    Column,
    Field,
    FieldGroup,
    Heading,
    Paper,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
)
from cases.papers.context import PaperContext
from cases.papers.digests import grouped, short
from cases.papers.wording import given, officer_name, officer_post
from cases.work import times
from cases.work.custody_words import act_words, why_words
from cases.work.evidence_records import CustodyRecord, ExhibitRecord
from cases.work.overview import CaseFile

FORM = "riwayat-bukti"
TITLE = "Riwayat Penguasaan Bukti"

_COLUMNS = (
    Column("Waktu", 0.2),
    Column("Perbuatan", 0.24),
    Column("Oleh", 0.19),
    Column("Alasan atau keterangan", 0.21),
    Column("Catatan", 0.16, "code"),
)
_NOTE = (
    "Setiap baris adalah satu catatan jurnal yang ditandatangani dengan kunci petugas; kolom "
    "Catatan memuat 16 angka pertama sidiknya. Waktu adalah menurut jam laptop saat itu; urutan "
    "baris adalah urutan jurnal. Baris disegel dan diterima dari berkas kasus adalah yang "
    "dilakukan di kantor pembuat surat ini."
)


def build(file: CaseFile, context: PaperContext) -> Paper:
    """
    List who did what with an exhibit, when and why.

    Looking, printing and sealing are no content of the case, yet they stand here: the paper names
    the last line it shows.
    """
    shown = context.exhibits(file)
    ids = {exhibit.id for exhibit in shown}
    lines = [line for line in context.custody or file.custody if line.exhibit in ids]
    last = lines[-1].event if lines else ""
    case = file.case
    blocks: list[Block] = [
        context.letterhead,
        Title(TITLE.upper()),
        FieldGroup(
            (
                Field("Kasus", f"{case.code}  {case.title}"),
                Field("Jumlah bukti", f"{len(shown)} berkas"),
                Field("Catatan terakhir", short(last) if last else "belum ada"),
            ),
            label_width=0.2,
        ),
    ]
    for exhibit in shown:
        own = [line for line in lines if line.exhibit == exhibit.id]
        blocks += _log(file, context, exhibit, own)
    blocks += [] if shown else [Text("Nihil.")]
    blocks.append(
        Signatures(
            (Signer(officer_post(context.officer), given(context.officer.name)),),
            place_and_date=None,
            closing=(Text(_NOTE, "note"),),
        )
    )
    return Paper(
        form=FORM,
        title=TITLE,
        blocks=tuple(blocks),
        case=case.id,
        case_code=case.code,
        content_head=file.content_head,
        final=context.final,
        about=f"{context.exhibit or ''} {last}",
    )


def _log(
    file: CaseFile,
    context: PaperContext,
    exhibit: ExhibitRecord,
    lines: list[CustodyRecord],
) -> tuple[Block, ...]:
    return (
        Heading(f"{exhibit.code}  {exhibit.caption or exhibit.file}", level=2),
        FieldGroup(
            (
                Field("Berkas", f"{exhibit.file}, {times.size(exhibit.size)}"),
                Field("Sidik SHA-256", grouped(exhibit.object)),
            ),
            label_width=0.2,
        ),
        Table(_COLUMNS, tuple(_row(file, context, line) for line in lines))
        if lines
        else Text("Nihil."),
    )


def _row(file: CaseFile, context: PaperContext, line: CustodyRecord) -> tuple[str, ...]:
    return (
        times.short_time(line.at, context.zone, str),
        act_words(line.act, str),
        line.officer or officer_name(file, line.dev),
        why_words(line) or "–",
        short(line.event),
    )
