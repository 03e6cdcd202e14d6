"""Formulir Model A: Laporan Hasil Pengawasan, due for every supervision, also without findings."""

from dataclasses import dataclass

from cases.papers import exhibits
from cases.papers.blocks import (
    Block,
    Field,
    FieldGroup,
    Heading,
    Items,
    Paper,
    Signatures,
    Signer,
    Text,
    Title,
    Words,
)
from cases.papers.context import PaperContext
from cases.papers.wording import given, happened, joined, officer_post, place
from cases.work.overview import CaseFile
from cases.work.records import FactState, IncidentRecord, PartyRecord, Regime, Role, Value
from rules.forms import FormEntry

FORM = "lhp"

_NUMERALS = ("I", "II", "III", "IV", "V", "VI")
NIHIL = "Nihil"


def build(file: CaseFile, context: PaperContext) -> Paper:
    """Report what supervision found, in the layout of the regime."""
    first = file.incidents[0].starts_at if file.incidents else file.case.found_at
    entry = context.entry(file, FORM, first)
    report = _Report(file, context, entry)
    sections = report.pemilu() if file.case.regime is Regime.PEMILU else report.pemilihan()
    blocks: list[Block] = [Title(entry.title.upper(), "NOMOR", None)]
    for numeral, (heading, content) in zip(_NUMERALS, sections, strict=False):
        blocks += [Heading(f"{numeral}.  {heading}"), *content]
    # no section on disputes is kept yet: it closes the report, beside the hand that signs it
    disputes = Heading(f"{_NUMERALS[len(sections)]}.  {_disputes(entry)}")
    signer = Signer(officer_post(context.officer), given(context.officer.name))
    blocks.append(Signatures((signer,), place_and_date=None, closing=(disputes, Text(NIHIL))))
    blocks += exhibits.annex(file, file.exhibits, context)
    return Paper(
        form=FORM,
        title=entry.title,
        blocks=tuple(blocks),
        mark=entry.mark,
        case=file.case.id,
        case_code=file.case.code,
        content_head=file.content_head,
        final=context.final,
        exhibits=tuple(one.id for one in file.exhibits),
    )


def _disputes(entry: FormEntry) -> str:
    return f"Informasi Potensi Sengketa {entry.words['dispute']}".strip()


