"""
Enters sealed files into the journal: bytes first into the vault, then one transaction that names
a whole group. The custody event is written by the same door, so no file can enter without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.intake.brought import note
from cases.intake.claims import Claims
from cases.intake.inspection import to_event
from cases.intake.lanes import Finished
from cases.intake.naming import name_of, text_of
from cases.intake.outcome import DUPLICATE, STORED, IntakeItem
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.work.codes import EXHIBIT, next_codes
from cases.work.evidence_words import reason_words
from cases.work.exhibits import copy_into
from cases.work.records import CaseId


@dataclass(frozen=True, slots=True)
class _Known:
    """An exhibit that has these bytes already."""

    exhibit: str
    codes: dict[str, str]
    """Its code in each scope it stands in."""
    kind: str
    reason: str


def enter(
    home: Home, case: CaseId | None, run: str, group: Sequence[Finished]
) -> tuple[list[IntakeItem], Changes]:
    """Adopt the sealed bytes and name them in one transaction; gives one item for each file."""
    home.vault.adopt_group(
        (finished.temp, finished.sealed.sha256) for finished in group if finished.temp is not None
    )
    try:
        return _name(home, case, run, group)
    except NetraError as error:
        if error.code != "disk-full":
            raise
        # The failed write gave back the room that is set aside for the journal.
        return _name(home, case, run, group)


def _name(
    home: Home, case: CaseId | None, run: str, group: Sequence[Finished]
) -> tuple[list[IntakeItem], Changes]:
    """Name the group in one transaction."""
    items: list[IntakeItem] = []
    with home.write() as tx:
        known = _known(tx, {_object(finished) for finished in group})
        codes = iter(next_codes(tx, case, EXHIBIT, len(group)) if case else ())
        for finished in group:
            held = known.get(_object(finished))
            if held is None:
                code = next(codes, "")
                held = _take_in(tx, case, finished, code)
                known[finished.sealed.sha256] = held
                items.append(_item(finished, STORED, held, code))
            elif finished.known and (case or "") in held.codes:
                # The interrupted import that goes on brought this very file: no second bringing.
                item = _item(finished, DUPLICATE, held, held.codes[case or ""])
                items.append(replace(item, resumed=True))
            else:
                linked = case is not None and case not in held.codes
                code = _see_again(tx, case, finished, held, codes)
                item = _item(finished, DUPLICATE, held, code)
                if linked and not item.reason:
                    item = replace(item, reason=tr("Sudah ada, dan kini juga dalam kasus ini."))
                items.append(item)
        note(tx, run, _brought(group, items))
    return items, tx.changes


def _object(finished: Finished) -> str:
    return finished.known.sha256 if finished.known else finished.sealed.sha256


def _brought(
    group: Sequence[Finished], items: Sequence[IntakeItem]
) -> Iterator[tuple[Path, str, str, str, int]]:
    """Give what is to be remembered of where the files lay."""
    for finished, item in zip(group, items, strict=True):
        if finished.state:
            yield finished.path, finished.state, item.sha256, item.exhibit, item.size


def _known(tx: Tx, objects: set[str]) -> dict[str, _Known]:
    rows = tx.connection.execute(
        select(exhibit_table)
        .where(exhibit_table.c.object.in_(objects))
        .order_by(exhibit_table.c.lam, exhibit_table.c.scope)
    )
    known: dict[str, _Known] = {}
    for row in rows:
        held = known.setdefault(row.object, _Known(row.id, {}, row.kind, row.reason))
        if row.id == held.exhibit:
            held.codes[row.scope] = row.code
    return known


def _take_in(tx: Tx, case: CaseId | None, finished: Finished, code: str) -> _Known:
    exhibit = uuid4().hex
    claims = _claims(finished)
    body: dict[str, Any] = {
        "exhibit": exhibit,
        "object": finished.sealed.sha256,
        "file": name_of(finished.path),
        "size": finished.sealed.size,
        "kind": claims.kind,
        "media_type": claims.media_type,
        "reason": claims.reason,
        "width": claims.width or 0,
        "height": claims.height or 0,
        "inspection": to_event(claims),
    }
    if code:
        body["code"] = code
    tx.append("exhibit.taken_in", body, case=case, obj=[finished.sealed.sha256])
    return _Known(exhibit, {case or "": code}, claims.kind, claims.reason)


def _see_again(tx: Tx, case: CaseId | None, finished: Finished, held: _Known, codes: Any) -> str:
    """Note that the bytes came once more, and link the exhibit to the case where it is new."""
    scope = case or ("" if "" in held.codes or len(held.codes) > 1 else next(iter(held.codes)))
    if scope and scope not in held.codes:
        held.codes[scope] = next(codes)
        tx.fold()
        copy_into(tx, scope, held.exhibit, held.codes[scope])
    body = {"exhibit": held.exhibit, "file": name_of(finished.path)}
    tx.append("exhibit.seen_again", body, case=scope or None)
    return held.codes.get(scope, "")


def _item(finished: Finished, status: str, held: _Known, code: str) -> IntakeItem:
    return IntakeItem(
        file=text_of(finished.path),
        status=status,
        exhibit=held.exhibit,
        code=code,
        sha256=_object(finished),
        size=finished.known.size if finished.known else finished.sealed.size,
        kind=held.kind,
        reason=reason_words(held.reason),
    )


def _claims(finished: Finished) -> Claims:
    assert finished.claims is not None  # noqa: S101 - a lane seals and reads, or refuses
    return finished.claims
