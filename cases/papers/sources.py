"""
Where the values of a form come from: names that the pack uses, looked up in the case.

`isi.tahapan` was typed into this form, `isi.lhp.spt` into another; all else is in the records of
the case. A value that is nowhere is None: a dotted line, and a gap that leads to where it belongs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cases.papers import people
from cases.papers.blocks import Words
from cases.papers.context import PaperContext
from cases.papers.people import ROLES_OF
from cases.papers.wording import (
    DELIVERIES,
    SOURCES,
    day,
    given,
    happened,
    joined,
    officer_post,
    place,
)
from cases.work import times
from cases.work.overview import CaseFile
from cases.work.records import ClarificationRecord, IncidentRecord, PartyRecord, Role
from rules.forms import FormEntry

Value = Words | tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and what it leads to: where somebody may fill it in."""

    value: Value
    leads: str = ""

    @property
    def missing(self) -> bool:
        """Whether there is nothing to print."""
        return not any(values(self.value))


@dataclass(frozen=True, slots=True)
class Sources:
    """The values of one paper."""

    file: CaseFile
    context: PaperContext
    entry: FormEntry
    person: PartyRecord | None = None
    """The person that fields are repeated for, or who is heard."""
    incident: IncidentRecord | None = None
    """The incident that fields are repeated for; None: all of them."""

    def of_person(self, person: PartyRecord) -> "Sources":
        """Give the values with another person in mind."""
        return replace(self, person=person)

    def of_incident(self, incident: IncidentRecord | None) -> "Sources":
        """Give the values with one incident in mind."""
        return replace(self, incident=incident)

    def find(self, names: str) -> Found:
        """Look up a name; of several with `|` between them the first that has a value."""
        found = Found(None)
        for at, name in enumerate(names.split("|")):
            one = self._one(name.strip())
            if not one.missing:
                return one
            found = one if at == 0 else found
        return found

    def has(self, name: str) -> bool:
        """Tell whether there is a value; `!name`: whether there is none."""
        if name.startswith("!"):
            return self.find(name[1:]).missing
        return not self.find(name).missing

    def typed(self, key: str) -> Words:
        """Give what was typed into this form."""
        return self._typed(key).value  # type: ignore[return-value] # typed values are one text

    def _one(self, name: str) -> Found:
        space, _, key = name.partition(".")
        if space == "isi":
            return self._typed(key)
        if space in ROLES_OF:
            return self._everybody(ROLES_OF[space], key)
        if space == "orang":
            return self._person(key)
        if space == "peristiwa":
            return self._incidents(key)
        if space == "syarat":
            return Found(self._requirement(key), "kasus")
        return (
            Found(_SINGLE[name](self), _LEADS.get(space, "")) if name in _SINGLE else Found(None)
        )

    def _typed(self, key: str) -> Found:
        other, _, field = key.rpartition(".")
        form, about = other or self.entry.form, "" if other else self.about
        if self.incident is not None and not other and len(self.file.incidents) > 1:
            field = f"{field}/{self.incident.code}"
        value = typed_in(self.file, form, about, field) or None
        if value and self.context.redacted and key not in _FOR_PUBLIC:
            value = "(tidak dimuat dalam salinan untuk umum)"
        lines = tuple(value.split("\n")) if value and field in _LISTS else value
        return Found(lines, f"isi:{form}:{about}:{field}")

    def _everybody(self, roles: tuple[Role, ...], key: str) -> Found:
        parties = [one for one in self.file.parties if one.role in roles]
        found = tuple(people.tell(self.context, one, key) for one in parties)
        if len(parties) == 1:
            return Found(found[0], f"pihak:{parties[0].id}")
        return Found(found or None, "orang")

    def _person(self, key: str) -> Found:
        if self.person is None:
            return Found(None, "orang")
        return Found(people.tell(self.context, self.person, key), f"pihak:{self.person.id}")

    def _incidents(self, key: str) -> Found:
        chosen = (self.incident,) if self.incident else self.file.incidents
        found = tuple(_INCIDENT[key](self, one) for one in chosen)
        if len(chosen) == 1:
            return Found(found[0], f"peristiwa:{chosen[0].id}")
        several = tuple(one for one in found if any(values(one)))
        return Found(
            tuple(dict.fromkeys(v for one in several for v in values(one))) or None, "peristiwa"
        )

    def _requirement(self, key: str) -> Words:
        """Say whether a formal or material requirement is met, and why."""
        answered = self.context.handling.requirements if self.context.handling else ()
        said = {"ya": "Terpenuhi", "tidak": "Tidak terpenuhi"}
        for one in answered:
            if one.key == key and one.met in said:
                return joined(said[one.met], one.note, between=": ")
        return None

    # --- what single names mean

    @property
    def about(self) -> str:
        """What tells this paper from others of its form."""
        return self.context.about(self.entry.form)

    @property
    def hearing(self) -> ClarificationRecord | None:
        """The hearing the paper is about."""
        return self.context.hearing(self.file)

    def attending(self, incident: IncidentRecord) -> tuple[PartyRecord, ...]:
        """Give the respondents at an incident; all of them where nobody was bound to it yet."""
        there = {one.party for one in self.file.attendance if one.incident == incident.id}
        all_of_them = tuple(one for one in self.file.parties if one.role is Role.RESPONDENT)
        return tuple(one for one in all_of_them if one.id in there) or all_of_them

    def dated(self, key: str) -> str:
        """Give the stated time of an event of the case: `dilaporkan`, `ditemukan` …"""
        return dict(self.file.case.dates).get(key, "")


