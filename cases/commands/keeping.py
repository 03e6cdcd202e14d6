"""Verbs that keep a home whole: check, rebuild, backup, restore."""

from pathlib import Path

import typer

from cases.commands.files import is_there
from cases.commands.frame import add_verb, session, stoppable
from cases.commands.plain import say
from cases.errors import NetraError
from cases.journal.fold import view_hash
from cases.keeping.backup import backup as back_up
from cases.keeping.backup import restore as bring_back
from cases.keeping.check import check as check_home
from cases.language import N_, tr


def check(context: typer.Context) -> None:
    """Read everything again: pages, chains, signatures, anchors, objects."""
    here = session(context)
    with here.open() as home, stoppable() as progress:
        report = check_home(home, progress)
    here.tell(report)
    if report.unused:
        say(tr("{n} catatan tidak dipakai versi ini; isinya tersimpan.", n=report.unused))
    if report.broken:
        say(tr("Ada {n} hal yang tidak seperti saat disimpan.", n=len(report.broken)))
        raise typer.Exit(1)
    say(
        tr(
            "Semuanya utuh: {events} catatan dan {objects} berkas tersegel sama seperti saat"
            " disimpan.",
            events=report.events,
            objects=report.objects,
        )
    )


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
    with here.open() as home, stoppable() as progress:
        here.tell(back_up(home, folder, progress))


def restore(context: typer.Context, folder: Path) -> None:
    """Bring a copy back into an empty home folder, under a new signing key."""
    here = session(context)
    home = bring_back(_copy_in(folder), here.folder, here.officer, here.passphrase())
    try:
        here.tell(
            {
                "home": home.keys.home,
                "dev": home.keys.dev,
                "officer": home.officer.name,
                "office": home.officer.office,
                "folder": str(home.folder),
            }
        )
    finally:
        home.lock()


def _copy_in(folder: Path) -> Path:
    """Take the copy itself, or the newest copy in the folder that `backup` was given."""
    if is_there(folder / "vault.json"):
        return folder
    try:
        copies = [one for one in folder.glob("netra-*") if is_there(one / "vault.json")]
    except OSError:
        return folder
    if len({one.name.rpartition("-")[0] for one in copies}) > 1:
        raise NetraError(
            tr("Di {nama} ada cadangan dari beberapa rumah data.", nama=folder),
            tr("Sebutkan folder cadangannya: {names}.", names=", ".join(c.name for c in copies)),
            code="several-backups",
        )
    return max(copies, default=folder)


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "check", check, N_("Periksa seluruh rumah data: rantai, tanda tangan, bukti."))
    add_verb(app, "rebuild", rebuild, N_("Susun ulang semua tabel dari jurnal."))
    add_verb(app, "backup", backup, N_("Salin rumah data ke folder lain dan periksa salinannya."))
    add_verb(app, "restore", restore, N_("Kembalikan cadangan, dengan kunci tanda tangan baru."))
