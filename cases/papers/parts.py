"""Parts of forms that are more than lines: tables and lists made from the case, by name."""

from collections.abc import Callable, Iterable, Mapping

from cases.papers import exhibits
from cases.papers.blocks import Block, Column, Items, Table, Text, Words
from cases.papers.digests import grouped
from cases.papers.judging import against, elements, legal_basis, testimony
from cases.papers.letters import HEADS
from cases.papers.sources import Sources
from cases.papers.wording import given, moment, register_label
from cases.work import times
from cases.work.originals import need_originals
from cases.work.records import FactState, Role, Value

Part = Callable[[Sources], Iterable[Block]]


def _annex(s: Sources) -> Iterable[Block]:
    return exhibits.annex(s.file, s.file.exhibits, s.context)


def _facts(s: Sources) -> Iterable[Block]:
    known = [(fact, fact.value) for fact in s.file.facts if fact.value is not None]
    if known:
        yield Items(tuple(_fact(s, fact, value) for fact, value in known), "dashes")


def _fact(s: Sources, fact: FactState, value: Value) -> str:
    words = s.context.words
    about = next((p.code for p in s.file.parties if p.id == fact.party), "")
    codes: dict[str, str] = {one.id: one.code for one in s.file.exhibits}
    codes |= {one.id: one.code for one in s.file.parties}
    named = {codes.get(e, "") for said in fact.statements for e in said.exhibits} - {""}
    sayers = {codes.get(said.sayer or "", "pengawas") for said in fact.statements}
    proof = "; ".join(
        part for part in (f"menurut {', '.join(sorted(sayers))}", ", ".join(sorted(named))) if part
    )
    subject = f"{about}: " if about else ""
    return f"{subject}{words.label(fact.fact)}: {words.value(fact.fact, value)} ({proof})"


def _handed_in(s: Sources) -> Iterable[Block]:
    columns = (
        Column("No.", 0.08, "centre"),
        Column("Jenis bukti", 0.42),
        Column("Jumlah/rangkap", 0.2, "centre"),
        Column("Keterangan", 0.3),
    )
    rows = tuple(
        (str(number), f"{one.code}  {one.caption or one.file}".strip(), None, None)
        for number, one in enumerate(s.file.exhibits, 1)
    )
    yield Table(columns, rows or (("1", None, None, None), ("2", None, None, None)))


def _plenary(s: Sources) -> Iterable[Block]:
    columns = (
        Column("No.", 0.08, "centre"),
        Column("Nama", 0.4),
        Column("Jabatan", 0.22),
        Column("Tanda tangan", 0.3),
    )
    hands = (("ketua", "Ketua"), ("anggota_1", "Anggota"), ("anggota_2", "Anggota"))
    rows = tuple(
        (str(number), s.typed(key), post, None) for number, (key, post) in enumerate(hands, 1)
    )
    yield Table(columns, rows)


def _status(s: Sources) -> Iterable[Block]:
    """Tell the status; who reported is never named in what hangs on a board."""
    columns = (
        Column("Nomor register", 0.24),
        Column("Pelapor/Penemu", 0.2),
        Column("Terlapor", 0.24),
        Column("Status", 0.32),
    )
    brought = [one.code for one in s.file.parties if one.role is Role.COMPLAINANT]
    who: Words = "\n".join(f"{code} (identitas dirahasiakan)" for code in brought) or None
    if not brought and s.file.case.source.value == "temuan":
        who = given(s.context.officer.name)
    accused = "\n".join(
        s.context.name_of(one) for one in s.file.parties if one.role is Role.RESPONDENT
    )
    yield Table(
        columns,
        ((given(s.file.case.register), who, given(accused), _followed(s)),),
        dotted_lines=3,
    )


def _followed(s: Sources) -> Words:
    status = s.typed("status") or s.entry.words.get(s.file.case.status)
    if status is None:
        return None
    more = (("kepada_instansi", "kepada"), ("alasan", "alasan:"))
    told = [f"{word} {text}" for key, word in more if (text := s.typed(key))]
    return ", ".join([status, *told])


def _on_the_stick(s: Sources) -> Iterable[Block]:
    columns = (
        Column("Berkas kasus", 0.32),
        Column("Isi", 0.26),
        Column("Sidik SHA-256 berkas", 0.42, "code"),
    )
    case, sealed = s.file.case, s.context.sealed
    name = f"{case.code}\n{sealed.file}" if sealed else case.code
    when = f"disegel {moment(sealed.at, s.context.zone)}" if sealed else "belum disegel"
    held = f"{len(s.file.exhibits)} bukti, {len(s.file.clarifications)} klarifikasi\n{when}"
    yield Table(columns, ((name, held, grouped(sealed.sha256) if sealed else None),))


def _questions(s: Sources) -> Iterable[Block]:
    asked = s.context.questions
    if asked:
        yield Items(tuple(f"{text}\n{'.' * 60}" for text in asked), "numbers")


def _open_hearings(s: Sources) -> Iterable[Block]:
    codes = {party.id: party.code for party in s.file.parties}
    pending = [one for one in s.file.clarifications if not one.ended_at and not one.cancelled]
    if pending:
        yield Items(
            tuple(
                f"{codes.get(one.party, '?')}: "
                f"{times.full_time(one.scheduled_at, s.context.zone, str) or 'belum dijadwalkan'}"
                for one in pending
            ),
            "numbers",
        )


def _wanted_originals(s: Sources) -> Iterable[Block]:
    wanted = need_originals(s.file.exhibits)
    if wanted:
        yield Items(tuple(f"{one.code}  {one.file}" for one in wanted), "dashes")


def _register(s: Sources) -> Iterable[Block]:
    number = given(s.file.case.register) or "." * 40
    yield Text(f"{register_label(s.file.case.source.value)} : {number}", "centre")


PARTS: Mapping[str, Part] = {
    **HEADS,
    "lampiran": _annex,
    "fakta": _facts,
    "bukti_rangkap": _handed_in,
    "peserta_pleno": _plenary,
    "tabel_status": _status,
    "isi_usb": _on_the_stick,
    "pertanyaan": _questions,
    "klarifikasi_terbuka": _open_hearings,
    "asli": _wanted_originals,
    "nomor_register": _register,
    "dasar_hukum": legal_basis,
    "keterangan": testimony,
    "unsur": elements,
    "menyangkal": against,
}
"""The parts that a layout may name."""
