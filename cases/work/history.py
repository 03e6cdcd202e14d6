"""
History: the journal of a case, line by line, in words.
"""

from dataclasses import dataclass

from sqlalchemy import select

from cases.home import Home
from cases.journal.event import Event, read
from cases.journal.folds.case import DATE
from cases.language import N_, tr
from cases.tables import journal, stream, unknown
from cases.work.codes import codes_in
from cases.work.fact_words import fact_label

WORDS = {
    "stream.started": N_("{name} mulai mencatat"),
    "key.started": N_("Kunci {name} mulai dipakai"),
    "anchor": N_("Jangkar dicatat"),
    "office.enrolled": N_("Didaftarkan ke kantor {name}"),
    "roster.added": N_("{name} masuk daftar petugas"),
    "roster.revoked": N_("Kunci dicabut: {reason}"),
    "backup.made": N_("Cadangan dibuat"),
    "clock.jump": N_("Jam laptop bergeser {seconds} detik"),
    "clock.kept": N_("Jam laptop tetap dipakai: {reason}"),
    "pack.installed": N_("Paket aturan {pack} dipasang"),
    "region.installed": N_("Paket wilayah {region} dipasang"),
    "case.sealed": N_("Berkas kasus disegel: {file}"),
    "receipt.added": N_("Tanda terima {office} dicatat"),
    "case.imported": N_("Berkas kasus diimpor: {file}"),
    "case.opened": N_("Kasus dibuka: {title}"),
    "case.edited": N_("Kasus diubah: {field}"),
    "case.moved": N_("Langkah: {text}"),
    "case.move_withdrawn": N_("Langkah terakhir ditarik: {reason}"),
    "requirement.answered": N_("Syarat {requirement} dijawab: {met}"),
    "deadline.extended": N_("Tenggat {clock} diperpanjang: {ground}"),
    "deadline.extension_withdrawn": N_("Perpanjangan tenggat ditarik: {reason}"),
    "rule.alleged": N_("Diduga melanggar {rule}"),
    "rule.allegation_withdrawn": N_("Dugaan atas aturan ditarik: {reason}"),
    "prevention.recorded": N_("Pencegahan {code} dicatat: {title}"),
    "prevention.edited": N_("Pencegahan diubah: {field}"),
    "holidays.taken": N_("Tabel hari libur dipakai: {file}"),
    "party.added": N_("Pihak {code} ditambahkan"),
    "party.described": N_("Identitas {party} dicatat"),
    "party.read": N_("Identitas {party} dibaca"),
    "person.confirmed_same": N_("{party} dipastikan orang yang sama dengan pihak kasus lain"),
    "person.same_withdrawn": N_("Kepastian orang yang sama ditarik: {reason}"),
    "incident.recorded": N_("Peristiwa {code} dicatat: {title}"),
    "incident.edited": N_("Peristiwa {incident} diubah: {field}"),
    "attendance.recorded": N_("{party} hadir pada {incident}"),
    "statement.made": N_("Keterangan tentang {fact}"),
    "statement.withdrawn": N_("Keterangan ditarik: {reason}"),
    "fact.ruled": N_("Diputuskan tentang {fact}: {reason}"),
    "against.noted": N_("Hal yang melemahkan dugaan dicatat: {text}"),
    "exhibit.taken_in": N_("Bukti masuk: {file}"),
    "exhibit.linked": N_("Bukti {code} masuk ke kasus: {file}"),
    "exhibit.seen_again": N_("Bukti {exhibit} dibawa sekali lagi: {file}"),
    "exhibit.preview": N_("Salinan cetak {exhibit} dibuat"),
    "exhibit.captioned": N_("Keterangan gambar {exhibit}: {caption}"),
    "exhibit.timed": N_("Zona waktu kamera dinyatakan: {offset}"),
    "exhibit.clock_stated": N_("Selisih jam kamera dicatat: {error_ms} ms ± {plus_minus_ms} ms"),
    "exhibit.placed": N_("Tempat pengambilan dinyatakan: {place}"),
    "exhibit.statement_withdrawn": N_("Pernyataan tentang waktu atau tempat ditarik: {reason}"),
    "capture.described": N_("Tangkapan media sosial {exhibit} dilengkapi"),
    "capture.rechecked": N_("Tangkapan {exhibit} diperiksa ulang di internet"),
    "marker.placed": N_("{party} ditandai pada {exhibit}"),
    "marker.removed": N_("Tanda pada foto ditarik: {reason}"),
    "copy.derived": N_("Salinan {code} dibuat: {reason}"),
    "original.received": N_("Berkas asli dari {exhibit} diterima"),
    "exhibit.read_again": N_("Data berkas {exhibit} dibaca ulang"),
    "original.requested": N_("Berkas asli {exhibit} diminta kepada pemegangnya"),
    "exhibit.viewed": N_("Bukti {exhibit} dilihat"),
    "exhibit.exported": N_("Bukti {exhibit} disalin keluar"),
    "exhibit.printed": N_("Bukti {exhibit} dicetak"),
    "exhibit.rehashed": N_("Bukti {exhibit} diperiksa ulang"),
    "clarification.planned": N_("Klarifikasi {party} direncanakan"),
    "clarification.edited": N_("Klarifikasi diubah: {field}"),
    "clarification.missed": N_("Tidak hadir pada klarifikasi: {reason}"),
    "clarification.cancelled": N_("Klarifikasi dibatalkan: {reason}"),
    "invitation.sent": N_("Undangan ke-{number} dikirim: {how}"),
    "invitation.delivered": N_("Undangan diterima: {receiver}"),
    "minutes.handed_over": N_("Salinan berita acara diserahkan: {receiver}"),
    "question.put": N_("Pertanyaan diajukan: {text}"),
    "question.answered": N_("Jawaban dicatat"),
    "question.corrected": N_("Jawaban diubah setelah dibacakan: {reason}"),
    "question.withdrawn": N_("Pertanyaan ditarik: {reason}"),
    "note.written": N_("Catatan ditulis: {text}"),
    "note.withdrawn": N_("Catatan ditarik: {reason}"),
    "tag.added": N_("Label ditambahkan: {tag}"),
    "tag.removed": N_("Label dilepas: {tag}"),
    "case.archived": N_("Kasus diarsipkan: {reason}"),
    "case.unarchived": N_("Kasus dikeluarkan dari arsip: {reason}"),
    "party.withdrawn": N_("Pihak {party} ditarik: {reason}"),
    "incident.withdrawn": N_("Peristiwa {incident} ditarik: {reason}"),
    "paper.filled": N_("Isian surat ditulis: {field}"),
    "paper.scanned": N_("Pindaian surat dicocokkan: {exhibit}"),
    "letterhead.set": N_("Kop surat kantor diisi"),
    "form.confirmed": N_("Nama formulir dipastikan: {title}"),
    "paper.made": N_("Surat dibuat: {title}"),
    "paper.printed": N_("Surat dicetak: {title}"),
    "paper.exported": N_("Surat disimpan sebagai PDF: {title}"),
}

