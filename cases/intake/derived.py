"""
Derives a copy of an exhibit: the original is decoded in the limited child, drawn on, kept anew.

The original stays as it is. The copy is an object of its own, named by an event with the hash of
its parent and what was done to it; papers that show it say so.
"""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import Row, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.intake.child import Child
from cases.intake.copying import SIDE, Picture
from cases.intake.redrawing import WORKING
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.vault.errors import ObjectDamaged, ObjectMissing
from cases.work.derived import next_code
from cases.work.evidence_words import reason_words
from cases.work.operations import Operation, parse_operations, plain_operations
from cases.work.records import ExhibitId
from cases.work.scopes import absent, scopes_of

LONGEST_REASON = 500


class _Inspection(msgspec.Struct, frozen=True):
    orientation: int | None = None


def derive_copy(
    home: Home, exhibit: ExhibitId, operations: Sequence[Any], *, reason: str
) -> Changes:
    """
    Make a copy of an exhibit on which `operations` are done; `.made` is the copy's id.

    Operations are structs of `cases.work.operations` or plain objects. In every case the exhibit
    stands in, the copy gets a code (`B-04/S1`) and the custody log a line.
    """
    checked = parse_operations(operations)
    reason = _reason(reason)
    with home.working():
        row = _row(home, exhibit)
        jpeg, source = _drawn(home, row, checked)
        stored = home.vault.put(jpeg)
        body = {
            "copy": uuid4().hex,
            "exhibit": exhibit,
            "object": stored,
            "parent_sha256": row.object,
            "operations": plain_operations(checked),
            "reason": reason,
            "drawn_from": "" if source == row.object else source,
        }
        return _record(home, exhibit, body)


def preview_copy(home: Home, exhibit: ExhibitId, operations: Sequence[Any]) -> bytes:
    """Give the JPEG that `derive_copy` would keep; nothing is kept and nothing recorded."""
    checked = parse_operations(operations)
    with home.working():
        return _drawn(home, _row(home, exhibit), checked)[0]


def _reason(text: str) -> str:
    reason = text.strip()
    if not reason:
        raise NetraError(
            tr("Alasan belum diisi."),
            tr("Tulis untuk apa salinan ini dibuat, misalnya: wajah anak ditutup."),
            code="empty-text",
        )
    if len(reason) > LONGEST_REASON:
        raise NetraError(
            tr("Alasan ini terlalu panjang."),
            tr("Tulis paling panjang {n} huruf.", n=LONGEST_REASON),
            code="long-text",
        )
    return reason


def _row(home: Home, exhibit: ExhibitId) -> Row[Any]:
    with home.read() as connection:
        row = connection.execute(
            select(exhibit_table)
            .where(exhibit_table.c.id == exhibit)
            .order_by(exhibit_table.c.preview.desc())
            .limit(1)
        ).first()
    if row is None:
        raise absent(exhibit_table)
    return row


def _drawn(home: Home, row: Row[Any], operations: tuple[Operation, ...]) -> tuple[bytes, str]:
    """Draw on the original, or on the print copy; gives the JPEG and the hash of what it was."""
    turned = msgspec.json.decode(row.inspection or "{}", type=_Inspection).orientation
    original = Picture(row.media_type, row.width, row.height, turned, WORKING)
    sources = [(row.object, original)] if row.kind == "photo" else []
    if row.preview:
        sources.append((row.preview, Picture("image/jpeg", SIDE, SIDE, None, WORKING)))
    reason = ""
    with Child() as child:
        for sha256, about in sources:
            try:
                data = home.vault.read(sha256)
            except (ObjectDamaged, ObjectMissing):
                continue
            answer = child.redrawn(data, row.file, about, operations)
            if answer.copy:
                return answer.copy, sha256
            reason = reason or answer.reason
    raise NetraError(
        tr("Dari bukti ini tidak dapat dibuat salinan. {alasan}", alasan=_why_not(reason)),
        tr("Berkas asli tetap tersimpan; pakai berkas asli, atau jelaskan dengan kata-kata."),
        code="no-picture",
    )


def _why_not(reason: str) -> str:
    return reason_words(reason) if reason else tr("Tidak ada gambar yang dapat dibaca.")


def _record(home: Home, exhibit: str, body: dict[str, Any]) -> Changes:
    with home.write() as tx:
        for scope in scopes_of(tx.connection, exhibit_table, exhibit):
            code = tx.connection.execute(
                select(exhibit_table.c.code).where(
                    exhibit_table.c.scope == scope, exhibit_table.c.id == exhibit
                )
            ).scalar_one()
            named = {**body, "code": next_code(tx, scope, exhibit, code)}
            tx.append("copy.derived", named, case=scope or None, obj=[body["object"]])
        tx.made = str(body["copy"])
    return tx.changes
