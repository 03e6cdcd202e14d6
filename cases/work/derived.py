"""
Derived copies of exhibits: what there is, and what goes along when an exhibit enters a case.

A derived copy is no exhibit. It has no row among them, so no statement and no attendance can name
it; it is found by the exhibit it was drawn from.
"""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from cases.home import Home
from cases.journal.transaction import Tx
from cases.tables import derived as derived_table
from cases.work.codes import key_suffix
from cases.work.evidence_records import DerivedRecord
from cases.work.records import CaseId, ExhibitId

_NUMBER = re.compile(r"(?:^|/)S(\d+)(?:·|$)")
_COPIED = "copy", "exhibit", "object", "parent_sha256", "reason", "drawn_from"


def derived_copies(
    home: Home, exhibit: ExhibitId, case: CaseId | None = None
) -> tuple[DerivedRecord, ...]:
    """Give the derived copies of an exhibit, oldest first; codes are those of `case`."""
    with home.read() as connection:
        scopes = [case] if case else _scopes(connection, exhibit)
        return tuple(
            record
            for scope in scopes[:1]
            for record in derived_of(connection, scope)
            if record.exhibit == exhibit
        )


def derived_of(connection: Connection, scope: str) -> tuple[DerivedRecord, ...]:
    """Read the derived copies of all exhibits of a scope, oldest first."""
    rows = connection.execute(
        select(derived_table)
        .where(derived_table.c.scope == scope)
        .order_by(derived_table.c.lam, derived_table.c.copy)
    )
    return tuple(_record(row) for row in rows)


def derived_bytes(home: Home, record: DerivedRecord) -> bytes:
    """Give a derived copy, a JPEG."""
    return home.vault.read(record.object)


def next_code(tx: Tx, scope: str, exhibit: str, code: str) -> str:
    """Give the next code of a copy: `B-04/S1`, by a second key `B-04/S1·K2`, else `S1`."""
    tx.fold()
    codes = tx.connection.execute(
        select(derived_table.c.code).where(
            derived_table.c.scope == scope, derived_table.c.exhibit == exhibit
        )
    ).scalars()
    highest = max((int(match[1]) for one in codes if (match := _NUMBER.search(one))), default=0)
    number = f"S{highest + 1}{key_suffix(tx.connection, scope, tx.author.dev)}"
    return f"{code}/{number}" if code else number


def copy_derived(tx: Tx, scope: str, exhibit: str, case: str, code: str) -> None:
    """Repeat in a case the copies that were derived of an exhibit before it was linked there."""
    rows = tx.connection.execute(
        select(derived_table)
        .where(derived_table.c.scope == scope, derived_table.c.exhibit == exhibit)
        .order_by(derived_table.c.lam, derived_table.c.copy)
    ).mappings()
    for row in rows.all():
        body: dict[str, Any] = {key: row[key] for key in _COPIED}
        body["operations"] = msgspec.json.decode(row["operations"])
        body["code"] = next_code(tx, case, exhibit, code)
        body["from"] = {"dev": row["dev"], "case": scope or None, "line_sha256": row["event"]}
        tx.append("copy.derived", body, case=case, obj=[row["object"]])


def _scopes(connection: Connection, exhibit: str) -> list[str]:
    """Scopes that know copies of an exhibit; cases before the own stream."""
    found = connection.execute(
        select(derived_table.c.scope)
        .where(derived_table.c.exhibit == exhibit)
        .distinct()
        .order_by(derived_table.c.scope.desc())
    )
    return list(found.scalars())


def _record(row: Row[Any]) -> DerivedRecord:
    return DerivedRecord(
        id=row.copy,
        exhibit=ExhibitId(row.exhibit),
        code=row.code,
        object=row.object,
        parent_sha256=row.parent_sha256,
        operations=tuple(msgspec.json.decode(row.operations or "[]")),
        reason=row.reason,
        at=row.at,
        dev=row.dev,
    )
