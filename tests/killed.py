"""
Command lines that are killed in the middle: `python -m tests.killed` runs them, `Killer` asks it.

The program is loaded once; each command line runs in a fork of it that can end in two ways: at the
n-th time that it touches the disk (opens for writing, renames, removes, makes a folder, waits for
the disk, runs a statement or commits), or after so many seconds. Both are as sudden as `kill -9`.
"""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent
_TOUCHES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Ended:
    """How a command line ended: its status, None when it was killed; what it did until then."""

    status: int | None
    touches: int
    seconds: float


class Killer:
    """Runs command lines in another process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.killed"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: object, touch: int | None = None, seconds: float | None = None) -> Ended:
        """Run a command line, and kill it before this touch of the disk or after this time."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"words": [str(word) for word in words], "touch": touch, "seconds": seconds}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


class _Counter:
    """Counts touches of the disk, tells them to whoever waits, and ends the process at one."""

    def __init__(self, last: int | None, out: int) -> None:
        self._last, self._out, self._count = last, out, 0

    def touch(self, *_: Any, **__: Any) -> None:
        if self._count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self._count += 1
        os.write(self._out, b".")

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _TOUCHES or (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        ):
            self.touch()

    def listen(self) -> None:
        from sqlalchemy import Engine, event

        settle = os.fsync

        def counted(fd: Any) -> None:
            self.touch()
            settle(fd)

        os.fsync = counted
        sys.addaudithook(self.audit)
        event.listen(Engine, "before_cursor_execute", self.touch)
        event.listen(Engine, "commit", self.touch)


def _run(order: dict[str, Any], out: int) -> None:
    """Run a command line in this fork, which never returns."""
    from cases.commands.run import run

    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    if order["seconds"] is not None:
        signal.setitimer(signal.ITIMER_REAL, order["seconds"])  # nobody handles its signal
    _Counter(order["touch"], out).listen()
    os._exit(run(order["words"]))


def _serve(order: dict[str, Any]) -> Ended:
    out, into = os.pipe()
    begun = time.monotonic()
    fork = os.fork()
    if not fork:
        os.close(out)
        _run(order, into)
    os.close(into)
    touches = 0
    while data := os.read(out, 1 << 16):
        touches += len(data)
    os.close(out)
    _, how = os.waitpid(fork, 0)
    status = None if os.WIFSIGNALED(how) else os.WEXITSTATUS(how)
    return Ended(status, touches, time.monotonic() - begun)


def main() -> None:
    """Run the command lines that are asked for."""
    from cases import reserve
    from cases.commands import frame, run
    from cases.keys.kdf import Cost

    run.make_app()  # loads every verb before the forks
    frame.COST = Cost(1, 8192)
    reserve.SIZE, reserve.MARGIN, reserve.LOW = 1 << 16, 1 << 16, 1 << 14
    for line in sys.stdin:
        ended = _serve(json.loads(line))
        sys.stdout.write(json.dumps(ended.__dict__) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
