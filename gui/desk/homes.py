"""Homes: who may open one, opening, making, locking, copying, checking."""

from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from cases.language import tr
from cases.progress import Progress
from cases.work.records import Officer

if TYPE_CHECKING:
    from cases.home import Home
    from cases.keys.recovery import RecoveryCode


_PATIENCE = 0.1


def officers(folder: Path) -> tuple[Officer, ...]:
    """Who may open the home; empty where there is none."""
    from cases.keys import homefile

    if not homefile.exists(folder):
        return ()
    from cases.keys import slots

    return slots.read_officers(folder)


def create(
    folder: Path, who: dict[str, str], passphrase: str, card: Path | None
) -> "tuple[Home, RecoveryCode]":
    """Make a home with its first officer; with an office card it is enrolled at once."""
    from cases import disk, home
    from cases.keys import cards
    from cases.keys.entries import Profile

    office = None
    if card is not None:  # read before the home is made: a wrong card must leave nothing behind
        with disk.in_words(card):
            office = cards.parse_office_card(card.read_bytes())
    made, code = home.create(folder, Profile(**who), passphrase)
    if office is not None:
        home.enrol(made, office)
    _use_packs(made)
    return made, code


def unlock(folder: Path, officer: str, passphrase: str, before: "Home | None" = None) -> "Home":
    """Open a home; where an import of the time `before` the lock still runs, after its end."""
    from cases import home

    while before is not None and not before.keys.locked:
        sleep(_PATIENCE)
    opened = home.unlock(folder, officer, passphrase)
    _use_packs(opened)
    return opened


def recover(folder: Path, officer: str, code: str, passphrase: str) -> "Home":
    """Open a home with the code on paper; the officer gets a new passphrase."""
    from cases import home, recovering
    from cases.keys import recovery

    opened = home.unlock_with_recovery(folder, recovery.parse(code), officer, passphrase)
    recovering.note_kept(opened)
    _use_packs(opened)
    return opened


def lock(home: "Home") -> None:
    """Forget the keys and the packs of the home; a running import may finish."""
    from cases.work import packs

    packs.use_folder(None)  # before the keys: who unlocks waits for them, not for this
    home.lock()


def _use_packs(home: "Home") -> None:
    from cases.work import installed

    installed.use_installed(home)


def save_recovery_sheet(home: "Home", code: "RecoveryCode", file: Path) -> None:
    """Save the sheet with the recovery code, a PDF, where the officer says."""
    from cases import disk
    from gui.desk import recovery

    with disk.in_words(file):
        file.write_bytes(recovery.sheet(home, code))


def catch_up(home: "Home") -> None:
    """Do what an earlier run left: seal older objects to the office."""
    home.reseal()


def machine(home: "Home") -> tuple[int, int, str]:
    """(free bytes, all bytes, moment of the last backup or empty)."""
    from cases import disk
    from cases.work.machine import last_backup

    free, total = disk.space(home.folder)
    return free, total, last_backup(home)


def backup(home: "Home", folder: Path, progress: Progress) -> str:
    """Copy the home and read the copy again; gives the verdict in words."""
    from cases.keeping import backup as keeping
    from cases.work.times import number, size

    report = keeping.backup(home, folder, progress)
    return tr(
        "Cadangan sah: {ukuran}, {n} berkas, di {folder}.",
        ukuran=size(report.bytes),
        n=number(report.files),
        folder=report.folder,
    )


def check(home: "Home", progress: Progress) -> str:
    """Read everything again; gives the verdict in words."""
    from cases.keeping import check as keeping

    report = keeping.check(home, progress)
    if report.broken:
        return tr(
            "{n} bagian tidak utuh. Yang pertama: {nama}, {sebab}",
            n=len(report.broken),
            nama=report.broken[0].what,
            sebab=report.broken[0].reason,
        )
    whole = tr("Utuh: {n} catatan dan {m} berkas dibaca ulang.", n=report.events, m=report.objects)
    if not report.unused:
        return whole
    unused = tr("{n} catatan tidak dipakai versi ini; isinya tersimpan.", n=report.unused)
    return f"{whole} {unused}"
