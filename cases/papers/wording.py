"""Sentences that several forms share. Papers are Indonesian, whatever the window speaks."""

from datetime import datetime, timedelta

from cases.papers.blocks import Words
from cases.work import times
from cases.work.custody_words import act_words
from cases.work.evidence_records import CustodyRecord, ExhibitRecord, Taken
from cases.work.overview import CaseFile
from cases.work.records import IncidentRecord, Officer, Place, Role

ROLES = {
    Role.RESPONDENT: "Terlapor",
    Role.COMPLAINANT: "Pelapor",
    Role.WITNESS: "Saksi",
    Role.EXPERT: "Ahli",
}
OFFICER_ROLES = {
    "PKD": "Panwaslu Kelurahan/Desa",
    "PANWASCAM": "Panwaslu Kecamatan",
    "KABKOTA": "Bawaslu Kabupaten/Kota",
    "PROVINSI": "Bawaslu Provinsi",
    "RI": "Bawaslu RI",
    "PTPS": "Pengawas TPS",
}
SOURCES = {"temuan": "Temuan", "laporan": "Laporan", "informasi_awal": "Informasi awal"}
REGIMES = {"PEMILU": "Pemilu", "PILKADA": "Pemilihan (Pilkada)"}
ORIGINS = {
    "camera": "kamera",
    "whatsapp_image": "kiriman WhatsApp (dipadatkan)",
    "whatsapp_document": "kiriman WhatsApp sebagai dokumen",
    "telegram": "kiriman Telegram",
    "facebook": "unduhan Facebook",
    "screenshot": "tangkapan layar",
    "screen_photo": "foto layar",
    "scan": "hasil pindai",
    "edited": "pernah disimpan program penyunting",
}
DELIVERIES = {
    "langsung": "langsung",
    "sigaplapor": "SigapLapor",
    "telekomunikasi": "media telekomunikasi",
    "surat": "surat",
}
_ZONE_SOURCES = {
    "exif": "zona tercatat di berkas",
    "gps": "zona menurut GPS",
    "stated": "zona menurut pengawas",
}
_CLOCKS = {"measured": "diukur dengan kartu jam", "stated": "menurut pengawas"}
_CUSTODY = "taken_in", "seen_again", "linked"


def given(text: str) -> Words:
    """Return the text, or None where it is empty: a missing fact is a dotted line."""
    return text if text.strip() else None


def joined(*parts: str, between: str = ", ") -> Words:
    """Join what is there; None where nothing is."""
    return between.join(part for part in parts if part.strip()) or None


def day(text: str, zone: str) -> Words:
    """`Kamis, 3 Oktober 2024`, or None."""
    return given(times.full_date(text, zone, str))


def moment(text: str, zone: str) -> Words:
    """`Kamis, 3 Oktober 2024, 10.42 WITA`, or None."""
    return given(times.full_time(text, zone, str))


def span(start: str, end: str, zone: str) -> Words:
    """From start to end in words, or None."""
    return given(times.span(start, end, zone, str))


def place(where: Place) -> Words:
    """Words and coordinates of a place, or None."""
    code = f"kode wilayah {where.code}" if where.code else ""
    return joined(where.text, code, coordinates(where.lat, where.lon) or "")


def coordinates(lat: str, lon: str) -> Words:
    """`10,1352° LS, 123,8447° BT`, or None. The digits are the ones kept, never rounded."""
    if not lat or not lon:
        return None
    south = "LS" if lat.startswith("-") else "LU"
    west = "BB" if lon.startswith("-") else "BT"
    return f"{_decimal(lat)}° {south}, {_decimal(lon)}° {west}"


def _decimal(number: str) -> str:
    return number.lstrip("+-").replace(".", ",")


def happened(incident: IncidentRecord, zone: str) -> Words:
    """Say when an incident happened."""
    return span(incident.starts_at, incident.ends_at, zone)


def taken(record: Taken, zone: str) -> str:
    """Say when a picture was taken, how the zone is known, and how wide the doubt is."""
    local = _camera_time(record.local)
    if not local:
        return _window(record, zone) or "tidak ada waktu pengambilan di dalam berkas"
    if record.zone_source in _ZONE_SOURCES and record.earliest:
        name = times.zone_name(_offset(record))
        known = f"{local} {name} ({_ZONE_SOURCES[record.zone_source]})"
        return f"{known}; {_corrected(record, zone)}" if record.clock else known
    doubt = _corrected(record, zone) if record.clock else _window(record, zone)
    tail = f"; {doubt}" if doubt else ""
    return f"{local} menurut jam kamera, zona tidak diketahui{tail}"


