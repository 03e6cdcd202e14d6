"""
What every verb shares: which home, whose passphrase, how to answer.

One JSON document on standard output with `--json`, words otherwise; everything else goes to
standard error. Exit 0 done, 1 refused or not verified, 2 wrong usage.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import typer

from cases import home as homes
from cases.commands.plain import plain_lines
from cases.errors import NetraError
from cases.home import Home
from cases.keys import slots
from cases.language import tr
from cases.platform import default_home

COST = slots.REAL_COST
"""Cost of a new passphrase slot; tests make it cheap."""


@dataclass(slots=True)
class Session:
    """The options before the verb."""

    folder: Path
    officer: str | None
    passphrase_file: Path | None
    json: bool

    def passphrase(self, prompt: str = "") -> str:
        """Read the passphrase: the first line of the file, or asked at the terminal."""
        if self.passphrase_file is None:
            return str(typer.prompt(prompt or tr("Kata sandi"), hide_input=True, err=True))
        try:
            text = self.passphrase_file.read_text("utf-8")
        except (OSError, UnicodeError) as error:
            raise NetraError(
                tr("Berkas kata sandi {nama} tidak dapat dibaca.", nama=self.passphrase_file),
                tr("Periksa nama berkas pada --passphrase-file."),
                code="no-passphrase-file",
            ) from error
        return text.splitlines()[0] if text else ""

    @contextmanager
    def open(self) -> Iterator[Home]:
        """Open the home, and lock it at the end."""
        home = homes.unlock(self.folder, self.officer, self.passphrase())
        try:
            yield home
        finally:
            home.lock()

    def tell(self, answer: Any) -> None:
        """Answer on standard output."""
        document = msgspec.to_builtins(answer)
        if self.json:
            data = msgspec.json.format(msgspec.json.encode(document), indent=2)
            sys.stdout.buffer.write(data + b"\n")
            sys.stdout.buffer.flush()
        else:
            for line in plain_lines(document):
                typer.echo(line)


def session(context: typer.Context) -> Session:
    """Get the session of a verb."""
    found = context.obj
    if not isinstance(found, Session):
        raise TypeError
    return found


def make_session(
    home: Path | None, officer: str | None, passphrase_file: Path | None, *, json: bool
) -> Session:
    """Fill in what the environment says: `NETRA_HOME`, `NETRA_PASSPHRASE_FILE`."""
    folder = home or Path(os.environ.get("NETRA_HOME") or default_home())
    named = os.environ.get("NETRA_PASSPHRASE_FILE")
    return Session(
        folder=folder,
        officer=officer,
        passphrase_file=passphrase_file or (Path(named) if named else None),
        json=json,
    )


def write_new(path: Path, data: bytes) -> None:
    """Write a file the user asked for; one that is there already is never overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
    except FileExistsError as error:
        raise NetraError(
            tr("Berkas {nama} sudah ada dan tidak ditimpa.", nama=path),
            tr("Pilih nama lain."),
            code="file-exists",
        ) from error
    except OSError as error:
        raise NetraError(
            tr("Berkas {nama} tidak dapat ditulis: {alasan}.", nama=path, alasan=error.strerror),
            tr("Pilih folder lain atau kosongkan ruang."),
            code="not-written",
        ) from error


def read_file(path: Path, largest: int = 1 << 20) -> bytes:
    """Read a small file the user named."""
    try:
        with path.open("rb") as handle:
            data = handle.read(largest + 1)
    except OSError as error:
        raise NetraError(
            tr("Berkas {nama} tidak dapat dibaca: {alasan}.", nama=path, alasan=error.strerror),
            tr("Periksa nama dan letak berkas."),
            code="not-read",
        ) from error
    if len(data) > largest:
        raise NetraError(
            tr("Berkas {nama} terlalu besar untuk perintah ini.", nama=path),
            tr("Periksa apakah ini berkas yang dimaksud."),
            code="too-large",
        )
    return data
