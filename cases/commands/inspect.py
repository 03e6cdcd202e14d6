"""`netra inspect FILE…`: what files say of themselves, without a home."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from cases import clock
from cases.commands.frame import add_verb, session
from cases.intake.child import Child
from cases.intake.claims import unread
from cases.intake.inspection import to_json
from cases.intake.naming import name_of, text_of
from cases.intake.selection import refusal
from cases.language import N_


def inspect(context: typer.Context, files: list[Path]) -> None:
    """Say what files tell of themselves: type, time, place, signals. Needs no home."""
    found = inspect_files(files)
    session(context).tell(found)
    if any(one["sha256"] is None for one in found):
        raise typer.Exit(1)


def inspect_files(paths: Iterable[str | Path]) -> list[dict[str, Any]]:
    """Inspect files in the order given; what cannot be read says so in `error`."""
    with Child() as child:
        return [_inspect(child, Path(path)) for path in paths]


def _inspect(child: Child, path: Path) -> dict[str, Any]:
    file, name = text_of(path), name_of(path)
    if path.is_symlink():
        path = Path(os.path.realpath(path))  # nothing is stored here, so a link may lead anywhere
    if reason := refusal(path):
        return _refused(file, reason)
    try:
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        about = path.stat()
        claims = child.claims(path, name, about.st_mtime, clock.now().wall)
    except OSError as error:
        return _refused(file, refusal(path, error))
    return to_json(file, sha256, about.st_size, claims)


def _refused(file: str, reason: str) -> dict[str, Any]:
    found = to_json(file, None, None, unread("application/octet-stream", ""))
    return {**found, "media_type": None, "error": reason}


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "inspect", inspect, N_("Katakan apa isi berkas: jenis, waktu, tempat, tanda."))
