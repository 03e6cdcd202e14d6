"""How far long work is, on the terminal of whoever waits; never in a file or a pipe."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from cases.commands.plain import printable
from cases.language import tr
from cases.progress import Progress

_EVERY = 0.5
_WIDTH = 76


@contextmanager
def shown(progress: Progress) -> Iterator[None]:
    """Keep one line of standard error up to date while the work goes on."""
    if not sys.stderr.isatty():
        yield
        return
    over = Event()
    watcher = Thread(target=_watch, args=(progress, over), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _watch(progress: Progress, over: Event) -> None:
    written = False
    while not over.wait(_EVERY):
        line = line_of(progress)
        if line:
            sys.stderr.write(f"\r{line:<{_WIDTH}}")
            sys.stderr.flush()
            written = True
    if written:
        sys.stderr.write(f"\r{'':<{_WIDTH}}\r")
        sys.stderr.flush()


def line_of(progress: Progress) -> str:
    """Say how far the work is; nothing before it has begun."""
    done, total, text = progress.state
    if not total:
        return ""
    share = tr("{persen}% selesai", persen=min(100, done * 100 // total))
    return printable(f"{share} {text}".replace("\n", " "))[:_WIDTH].rstrip()
