"""
Makes the print copies that are missing, after intake, when there is time.

A print copy is an object of its own, named by an event; papers embed it and it travels first. A
picture that cannot be decoded becomes an attachment, with the reason.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import msgspec
from sqlalchemy import select

from cases.changes import Changes
from cases.errors import Cancelled
from cases.home import Home
from cases.intake.brought import places_of
from cases.intake.child import OTHER, Answer, Child
from cases.intake.copying import Picture
from cases.intake.workers import count_of_workers
from cases.language import tr
from cases.progress import Progress
from cases.tables import exhibit as exhibit_table
from cases.vault.errors import ObjectDamaged, ObjectMissing, VaultLocked
from cases.vault.sealing import seal_to
from cases.work.exhibit_records import look_of
from cases.work.records import ExhibitId

GROUP = 8
_AHEAD = 2
"""So many pictures more than there are processes are begun, so that none waits for the journal."""


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
    lies_at: Path | None = None
    """A copy of it on the disk of the home: reading that is cheaper than opening the object."""
    known: dict[str, Any] | None = None
    """What `exhibit.preview` says of another exhibit with these bytes."""


def make_previews(
    home: Home,
    *,
    exhibits: Collection[ExhibitId] | None = None,
    first: Callable[[], Collection[ExhibitId]] = tuple,
    report: Callable[[Collection[ExhibitId]], None] = lambda _: None,
    progress: Progress | None = None,
) -> Changes:
    """
    Make missing print copies, of these exhibits or of all; stops quietly when told to.

    `first` is asked before each picture for those that are on the screen now: they come next.
    `report` is told of the exhibits whose copies were just named.
    """
    progress = progress or Progress()
    with home.working(), ExitStack() as stack:
        missing = _missing(home, exhibits)
        progress.begin(len(missing), tr("Membuat salinan cetak"))
        if not missing:
            return Changes()
        width = min(count_of_workers(2), len(missing))
        children: SimpleQueue[Child] = SimpleQueue()
        for _ in range(width):
            children.put(stack.enter_context(Child()))
        lanes = stack.enter_context(ThreadPoolExecutor(width))
        making = _Making(home, lambda one: lanes.submit(_copy, home, children, one), report)
        with suppress(Cancelled, VaultLocked):  # the next run makes the rest
            making.run(missing, first, width + _AHEAD, progress)
        return making.changes


class _Making:
    """One run: pictures begun, copies sealed, groups named."""

    def __init__(
        self,
        home: Home,
        begin: "Callable[[_Missing], Future[_Copy]]",
        report: Callable[[Collection[ExhibitId]], None],
    ) -> None:
        self._home, self._begin, self._report = home, begin, report
        self._begun: deque[tuple[_Missing, Future[_Copy]]] = deque()
        self._made: list[tuple[_Missing, _Copy]] = []
        self.changes = Changes()

    def run(
        self,
        missing: list[_Missing],
        first: Callable[[], Collection[ExhibitId]],
        ahead: int,
        progress: Progress,
    ) -> None:
        waiting = {one.object: one for one in missing}
        shown_by = {exhibit: one.object for one in missing for _, exhibit in one.places}
        try:
            while (waiting and self._home.reserve.evidence_fits(0)) or self._begun:
                progress.hold()
                while waiting and len(self._begun) < ahead:
                    one = waiting.pop(_next(waiting, (shown_by.get(id_, "") for id_ in first())))
                    self._begun.append((one, self._begin(one)))
                self._finish()
                if len(self._made) >= GROUP:
                    self._name(progress)
        finally:
            self._keep_begun()
            self._name(progress)

    def _finish(self) -> None:
        one, future = self._begun.popleft()
        self._made.append((one, future.result()))

    def _keep_begun(self) -> None:
        """Keep what the lanes are in the middle of; give up what they have not come to."""
        for one, future in self._begun:
            if not future.cancel():
                with suppress(VaultLocked):
                    self._made.append((one, future.result()))

    def _name(self, progress: Progress) -> None:
        """Put a group into the vault and name it."""
        made, self._made = self._made, []
        if not made:
            return
        sealed = [(copy.temp, copy.sha256) for _, copy in made if copy.temp is not None]
        self._home.vault.adopt_group(sealed)
        changes = _name(self._home, [(one, copy.said) for one, copy in made])
        parts, cases = self.changes.parts | changes.parts, self.changes.cases | changes.cases
        self.changes = Changes(parts, cases)
        self._report([ExhibitId(exhibit) for one, _ in made for _, exhibit in one.places])
        progress.advance(len(made), made[-1][0].name)


def _next(waiting: Mapping[str, _Missing], wanted: Iterable[str]) -> str:
    """Choose the next picture: the first that is wanted, else the first of all."""
    return next((object_ for object_ in wanted if object_ in waiting), next(iter(waiting)))


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
        places = places_of(connection, home.folder)
    found: dict[str, _Missing] = {}
    for row in rows:
        if exhibits is not None and row.id not in exhibits:
            continue
        turned = msgspec.json.decode(row.inspection or "{}", type=_Inspection).orientation
        picture = Picture(row.media_type, row.width, row.height, turned)
        one = found.setdefault(row.object, _Missing(row.object, row.file, picture))
        one.places.append((row.scope, row.id))
        one.known = known.get(row.object)
        one.lies_at = places.get(row.object)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy, sealed and waiting to be named; `said` is empty where there is nothing to say."""

    said: dict[str, Any] = field(default_factory=dict)
    temp: Path | None = None

    @property
    def sha256(self) -> str:
        return str(self.said["object"])


def _copy(home: Home, children: "SimpleQueue[Child]", one: _Missing) -> _Copy:
    """Make the copy and seal it."""
    if not home.unlocked:
        raise VaultLocked
    if one.known:
        return _Copy(one.known)
    child = children.get()
    try:
        answer = _ask(home, child, one)
    except (ObjectDamaged, ObjectMissing):
        # `check` reports what is wrong with the vault; it is no fault of the picture.
        return _Copy()
    finally:
        children.put(child)
    if not answer.copy:
        return _Copy({"object": "", "reason": answer.reason} if answer.reason else {})
    temp = home.vault.incoming_file()
    sha256, _ = seal_to(temp, BytesIO(answer.copy), home.vault.recipients, settle=False)
    said: dict[str, Any] = {"object": sha256}
    if answer.dhash:
        said["dhash"] = answer.dhash
    if answer.signals:
        said["signals"] = msgspec.to_builtins(answer.signals)
    return _Copy(said, temp)


def _ask(home: Home, child: Child, one: _Missing) -> Answer:
    if one.lies_at is not None:
        answer = child.print_copy_of(one.lies_at, one.object, one.name, one.picture)
        if answer.reason != OTHER:
            return answer
    return child.print_copy(home.vault.read(one.object), one.name, one.picture)


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
