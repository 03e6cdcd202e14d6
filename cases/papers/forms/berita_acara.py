"""Berita Acara Klarifikasi: the minutes of one hearing of one person."""

from cases.errors import NetraError
from cases.language import tr
from cases.papers import exhibits, heard
from cases.papers.blocks import (
    Block,
    Column,
    Field,
    FieldGroup,
    Heading,
    Notice,
    Paper,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
    Words,
)
from cases.papers.context import PaperContext
from cases.papers.wording import (
    ROLES,
    day,
    given,
    joined,
    officer_post,
    register_label,
)
from cases.work import times
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseFile
from cases.work.records import ClarificationRecord, PartyRecord, Role
from rules.forms import FormEntry

FORM = "ba-klarifikasi"

_CLOSING = "Demikian berita acara klarifikasi ini dibuat dengan sebenarnya"
_READ = ", dibacakan kembali kepada yang memberi keterangan"
_SIGNED = ", dan ditandatangani sebagaimana di bawah ini"


def build(file: CaseFile, context: PaperContext) -> Paper:
    """Make the minutes of the clarification asked for, or of the last one."""
    hearing = context.hearing(file)
    if hearing is None:
        raise NetraError(
            tr("Kasus ini belum mempunyai klarifikasi, jadi berita acaranya belum ada."),
            tr("Buat klarifikasi dulu di dalam kasus ini, lalu cetak lagi."),
            code="no-clarification",
        )
    entry = context.entry(file, FORM, hearing.started_at or hearing.scheduled_at)
    party = next(party for party in file.parties if party.id == hearing.party)
    shown = _shown(file, party)
    blocks: tuple[Block, ...] = (
        context.letterhead,
        Title(
            entry.title.upper(), register_label(file.case.source.value), given(file.case.register)
        ),
        _session(file, hearing, entry, context),
        Heading("Petugas klarifikasi"),
        *_officers(file, hearing, context),
        Heading("Identitas yang diklarifikasi"),
        _identity(party, hearing, context),
        _standing(party, hearing, entry),
        Heading("Tanya jawab"),
        _questions(hearing, context),
        Heading("Bukti yang diperlihatkan atau diserahkan saat klarifikasi"),
        exhibits.table(shown, context) if shown else Text(None, lines=2),
        Heading("Pembacaan kembali"),
        _reading(hearing),
        _signatures(party, hearing, entry, context),
        *exhibits.annex(file, shown, context),
    )
    return Paper(
        form=FORM,
        title=entry.title,
        blocks=blocks,
        mark=entry.mark,
        case=file.case.id,
        case_code=file.case.code,
        content_head=file.content_head,
        final=context.final,
        initials=("pemberi keterangan", "pengklarifikasi"),
        exhibits=tuple(one.id for one in shown),
    )


def _session(
    file: CaseFile, hearing: ClarificationRecord, entry: FormEntry, context: PaperContext
) -> FieldGroup:
    zone = context.zone
    began = hearing.started_at or hearing.scheduled_at
    hours = joined(
        times.clock(hearing.started_at, zone),
        times.clock(hearing.ended_at, zone),
        between=" sampai dengan ",
    )
    if hours and not hearing.ended_at:
        hours = f"{hours} sampai dengan ...................."
    fields = [
        Field("Hari/Tanggal", day(began, zone)),
        Field("Pukul", hours),
        Field("Tempat", given(hearing.place)),
        Field("Cara", heard.mode(hearing, context)),
    ]
    recording = entry.words.get("recording", "")
    if hearing.mode == "daring" and recording:
        fields.append(Field(recording, heard.recording(file, hearing)))
    return FieldGroup(tuple(fields))


def _officers(
    file: CaseFile, hearing: ClarificationRecord, context: PaperContext
) -> tuple[Block, ...]:
    ranks = {officer.name: officer_post(officer) for officer in file.officers}
    ranks[context.officer.name] = officer_post(context.officer)
    names: tuple[Words, ...] = hearing.officers or (None,)
    rows = tuple(
        (str(number), name, ranks.get(name or "")) for number, name in enumerate(names, 1)
    )
    columns = (Column("No.", 0.08, "centre"), Column("Nama", 0.47), Column("Jabatan", 0.45))
    assignment = Field("Nomor surat tugas", given(hearing.assignment))
    return (Table(columns, rows), FieldGroup((assignment,)))


