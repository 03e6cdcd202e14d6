"""Verbs of packs of rules."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.files import need_new
from cases.commands.frame import Session, add_family, add_verb, session
from cases.commands.plain import say
from cases.errors import NetraError
from cases.language import N_, tr
from cases.work import installed, packs
from cases.work import pack_effects as effects
from cases.work.cases import resolve_case
from cases.work.pack_changes import changes_between
from cases.work.pack_files import read_files
from rules.lint import lint
from rules.pack import Pack
from rules.worked import run_examples

Name = Annotated[str, typer.Argument(help=N_("Nama atau folder paket; tanpa ini yang terbaru."))]


def pack_lint(context: typer.Context, name: Name = "") -> None:
    """Look for what is wrong or missing in a pack of rules."""
    here = session(context)
    pack = _pack(here, name)
    found = lint(pack)
    here.tell({"pack": pack.id, "findings": found})
    if any(one.level == "error" for one in found):
        say(tr("Paket aturan ini punya kesalahan; lihat daftarnya."))
        raise typer.Exit(1)


def pack_examples(context: typer.Context, name: Name = "") -> None:
    """Run the worked examples of a pack."""
    here = session(context)
    pack = _pack(here, name)
    outcome = run_examples(pack)
    here.tell({"pack": pack.id, "examples": outcome})
    if any(one["wrong"] for one in outcome):
        say(tr("Ada contoh yang tidak cocok dengan aturannya; lihat daftarnya."))
        raise typer.Exit(1)


def pack_list(context: typer.Context) -> None:
    """List the packs of rules; with a home, those installed there too."""
    here = session(context)
    if here.can_open:
        with here.open() as home:
            here.tell(
                {
                    "packs": list(packs.names()),
                    "newest": packs.newest(),
                    "known": installed.list_packs(home),
                }
            )
    else:
        here.tell({"packs": list(packs.names()), "newest": packs.newest()})


def pack_diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(help=N_("Nama atau folder paket yang lama."))],
    new: Annotated[str, typer.Argument(help=N_("Nama atau folder paket yang baru."))],
) -> None:
    """Say what changed between two packs of rules."""
    here = session(context)
    before, after = (_pack(here, name) for name in (old, new))
    changes = changes_between(_files(here, old), _files(here, new))
    here.tell({"from": before.id, "to": after.id, "changes": changes})


def pack_install(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(help=N_("Folder atau berkas paket yang ditandatangani kantor."))
    ],
) -> None:
    """Install a pack that the office signed into the home."""
    here = session(context)
    with here.open() as home:
        here.tell(installed.install_pack(home, folder))


def pack_effects(
    context: typer.Context,
    pack: Annotated[str, typer.Argument(help=N_("Paket; tanpa ini yang terbaru."))] = "",
) -> None:
    """Say which open cases would stand otherwise under a pack, per respondent."""
    here = session(context)
    with here.open() as home:
        wanted = pack or packs.newest()
        found = effects.pack_effects(home, wanted)
        changing = [one for one in found if one.changes]
        here.tell({"pack": wanted, "open": len(found), "changing": changing})


def pack_adopt(
    context: typer.Context,
    case: str,
    pack: Annotated[str, typer.Argument(help=N_("Paket yang dipakai kasus itu."))],
    reason: Annotated[str, typer.Option(help=N_("Alasan."))],
) -> None:
    """Put one case under another pack, as a person decided."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        effect = effects.case_effect(home, found, pack)
        effects.adopt_pack(home, found, pack, reason)
        here.tell({"case": found, "pack": pack, "effect": effect})


def pack_sign(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=N_("Folder paket yang akan ditandatangani."))],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help=N_("Paket sebagai satu berkas."))
    ] = None,
) -> None:
    """Sign a pack with the key of the office, so that homes can install it."""
    here = session(context)
    if out is not None:
        need_new(out)
    with here.open() as home:
        manifest = installed.sign_pack(home, folder, out)
        here.tell({"folder": str(folder), "manifest": manifest, "file": str(out) if out else None})


def _pack(here: Session, name: str) -> Pack:
    name = name or packs.newest()
    return packs.parse_files(name, _files(here, name))


def _files(here: Session, name: str) -> dict[str, bytes]:
    """Read a pack by name, or a folder that holds one; installed packs need the home."""
    if name in packs.shipped():
        return dict(packs.files_of(name))
    if Path(name).is_dir():
        return read_files(Path(name))
    if here.can_open:
        with here.open():
            if name in packs.names():
                return dict(packs.files_of(name))
    raise NetraError(
        tr("Paket aturan “{name}” tidak ada di Netra ini.", name=name),
        tr("Yang ada: {names}.", names=", ".join(packs.names())),
        code="pack-missing",
    )


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    pack = add_family(app, "pack", N_("Paket aturan."))
    add_verb(pack, "list", pack_list, N_("Daftar paket aturan."))
    add_verb(pack, "lint", pack_lint, N_("Cari yang salah atau kurang dalam paket."))
    add_verb(pack, "examples", pack_examples, N_("Jalankan contoh-contoh dalam paket."))
    add_verb(pack, "diff", pack_diff, N_("Katakan apa yang berubah antara dua paket."))
    add_verb(pack, "effects", pack_effects, N_("Kasus terbuka yang akan berubah."))
    add_verb(pack, "adopt", pack_adopt, N_("Pakai paket lain untuk satu kasus."))
    add_verb(pack, "install", pack_install, N_("Pasang paket yang ditandatangani kantor."))
    add_verb(pack, "sign", pack_sign, N_("Tandatangani paket sebagai kantor."))
