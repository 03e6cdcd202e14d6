"""
Prevention: appeals, socialisation and other acts before anything is broken.

The founding texts name it as daily work, so it is recorded like evidence: kind, audience, date,
place, exhibits. It stands in the officer's own stream and belongs to no case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack
from uuid import uuid4

import msgspec
from sqlalchemy import Row, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import N_, tr
from cases.tables import prevention
from cases.work import stated
from cases.work.codes import PREVENTION, next_code, order_of
from cases.work.edits import edit_fields
from cases.work.records import ExhibitId, Place
from cases.work.scopes import need_exhibits

KINDS = {
    "imbauan": N_("Imbauan"),
    "sosialisasi": N_("Sosialisasi"),
    "koordinasi": N_("Koordinasi"),
    "pendidikan": N_("Pendidikan pengawasan partisipatif"),
    "lainnya": N_("Lainnya"),
}
"""Kinds of prevention, in the order menus show them."""


class PreventionFields(TypedDict, total=False):
    """What may be said of an act of prevention."""

    kind: str
    title: str
    audience: str
    starts_at: str
    ends_at: str
    place: Place
    description: str
    exhibits: Sequence[ExhibitId]


@dataclass(frozen=True, slots=True)
class PreventionRecord:
    """An act of prevention."""

    id: str
    code: str
    kind: str
    kind_text: str
    title: str
    audience: str
    starts_at: str
    ends_at: str
    place: Place
    description: str
    exhibits: tuple[ExhibitId, ...]
    at: str
    dev: str
    withdrawn: str = ""
    """Why it does not count; empty: it does."""


def record_prevention(home: Home, **fields: Unpack[PreventionFields]) -> Changes:
    """Record an act of prevention."""
    values = _checked(home, fields)
    _need_kind(str(values.get("kind", "")))
    stated.needed(str(values.get("title", "")), tr("Perihal"))
    stated.in_order(str(values.get("starts_at", "")), str(values.get("ends_at", "")))
    with home.write() as tx:
        need_exhibits(tx.connection, "", values.get("exhibits", ()))
        tx.made = uuid4().hex
        body = {"prevention": tx.made, "code": next_code(tx, None, PREVENTION), **values}
        tx.append("prevention.recorded", body, case=None)
    return tx.changes


def edit_prevention(home: Home, wanted: str, **fields: Unpack[PreventionFields]) -> Changes:
    """Change fields of an act of prevention; what stood before stays in the record."""
    values = _checked(home, fields)
    if "kind" in values:
        _need_kind(str(values["kind"]))
    return _edit(home, wanted, values)


def withdraw_prevention(home: Home, wanted: str, reason: str) -> Changes:
    """Take an entry back that was made by mistake; it stays readable."""
    return _edit(home, wanted, {"withdrawn": stated.needed(reason, tr("Alasan"))})


def list_prevention(home: Home) -> tuple[PreventionRecord, ...]:
    """Give all acts of prevention, in the order of their codes."""
    with home.read() as connection:
        rows = connection.execute(select(prevention).where(prevention.c.scope == ""))
        records = [_record(row) for row in rows]
    return tuple(sorted(records, key=lambda one: (order_of(one.code), one.id)))


def resolve_prevention(home: Home, text: str) -> str:
    """Find an act of prevention by its code or id."""
    for record in list_prevention(home):
        if text.strip().casefold() in {record.id, record.code.casefold()}:
            return record.id
    raise NetraError(
        tr("Tidak ada kegiatan pencegahan “{text}”.", text=text),
        tr("Lihat kodenya pada daftar, misalnya PC-01."),
        code="no-such-prevention",
    )


def _edit(home: Home, wanted: str, values: dict[str, Any]) -> Changes:
    with home.write() as tx:
        row = tx.connection.execute(
            select(prevention).where(prevention.c.scope == "", prevention.c.id == wanted)
        ).first()
        if row is None:
            raise NetraError(
                tr("Kegiatan pencegahan ini tidak ada di rumah data ini."),
                tr("Muat ulang daftar, lalu pilih lagi."),
                code="no-such-prevention",
            )
        need_exhibits(tx.connection, "", values.get("exhibits", ()))
        stated.in_order(
            str(values.get("starts_at", row.starts_at)), str(values.get("ends_at", row.ends_at))
        )
        edit_fields(tx, "prevention.edited", {"prevention": wanted}, "", values)
        tx.made = wanted
    return tx.changes


def _need_kind(kind: str) -> None:
    if kind not in KINDS:
        raise NetraError(
            tr("Jenis pencegahan “{text}” tidak dikenal.", text=kind),
            tr("Pilihan: {choices}.", choices=", ".join(KINDS)),
            code="bad-kind",
        )


def _checked(home: Home, fields: PreventionFields) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in fields.items():
        if isinstance(value, Place):
            values[key] = stated.place_body(value)
        elif key == "exhibits":
            values[key] = list(value)  # type: ignore[call-overload]
        elif key in {"starts_at", "ends_at"}:
            values[key] = stated.time(home, str(value))
        else:
            values[key] = str(value).strip()
    return values


def _record(row: Row[Any]) -> PreventionRecord:
    return PreventionRecord(
        id=row.id,
        code=row.code,
        kind=row.kind,
        kind_text=tr(KINDS[row.kind]) if row.kind in KINDS else row.kind,
        title=row.title,
        audience=row.audience,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=stated.place_of(msgspec.json.decode(row.place or "{}")),
        description=row.description,
        exhibits=tuple(msgspec.json.decode(row.exhibits or "[]")),
        at=row.at,
        dev=row.dev,
        withdrawn=row.withdrawn,
    )
