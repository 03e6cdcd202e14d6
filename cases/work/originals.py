"""
Originals that are elsewhere: which exhibits are only a copy of one, and that it was asked for.

A copy that a messenger made, a screenshot, a picture without the camera's own data: the original
is on somebody's phone, and it alone tells when and where.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import N_, tr
from cases.tables import exhibit as exhibit_table
from cases.work.evidence_records import CustodyRecord, ExhibitRecord
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


@dataclass(frozen=True, slots=True)
class OriginalState:
    """Whether the original was asked for and came."""

    asked_at: str = ""
    asked_by: str = ""
    received_at: str = ""
    received_as: str = ""
    """Code or file name of the exhibit that is the original, and what was said of it."""


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


def receive_original(
    home: Home, exhibit: ExhibitId, original: ExhibitId, *, why: str = ""
) -> Changes:
    """Record that the original of an exhibit came in as another, wherever both stand."""
    if exhibit == original:
        raise NetraError(
            tr("Sebuah bukti tidak dapat menjadi berkas asli dari dirinya sendiri."),
            tr("Impor dahulu berkas aslinya, lalu pilih berkas itu."),
            code="same-exhibit",
        )
    with home.write() as tx:
        there = set(scopes_of(tx.connection, exhibit_table, original))
        both = [one for one in scopes_of(tx.connection, exhibit_table, exhibit) if one in there]
        if not both:
            raise NetraError(
                tr("Berkas asli itu belum ada di kasus yang sama."),
                tr("Masukkan dahulu berkas asli itu ke kasus ini."),
                code="not-in-case",
            )
        body = {"exhibit": exhibit, "original": original, "why": why.strip()}
        for scope in both:
            tx.append("original.received", body, case=scope or None)
        tx.made = exhibit
    return tx.changes


def original_state(custody: Sequence[CustodyRecord]) -> OriginalState:
    """Tell from the custody log of an exhibit how far the asking has come."""
    asked = [line for line in custody if line.act == "requested"][-1:]
    came = [line for line in custody if line.act == "original_received"][-1:]
    return OriginalState(
        *((asked[0].at, asked[0].officer) if asked else ("", "")),
        *((came[0].at, came[0].why) if came else ("", "")),
    )
