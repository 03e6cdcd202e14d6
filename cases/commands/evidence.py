"""Verbs of evidence: inspect (no home), intake, link, custody."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.frame import session
from cases.commands.inspect import inspect_files
from cases.intake.outcome import REFUSED
from cases.intake.pipeline import take_in
from cases.intake.previews import make_print_copies
from cases.work.cases import resolve_case
from cases.work.exhibits import custody_of, link_exhibits, list_exhibits, resolve_exhibit


def inspect(context: typer.Context, files: list[Path]) -> None:
    """Say what files tell of themselves: type, time, place, signals. Needs no home."""
    session(context).tell(inspect_files(files))


def intake(
    context: typer.Context,
    target: Annotated[list[str], typer.Argument(help="[KASUS] BERKAS-ATAU-FOLDER …")],
) -> None:
    """Take files and folders in as evidence, into a case or into the inbox."""
    here = session(context)
    with here.open() as home:
        # CASE may be left out: what is there as a file or folder is no name of a case
        named = len(target) > 1 and not Path(target[0]).exists()
        case = resolve_case(home, target[0]) if named else None
        paths = [Path(text) for text in (target[1:] if named else target)]
        report = take_in(home, paths, case=case)
        make_print_copies(home)
    here.tell(report.to_json())
    if report.failure:
        raise report.failure
    if report.count(REFUSED):
        raise typer.Exit(1)


def exhibit_list(context: typer.Context, case: Annotated[str, typer.Option()] = "") -> None:
    """List the exhibits of a case, or those not sorted yet."""
    here = session(context)
    with here.open() as home:
        here.tell(list_exhibits(home, resolve_case(home, case) if case else None))


def exhibit_link(context: typer.Context, case: str, exhibits: list[str]) -> None:
    """Put exhibits of the inbox into a case, each under the next code."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        link_exhibits(home, found, [resolve_exhibit(home, None, text) for text in exhibits])
        here.tell(list_exhibits(home, found))


def exhibit_custody(
    context: typer.Context, exhibit: str, case: Annotated[str, typer.Option()] = ""
) -> None:
    """Show the custody log of an exhibit."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case) if case else None
        here.tell(custody_of(home, resolve_exhibit(home, found, exhibit)))


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(inspect)
    app.command()(intake)
    exhibit = typer.Typer()
    exhibit.command("list")(exhibit_list)
    exhibit.command("link")(exhibit_link)
    exhibit.command("custody")(exhibit_custody)
    app.add_typer(exhibit, name="exhibit", help="Bukti.")
