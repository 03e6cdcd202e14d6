"""Verbs of the law: assess and deadlines (no home), pack lint, examples, diff."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.assess import assess_document
from cases.commands.deadlines import deadlines_document
from cases.commands.frame import read_file, session
from cases.work import packs
from rules.lint import lint
from rules.worked import run_examples

Name = Annotated[str, typer.Argument(help="Nama paket; tanpa ini yang terbaru.")]


def assess(context: typer.Context, file: Path) -> None:
    """Check the facts of a JSON or TOML file against the rules. Needs no home."""
    session(context).tell(assess_document(read_file(file), file.suffix))


def deadlines(context: typer.Context, file: Path) -> None:
    """Compute the deadlines of the events in a JSON or TOML file. Needs no home."""
    session(context).tell(deadlines_document(read_file(file), file.suffix))


def pack_lint(context: typer.Context, name: Name = "") -> None:
    """Look for what is wrong or missing in a pack of rules."""
    found = lint(packs.load(name or packs.newest()))
    session(context).tell({"pack": name or packs.newest(), "findings": found})
    if any(one.level == "error" for one in found):
        raise typer.Exit(1)


def pack_examples(context: typer.Context, name: Name = "") -> None:
    """Run the worked examples of a pack."""
    outcome = run_examples(packs.load(name or packs.newest()))
    session(context).tell({"pack": name or packs.newest(), "examples": outcome})
    if any(one["wrong"] for one in outcome):
        raise typer.Exit(1)


def pack_list(context: typer.Context) -> None:
    """List the packs of rules."""
    session(context).tell({"packs": list(packs.names()), "newest": packs.newest()})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(assess)
    app.command()(deadlines)
    pack = typer.Typer()
    pack.command("list")(pack_list)
    pack.command("lint")(pack_lint)
    pack.command("examples")(pack_examples)
    app.add_typer(pack, name="pack", help="Paket aturan.")
