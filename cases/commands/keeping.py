"""Verbs that keep a home whole: check, rebuild, backup, restore."""

from pathlib import Path

import typer

from cases.commands.frame import session
from cases.journal.fold import view_hash
from cases.keeping.backup import backup as back_up
from cases.keeping.backup import restore as bring_back
from cases.keeping.check import check as check_home


def check(context: typer.Context) -> None:
    """Read everything again: pages, chains, signatures, anchors, objects."""
    here = session(context)
    with here.open() as home:
        report = check_home(home)
    here.tell(report)
    if report.broken:
        raise typer.Exit(1)


def rebuild(context: typer.Context) -> None:
    """Make all tables anew from the journal."""
    here = session(context)
    with here.open() as home:
        home.store.rebuild()
        with home.read() as connection:
            here.tell({"view_hash": view_hash(connection)})


def backup(context: typer.Context, folder: Path) -> None:
    """Copy the home into a folder, such as a USB stick, and read the copy again."""
    here = session(context)
    with here.open() as home:
        here.tell(back_up(home, folder))


def restore(context: typer.Context, folder: Path) -> None:
    """Bring a copy back into an empty home folder, under a new signing key."""
    here = session(context)
    home = bring_back(folder, here.folder, here.officer, here.passphrase())
    try:
        here.tell({"home": home.keys.home, "dev": home.keys.dev, "folder": str(home.folder)})
    finally:
        home.lock()


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (check, rebuild, backup, restore):
        app.command()(verb)
