"""
Exhibits of a case, and those that are not sorted yet; what is done with them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import msgspec
from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import custody as custody_table
from cases.tables import exhibit as exhibit_table
from cases.work import times
from cases.work.camera_clocks import NOTHING, copy_statements, stated_of
from cases.work.captures import copy_capture
from cases.work.codes import EXHIBIT, next_codes, order_of
from cases.work.derived import copy_derived
from cases.work.edits import live
from cases.work.evidence_records import ExhibitRecord
from cases.work.exhibit_records import COLUMNS, look_of, record_of
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import absent, need_case, scopes_of

_COPY = re.compile(r"/s\d+(?:·k\d+)?$")
_MANY = 500
"""So many are asked for in one query."""
_COPIED = (
    "exhibit",
    "object",
    "file",
    "size",
    "kind",
    "media_type",
    "reason",
    "width",
    "height",
)


def list_exhibits(home: Home, case: CaseId | None = None) -> tuple[ExhibitRecord, ...]:
    """Give the exhibits of a case by code; None: those that stand in no case yet."""
    with home.read() as connection:
        if case is not None:
            need_case(connection, case)
            return exhibits_of(connection, case)
        linked = select(exhibit_table.c.id).where(exhibit_table.c.scope != "")
        in_cases = set(connection.execute(linked).scalars())
        return tuple(record for record in exhibits_of(connection, "") if record.id not in in_cases)


def read_exhibits(
    home: Home, exhibits: Sequence[ExhibitId], case: CaseId | None = None
) -> tuple[ExhibitRecord, ...]:
    """Give these exhibits as they stand in a case (None: unsorted), in the order given."""
    scope = case or ""
    found: dict[str, ExhibitRecord] = {}
    with home.read() as connection:
        for start in range(0, len(exhibits), _MANY):
            wanted = exhibits[start : start + _MANY]
            stated = stated_of(connection, scope, wanted)
            rows = connection.execute(
                select(*COLUMNS).where(
                    exhibit_table.c.scope == scope, exhibit_table.c.id.in_(wanted)
                )
            )
            found |= {row[0]: record_of(row, stated.get(row[0], NOTHING)) for row in rows}
    return tuple(found[one] for one in exhibits if one in found)


def taken_in_on(home: Home, day: str) -> tuple[ExhibitRecord, ...]:
    """Give the exhibits taken in on a day (`YYYY-MM-DD`, zone of the office), newest first."""
    zone = times.zone_of_region(home.officer.region)
    first = date.fromisoformat(day) - timedelta(days=1)
    last = date.fromisoformat(day) + timedelta(days=2)
    with home.read() as connection:
        rows = connection.execute(
            select(*COLUMNS)
            .where(
                exhibit_table.c.taken_in_at >= first.isoformat(),
                exhibit_table.c.taken_in_at < last.isoformat(),
                exhibit_table.c.copied_from == "",
            )
            .order_by(exhibit_table.c.lam.desc(), exhibit_table.c.id)
        )
        return tuple(
            record
            for record in map(record_of, rows)
            if str(times.local_date(record.taken_in_at, zone) or "") == day
        )


def resolve_exhibit(home: Home, case: CaseId | None, text: str) -> ExhibitId:
    """Find an exhibit by code, id, or unambiguous beginning of its id or hash."""
    text = text.strip().casefold()
    records = list_exhibits(home, case)
    exact = [one.id for one in records if text in {one.code.casefold(), one.id, one.object}]
    begun = [one.id for one in records if text and one.id.startswith(text)]
    begun += [one.id for one in records if text and one.object.startswith(text)]
    found = exact or sorted(set(begun))
    if len(found) == 1:
        return found[0]
    if found:
        raise NetraError(
            tr("“{text}” cocok dengan beberapa bukti.", text=text),
            tr("Tulis lebih panjang."),
            code="ambiguous-exhibit",
        )
    raise _is_copy(text) if _COPY.search(text) else absent(exhibit_table)


def _is_copy(text: str) -> NetraError:
    return NetraError(
        tr("“{text}” adalah salinan turunan, bukan bukti.", text=text.upper()),
        tr("Sebut kode berkas aslinya, yaitu bagian sebelum garis miring."),
        code="derived-copy",
    )


def read_exhibit(home: Home, exhibit: ExhibitId, case: CaseId | None = None) -> ExhibitRecord:
    """Give one exhibit; its code is the one in `case`."""
    with home.read() as connection:
        scope = case or scopes_of(connection, exhibit_table, exhibit)[0]
        row = connection.execute(
            select(*COLUMNS).where(exhibit_table.c.scope == scope, exhibit_table.c.id == exhibit)
        ).first()
        if row is None:
            raise absent(exhibit_table)
        record = record_of(row, stated_of(connection, scope, [exhibit]).get(exhibit, NOTHING))
    return record if case else replace(record, code="")


def link_exhibits(home: Home, case: CaseId, exhibits: Sequence[ExhibitId]) -> Changes:
    """Put exhibits of the own stream into a case, each under the next code."""
    with home.write() as tx:
        need_case(tx.connection, case)
        here = select(exhibit_table.c.id).where(exhibit_table.c.scope == case)
        known = set(tx.connection.execute(here).scalars())
        new = [exhibit for exhibit in dict.fromkeys(exhibits) if exhibit not in known]
        codes = next_codes(tx, case, EXHIBIT, len(new))
        for exhibit, code in zip(new, codes, strict=True):
            copy_into(tx, case, exhibit, code)
        tx.made = exhibits[0] if exhibits else ""
    return tx.changes


def caption_exhibit(home: Home, exhibit: ExhibitId, caption: str) -> Changes:
    """Write the caption of an exhibit, in every case it stands in."""
    caption = caption.strip()
    with home.write() as tx:
        for scope in scopes_of(tx.connection, exhibit_table, exhibit):
            standing = live(tx.connection, scope, exhibit, "caption")
            if [value for _, value in standing] != [caption]:
                body = {"exhibit": exhibit, "caption": caption}
                saw = [event for event, _ in standing]
                tx.append("exhibit.captioned", body, case=scope or None, saw=saw)
        tx.made = exhibit
    return tx.changes


def view_exhibit(home: Home, exhibit: ExhibitId) -> Changes:
    """Record that the exhibit was looked at."""
    return handle_exhibit(home, exhibit, "viewed")


def handle_exhibit(home: Home, exhibit: ExhibitId, act: str, why: str = "") -> Changes:
    """
    Record that an exhibit was `viewed`, `exported`, `printed` or `rehashed`.

    Every case it stands in gets the line, so that each sealed case file tells all of it.
    """
    with home.write() as tx:
        body = {"exhibit": exhibit, "why": why}
        for scope in scopes_of(tx.connection, exhibit_table, exhibit):
            tx.append(f"exhibit.{act}", body, case=scope or None, cls="access")
        tx.made = exhibit
    return tx.changes


def preview_bytes(home: Home, exhibit: ExhibitId) -> bytes:
    """Give the print copy, a JPEG; empty where there is none (yet)."""
    with home.read() as connection:
        found = connection.execute(
            select(exhibit_table.c.preview).where(
                exhibit_table.c.id == exhibit, exhibit_table.c.preview != ""
            )
        ).scalar()
    return home.vault.read(found) if found else b""


def exhibits_of(connection: Connection, scope: str) -> tuple[ExhibitRecord, ...]:
    """Read the exhibits of a scope, in the order of their codes, then of their taking in."""
    stated = stated_of(connection, scope)
    rows = connection.execute(
        select(*COLUMNS)
        .where(exhibit_table.c.scope == scope)
        .order_by(exhibit_table.c.lam, exhibit_table.c.id)
    )
    records = [record_of(row, stated.get(row[0], NOTHING)) for row in rows]
    records.sort(key=lambda record: order_of(record.code))
    return tuple(records)


def copy_into(tx: Tx, case: str, exhibit: str, code: str) -> None:
    """Copy an exhibit of another stream into a case, under a code that `next_codes` gave."""
    values = (
        tx.connection.execute(
            select(exhibit_table, custody_table.c.event.label("line"))
            .join(
                custody_table,
                (custody_table.c.exhibit == exhibit_table.c.id)
                & (custody_table.c.scope == exhibit_table.c.scope)
                & (custody_table.c.act.in_(("taken_in", "linked"))),
            )
            .where(exhibit_table.c.id == exhibit)
            .order_by(exhibit_table.c.scope, custody_table.c.lam)
            .limit(1)
        )
        .mappings()
        .first()
    )
    if values is None:
        raise absent(exhibit_table)
    body = {
        **{key: values["id" if key == "exhibit" else key] for key in _COPIED},
        "code": code,
        "inspection": msgspec.json.decode(values["inspection"] or "{}"),
        "from": {
            "dev": values["dev"],
            "case": values["scope"] or None,
            "line_sha256": values["line"],
        },
    }
    tx.append("exhibit.linked", body, case=case, obj=[values["object"]])
    if values["preview"]:
        look = look_of(values["preview"], values["dhash"], values["found"])
        tx.append(
            "exhibit.preview", {"exhibit": exhibit, **look}, case=case, obj=[values["preview"]]
        )
    if values["caption"]:
        body = {"exhibit": exhibit, "caption": values["caption"]}
        tx.append("exhibit.captioned", body, case=case)
    copy_statements(tx, values["scope"], exhibit, case)
    copy_capture(tx, values["scope"], exhibit, case)
    copy_derived(tx, values["scope"], exhibit, case, code)