def _identity(
    party: PartyRecord, hearing: ClarificationRecord, context: PaperContext
) -> FieldGroup:
    who = context.particulars_of(party.id)
    born = joined(who.birth_place, times.plain_date(who.birth_date, context.zone, str))
    office = joined(who.unit, who.agency)
    return FieldGroup(
        (
            Field("Kode pihak", joined(party.code, party.label, between=" – ")),
            Field("Nama", given(who.name)),
            Field("Tempat/Tgl. Lahir", born),
            Field("Jenis Kelamin", given(who.sex)),
            Field("Agama", given(who.religion)),
            Field("Kewarganegaraan", given(who.nationality)),
            Field("Pekerjaan/Jabatan", given(who.occupation)),
            Field("NIP", given(who.nip)),
            Field("Pangkat/Golongan", given(who.rank)),
            Field("Unit kerja, Instansi", office),
            Field("Alamat", given(who.address), lines=2),
            Field("No. Telp/HP", given(who.phone)),
            Field(
                "Dokumen identitas yang diperlihatkan",
                given(hearing.identity) or given(who.document),
            ),
        )
    )


def _standing(party: PartyRecord, hearing: ClarificationRecord, entry: FormEntry) -> FieldGroup:
    expert = "_expert" if party.role is Role.EXPERT else ""
    oath: Words = {
        "bersedia": entry.words[f"oath_taken{expert}"],
        "menolak": entry.words["oath_refused"],
    }.get(hearing.oath)
    if hearing.oath == "menolak" and hearing.oath_reason:
        oath = f"{oath}. Alasan: {hearing.oath_reason}"
    asked = entry.words["oath_asked"]
    if oath is None and asked:
        oath = f"{asked} ...................."
    return FieldGroup(
        (
            Field("Kedudukan", ROLES[party.role]),
            Field(entry.words[f"companion{expert or ''}"], heard.companion(hearing)),
            Field(entry.words["oath"], oath),
        )
    )


def _questions(hearing: ClarificationRecord, context: PaperContext) -> Table:
    columns = (Column("No.", 0.08, "centre"), Column("Pertanyaan", 0.42), Column("Jawaban", 0.5))
    asked = sorted(hearing.questions, key=lambda question: question.number)
    rows = tuple(
        (str(number), question.text, heard.answer(question, context))
        for number, question in enumerate(asked, 1)
    )
    return Table(columns, rows or (("1", None, None),), dotted_lines=2)


def _shown(file: CaseFile, party: PartyRecord) -> tuple[ExhibitRecord, ...]:
    """Give the exhibits that the person's own statements name."""
    named = {
        exhibit
        for fact in file.facts
        for statement in fact.statements
        if statement.sayer == party.id
        for exhibit in statement.exhibits
    }
    return tuple(exhibit for exhibit in file.exhibits if exhibit.id in named)


def _reading(hearing: ClarificationRecord) -> FieldGroup:
    read: Words = "Ya" if hearing.read_back else None
    if not hearing.read_back and hearing.signature:
        read = "Tidak"
    return FieldGroup(
        (
            Field("Dibacakan kembali dan dikonfirmasi", read),
            Field("Perbaikan", heard.fixed(hearing), lines=2),
        )
    )


def _closing(hearing: ClarificationRecord) -> Text:
    read = _READ if hearing.read_back else ""
    signed = "" if hearing.signature == "menolak" else _SIGNED
    return Text(f"{_CLOSING}{read}{signed}.")


def _remarks(hearing: ClarificationRecord, entry: FormEntry) -> tuple[Text | Notice, ...]:
    remarks: list[Text | Notice] = []
    if hearing.signature == "menolak":
        reason = hearing.signature_reason.strip()
        remarks.append(
            Notice(f"{entry.words['unsigned']} Alasan: {reason or '....................'}")
        )
    if entry.words["copies"]:
        remarks.append(Text(entry.words["copies"], "note"))
    return tuple(remarks)


def _signatures(
    party: PartyRecord, hearing: ClarificationRecord, entry: FormEntry, context: PaperContext
) -> Signatures:
    refused = hearing.signature == "menolak"
    told = Signer(
        "Yang memberi keterangan",
        given(context.particulars_of(party.id).name),
        signs=not refused,
        refusal="(tidak membubuhkan tanda tangan)",
    )
    names: tuple[Words, ...] = hearing.officers or (None,)
    asked = tuple(Signer("Yang mengklarifikasi", name) for name in names)
    closing = (_closing(hearing), *_remarks(hearing, entry))
    if refused and entry.words["unsigned_hand"] == "drop":
        return Signatures(asked, closing=closing)
    return Signatures((told, *asked), closing=closing)
