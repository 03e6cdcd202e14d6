"""Packs that an office signed and a home installed."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, func, select

from cases import disk
from cases.errors import NetraError
from cases.home import Home
from cases.journal.event import read
from cases.keys import sshsig
from cases.language import tr
from cases.platform import sync_folder
from cases.tables import case as case_table
from cases.tables import journal
from cases.work import packs
from cases.work.pack_files import (
    MANIFEST,
    NAMESPACE,
    SIGNATURE,
    BadPack,
    SignedPack,
    manifest_of,
    read_files,
    read_signed,
    write_zip,
)
from rules.lint import lint
from rules.pack import Pack
from rules.worked import run_examples

FOLDER = "packs"


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack in the home; `new` is False where the very same one was there."""

    pack: str
    title: str
    manifest: str
    signer: str
    new: bool


def use_installed(home: Home) -> None:
    """Make the packs of this home known to everything that reads packs."""
    packs.use_folder(home.folder / FOLDER, frozenset(signers_of(home)))


def sign_pack(home: Home, folder: Path, out: Path | None = None) -> str:
    """Write the signed list of a pack into its folder, with the key of the office; its SHA-256.

    `out` gets the whole pack as one file.
    """
    office = home.keys.office
    if office is None:
        raise NetraError(
            tr("Rumah data ini bukan milik kantor; hanya kantor menandatangani paket aturan."),
            tr("Jalankan perintah ini di rumah data kantor kabupaten/kota."),
            code="no-office",
        )
    files = read_files(folder)
    _tried(files)
    manifest = manifest_of(files)
    disk.save(folder / MANIFEST, manifest)
    disk.save(folder / SIGNATURE, sshsig.sign(office.seed, NAMESPACE, manifest).encode())
    signed = read_signed(folder, [office.dev])
    if out is not None:
        disk.save(out, write_zip(signed))
    return signed.manifest


def install_pack(home: Home, place: Path) -> InstalledPack:
    """Install a pack that this home's office signed; the same one again changes nothing."""
    found = read_signed(place, signers_of(home))
    pack = _tried(found.files)
    if pack.id in packs.shipped():
        raise BadPack(tr("{nama} sudah ada di dalam Netra", nama=pack.id))
    target = home.folder / FOLDER / pack.id
    new = not target.exists()
    if new:
        _copy(home, target, found)
        with home.write() as tx:
            body = {"pack": pack.id, "manifest": found.manifest, "signer": found.signer}
            tx.append("pack.installed", body, case=None)
        packs.load.cache_clear()
    elif read_signed(target, signers_of(home)).manifest != found.manifest:
        raise BadPack(tr("{nama} dengan isi lain sudah terpasang", nama=pack.id))
    return InstalledPack(pack.id, pack.title, found.manifest, found.signer, new)


def signers_of(home: Home) -> list[str]:
    """Give the keys whose packs this home takes: its own office, the one it is enrolled at."""
    office, enrolled = home.keys.office, home.keys.enrolled
    return [*([office.dev] if office else []), *([enrolled.sign] if enrolled else [])]


def _tried(files: Mapping[str, bytes]) -> Pack:
    """Read a pack and try it: a pack whose own examples fail would judge people wrongly."""
    pack = packs.parse_files(tr("baru"), files)
    if not packs.NAME.fullmatch(pack.id):
        raise BadPack(tr("nama atau versinya tidak dapat dipakai"))
    wrong = [f"{one.place}: {one.code}" for one in lint(pack) if one.level == "error"]
    if wrong:
        raise BadPack(wrong[0])
    if any(one["wrong"] for one in run_examples(pack)):
        raise BadPack(tr("contoh di dalamnya tidak cocok dengan aturannya"))
    return pack


def _copy(home: Home, target: Path, found: SignedPack) -> None:
    temp = target.with_name(f".{target.name}-{uuid4().hex[:8]}")
    try:
        with disk.in_words(target):
            for name, data in {**found.files, **found.seals}.items():
                disk.make_folder((temp / name).parent)
                disk.save(temp / name, data)
            read_signed(temp, signers_of(home))
            temp.rename(target)
            sync_folder(target.parent)
    finally:
        shutil.rmtree(temp, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class PackRecord:
    """A pack that can be used here."""

    pack: str
    title: str
    signer: str
    """Fingerprint of the key that signed it; empty: it came with the program."""
    installed_at: str
    newest: bool
    cases: int
    """How many cases keep it."""


def list_packs(home: Home) -> tuple[PackRecord, ...]:
    """Give the packs that can be used in this home, oldest first."""
    with home.read() as connection:
        rows = connection.execute(
            select(case_table.c.pack, func.count().label("number")).group_by(case_table.c.pack)
        )
        kept = {row.pack: row.number for row in rows}
        installed = _installations(connection)
    newest = packs.newest()
    found = []
    for name in packs.names():
        signer, at = installed.get(name, ("", ""))
        found.append(
            PackRecord(
                pack=name,
                title=packs.load(name).title,
                signer=sshsig.fingerprint(signer) if signer else "",
                installed_at=at,
                newest=name == newest,
                cases=kept.get(name, 0),
            )
        )
    return tuple(found)


def _installations(connection: Connection) -> dict[str, tuple[str, str]]:
    """Read who signed each installed pack and when it came, from the own streams."""
    rows = connection.execute(
        select(journal.c.line).where(
            journal.c.scope == "", func.instr(journal.c.line, b'"type":"pack.installed"') > 0
        )
    ).scalars()
    events = [read(line) for line in rows]
    return {str(one.body["pack"]): (str(one.body["signer"]), one.wall) for one in events}
