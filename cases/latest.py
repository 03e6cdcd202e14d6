"""
Where each key stood when the home was last closed.

An older `netra.db` put in the place of the newer one, by a sync program or a well-meant rescue,
looks sound. Written on, it would fork the officer's streams, and the office would refuse all that
follows. So the place is kept outside the database, under a MAC, and compared at the next opening.
"""

import hmac
from contextlib import suppress
from pathlib import Path

import msgspec
from sqlalchemy import select

from cases import disk
from cases.errors import NetraError
from cases.journal.event import canonical
from cases.keys.kdf import subkey
from cases.keys.unlocked import Unlocked
from cases.language import tr
from cases.store import Store
from cases.tables import head, journal

FILE = "latest.json"


class OlderDatabase(NetraError):
    """The database does not hold what this key wrote last."""

    def __init__(self) -> None:
        super().__init__(
            tr("Basis data rumah ini lebih lama daripada saat terakhir ditutup."),
            tr(
                "Kembalikan netra.db yang terbaru. Jika tidak ada lagi, pulihkan folder ini"
                " ke folder baru, supaya kunci tanda tangan baru dipakai."
            ),
            code="older-database",
        )


class _Latest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heads: dict[str, tuple[int, str]]
    """Last line of the own stream of each key: seq, event id."""
    mac: str


def note(store: Store, keys: Unlocked) -> None:
    """Write down where the signed-in key stands."""
    with store.read() as connection:
        row = connection.execute(
            select(head.c.seq, head.c.sha256).where(head.c.dev == keys.dev, head.c.scope == "")
        ).first()
    if row is None:
        return
    heads = {**_read(keys), keys.dev: (row.seq, row.sha256)}
    data = msgspec.json.encode(_Latest(heads, _mac(keys, heads)))
    # a full or read-only disk must not keep the home from closing
    with suppress(NetraError):
        disk.save(keys.folder / FILE, data)


def check(store: Store, keys: Unlocked) -> None:
    """Raise `OlderDatabase` when the last line of the signed-in key is not there."""
    seq, sha256 = _read(keys).get(keys.dev, (0, ""))
    with store.read() as connection:
        held = connection.execute(
            select(journal.c.sha256).where(
                journal.c.dev == keys.dev, journal.c.scope == "", journal.c.seq == seq
            )
        ).scalar()
    if seq and held != sha256:
        raise OlderDatabase


def _read(keys: Unlocked) -> dict[str, tuple[int, str]]:
    """Give what was written down; a file that is damaged or of another home says nothing."""
    path: Path = keys.folder / FILE
    try:
        latest = msgspec.json.decode(path.read_bytes(), type=_Latest)
    except (OSError, ValueError, RecursionError):
        return {}
    sound = hmac.compare_digest(latest.mac.encode(), _mac(keys, latest.heads).encode())
    return latest.heads if sound else {}


def _mac(keys: Unlocked, heads: dict[str, tuple[int, str]]) -> str:
    return hmac.digest(subkey(keys.vault_key, FILE), canonical(heads), "sha256").hex()
