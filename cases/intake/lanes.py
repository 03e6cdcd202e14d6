"""
Lanes of an intake: each takes the next file, has it sealed, then has it read.

A lane is a thread that mostly waits for its sealing process. All lanes share the one child that
reads hostile files; sealing is finished before reading begins, so a hostile file costs at most its
own metadata.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Semaphore, Thread

from cases import clock
from cases.disk import DiskFull, space
from cases.errors import NetraError
from cases.home import Home
from cases.intake.brought import Brought, state_of
from cases.intake.carriers import Carriers
from cases.intake.child import READER_NOT_STARTED, Child, ReaderNotStarted
from cases.intake.claims import Claims, unread
from cases.intake.naming import name_of
from cases.intake.outcome import NoRoom
from cases.intake.sealer import Sealed, Sealer, stamp
from cases.intake.selection import refusal, unreadable
from cases.intake.workers import count_of_workers
from cases.language import tr

ROOM = 40
"""So many files may be taken and not entered yet: neither memory nor `incoming` fills up."""


@dataclass(frozen=True, slots=True)
class Finished:
    """One file that a lane is done with."""

    index: int
    path: Path
    refused: str = ""
    """Why it could not be read as a file, in words."""
    failure: NetraError | None = None
    """What stops the whole intake."""
    temp: Path | None = None
    sealed: Sealed = field(default_factory=Sealed)
    claims: Claims | None = None
    state: str = ""
    """State of the file before and after it was read; empty when it changed or is too new."""
    known: Brought | None = None
    """It was stored by the interrupted import that goes on now, and lies there unchanged."""
    gone: bool = False
    """Refused because its card or cable is gone."""


class Lanes:
    """Runs files through sealing and reading; iterate to get what is finished."""

    def __init__(
        self,
        home: Home,
        files: Sequence[Path],
        child: Child,
        known: Mapping[Path, Brought],
        hold: Callable[[], None],
    ) -> None:
        """`known`: what the interrupted import stored; `hold` waits while the user pauses."""
        self._vault, self._reserve, self._child = home.vault, home.reserve, child
        self._known, self._hold = known, hold
        self._next = iter(enumerate(files))
        self._carriers = Carriers(files)
        self._deaf = False
        self._lock = Lock()
        self._room = Semaphore(ROOM)
        self._stop = Event()
        self._done: SimpleQueue[Finished | None] = SimpleQueue()
        count = min(len(files), count_of_workers())
        self._threads = [Thread(target=self._run, daemon=True) for _ in range(count)]
        self._ended = 0
        self.bug: Exception | None = None
        """What a lane ended by, if that was no fault of a file or the disk."""

    def start(self) -> None:
        """Let the lanes run."""
        for thread in self._threads:
            thread.start()

    def next(self, seconds: float) -> Finished | None:
        """Give the next finished file; None when there is none within this time or at the end."""
        try:
            finished = self._done.get(timeout=seconds)
        except Empty:
            return None
        if finished is None:
            self._ended += 1
            return None
        return finished

    @property
    def ended(self) -> bool:
        """Whether every lane has ended and everything was given out."""
        return self._ended == len(self._threads)

    def entered(self, count: int) -> None:
        """Make room for as many further files."""
        self._room.release(count)

    def stop(self) -> None:
        """Take no further files; those in work are finished."""
        self._stop.set()
        for _ in self._threads:
            self._room.release()

    def join(self) -> Iterator[Finished]:
        """Wait for the lanes and give what was left; use after `stop`."""
        while not self.ended:
            if (finished := self.next(60.0)) is not None:
                yield finished
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        try:
            with Sealer(self._vault.recipients) as sealer:
                while (job := self._take()) is not None:
                    self._done.put(self._work(sealer, *job))
        except NetraError as error:
            self.stop()
            self._done.put(Finished(-1, Path(), failure=error))
        except Exception as error:
            # A mistake of ours in a thread must not pass as "cancelled": the caller raises it.
            self.bug = error
            self.stop()
        finally:
            self._done.put(None)

    def _take(self) -> tuple[int, Path] | None:
        self._room.acquire()
        self._hold()
        with self._lock:
            return None if self._stop.is_set() else next(self._next, None)

    def _work(self, sealer: Sealer, index: int, path: Path) -> Finished:
        if reason := refusal(path):
            return self._refused(index, path, reason)
        state = state_of(path)
        before = self._known.get(path)
        if before and before.state == state and self._vault.has(before.sha256):
            return Finished(index, path, known=before)
        if (failure := self._no_room(path)) is not None:
            self.stop()
            return Finished(index, path, failure=failure)
        temp = self._vault.incoming_file()
        sealed = sealer.seal(path, temp)
        if sealed.failure == "source":
            return self._refused(index, path, unreadable(sealed.cause))
        if sealed.failure:
            self.stop()
            return Finished(index, path, failure=self._failure(sealed))
        claims = self._read(path, sealed)
        still = state if state == state_of(path) else ""
        return Finished(index, path, temp=temp, sealed=sealed, claims=claims, state=still)

    def _refused(self, index: int, path: Path, reason: str) -> Finished:
        if not self._carriers.gone(path):
            return Finished(index, path, refused=reason)
        reason = tr("Kartu atau kabelnya tercabut; berkas ini belum disalin.")
        return Finished(index, path, refused=reason, gone=True)

    def _read(self, path: Path, sealed: Sealed) -> Claims:
        """Read the claims of the very bytes that were sealed."""
        name = name_of(path)
        if not sealed.size:
            return unread("application/octet-stream", "empty")
        if self._deaf:
            return unread("application/octet-stream", READER_NOT_STARTED)
        try:
            claims = self._child.claims(path, name, sealed.mtime, clock.now().wall)
            same = stamp(path.stat()) == sealed.stamp
        except ReaderNotStarted:
            # To store comes first; and to try again for each file would take minutes.
            self._deaf = True
            return unread("application/octet-stream", READER_NOT_STARTED)
        except OSError:
            same = False
        return claims if same else unread("application/octet-stream", "changed")

    def _no_room(self, path: Path) -> NetraError | None:
        """Say that a file would take the room that text and the journal need."""
        try:
            fits = self._reserve.evidence_fits(path.stat().st_size)
        except OSError:
            return None  # the sealer says what is wrong with the file
        return None if fits else NoRoom(space(self._vault.folder)[0])

    def _failure(self, sealed: Sealed) -> NetraError:
        if sealed.failure == "full":
            # With room left it is another limit: a quota, or the largest file of a memory stick.
            fits = self._reserve.evidence_fits(0)
            return DiskFull() if fits else NoRoom(space(self._vault.folder)[0])
        return NetraError(
            sealed.cause, tr("Periksa disk dan izin folder lalu ulangi."), code="disk-trouble"
        )