_Section = tuple[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class _Report:
    """The sections of Form A, from which each regime takes its own."""

    file: CaseFile
    context: PaperContext
    entry: FormEntry

    def pemilu(self) -> tuple[_Section, ...]:
        """The sections of Perbawaslu 5/2022, but for the last."""
        supervisor = self.entry.words["supervisor"]
        person = (
            Field("Tahapan yang diawasi", None, "a."),
            Field("Nama Pelaksana Tugas Pengawasan", given(self.context.officer.name), "b."),
            Field("Jabatan", given(officer_post(self.context.officer)), "c."),
            Field("Nomor Surat Perintah Tugas", None, "d."),
            Field("Alamat", None, "e."),
        )
        return (
            (f"Data {supervisor}", (FieldGroup(person),)),
            ("Kegiatan Pengawasan", self._activities()),
            ("Uraian Singkat Hasil Pengawasan", self._description()),
            ("Informasi Dugaan Pelanggaran", self._suspicion_pemilu()),
        )

    def pemilihan(self) -> tuple[_Section, ...]:
        """The sections of the form used for regional elections, but for the last."""
        supervisor, election = self.entry.words["supervisor"], self.entry.words["election"]
        person = (
            Field("Nama", given(self.context.officer.name), "a."),
            Field("Jabatan", given(officer_post(self.context.officer)), "b."),
            Field("Nomor Surat Perintah Tugas", None, "c."),
            Field("Alamat", None, "d."),
        )
        stage = (
            Field("Jenis Pemilihan", self._election(), "a."),
            Field("Tahapan Pemilihan", None, "b."),
        )
        return (
            (f"Data {supervisor}", (FieldGroup(person),)),
            (f"Jenis dan Tahapan {election} yang Diawasi", (FieldGroup(stage),)),
            ("Kegiatan Pengawasan", self._activities()),
            ("Uraian Singkat Hasil Pengawasan", self._description()),
            ("Informasi Dugaan Pelanggaran", self._suspicion_pemilihan()),
        )

    def _election(self) -> Words:
        named = [incident.election for incident in self.file.incidents if incident.election]
        words = dict.fromkeys(
            self.context.words.value("jenis_pemilihan", election) for election in named
        )
        return joined(*words)

    def _activities(self) -> tuple[Block, ...]:
        incidents: tuple[IncidentRecord | None, ...] = self.file.incidents or (None,)
        blocks: list[Block] = []
        for number, incident in enumerate(incidents, 1):
            when_where = _when_and_where(incident, self.context.zone) if incident else None
            if len(incidents) > 1:
                blocks.append(Heading(f"Kegiatan {number}", 2))
            blocks.append(
                FieldGroup(
                    (
                        Field("Bentuk", None, "a."),
                        Field("Tujuan", None, "b."),
                        Field("Sasaran", given(incident.title) if incident else None, "c."),
                        Field("Waktu dan Tempat", when_where, "d."),
                    )
                )
            )
        return tuple(blocks)

    def _description(self) -> tuple[Block, ...]:
        texts = [incident.description for incident in self.file.incidents]
        told = [text for text in texts if text.strip()]
        return tuple(Text(text) for text in told) or (Text(None, lines=4),)

    def _suspicion_pemilu(self) -> tuple[Block, ...]:
        if not self._respondents():
            return (Text(NIHIL),)
        return (
            *self._incidents(),
            Heading("2.  Saksi-saksi", 2),
            self._witnesses(),
            Heading("3.  Alat Bukti", 2),
            self._evidence(),
            Heading("4.  Barang Bukti", 2),
            Items((None,)),
            Heading("5.  Uraian singkat dugaan pelanggaran", 2),
            *self._description(),
            Heading("6.  Fakta dan Keterangan", 2),
            *self._facts(),
            Heading("7.  Analisa", 2),
            Text(None, lines=4),
        )

    def _suspicion_pemilihan(self) -> tuple[Block, ...]:
        if not self._respondents():
            return (Text(NIHIL),)
        return (
            *self._incidents(),
            Heading("2.  Pasal yang Diduga Dilanggar", 2),
            Text(None, lines=2),
            Heading("3.  Saksi-saksi", 2),
            self._witnesses(),
            Heading("4.  Bukti", 2),
            self._evidence(),
            Heading("5.  Uraian singkat dugaan pelanggaran Pemilihan", 2),
            *self._description(),
            Heading("6.  Jenis dugaan pelanggaran", 2),
            Text(None),
            Heading("7.  Fakta dan Keterangan", 2),
            *self._facts(),
            Heading("8.  Analisa", 2),
            Text(None, lines=4),
            Heading("9.  Tindak Lanjut", 2),
            Text(None, lines=2),
        )

    def _incidents(self) -> tuple[Block, ...]:
        incidents: tuple[IncidentRecord | None, ...] = self.file.incidents or (None,)
        blocks: list[Block] = [Heading("1.  Peristiwa", 2)]
        for incident in incidents:
            doers = self._attending(incident)
            blocks.append(
                FieldGroup(
                    (
                        Field("Peristiwa", given(incident.title) if incident else None, "a."),
                        Field(
                            "Tempat Kejadian", place(incident.place) if incident else None, "b."
                        ),
                        Field("Waktu Kejadian", self._when(incident), "c."),
                        Field("Pelaku", self._names(doers), "d."),
                        Field("Alamat", self._addresses(doers), "e."),
                    )
                )
            )
        return tuple(blocks)

    def _when(self, incident: IncidentRecord | None) -> Words:
        return happened(incident, self.context.zone) if incident else None

    def _respondents(self) -> tuple[PartyRecord, ...]:
        return self._of(Role.RESPONDENT)

    def _of(self, role: Role) -> tuple[PartyRecord, ...]:
        return tuple(party for party in self.file.parties if party.role is role)

    def _attending(self, incident: IncidentRecord | None) -> tuple[PartyRecord, ...]:
        """Give the respondents at an incident; all of them where nobody was bound to it yet."""
        there = {
            attendance.party
            for attendance in self.file.attendance
            if incident and attendance.incident == incident.id
        }
        return tuple(one for one in self._respondents() if one.id in there) or self._respondents()

    def _names(self, parties: tuple[PartyRecord, ...]) -> tuple[Words, ...]:
        return tuple(self.context.name_of(party) for party in parties)

    def _addresses(self, parties: tuple[PartyRecord, ...]) -> tuple[Words, ...]:
        return tuple(given(self.context.particulars_of(party.id).address) for party in parties)

    def _witnesses(self) -> Block:
        witnesses = self._of(Role.WITNESS)
        if not witnesses:
            return Items((None,))
        return Items(
            tuple(
                f"{self.context.name_of(one)}\nAlamat: "
                f"{self.context.particulars_of(one.id).address or '.' * 40}"
                for one in witnesses
            )
        )

    def _evidence(self) -> Block:
        shown = self.file.exhibits
        return Items(
            tuple(f"{one.code}  {one.caption or one.file}".strip() for one in shown) or (None,)
        )

    def _facts(self) -> tuple[Block, ...]:
        known = [(fact, fact.value) for fact in self.file.facts if fact.value is not None]
        if not known:
            return (Text(None, lines=3),)
        return (Items(tuple(self._fact(fact, value) for fact, value in known), "dashes"),)

    def _fact(self, fact: FactState, value: Value) -> str:
        words = self.context.words
        about = next((p.code for p in self.file.parties if p.id == fact.party), "")
        codes: dict[str, str] = {one.id: one.code for one in self.file.exhibits}
        codes |= {one.id: one.code for one in self.file.parties}
        named = {codes.get(e, "") for s in fact.statements for e in s.exhibits} - {""}
        sayers = {codes.get(s.sayer or "", "pengawas") for s in fact.statements}
        proof = "; ".join(
            part
            for part in (f"menurut {', '.join(sorted(sayers))}", ", ".join(sorted(named)))
            if part
        )
        subject = f"{about}: " if about else ""
        return f"{subject}{words.label(fact.fact)}: {words.value(fact.fact, value)} ({proof})"


def _when_and_where(incident: IncidentRecord, zone: str) -> Words:
    return joined(happened(incident, zone) or "", place(incident.place) or "", between="\n")
