"""Lembar permintaan asli: half a page for whoever holds the phone with the original."""

from cases.papers.blocks import (
    Block,
    Field,
    FieldGroup,
    Items,
    PageBreak,
    Paper,
    Photo,
    Rule,
    Text,
    Title,
)
from cases.papers.context import PaperContext
from cases.papers.digests import short
from cases.papers.wording import ORIGINS, given, joined, officer_post
from cases.work.evidence_records import ExhibitRecord
from cases.work.originals import BARE, WHY, missing_original, need_originals
from cases.work.overview import CaseFile

FORM = "lembar-permintaan-asli"
TITLE = "Permintaan Berkas Asli"

_HOW = (
    "Jangan hapus, potong, sunting, atau foto ulang gambar ini. Biarkan di HP seperti adanya.",
    "Paling baik: bawa HP itu kepada petugas, yang menyalinnya dengan kabel USB. HP langsung "
    "dikembalikan.",
    "Bila jauh: kirim lewat WhatsApp sebagai Dokumen (tanda klip, Dokumen, pilih fotonya), bukan "
    "lewat Galeri.",
)


def build(file: CaseFile, context: PaperContext) -> Paper:
    """
    Ask for the original of one exhibit, or of each whose original is elsewhere.

    The slip goes to an outsider: it says nothing of the case but its code, and names nobody.
    """
    asked = context.exhibits(file) if context.exhibit else need_originals(file.exhibits)
    blocks: list[Block] = []
    for place, exhibit in enumerate(asked):
        if place:
            blocks.append(Rule() if place % 2 else PageBreak())
        blocks += _slip(file, context, exhibit)
    return Paper(
        form=FORM,
        title=TITLE,
        blocks=tuple(blocks) or (Title(TITLE.upper()), Text("Nihil.")),
        case=file.case.id,
        case_code=file.case.code,
        content_head=file.content_head,
        final=context.final,
        draft=False,
        about=context.exhibit or "",
        exhibits=tuple(one.id for one in asked),
    )


def _slip(file: CaseFile, context: PaperContext, exhibit: ExhibitRecord) -> tuple[Block, ...]:
    officer = context.officer
    return (
        Title(TITLE.upper()),
        Photo(
            code=exhibit.code,
            title="Gambar yang dimaksud",
            jpeg=context.photo(exhibit.preview) if exhibit.preview else None,
            absent="Gambar tidak dapat dicetak.",
            fields=(
                Field("Kode kasus dan bukti", f"{file.case.code}, {exhibit.code}"),
                Field("Yang ada pada kami", _kind(exhibit)),
                Field("Sidik berkas itu (awal)", short(exhibit.object)),
                Field("Mengapa aslinya penting", WHY[missing_original(exhibit) or BARE]),
            ),
            small=True,
        ),
        Text("Cara menyerahkannya:", "strong"),
        Items(_HOW, "numbers"),
        FieldGroup(
            (
                Field("Petugas", joined(officer.name, officer_post(officer))),
                Field("HP/WhatsApp petugas", None),
                Field("Nama dan HP pemegang", None),
                Field("Diserahkan pada", None),
            ),
            label_width=0.26,
        ),
    )


def _kind(exhibit: ExhibitRecord) -> str:
    origin = ORIGINS.get(exhibit.origin, "salinan tanpa catatan kamera")
    return f"{given(exhibit.file) or 'berkas'}: {origin}"
