"""
Checks a home: pages, chains, signatures, anchors, objects.

Nothing is repaired and nothing deleted; what is wrong is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from cases.home import Home, root_of
from cases.journal.event import GENESIS, BadLine, Event, read_strictly, sha256
from cases.journal.signing import is_signed
from cases.journal.streams import Head
from cases.language import tr
from cases.progress import Progress
from cases.tables import head, journal, unknown


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that is not as it was written: `what` names it, `reason` says why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """
    What a check found.

    `unnamed` objects are harmless: an import was cut off before naming. So are `unused` lines:
    their type is new, or they say again what was said; they are kept and passed on.
    """

    objects: int
    events: int
    broken: tuple[Broken, ...]
    unnamed: tuple[str, ...]
    unused: int = 0


def check(home: Home, progress: Progress | None = None) -> Report:
    """Read everything again: every page, line, signature, anchor and object."""
    progress = progress or Progress()
    broken = [Broken("netra.db", words) for words in home.store.check()]
    named: set[str] = set()
    events = 0
    with home.read() as connection:
        chains = _Chains(_heads(connection))
        for line, sha in _lines(connection):
            events += 1
            chains.read(line, sha)
        named = chains.named
        broken += chains.finish()
        unused = connection.execute(select(func.count()).select_from(unknown)).scalar_one()
    held = set(home.vault.names())
    progress.begin(len(held), tr("Memeriksa bukti"))
    for name in sorted(held):
        if not home.vault.verify(name):
            broken.append(Broken(name, tr("isi berkas tidak sama dengan saat disimpan")))
        progress.advance()
    broken += [Broken(name, tr("berkas hilang")) for name in sorted(named - held)]
    return Report(len(held), events, tuple(broken), tuple(sorted(held - named)), unused)


def _heads(connection: Connection) -> dict[tuple[str, str], Head]:
    return {(row.dev, row.scope): Head(*row) for row in connection.execute(select(head))}


def _lines(connection: Connection) -> Iterator[tuple[bytes, str]]:
    found = connection.execute(
        select(journal.c.line, journal.c.sha256)
        .order_by(journal.c.lam, journal.c.dev, journal.c.scope, journal.c.seq)
        .execution_options(yield_per=5_000)
    )
    yield from found


class _Chains:
    """Follows all streams in the order of the journal."""

    def __init__(self, heads: dict[tuple[str, str], Head]) -> None:
        self._heads = heads
        self._last: dict[tuple[str, str], tuple[int, str]] = {}
        self._broken: list[Broken] = []
        self.named: set[str] = set()

    def read(self, line: bytes, sha: str) -> None:
        """Check one line against the one before it in its stream."""
        try:
            event = read_strictly(line)
        except BadLine as error:
            self._broken.append(Broken(sha, str(error)))
            return
        stream = (event.dev, event.scope)
        seq, prev = self._last.get(stream, (0, GENESIS))
        if sha256(line) != sha or (event.seq, event.prev) != (seq + 1, prev):
            self._broken.append(Broken(sha, tr("rantai catatan terputus di sini")))
        if event.type == "anchor" and not self._fits(event):
            self._broken.append(Broken(sha, tr("ada aliran yang hilang sejak jangkar ini")))
        self._last[stream] = (event.seq, sha)
        self.named.update(event.obj)

    def _fits(self, event: Event) -> bool:
        heads = [
            (scope, seq, sha)
            for (dev, scope), (seq, sha) in self._last.items()
            if dev == event.dev and scope
        ]
        return bool(event.body.get("root") == root_of(heads))

    def finish(self) -> list[Broken]:
        """Check the signatures of the heads, once all lines were read."""
        for (dev, scope), (seq, sha) in self._last.items():
            signed = self._heads.get((dev, scope))
            if signed is None or (signed.seq, signed.sha256) != (seq, sha):
                self._broken.append(Broken(sha, tr("kepala aliran tidak bertanda tangan")))
                continue
            if not is_signed(signed):
                self._broken.append(Broken(sha, tr("tanda tangan kepala aliran tidak cocok")))
        return self._broken