def typed_in(file: CaseFile, form: str, about: str, field: str) -> str:
    """Give what was typed for this paper, else for all of its form."""
    return file.filled.get((form, about, field), "") or file.filled.get((form, "", field), "")


def values(value: Value) -> tuple[Words, ...]:
    """Give a value as several."""
    return value if isinstance(value, tuple) else (value,)


_LISTS = frozenset({"tembusan", "daftar_lampiran", "barang_bukti", "dasar"})
"""Typed fields of which each line is one of a list."""
_FOR_PUBLIC = frozenset({"tahapan", "spt", "bentuk", "tujuan", "sasaran", "nomor", "tanggal"})
"""Typed fields that a copy for the public repeats; an analysis is none of them."""
_LEADS = {
    "kasus": "kasus",
    "kantor": "kantor",
    "klarifikasi": "klarifikasi",
    "undangan": "klarifikasi",
    "bukti": "bukti",
}

_INCIDENT: Mapping[str, Callable[[Sources, IncidentRecord], Value]] = {
    "judul": lambda _s, one: given(one.title),
    "tempat": lambda _s, one: place(one.place),
    "waktu": lambda s, one: happened(one, s.context.zone),
    "hari": lambda s, one: day(one.starts_at, s.context.zone),
    "waktu_tempat": lambda s, one: joined(
        happened(one, s.context.zone) or "", place(one.place) or "", between="\n"
    ),
    "uraian": lambda _s, one: given(one.description),
    "jenis_pemilihan": lambda s, one: (
        s.context.words.value("jenis_pemilihan", one.election) if one.election else None
    ),
    "pelaku": lambda s, one: tuple(s.context.name_of(who) for who in s.attending(one)) or None,
    "alamat_pelaku": lambda s, one: (
        tuple(people.tell(s.context, who, "alamat") for who in s.attending(one)) or None
    ),
}


def _reported(s: Sources) -> str:
    return s.dated("dilaporkan") or s.file.case.found_at


def _came_in(s: Sources) -> Words:
    report = s.file.case.source.value == "laporan"
    return day(_reported(s) if report else s.file.case.found_at, s.context.zone)


def _finder(s: Sources) -> Value:
    brought = [one for one in s.file.parties if one.role is Role.COMPLAINANT]
    if brought:
        return tuple(s.context.name_of(one) for one in brought)
    return given(s.context.officer.name) if s.file.case.source.value == "temuan" else None


def _exhibits(s: Sources) -> Value:
    hidden = s.context.redacted
    return (
        tuple(
            f"{one.code}  {'' if hidden else one.caption or one.file}".strip()
            for one in s.file.exhibits
        )
        or None
    )


