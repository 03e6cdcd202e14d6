"""Words for what a file says of itself: origins, sources of time, zones, clocks, weights."""

from cases.language import N_, tr
from cases.work.evidence_records import Taken, TimeSourceRecord

_ORIGINS = {
    "camera": N_("Langsung dari kamera atau HP"),
    "whatsapp_image": N_("Kiriman WhatsApp (dipadatkan)"),
    "whatsapp_document": N_("Kiriman WhatsApp sebagai dokumen"),
    "telegram": N_("Kiriman Telegram"),
    "facebook": N_("Unduhan Facebook"),
    "screenshot": N_("Tangkapan layar"),
    "screen_photo": N_("Foto layar"),
    "scan": N_("Hasil pindai"),
    "edited": N_("Pernah disimpan program penyunting"),
}
_WEIGHTS = {
    "low": (N_("lemah"), "neutral"),
    "medium": (N_("sedang"), "warn"),
    "high": (N_("kuat"), "warn"),
}
_SOURCES = {
    "exif_original": N_("Saat dipotret (EXIF)"),
    "exif_digitized": N_("Saat didigitalkan (EXIF)"),
    "exif_modified": N_("Saat diubah (EXIF)"),
    "gps": N_("Jam satelit (GPS)"),
    "xmp": N_("Catatan XMP"),
    "quicktime": N_("Kepala video"),
    "png_text": N_("Teks di dalam PNG"),
    "tag": N_("Label rekaman suara"),
    "document": N_("Catatan dokumen"),
    "page": N_("Catatan peramban saat disimpan"),
    "filename": N_("Nama berkas"),
    "file_mtime": N_("Tanggal berkas di kartu"),
}
_ZONES = {
    "exif": N_("tertulis di dalam berkas"),
    "gps": N_("menurut tempat GPS"),
    "stated": N_("dinyatakan pengawas"),
    "unknown": N_("belum diketahui"),
}


def origin_words(origin: str) -> str:
    """Where a file probably comes from."""
    return tr(_ORIGINS[origin]) if origin in _ORIGINS else tr("Asalnya tidak tampak dari berkas")


def weight_words(weight: str) -> tuple[str, str]:
    """(words, tone) of a weight."""
    words, tone = _WEIGHTS.get(weight, (N_("lemah"), "neutral"))
    return tr(words), tone


def source_words(kind: str) -> str:
    """Where in a file a time stands."""
    return tr(_SOURCES[kind]) if kind in _SOURCES else kind


def stated_words(source: TimeSourceRecord) -> str:
    """A stated time as it was understood, with its offset where it has one."""
    from cases.work.times import short_date, zone_name

    if not source.local:
        return ""
    day, _, hour = source.local.partition("T")
    parts = [short_date(day), hour.replace(":", ".")]
    if source.offset:
        parts[-1] = f"{parts[-1]} {zone_name(source.offset)}"
    return ", ".join(part for part in parts if part)


def zone_words(taken: Taken) -> str:
    """The zone a time is read in, and who says so."""
    from cases.work.times import zone_name

    who = tr(_ZONES.get(taken.zone_source, _ZONES["unknown"]))
    if taken.offset:
        return tr("{zona}, {siapa}", zona=zone_name(taken.offset), siapa=who)
    return who


def interval_words(taken: Taken, zone: str) -> str:
    """From when to when it may have been taken, in the zone of the office."""
    from cases.work.times import clock, short_time, zone_name

    if not taken.earliest:
        return tr("waktu belum diketahui")
    if taken.earliest == taken.latest:
        seconds = clock(taken.earliest, zone, seconds=True)
        return f"{short_time(taken.earliest, zone)} ({seconds} {zone_name(zone)})"
    return tr(
        "antara {awal} dan {akhir}",
        awal=short_time(taken.earliest, zone),
        akhir=short_time(taken.latest, zone),
    )


def clock_words(taken: Taken) -> str:
    """By how much the camera's clock was wrong, give or take; empty where nobody said."""
    if not taken.clock:
        return ""
    wrong = _span(abs(taken.clock_error_ms))
    doubt = _span(taken.clock_plus_minus_ms)
    if taken.clock_error_ms > 0:
        said = tr("{selisih} terlalu cepat ± {ragu}", selisih=wrong, ragu=doubt)
    elif taken.clock_error_ms < 0:
        said = tr("{selisih} terlalu lambat ± {ragu}", selisih=wrong, ragu=doubt)
    else:
        said = tr("tepat ± {ragu}", ragu=doubt)
    if taken.clock == "measured":
        return tr("{selisih}, diukur dengan kartu jam", selisih=said)
    return tr("{selisih}, dinyatakan pengawas", selisih=said)


def _span(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    hours, minutes = divmod(seconds // 60, 60)
    parts = []
    if hours:
        parts.append(tr("{n} jam", n=hours))
    if minutes:
        parts.append(tr("{n} menit", n=minutes))
    if not parts or seconds % 60 or rest:
        amount = f"{seconds % 60 + rest / 1000:.3f}".rstrip("0").rstrip(".").replace(".", ",")
        parts.append(tr("{n} detik", n=amount))
    return " ".join(parts)


def duration_words(milliseconds: int) -> str:
    """How long a recording lasts: `1.02.05`, `2.05`."""
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}.{minutes:02}.{seconds:02}" if hours else f"{minutes}.{seconds:02}"
