"""
Copies of a home and the way back.

A copy is the home as it is, already encrypted: `vault.json`, the database, the objects. It is
written under a temporary name, read again, compared, and only then gets its name.
"""

import hashlib
import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cases import clock, disk, latest
from cases import home as homes
from cases.errors import NetraError
from cases.home import DATABASE, Home
from cases.intake.naming import text_of
from cases.keys import slots
from cases.language import tr
from cases.platform import sync_folder
from cases.progress import Progress
from cases.store import Store
from cases.work.times import zone_of_region

_KEYS = ("vault.json", "vault.json.old")
_PACKS = "packs"
_UNFINISHED = ".belum-selesai"
_OF_THE_OLD_PLACE = frozenset({"in-use", "tries.json", "incoming", "reserve", latest.FILE})
"""Parts of a folder in use that mean nothing in another place."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A verified copy: its folder, how many files and bytes, objects and events."""

    folder: str
    files: int
    bytes: int
    objects: int
    events: int


def backup(home: Home, into: Path, progress: Progress | None = None) -> BackupReport:
    """Copy the home into a new folder inside `into`, and read the copy again."""
    progress = progress or Progress()
    if into.resolve().is_relative_to(home.folder.resolve()):
        raise NetraError(
            tr(
                "Folder {nama} ada di dalam rumah data; cadangan di sana tidak menolong.",
                nama=into,
            ),
            tr("Pilih USB atau folder lain."),
            code="inside-home",
        )
    if text_of(into) != str(into):
        raise NetraError(
            tr("Nama folder {nama} berisi tanda yang tidak dikenal.", nama=text_of(into)),
            tr("Pilih folder dengan nama biasa."),
            code="bad-folder-name",
        )
    home.reseal()  # an enrolment may have been cut off; whoever rescues a copy needs its objects
    homes.anchor(home, "backup")
    stamp = _stamp(home)
    begin = f"netra-{home.keys.home[:8]}-"
    target = into / f"{begin}{stamp}"
    temp = target.with_name(f".{target.name}{_UNFINISHED}")
    with disk.in_words(into):
        into.mkdir(parents=True, exist_ok=True)
        if target.exists():
            raise NetraError(
                tr("Cadangan bernama {nama} sudah ada.", nama=target.name),
                tr("Ulangi sebentar lagi."),
                code="file-exists",
            )
        # What a power cut left of an earlier copy of this home would fill the stick for good.
        for left in into.glob(f".{begin}*{_UNFINISHED}"):
            shutil.rmtree(left, ignore_errors=True)
        try:
            counted = _copy(home, temp, progress)
            _settle_folders(temp)
            temp.rename(target)
        finally:
            shutil.rmtree(temp, ignore_errors=True)
        sync_folder(into)
    report = BackupReport(str(target), *counted)
    with home.write() as tx:
        tx.append(
            "backup.made",
            {"folder": target.name, "objects": report.objects, "events": report.events},
            case=None,
            cls="access",
        )
    return report


def _copy(home: Home, temp: Path, progress: Progress) -> tuple[int, int, int, int]:
    names = sorted(home.vault.names())
    progress.begin(len(names) + 2, tr("Menyalin rumah data"))
    temp.mkdir(mode=0o700)
    plain = [*(home.folder / name for name in _KEYS), *(home.folder / _PACKS).rglob("*")]
    files = [path for path in plain if path.is_file()]
    total = sum(_copy_file(path, _place(temp, path, home)) for path in files)
    home.store.copy_to(temp / DATABASE)
    copy = Store(temp / DATABASE, bytes(home.keys.db_key))
    events, wrong = copy.events(), copy.check()
    copy.close()
    if wrong:
        raise _bad_copy(DATABASE)
    total += (temp / DATABASE).stat().st_size
    progress.advance(2)
    for name in names:
        source = home.vault.ciphertext(name)
        total += _copy_file(source, _place(temp, source, home))
        progress.advance()
    return len(files) + 1 + len(names), total, len(names), events


def _stamp(home: Home) -> str:
    """Tell day and time as the clock on the officer's wall shows them."""
    zone = zone_of_region(home.officer.region)
    hours = timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[4:6]))
    moment = datetime.fromisoformat(clock.now().wall.replace("Z", "+00:00"))
    return (moment + hours).strftime("%Y%m%dT%H%M%S")


def _settle_folders(top: Path) -> None:
    """Wait until the names in a copy are on the disk, as its bytes are already."""
    for folder, _, _ in os.walk(top):
        sync_folder(Path(folder))


def _place(temp: Path, path: Path, home: Home) -> Path:
    """Tell where in the copy a file of the home goes; its folder is there afterwards."""
    target = temp / path.relative_to(home.folder)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return target


def _copy_file(source: Path, target: Path) -> int:
    """Copy a file, sync it, and compare what can be read again; gives its size."""
    shutil.copyfile(source, target)
    handle = os.open(target, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    if _digest(source) != _digest(target):
        raise _bad_copy(target.name)
    return target.stat().st_size


def _digest(path: Path) -> bytes:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").digest()


def _bad_copy(name: str) -> NetraError:
    return NetraError(
        tr("Salinan {nama} tidak sama dengan aslinya; cadangan ini tidak dipakai.", nama=name),
        tr("Coba lagi dengan USB atau folder lain."),
        code="bad-copy",
    )


def restore(source: Path, folder: Path, officer: str | None, passphrase: str) -> Home:
    """Bring a copy back into a new folder, under a new signing key; the copy stays as it is."""
    if folder.exists() and any(folder.iterdir()):
        raise NetraError(
            tr("Folder {nama} tidak kosong; tidak ada yang ditimpa.", nama=folder),
            tr("Pilih folder baru untuk memulihkan."),
            code="home-exists",
        )
    slots.read_officers(source)
    if not (source / DATABASE).exists():
        raise NetraError(
            tr("Di {nama} tidak ada cadangan yang lengkap.", nama=source),
            tr("Pilih folder cadangan yang berisi vault.json dan netra.db."),
            code="no-backup",
        )
    folder = folder.absolute()
    temp = folder.with_name(f".{folder.name}{_UNFINISHED}")
    try:
        with disk.in_words(folder):
            shutil.rmtree(temp, ignore_errors=True)
            shutil.copytree(source, temp, ignore=_not_wanted)
        # The new key before the name: a copy that kept the old key would fork its streams.
        homes.renew(temp, officer, passphrase, "restored").lock()
        with disk.in_words(folder):
            if folder.exists():
                folder.rmdir()
            temp.rename(folder)
            sync_folder(folder.parent)
    finally:
        shutil.rmtree(temp, ignore_errors=True)
    return homes.unlock(folder, officer, passphrase)


def _not_wanted(folder: str, names: list[str]) -> set[str]:
    """Leave out links, which may lead anywhere or in circles, and what is of the old place."""
    links = {name for name in names if Path(folder, name).is_symlink()}
    return links | (_OF_THE_OLD_PLACE & set(names))
