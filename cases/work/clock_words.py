"""The clocks in words: cautions, and why a day does not count."""

from datetime import date, datetime

from cases.language import N_, tr
from cases.work.times import short_date, short_time
from rules.deadlines import Caution, Day, DeadlineFile
from rules.workdays import Reason

_CAUTIONS = {
    "zone-assumed": N_("Zona waktu kantor tidak disebut; dipakai {zone}."),
    "order": N_(
        "Urutan tidak cocok: {event} ({date}) lebih awal daripada {other} ({other_date})."
    ),
    "starts-nothing": N_(
        "{event}: tidak memulai dan tidak mengakhiri jangka waktu apa pun ({source}, {regime})."
    ),
    "doubt": N_("{text}"),
    "no-table": N_(
        "Tabel hari libur resmi tahun {year} belum ada; "
        "hari kerja tahun itu dihitung Senin sampai Jumat."
    ),
    "estimate": N_(
        "{date} diperkirakan libur ({name}) dan belum ditetapkan; hari itu tetap dihitung."
    ),
    "elsewhere": N_(
        "{date} hari libur di daerah lain ({name}); bila kantor ada di sana, sebut daerahnya."
    ),
    "also-calendar": N_("{id}: bila hari dibaca sebagai hari kalender, batasnya {date}."),
    "also-working": N_("{id}: bila hari dibaca sebagai hari kerja, batasnya {date}."),
    "hour-unknown": N_("{id}: jam {event} tidak diketahui, jadi batasnya hanya berupa hari."),
    "never-open": N_("{id}: meja penerimaan tidak buka lagi sebelum batasnya ({date})."),
    "late": N_("{id}: {event} ({date}) sesudah batas {limit}."),
    "after-safe": N_(
        "{id}: {event} ({date}) sesudah batas aman {safe}, belum lewat batas {limit}; "
        "tandai untuk dicek, jangan ditolak."
    ),
}

_REASONS = {
    "pemicu": N_("hari peristiwa"),
    "sabtu_minggu": N_("Sabtu/Minggu"),
    "libur_nasional": N_("libur nasional: {name}"),
    "cuti_bersama": N_("cuti bersama: {name}"),
    "pemungutan_suara": N_("hari pemungutan suara: {name}"),
}


def caution_text(file: DeadlineFile, caution: Caution) -> str:
    """Say a caution; events in the words of the pack, times in the office's zone."""
    events = {event.key: event.text for event in file.events}
    values = {key: _value(value) for key, value in caution.values.items()}
    for key in ("event", "other"):
        if key in values:
            values[key] = events[values[key]]
    return tr(_CAUTIONS[caution.code], **values)


def reason_text(reason: Reason) -> str:
    """Say why a day does not count."""
    return tr(_REASONS[reason.kind], name=reason.name)


def day_text(day: Day) -> str:
    """Say one day of a count: `16 Jan 2024: hari ke-2`."""
    if day.counted:
        return tr("{date}: hari ke-{number}", date=_value(day.date), number=day.number)
    reason = reason_text(day.reason) if day.reason else ""
    return tr("{date}: tidak dihitung ({reason})", date=_value(day.date), reason=reason)


def _value(value: date | str) -> str:
    if isinstance(value, datetime):
        return short_time(value.isoformat())
    return short_date(value.isoformat()) if isinstance(value, date) else value
