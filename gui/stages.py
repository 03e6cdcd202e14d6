"""Words for stages, sources, roles, outcomes and acts: one word everywhere."""

from cases.language import N_, tr
from cases.work.records import Role, Source

STAGES = (
    ("temuan", N_("Temuan")),
    ("kajian_awal", N_("Kajian awal")),
    ("klarifikasi", N_("Klarifikasi")),
    ("kajian", N_("Kajian")),
    ("diteruskan", N_("Penerusan")),
)
_STATUS = {
    "draf": N_("Draf"),
    "kajian_awal": N_("Kajian awal"),
    "diregister": N_("Diregister"),
    "klarifikasi": N_("Klarifikasi"),
    "kajian": N_("Kajian"),
    "diteruskan": N_("Diteruskan"),
    "dihentikan": N_("Dihentikan"),
    "diserahkan": N_("Diserahkan"),
    "selesai": N_("Selesai"),
}
STATUSES = tuple(_STATUS)
"""What the status of a case may be, in the order of the work."""
_SOURCES = {
    Source.TEMUAN: N_("Temuan"),
    Source.LAPORAN: N_("Laporan"),
    Source.INFORMASI_AWAL: N_("Informasi awal"),
}
_ROLES = {
    Role.RESPONDENT: N_("Terlapor"),
    Role.COMPLAINANT: N_("Pelapor"),
    Role.WITNESS: N_("Saksi"),
    Role.EXPERT: N_("Ahli"),
}
_HINTS = {
    "whatsapp_copy": N_("Kiriman WhatsApp"),
    "telegram_copy": N_("Kiriman Telegram"),
    "facebook_copy": N_("Dari Facebook"),
    "screenshot": N_("Tangkapan layar"),
    "no_exif": N_("Tanpa data kamera"),
    "no_exif_chat_size": N_("Tanpa data kamera"),
    "exif_in_future": N_("Waktu di masa depan"),
    "edited": N_("Pernah disunting"),
    "gps_time_differs": N_("Jam berbeda"),
    "zone_differs": N_("Zona waktu berbeda"),
    "modified_later": N_("Diubah kemudian"),
    "maker_note_missing": N_("Mungkin disimpan ulang"),
    "tables_standard": N_("Mungkin disimpan ulang"),
}


def hint_words(code: str) -> str:
    """A few words for a hint; the whole sentence stands in the viewer."""
    return tr(_HINTS.get(code, N_("Perlu dilihat")))


def stage_words(status: str) -> str:
    """Word for the status of a case."""
    return tr(_STATUS.get(status, status or "Draf"))


def stage_index(status: str) -> int:
    """Place of a status among the stages; a draft stands at the first."""
    keys = [key for key, _name in STAGES]
    if status in {"dihentikan", "diserahkan", "selesai"}:
        return len(keys) - 1
    if status == "diregister":
        return keys.index("kajian_awal")
    return keys.index(status) if status in keys else 0


def source_words(source: Source) -> str:
    """Word for how a case began."""
    return tr(_SOURCES[source])


def role_words(role: Role) -> str:
    """Word for the role of a person."""
    return tr(_ROLES[role])


def outcome_words(outcome: str, missing: int) -> tuple[str, str, str]:
    """(words, tone, icon) of an outcome. No green, no red: it is a help, not a verdict."""
    if outcome == "MEMENUHI_UNSUR":
        return tr("Unsur terpenuhi (dugaan)"), "dugaan", "scale"
    if outcome == "TIDAK_MEMENUHI":
        return tr("Unsur tidak terpenuhi"), "neutral", "circle"
    if missing:
        return tr("Kurang {n} fakta", n=missing), "dugaan", "circle-question-mark"
    return tr("Perlu kajian"), "warn", "notebook-pen"
