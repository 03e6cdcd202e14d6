"""
What every verb shares: which home, whose passphrase, how to answer.

One JSON document on standard output with `--json`, words otherwise; everything else goes to
standard error. Exit 0 done, 1 refused or not verified, 2 wrong usage.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from cases.commands import passphrase
from cases.commands.plain import plain_lines
from cases.commands.waiting import shown
from cases.errors import NetraError
from cases.keys import homefile
from cases.keys.kdf import Cost
from cases.platform import default_home
from cases.progress import Progress

if TYPE_CHECKING:
    from cases.home import Home

COST = Cost()
"""Cost of a new passphrase slot; tests make it cheap."""


class WrongUsage(NetraError):
    """The command line itself is wrong: exit 2."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message, advice, code="usage")


@dataclass(slots=True)
class Answer:
    """What goes to standard output: with `json` one document and no more."""

    json: bool
    told: bool = False

    def tell(self, answer: Any, plain: Any = None) -> None:
        """Answer once; people see `plain` instead, where it is given."""
        chosen = answer if plain is None or self.json else plain
        document = msgspec.to_builtins(chosen, enc_hook=str)
        if not self.json:
            write_lines(plain_lines(document))
        elif not self.told:
            self.told = True
            data = msgspec.json.format(msgspec.json.encode(_clean(document)), indent=2)
            sys.stdout.buffer.write(data + b"\n")
            sys.stdout.buffer.flush()


def _clean(value: Any) -> Any:
    """Make text of a document such as JSON can hold, whatever bytes a file name had."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(item) for item in value]
    return value


def write_lines(lines: Iterator[str]) -> None:
    """Write lines for a person to standard output, in UTF-8 whatever the locale says."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + os.linesep.encode())
    sys.stdout.buffer.flush()


@dataclass(slots=True)
class Session:
    """The options before the verb."""

    folder: Path
    officer: str | None
    passphrase_file: Path | None
    answer: Answer = field(default_factory=lambda: Answer(json=False))

    def passphrase(self, *, new: bool = False) -> str:
        """Read the passphrase from its file, or ask for it."""
        if self.passphrase_file is not None:
            return passphrase.read_passphrase(self.passphrase_file)
        return passphrase.ask_passphrase(new=new)

    @property
    def can_open(self) -> bool:
        """Whether there is a home, and a way to a passphrase."""
        asked = self.passphrase_file is not None or passphrase.can_ask()
        return asked and homefile.exists(self.folder)

    @contextmanager
    def open(self) -> "Iterator[Home]":
        """Open the home, and lock it at the end."""
        # here, so that verbs without a home need no database
        from cases import home as homes
        from cases.keys import slots
        from cases.work import installed, packs

        slots.read_officers(self.folder)  # no home: said before a passphrase is asked for
        home = homes.unlock(self.folder, self.officer, self.passphrase())
        try:
            installed.use_installed(home)
            yield home
        finally:
            packs.use_folder(None)
            home.lock()

    def tell(self, answer: Any, plain: Any = None) -> None:
        """Answer on standard output; people see `plain` instead, where it is given."""
        self.answer.tell(answer, plain)


@contextmanager
def stoppable() -> Iterator[Progress]:
    """Let Ctrl+C end long work in good order: what is finished is reported; twice ends at once."""
    progress = Progress()
    with shown(progress):
        yield from _until_stopped(progress)


def _until_stopped(progress: Progress) -> Iterator[Progress]:
    def stop(_number: int, _frame: object) -> None:
        if progress.cancelled:
            raise KeyboardInterrupt
        progress.cancel()

    if threading.current_thread() is not threading.main_thread():
        yield progress
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)


def session(context: typer.Context) -> Session:
    """Get the session of a verb."""
    found = context.obj
    if not isinstance(found, Session):
        raise TypeError
    return found


def home_folder(named: str | Path | None) -> Path:
    """Tell which folder is the home: the option, `NETRA_HOME`, or where the system keeps data."""
    return Path(named or os.environ.get("NETRA_HOME") or default_home())


def make_session(
    answer: Answer, home: Path | None, officer: str | None, passphrase_file: Path | None
) -> Session:
    """Fill in what the environment says: `NETRA_HOME`, `NETRA_PASSPHRASE_FILE`."""
    named = os.environ.get("NETRA_PASSPHRASE_FILE")
    return Session(
        folder=home_folder(home),
        officer=officer,
        passphrase_file=passphrase_file or (Path(named) if named else None),
        answer=answer,
    )


def add_verb(app: typer.Typer, name: str, verb: Callable[..., None], words: str) -> None:
    """Add a verb; `words` say in Indonesian what it does, and are translated when shown."""
    app.command(name, help=words)(verb)


def add_family(app: typer.Typer, name: str, words: str) -> typer.Typer:
    """Add a family of verbs, such as `case new`, `case list`."""
    family = typer.Typer(rich_markup_mode=None)
    app.add_typer(family, name=name, help=words)
    return family