def _corrected(record: Taken, zone: str) -> str:
    """Say by how much the camera's clock was wrong, who says so, and the time that follows."""
    seconds = timedelta(milliseconds=abs(record.clock_error_ms))
    way = "lebih cepat" if record.clock_error_ms > 0 else "lebih lambat"
    error = f"{way} {_length(seconds)}" if seconds else "tepat"
    doubt = f" ± {_length(timedelta(milliseconds=record.clock_plus_minus_ms))}"
    source = _CLOCKS.get(record.clock, "menurut pengawas")
    return f"jam kamera {error}{doubt} ({source}), sehingga waktunya {_window(record, zone)}"


def _length(span: timedelta) -> str:
    """`2 hari 3 jam 5 menit 0,5 detik`, without what is zero."""
    hours, rest = divmod(span.total_seconds(), 3600)
    days, hours = divmod(int(hours), 24)
    minutes, seconds = divmod(rest, 60)
    digits = 0 if seconds == int(seconds) else 1
    parts = [f"{days} hari" if days else "", f"{hours} jam" if hours else ""]
    parts += [f"{int(minutes)} menit" if minutes else ""]
    parts += [f"{times.number(seconds, digits)} detik" if seconds or not any(parts) else ""]
    return " ".join(part for part in parts if part)


def _camera_time(local: str) -> str:
    """`2024:10:03 10:42:11` as `3 Oktober 2024, 10.42.11`."""
    iso = f"{local[:10].replace(':', '-')}T{local[11:19]}Z"
    clock = times.clock(iso, "+00:00", seconds=True)
    return f"{times.plain_date(iso, '+00:00', str)}, {clock}" if clock else ""


def _offset(record: Taken) -> str:
    if record.offset:
        return record.offset
    stamp = datetime.fromisoformat(f"{record.local[:10].replace(':', '-')}T{record.local[11:19]}Z")
    stamp -= timedelta(milliseconds=record.clock_error_ms + record.clock_plus_minus_ms)
    start = times.utc(record.earliest)
    # a GPS time may differ by seconds from the camera's: zones lie a quarter of an hour apart
    quarters = round(((stamp - start) / timedelta(minutes=15)) if start else 0)
    sign = "-" if quarters < 0 else "+"
    return f"{sign}{abs(quarters) // 4:02d}:{abs(quarters) % 4 * 15:02d}"


def _window(record: Taken, zone: str) -> str:
    if not record.earliest or not record.latest:
        return ""
    # a measured clock is known to the second, which minutes would hide
    fine = bool(record.clock)
    days = times.short_date(record.earliest, zone, str), times.short_date(record.latest, zone, str)
    first, last = _clock(record.earliest, zone, fine), _clock(record.latest, zone, fine)
    if days[0] != days[1]:
        return f"antara {days[0]}, {first} dan {days[1]}, {last}"
    return f"antara {first} dan {last}, {days[0]}" if first != last else f"{days[0]}, {first}"


def _clock(moment: str, zone: str, fine: bool) -> str:
    if not fine:
        return times.clock(moment, zone)
    return f"{times.clock(moment, zone, seconds=True)} {times.zone_name(zone)}"


def custody(file: CaseFile, exhibit: ExhibitRecord, zone: str) -> tuple[str, ...]:
    """
    Say how an exhibit came in and into the case, one line an act.

    Reading and printing are left out: they are events after the content head, and a paper of one
    content head must stay the same however often it is read.
    """
    return tuple(
        _act(file, record, zone)
        for record in file.custody
        if record.exhibit == exhibit.id and record.act in _CUSTODY
    )


def _act(file: CaseFile, record: CustodyRecord, zone: str) -> str:
    when = f"{times.short_time(record.at, zone, str)}"
    act = act_words(record.act, str)
    return f"{when}: {act[0].lower()}{act[1:]}, {officer_name(file, record.dev)}"


def officer_name(file: CaseFile, dev: str) -> str:
    """Name the officer behind a signing key, or the key where nobody is known by it."""
    for officer in file.officers:
        if officer.dev == dev:
            return officer.name
    return f"kunci {dev[:16]}"


def officer_role(officer: Officer) -> str:
    """Say what an officer is."""
    return OFFICER_ROLES.get(officer.role.upper(), officer.role)


def officer_post(officer: Officer) -> str:
    """Say what an officer is, and where."""
    role = officer_role(officer)
    return officer.office if role in officer.office else joined(role, officer.office) or ""


def register_label(source: str) -> str:
    """Label of the register number: of a temuan, of a laporan, or of either."""
    word = {"temuan": "TEMUAN", "laporan": "LAPORAN"}.get(source, "TEMUAN/LAPORAN")
    return f"NOMOR REGISTER {word}"