def _bundle(s: Sources) -> Value:
    first = "Formulir Laporan" if s.file.case.source.value == "laporan" else "Formulir Temuan"
    return (
        first,
        "Kajian dugaan pelanggaran",
        "Berita acara klarifikasi",
        "Daftar bukti dan bukti",
        ("Bukti status kepegawaian Terlapor"),
    )


def _hearing(read: Callable[[ClarificationRecord, str], Value]) -> Callable[[Sources], Value]:
    def value(s: Sources) -> Value:
        return read(s.hearing, s.context.zone) if s.hearing else None

    return value


def _invitation(read: Callable[..., Words]) -> Callable[[Sources], Value]:
    def value(s: Sources) -> Value:
        sent = s.hearing.invitations if s.hearing else ()
        return read(sent[-1], s) if sent else None

    return value


def _exhibit_code(s: Sources, exhibit: str) -> Words:
    return next((one.code for one in s.file.exhibits if one.id == exhibit), None)


_SINGLE: Mapping[str, Callable[[Sources], Value]] = {
    "kasus.register": lambda s: given(s.file.case.register),
    "kasus.judul": lambda s: given(s.file.case.title),
    "kasus.judul_kode": lambda s: f"{s.file.case.code}  {s.file.case.title}",
    "kasus.asal": lambda s: SOURCES[s.file.case.source.value],
    "kasus.tempat": lambda s: place(s.file.case.place),
    "kasus.ditemukan": lambda s: day(s.file.case.found_at, s.context.zone),
    "kasus.diketahui": lambda s: day(s.file.case.known_at, s.context.zone),
    "kasus.dilaporkan_hari": lambda s: day(_reported(s), s.context.zone),
    "kasus.dilaporkan_pukul": lambda s: given(times.clock(_reported(s), s.context.zone)),
    "kasus.tanggal_masuk": _came_in,
    "kasus.pelapor_penemu": _finder,
    "petugas.nama": lambda s: given(s.context.officer.name),
    "petugas.jabatan": lambda s: given(officer_post(s.context.officer)),
    "kantor.nama": lambda s: given(s.context.officer.office),
    "kantor.alamat": lambda s: s.context.office.address or None,
    "bukti.daftar": _exhibits,
    "surat.berkas": _bundle,
    "tujuan.tembusan": lambda s: s.context.addressee.copies if s.context.addressee else None,
    "klarifikasi.hari": _hearing(lambda h, zone: day(h.started_at or h.scheduled_at, zone)),
    "klarifikasi.pukul": _hearing(
        lambda h, zone: given(times.clock(h.started_at or h.scheduled_at, zone))
    ),
    "klarifikasi.hari_rencana": _hearing(lambda h, zone: day(h.scheduled_at, zone)),
    "klarifikasi.pukul_rencana": _hearing(
        lambda h, zone: given(times.clock(h.scheduled_at, zone))
    ),
    "klarifikasi.tempat": _hearing(
        lambda h, _z: joined(h.place, h.link if h.mode == "daring" else "", between="\n")
    ),
    "klarifikasi.petugas": _hearing(lambda h, _z: joined(*h.officers)),
    "klarifikasi.petugas_pertama": _hearing(
        lambda h, _z: given(h.oath_by or (h.officers[0] if h.officers else ""))
    ),
    "klarifikasi.undangan_ke": _hearing(lambda h, _z: str(max(len(h.invitations), 1))),
    "klarifikasi.daring": _hearing(lambda h, _z: "ya" if h.mode == "daring" else None),
    "undangan.cara": _invitation(lambda one, _s: given(DELIVERIES.get(one.how, one.how))),
    "undangan.dikirim": _invitation(
        lambda one, s: given(times.full_time(one.sent_at, s.context.zone, str))
    ),
    "undangan.penerima": _invitation(lambda one, _s: given(one.receiver)),
    "undangan.diterima": _invitation(
        lambda one, s: given(times.full_time(one.received_at, s.context.zone, str))
    ),
    "undangan.bukti": _invitation(lambda one, s: _exhibit_code(s, one.exhibit)),
}
