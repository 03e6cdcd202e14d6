"""Laporan kasus: what a sealed case file holds, for people to read; persons by code only."""

from cases.keys.sshsig import fingerprint
from cases.papers import exhibits
from cases.papers.blocks import (
    Block,
    Column,
    Field,
    FieldGroup,
    Heading,
    Paper,
    Table,
    Text,
    Title,
    Words,
)
from cases.papers.context import PaperContext
from cases.papers.wording import (
    REGIMES,
    ROLES,
    SOURCES,
    given,
    happened,
    moment,
    officer_role,
    place,
    register_label,
)
from cases.work.overview import CaseFile
from cases.work.records import FactState, StatementRecord

FORM = "laporan-kasus"


def build(file: CaseFile, context: PaperContext) -> Paper:
    """Sum up a case without naming a person and without judging anything."""
    entry = context.entry(file, FORM)
    case = file.case
    blocks: tuple[Block, ...] = (
        Title(entry.title.upper(), register_label(case.source.value), given(case.register)),
        _summary(file, context),
        Heading("Pihak"),
        _or_nihil(_parties(file)),
        Heading("Peristiwa"),
        _or_nihil(_incidents(file, context)),
        Heading("Keterangan tentang peristiwa"),
        _or_nihil(_facts(file, context)),
        Heading("Klarifikasi"),
        _or_nihil(_hearings(file, context)),
        Heading("Bukti"),
        _or_nihil(exhibits.table(file.exhibits, context)),
        Heading("Keutuhan"),
        *_integrity(file, context),
        *exhibits.annex(file, file.exhibits, context),
    )
    return Paper(
        form=FORM,
        title=entry.title,
        blocks=blocks,
        case=case.id,
        case_code=case.code,
        content_head=file.content_head,
        final=context.final,
        exhibits=tuple(one.id for one in file.exhibits),
        draft=False,
        confidential=entry.confidential,
    )


def _or_nihil(table: Table) -> Block:
    return table if table.rows else Text("Nihil.")


def _summary(file: CaseFile, context: PaperContext) -> FieldGroup:
    case, zone = file.case, context.zone
    return FieldGroup(
        (
            Field("Kasus", case.code),
            Field("Perihal", case.title),
            Field("Rezim", REGIMES[case.regime.value]),
            Field("Asal", SOURCES[case.source.value]),
            Field("Ditemukan", moment(case.found_at, zone)),
            Field("Diketahui", moment(case.known_at, zone)),
            Field("Tempat", place(case.place)),
            Field("Dibuat oleh", f"{context.officer.name}, {context.officer.office}"),
            Field("Paket aturan", case.pack),
            Field("Isi", _counts(file)),
        ),
        label_width=0.22,
    )


def _counts(file: CaseFile) -> str:
    return (
        f"{len(file.exhibits)} bukti, {len(file.incidents)} peristiwa, "
        f"{len(file.parties)} pihak, {len(file.clarifications)} klarifikasi"
    )


def _parties(file: CaseFile) -> Table:
    columns = (Column("Kode", 0.15), Column("Kedudukan", 0.25), Column("Keterangan", 0.6))
    rows = [(one.code, ROLES[one.role], one.label or "–") for one in file.parties]
    return Table(columns, tuple(rows))


def _incidents(file: CaseFile, context: PaperContext) -> Table:
    columns = (
        Column("Kode", 0.1),
        Column("Peristiwa", 0.38),
        Column("Waktu dan tempat", 0.34),
        Column("Hadir", 0.18),
    )
    codes = {party.id: party.code for party in file.parties}
    rows: list[tuple[Words, ...]] = []
    for one in file.incidents:
        there = [codes.get(a.party, "?") for a in file.attendance if a.incident == one.id]
        what = "\n".join(text for text in (one.title, one.description) if text.strip())
        where = "\n".join(text for text in (happened(one, context.zone), place(one.place)) if text)
        rows.append((one.code, given(what), given(where), ", ".join(sorted(there)) or "–"))
    return Table(columns, tuple(rows))


def _facts(file: CaseFile, context: PaperContext) -> Table:
    columns = (
        Column("Tentang", 0.14),
        Column("Pertanyaan", 0.36),
        Column("Keterangan", 0.22),
        Column("Menurut; bukti", 0.28),
    )
    said = [fact for fact in file.facts if fact.statements]
    return Table(columns, tuple(_fact(file, fact, context) for fact in said))


def _fact(file: CaseFile, fact: FactState, context: PaperContext) -> tuple[Words, ...]:
    incident = next((one.code for one in file.incidents if one.id == fact.incident), "")
    party = next((one.code for one in file.parties if one.id == fact.party), "")
    value = "keterangan berbeda-beda" if fact.contradicting and not fact.ruled else "–"
    if fact.value is not None:
        value = context.words.value(fact.fact, fact.value)
    sources = "\n".join(_source(file, one, context) for one in fact.statements)
    about = " / ".join(code for code in (incident, party) if code)
    return (about, context.words.label(fact.fact), value, sources)


def _source(file: CaseFile, statement: StatementRecord, context: PaperContext) -> str:
    sayer = next((one.code for one in file.parties if one.id == statement.sayer), "pengawas")
    codes = {one.id: one.code for one in file.exhibits}
    proof = ", ".join(sorted(codes[one] for one in statement.exhibits if codes.get(one)))
    value = context.words.value(statement.fact, statement.value)
    return f"{sayer}: {value}" + (f" ({proof})" if proof else "")


def _hearings(file: CaseFile, context: PaperContext) -> Table:
    columns = (
        Column("No.", 0.08, "centre"),
        Column("Pihak", 0.2),
        Column("Waktu", 0.42),
        Column("Pertanyaan", 0.3),
    )
    codes = {party.id: party.code for party in file.parties}
    rows: list[tuple[Words, ...]] = []
    for one in file.clarifications:
        answered = sum(bool(question.answer.strip()) for question in one.questions)
        when = moment(one.started_at or one.scheduled_at, context.zone)
        asked = f"{len(one.questions)}, dijawab {answered}"
        rows.append((str(one.number), codes.get(one.party, "?"), when, asked))
    return Table(columns, tuple(rows))


def _integrity(file: CaseFile, context: PaperContext) -> tuple[Block, ...]:
    columns = (Column("Kunci penanda tangan", 0.42), Column("Sidik kunci", 0.58, "code"))
    keys = [
        (f"{one.name}\n{officer_role(one)}, {one.office}", fingerprint(one.dev))
        for one in file.officers
    ]
    blocks: list[Block] = [
        FieldGroup((Field("Kepala isi", file.content_head),), label_width=0.22),
        Table(columns, tuple(keys)),
    ]
    if context.heads:
        streams = (
            Column("Aliran (kunci)", 0.3, "code"),
            Column("Catatan", 0.12, "centre"),
            Column("Kepala aliran", 0.58, "code"),
        )
        rows = tuple((one.dev[:16], str(one.count), one.head) for one in context.heads)
        blocks.append(Table(streams, rows))
    blocks.append(
        Text(
            "Laporan ini merangkum isi berkas kasus dan bukan putusan. Yang mengikat adalah "
            "catatan dan berkas asli di dalam berkas kasus; VERIFY.txt menjelaskan cara "
            "memeriksanya.",
            "note",
        )
    )
    return tuple(blocks)
