"""
Originals that are elsewhere: which exhibits are only a copy of one, and that it was asked for.

A copy that a messenger made, a screenshot, a picture without the camera's own data: the original
is on somebody's phone, and it alone tells when and where.
"""

from collections.abc import Sequence

from cases.changes import Changes
from cases.home import Home
from cases.language import N_
from cases.tables import exhibit as exhibit_table
from cases.work.evidence_records import ExhibitRecord
from cases.work.records import ExhibitId
from cases.work.scopes import scopes_of

WHATSAPP, CHAT, SCREEN, EDITED, BARE = "whatsapp", "chat", "screen", "edited", "bare"
_KINDS = {
    "whatsapp_image": WHATSAPP,
    "telegram": CHAT,
    "facebook": CHAT,
    "screenshot": SCREEN,
    "screen_photo": SCREEN,
    "edited": EDITED,
}

WHY = {
    WHATSAPP: N_(
        "WhatsApp mengecilkan foto dan menghapus catatan kamera: waktu, tempat, dan ketajamannya "
        "hilang. Berkas asli di HP masih menyimpannya."
    ),
    CHAT: N_(
        "Aplikasi pengirim mengecilkan foto dan menghapus catatan kamera: waktu, tempat, dan "
        "ketajamannya hilang. Berkas asli di HP masih menyimpannya."
    ),
    SCREEN: N_(
        "Yang ada hanya gambar dari layar. Foto atau kiriman aslinya menunjukkan kapan dan di "
        "mana gambar itu dibuat, dan bahwa tidak ada yang terpotong."
    ),
    EDITED: N_(
        "Berkas ini pernah disimpan oleh program penyunting. Berkas asli menunjukkan bahwa "
        "isinya tidak berubah."
    ),
    BARE: N_(
        "Di dalam berkas ini tidak ada waktu pengambilan. Berkas asli di HP atau kamera biasanya "
        "menyimpan waktu dan tempatnya."
    ),
}
"""Why the original matters, in words for its holder."""


def missing_original(exhibit: ExhibitRecord) -> str:
    """Give the kind of copy an exhibit is (a key of `WHY`); empty where it may be the original."""
    kind = _KINDS.get(exhibit.origin, "")
    if kind or exhibit.kind != "photo" or exhibit.taken.local:
        return kind
    return BARE


def need_originals(exhibits: Sequence[ExhibitRecord]) -> tuple[ExhibitRecord, ...]:
    """Give those whose original should be asked for."""
    return tuple(exhibit for exhibit in exhibits if missing_original(exhibit))


def request_original(home: Home, exhibit: ExhibitId, why: str = "") -> Changes:
    """Record that the holder of the original was asked for it, in every case it stands in."""
    with home.write() as tx:
        body = {"exhibit": exhibit, "why": why.strip()}
        for scope in scopes_of(tx.connection, exhibit_table, exhibit):
            tx.append("original.requested", body, case=scope or None)
        tx.made = exhibit
    return tx.changes
