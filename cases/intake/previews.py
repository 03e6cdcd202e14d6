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

import msgspec
from sqlalchemy import select

from cases.changes import Changes
from cases.errors import Cancelled
from cases.home import Home
from cases.intake.child import Answer, Child
from cases.intake.copying import Picture
from cases.language import tr
from cases.progress import Progress
from cases.tables import exhibit as exhibit_table
from cases.vault.errors import ObjectDamaged, ObjectMissing, VaultLocked
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
    copy: str = ""
    """SHA-256 of a copy that another exhibit with these bytes has already."""


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
            select(exhibit_table.c.object, exhibit_table.c.preview).where(
                exhibit_table.c.preview != ""
            )
        )
        copies = {row.object: row.preview for row in made}
    found: dict[str, _Missing] = {}
    for row in rows:
        if exhibits is not None and row.id not in exhibits:
            continue
        turned = msgspec.json.decode(row.inspection or "{}", type=_Inspection).orientation
        picture = Picture(row.media_type, row.width, row.height, turned)
        one = found.setdefault(row.object, _Missing(row.object, row.file, picture))
        one.places.append((row.scope, row.id))
        one.copy = copies.get(row.object, "")
    return list(found.values())


def _copy(home: Home, children: "SimpleQueue[Child]", one: _Missing) -> Answer | str:
    """Make the copy and put it into the vault; gives its name, or the answer that says why not."""
    if one.copy:
        return one.copy
    child = children.get()
    try:
        data = home.vault.read(one.object)
        answer = child.print_copy(data, one.name, one.picture)
    except (ObjectDamaged, ObjectMissing):
        # `check` reports what is wrong with the vault; it is no fault of the picture.
        return Answer()
    finally:
        children.put(child)
    return home.vault.put(answer.copy) if answer.copy else answer


def _name(home: Home, made: list[tuple[_Missing, Answer | str]]) -> Changes:
    """Name a group of copies in one transaction."""
    with home.write() as tx:
        for one, outcome in made:
            copy = outcome if isinstance(outcome, str) else ""
            reason = outcome.reason if isinstance(outcome, Answer) else ""
            if not copy and not reason:
                continue
            for scope, exhibit in one.places:
                body = {"exhibit": exhibit, "object": copy}
                if reason:
                    body["reason"] = reason
                tx.append("exhibit.preview", body, case=scope or None, obj=[copy] if copy else [])
    return tx.changes
