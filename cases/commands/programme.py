"""The verb of the program itself: bench."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from cases.commands.frame import add_verb, session
from cases.errors import NetraError
from cases.language import N_, tr
from cases.resources import root

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def bench(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help=N_("Nama tolok ukur."))],
) -> None:
    """Run a benchmark of the source tree; what it says goes to standard error with `--json`."""
    here = session(context)
    script = _script(name)
    done = subprocess.run(  # noqa: S603 - a program of this source tree, by a plain name
        [sys.executable, "-m", f"bench.{script.stem}"],
        cwd=root(),
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr.fileno() if here.answer.json else None,
        check=False,
    )
    here.tell({"bench": name, "exit": done.returncode})
    if done.returncode:
        raise typer.Exit(1)


def _script(name: str) -> Path:
    folder = root() / "bench"
    if getattr(sys, "frozen", False) or not folder.is_dir():
        raise NetraError(
            tr("Tolok ukur tidak ikut dalam Netra yang terpasang."),
            tr("Jalankan dari pohon sumber Netra."),
            code="no-benchmarks",
        )
    if not _NAME.fullmatch(name) or not (folder / f"{name}.py").is_file():
        known = sorted(one.stem for one in folder.glob("[a-z]*.py"))
        raise NetraError(
            tr("Tidak ada tolok ukur “{name}”.", name=name),
            tr("Yang ada: {names}.", names=", ".join(known)),
            code="no-such-benchmark",
        )
    return folder / f"{name}.py"


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "bench", bench, N_("Jalankan tolok ukur pohon sumber."))
