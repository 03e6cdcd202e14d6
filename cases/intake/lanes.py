"""
Lanes of an intake: each takes the next file, has it sealed, then has it read.

A lane is a thread that mostly waits for its sealing process. All lanes share the one child that
reads hostile files; sealing is finished before reading begins, so a hostile file costs at most its
own metadata.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Semaphore, Thread

from cases import clock
from cases.errors import NetraError
from cases.intake.child import Child
from cases.intake.claims import Claims, unread
from cases.intake.naming import name_of
from cases.intake.sealer import Sealed, Sealer, stamp
from cases.intake.selection import refusal, unreadable
from cases.vault.vault import Vault

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


class Lanes:
    """Runs files through sealing and reading; iterate to get what is finished."""

    def __init__(self, vault: Vault, files: Sequence[Path], child: Child) -> None:
        self._vault, self._files, self._child = vault, files, child
        self._next = iter(enumerate(files))
        self._lock = Lock()
        self._room = Semaphore(ROOM)
        self._stop = Event()
        self._done: SimpleQueue[Finished | None] = SimpleQueue()
        count = min(len(files), max(2, min(4, os.cpu_count() or 2)))
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
        with self._lock:
            return None if self._stop.is_set() else next(self._next, None)

    def _work(self, sealer: Sealer, index: int, path: Path) -> Finished:
        if reason := refusal(path):
            return Finished(index, path, refused=reason)
        temp = self._vault.incoming_file()
        sealed = sealer.seal(path, temp)
        if sealed.failure == "source":
            return Finished(index, path, refused=unreadable(sealed.cause))
        if sealed.failure:
            self.stop()
            return Finished(index, path, failure=_failure(sealed))
        return Finished(index, path, temp=temp, sealed=sealed, claims=self._read(path, sealed))

    def _read(self, path: Path, sealed: Sealed) -> Claims:
        """Read the claims of the very bytes that were sealed."""
        name = name_of(path)
        if not sealed.size:
            return unread("application/octet-stream", "empty")
        try:
            claims = self._child.claims(path, name, sealed.mtime, clock.now().wall)
            same = stamp(path.stat()) == sealed.stamp
        except OSError:
            same = False
        return claims if same else unread("application/octet-stream", "changed")


def _failure(sealed: Sealed) -> NetraError:
    from cases.disk import DiskFull
    from cases.language import tr

    if sealed.failure == "full":
        return DiskFull()
    return NetraError(
        sealed.cause, tr("Periksa disk dan izin folder lalu ulangi."), code="disk-trouble"
    )
