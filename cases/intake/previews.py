"""
Makes the print copies that are missing, after intake, when there is time.

A print copy is an object of its own, named by an event; papers embed it and it travels first. A
picture that cannot be decoded becomes an attachment, with the reason.
"""

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

import msgspec
from sqlalchemy import select

from cases.changes import Changes
from cases.errors import Cancelled
from cases.home import Home
from cases.intake.child import Child
from cases.intake.copying import Picture
from cases.language import tr
from cases.progress import Progress
from cases.tables import exhibit as exhibit_table
from cases.vault.errors import ObjectDamaged, ObjectMissing, VaultLocked
from cases.work.exhibit_records import look_of
from cases.work.records import ExhibitId

GROUP = 8
_CHILDREN = 2


class _Inspection(msgspec.Struct, frozen=True):
    orientation: int | None = None


@dataclass(slots=True)
class _Missing:
    """One object without a print copy, and the exhibits that show it."""

    object: str
    name: str
    picture: Picture
    places: list[tuple[str, str]] = field(default_factory=list)
    """(scope, exhibit)"""
    known: dict[str, Any] | None = None
    """What `exhibit.preview` says of another exhibit with these bytes."""


def make_previews(
    home: Home,
    *,
    exhibits: Collection[ExhibitId] | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Make missing print copies, of these exhibits or of all; stops quietly when told to."""
    progress = progress or Progress()
    changes = Changes()
    with home.working(), ExitStack() as stack:
        missing = _missing(home, exhibits)
        progress.begin(len(missing), tr("Membuat salinan cetak"))
        if not missing:
            return changes
        children: SimpleQueue[Child] = SimpleQueue()
        for _ in range(min(_CHILDREN, len(missing))):
            children.put(stack.enter_context(Child()))
        lanes = stack.enter_context(ThreadPoolExecutor(_CHILDREN))
        try:
            for group in _groups(missing):
                answers = lanes.map(lambda one: _copy(home, children, one), group)
                made = _name(home, list(zip(group, answers, strict=True)))
                changes = Changes(changes.parts | made.parts, changes.cases | made.cases)
                progress.advance(len(group), group[-1].name)
        except (Cancelled, VaultLocked):
            pass  # the next run makes the rest
    return changes


def _groups(missing: list[_Missing]) -> Iterator[list[_Missing]]:
    for start in range(0, len(missing), GROUP):
        yield missing[start : start + GROUP]


def _missing(home: Home, exhibits: Collection[ExhibitId] | None) -> list[_Missing]:
    with home.read() as connection:
        rows = connection.execute(
            select(exhibit_table)
            .where(exhibit_table.c.kind == "photo", exhibit_table.c.preview == "")
            .order_by(exhibit_table.c.lam)
        ).all()
        made = connection.execute(
            select(
                exhibit_table.c.object,
                exhibit_table.c.preview,
                exhibit_table.c.dhash,
                exhibit_table.c.found,
            ).where(exhibit_table.c.preview != "")
        )
        known = {row.object: look_of(row.preview, row.dhash, row.found) for row in made}
    found: dict[str, _Missing] = {}
    for row in rows:
        if exhibits is not None and row.id not in exhibits:
            continue
        turned = msgspec.json.decode(row.inspection or "{}", type=_Inspection).orientation
        picture = Picture(row.media_type, row.width, row.height, turned)
        one = found.setdefault(row.object, _Missing(row.object, row.file, picture))
        one.places.append((row.scope, row.id))
        one.known = known.get(row.object)
    return list(found.values())


def _copy(home: Home, children: "SimpleQueue[Child]", one: _Missing) -> dict[str, Any]:
    """Make the copy and put it into the vault; gives what the event says, empty for none."""
    if one.known:
        return one.known
    child = children.get()
    try:
        data = home.vault.read(one.object)
        answer = child.print_copy(data, one.name, one.picture)
    except (ObjectDamaged, ObjectMissing):
        # `check` reports what is wrong with the vault; it is no fault of the picture.
        return {}
    finally:
        children.put(child)
    if not answer.copy:
        return {"object": "", "reason": answer.reason} if answer.reason else {}
    said: dict[str, Any] = {"object": home.vault.put(answer.copy)}
    if answer.dhash:
        said["dhash"] = answer.dhash
    if answer.signals:
        said["signals"] = msgspec.to_builtins(answer.signals)
    return said


def _name(home: Home, made: list[tuple[_Missing, dict[str, Any]]]) -> Changes:
    """Name a group of copies in one transaction."""
    with home.write() as tx:
        for one, said in made:
            for scope, exhibit in one.places if said else ():
                copy = said["object"]
                tx.append(
                    "exhibit.preview",
                    {"exhibit": exhibit, **said},
                    case=scope or None,
                    obj=[copy] if copy else [],
                )
    return tx.changes
