"""
What stands of a field that several people may edit, and what stands beside it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from cases.journal.folds.case import DATE
from cases.journal.folds.edits import live_of
from cases.journal.transaction import Tx
from cases.tables import edit
from cases.work.corrections import FREE, need_reason
from cases.work.records import Conflict


def live(connection: Connection, scope: str, entity: str, field: str) -> list[tuple[str, Any]]:
    """Give (event, value) of every edit that stands; the first is the one shown."""
    text = connection.execute(
        select(edit.c.live).where(
            edit.c.scope == scope, edit.c.entity == entity, edit.c.field == field
        )
    ).scalar()
    return [(event, value) for event, _, _, value in live_of(text)] if text else []


def standing(connection: Connection, scope: str, entities: Iterable[str], field: str) -> list[str]:
    """Give the edits that stand of one field of several things, each once."""
    events = [event for one in entities for event, _ in live(connection, scope, one, field)]
    return list(dict.fromkeys(events))


def changed(
    connection: Connection, scope: str, entity: str, fields: Mapping[str, Any]
) -> Iterator[tuple[str, Any, list[str]]]:
    """Give (field, value, edits it replaces) for each field whose value is new or settles."""
    for field, value in fields.items():
        standing = live(connection, scope, entity, field)
        if len(standing) != 1 or standing[0][1] != value:
            yield field, value, [event for event, _ in standing]


def edit_fields(
    tx: Tx, kind: str, body: dict[str, Any], scope: str, fields: Mapping[str, Any]
) -> None:
    """Append one event of `kind` for each changed field; `body` names the entity.

    A `reason` in the body is that of the correction.
    """
    reason = str(body.get("reason", ""))
    entity = next((value for key, value in body.items() if key != "reason"), "case")
    for field, value, saw in changed(tx.connection, scope, entity, fields):
        if scope and field not in FREE and not field.startswith(DATE):
            need_reason(
                tx.connection, scope, _set_at(tx.connection, scope, (entity, field)), reason
            )
        tx.append(kind, {**body, "field": field, "value": value}, case=scope or None, saw=saw)


def _set_at(connection: Connection, scope: str, at: tuple[str, str]) -> int:
    """Give the place (`lam`) at which a field got the value it shows; 0 for an empty one."""
    text = connection.execute(
        select(edit.c.live).where(
            edit.c.scope == scope, edit.c.entity == at[0], edit.c.field == at[1]
        )
    ).scalar()
    shown = live_of(text)[:1] if text else []
    return next((lam for _, lam, _, value in shown if value), 0)


def conflicts_in(connection: Connection, scope: str) -> dict[str, tuple[Conflict, ...]]:
    """Give the conflicts of each entity of a scope (`case` for the case itself)."""
    found: dict[str, list[Conflict]] = {}
    rows = connection.execute(
        select(edit.c.entity, edit.c.field, edit.c.live)
        .where(edit.c.scope == scope)
        .order_by(edit.c.entity, edit.c.field)
    )
    for entity, field, text in rows:
        conflict = conflict_of(entity, field, text)
        if conflict:
            found.setdefault(entity, []).append(conflict)
    return {entity: tuple(conflicts) for entity, conflicts in found.items()}


def conflict_of(entity: str, field: str, text: str) -> Conflict | None:
    """Read a conflict from the edits that stand; None where they all say the same."""
    standing = live_of(text)
    values = [json.dumps(value, ensure_ascii=False, sort_keys=True) for *_, value in standing]
    if len(set(values)) < 2:
        return None
    return Conflict(
        entity,
        field,
        tuple(
            (event, dev, value) for (event, _, dev, _), value in zip(standing, values, strict=True)
        ),
    )