_FIELDS = {
    "title": N_("judul"),
    "regime": N_("rezim"),
    "source": N_("sumber"),
    "found_at": N_("waktu ditemukan"),
    "known_at": N_("waktu diketahui"),
    "place": N_("tempat"),
    "pack": N_("paket aturan"),
    "register": N_("nomor register"),
    "status": N_("status"),
    "state": N_("keadaan penanganan"),
    "track": N_("jalur penanganan"),
    "category": N_("jenis pelanggaran"),
    "audience": N_("sasaran"),
    "exhibits": N_("bukti"),
    "withdrawn": N_("penarikan"),
    "kind": N_("jenis kegiatan"),
    "election": N_("jenis pemilihan"),
    "contestant": N_("peserta pemilihan"),
    "starts_at": N_("waktu mulai"),
    "ends_at": N_("waktu selesai"),
    "description": N_("uraian"),
    "scheduled_at": N_("jadwal"),
    "mode": N_("cara"),
    "mode_reason": N_("alasan cara"),
    "officers": N_("petugas"),
    "assignment": N_("surat tugas"),
    "companion": N_("pendamping"),
    "oath": N_("sumpah atau janji"),
    "started_at": N_("waktu mulai"),
    "ended_at": N_("waktu selesai"),
    "read_back": N_("dibacakan kembali"),
    "corrections": N_("perbaikan"),
    "signature": N_("tanda tangan"),
    "signature_reason": N_("alasan tidak bertanda tangan"),
    "mode_ground": N_("alasan media daring menurut pasal"),
    "link": N_("tautan media daring"),
    "recording": N_("rekaman"),
    "consent": N_("persetujuan perekaman"),
    "identity": N_("identitas yang diperlihatkan"),
    "companion_kind": N_("kedudukan pendamping"),
    "companion_letter": N_("nomor surat kuasa"),
    "oath_reason": N_("alasan menolak sumpah"),
    "oath_by": N_("yang mengambil sumpah"),
    "answer": N_("jawaban"),
    "caption": N_("keterangan gambar"),
}
_LONG = 120


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the journal, in words."""

    event: str
    at: str
    """What the laptop's clock said, UTC; the order is the journal's own."""
    dev: str
    officer: str
    type: str
    words: str
    access: bool
    """Something was looked at, printed or sealed; no content changed."""
    used: bool = True
    """False: kept as it is, but this version reads nothing from it; `words` say why."""


def read_history(home: Home, case: str | None = None, limit: int = 200) -> tuple[HistoryLine, ...]:
    """
    Give the last lines of a case (None: of the own streams), newest first.

    Lines that are kept without being used stand among them however old they are.
    """
    scope = case or ""
    order = journal.c.lam.desc(), journal.c.dev.desc(), journal.c.seq.desc()
    lines = select(journal.c.line, journal.c.sha256, journal.c.lam, journal.c.dev, journal.c.seq)
    unused = select(unknown.c.event).where(unknown.c.scope == scope)
    here = lines.where(journal.c.scope == scope).order_by(*order).limit(limit)
    kept = here.where(journal.c.sha256.in_(unused))
    with home.read() as connection:
        names = {
            row.dev: row.name
            for row in connection.execute(
                select(stream.c.dev, stream.c.name).where(stream.c.scope == scope)
            )
        }
        codes = codes_in(connection, scope)
        aside = set(connection.execute(unused).scalars())
        rows = {row.sha256: row for query in (here, kept) for row in connection.execute(query)}
    last = sorted(rows.values(), key=lambda row: (row.lam, row.dev, row.seq), reverse=True)
    tell = _Teller(names, codes, aside)
    return tuple(tell.line(read(row.line), row.sha256) for row in last)


@dataclass(frozen=True, slots=True)
class _Teller:
    """What is needed to say lines in words."""

    names: dict[str, str]
    codes: dict[str, str]
    aside: set[str]

    def line(self, event: Event, sha256: str) -> HistoryLine:
        used = sha256 not in self.aside
        return HistoryLine(
            event=sha256,
            at=event.wall,
            dev=event.dev,
            officer=self.names.get(event.dev) or event.dev[:8],
            type=event.type,
            words=self._words(event, used=used),
            access=event.cls == "access",
            used=used,
        )

    def _words(self, event: Event, *, used: bool) -> str:
        text = WORDS.get(event.type)
        if text is None:
            return tr(
                "Catatan jenis baru ({type}): versi ini belum mengenalnya, isinya tersimpan",
                type=event.type[:_LONG],
            )
        words = event_words(event, self.codes)
        if used:
            return words
        return tr("Tidak dipakai, isinya tersimpan (ganda atau tidak terbaca): {kata}", kata=words)


def event_words(event: Event, codes: dict[str, str]) -> str:
    """Say an event of a known type in words; `codes` names parties, incidents and exhibits."""
    said = {key: _said(key, value, codes) for key, value in event.body.items()}
    return tr(WORDS[event.type]).format_map(_Given(said))


def _said(key: str, value: object, codes: dict[str, str]) -> str:
    text = str(value.get("text") or tr("tidak diketahui") if isinstance(value, dict) else value)
    if key == "field":
        return field_words(text)
    if key == "fact":
        return fact_label(text)
    text = codes.get(text, text)
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"


def field_words(field: str) -> str:
    """Name a field in words; a date of the handling by its event."""
    return tr(_FIELDS[field]) if field in _FIELDS else field.removeprefix(DATE)


class _Given(dict[str, object]):
    """Values of a body; an arriving body may lack one."""

    def __missing__(self, key: str) -> str:
        return "?"
