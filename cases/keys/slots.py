"""
The slots of a home: who may open it, with what, and whose signature each key is.

Every officer has a slot of their own: their passphrase opens the vault key and their signing
seed, and nobody else's. The recovery code opens the vault key alone; so it always starts a new
signing key. Every change is one new `vault.json`.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import msgspec

from cases import clock, disk
from cases.errors import NetraError
from cases.keys import homefile, kdf, recovery, tries
from cases.keys.entries import (
    OfficeProfile,
    Profile,
    Secret,
    VaultKey,
    WeakSlot,
    new_identity,
    new_office,
    new_officer,
    new_recovery,
    new_slot,
    open_recovery,
    open_slot,
    recovery_recipient,
)
from cases.keys.homefile import HomeDamaged, HomeFile, OfficerEntry, RetiredKey
from cases.keys.kdf import Cost, WrongKey
from cases.keys.officer import Officer
from cases.keys.recovery import RecoveryCode
from cases.keys.unlocked import Unlocked, officer_of, recipients_of, unlocked
from cases.language import tr

REAL_COST = Cost()


class WrongCode(NetraError):
    """The recovery code is well written, but of another home, or replaced by a newer one."""

    def __init__(self) -> None:
        super().__init__(
            tr("Kode pemulihan ini tidak cocok dengan rumah data ini; data tetap utuh."),
            tr("Pastikan lembar pemulihannya milik rumah data ini."),
            code="wrong-recovery-code",
        )


def create_home_keys(
    folder: Path,
    profile: Profile,
    passphrase: str,
    *,
    cost: Cost = REAL_COST,
    office: OfficeProfile | None = None,
) -> tuple[Unlocked, RecoveryCode]:
    """Make the keys of a new home, its first officer signed in; the code goes on paper only."""
    kdf.check_passphrase(passphrase)
    if homefile.exists(folder):
        raise NetraError(
            tr("Di folder ini sudah ada rumah data; tidak ada yang diubah."),
            tr("Pilih folder lain, atau buka rumah data yang ada."),
            code="home-exists",
        )
    with disk.in_words(folder):
        disk.make_folder(folder)
    vault, code = VaultKey(uuid4().hex, kdf.random_bytes(32)), recovery.new()
    entry, seed = new_officer(vault, profile, 1, Secret(passphrase, cost))
    file = HomeFile(
        format=homefile.FORMAT,
        home=vault.home,
        created_at=clock.now().wall,
        kdf="argon2id",
        weak=cost.weak,
        officers=(entry,),
        recovery=new_recovery(vault, code),
        age=new_identity(vault),
        office=new_office(vault, office, code) if office else None,
    )
    file = homefile.save(folder, file, vault.key)
    return unlocked(folder, file, entry, vault.key, seed), code


def read_officers(folder: Path) -> tuple[Officer, ...]:
    """Names for the unlock screen; nothing vouches for them until the home is open."""
    return tuple(officer_of(entry) for entry in homefile.candidates(folder)[0].officers)


def unlock(folder: Path, officer: str | None, passphrase: str) -> Unlocked:
    """Open a home as `officer` (None: the only one). A wrong passphrase changes nothing."""
    homes = homefile.candidates(folder)
    tries.check(folder)
    changed = False
    for home in homes:
        entry = _entry(home, officer)
        try:
            vault, seed = open_slot(home, entry, passphrase)
            changed = True
            opened = unlocked(folder, home, entry, vault.key, seed)
        except WrongKey:
            continue
        except WeakSlot:
            changed = True
            continue
        return _welcome(opened, home)
    if changed:
        raise HomeDamaged
    raise tries.count_wrong(folder)


def unlock_with_recovery(
    folder: Path, code: RecoveryCode, officer: str | None, passphrase: str
) -> Unlocked:
    """Open a home with the code on paper: a new passphrase and a new signing key for `officer`."""
    kdf.check_passphrase(passphrase)
    changed = False
    for home in homefile.candidates(folder):
        try:
            vault = open_recovery(home, code)
        except WrongKey:
            continue
        if home.is_whole(vault.key):
            retiring = _retire(home, _entry(home, officer), "recovery")
            return _renewed(folder, home, retiring, (vault, passphrase))
        changed = True
    # nobody guesses 160 bits, so a wrong code is not counted as a try
    raise HomeDamaged if changed else WrongCode


def renew_signing_key(folder: Path, officer: str | None, passphrase: str, reason: str) -> Unlocked:
    """Open a home under a new signing key, after a restore or where a copy of it is in use."""
    opened = unlock(folder, officer, passphrase)
    home = current(opened)
    retiring = _retire(home, _entry(home, opened.officer.name), reason)
    renewed = _renewed(folder, home, retiring, (_vault(opened), passphrase))
    opened.wipe()
    return renewed


def add_officer(opened: Unlocked, profile: Profile, passphrase: str) -> Officer:
    """Give another officer a slot and a signing key of their own."""
    kdf.check_passphrase(passphrase)
    home = current(opened)
    if any(_same(entry.name, profile.name) for entry in home.officers):
        raise NetraError(
            tr("Sudah ada petugas bernama {nama} di rumah data ini.", nama=profile.name),
            tr("Tambahkan sesuatu pada nama agar berbeda."),
            code="officer-exists",
        )
    # The dearest of all: whoever made their own slot cheap must not make this one cheap as well.
    dearest = max((entry.slot.cost for entry in home.officers), key=lambda c: (c.mem, c.ops))
    secret = Secret(passphrase, dearest)
    entry, _ = new_officer(_vault(opened), profile, _next_number(home), secret)
    store(opened, msgspec.structs.replace(home, officers=(*home.officers, entry)))
    return officer_of(entry)


def change_passphrase(opened: Unlocked, old: str, new: str) -> None:
    """Change the passphrase of the signed-in officer, who gives the old one once more."""
    kdf.check_passphrase(new)
    home = current(opened)
    entry = _entry(home, opened.officer.name)
    vault, seed = _asked(opened, home, entry, old)
    slot = new_slot(vault, entry.dev, seed, Secret(new, entry.slot.cost))
    store(opened, _with(home, msgspec.structs.replace(entry, slot=slot)))


def confirm(opened: Unlocked, passphrase: str) -> None:
    """Ask the signed-in officer for the passphrase once more; a wrong one is counted."""
    home = current(opened)
    _asked(opened, home, _entry(home, opened.officer.name), passphrase)


def renew_recovery_code(opened: Unlocked, code: RecoveryCode | None = None) -> RecoveryCode:
    """
    Make a new recovery code, or take this one into use; the old paper no longer opens the home.

    In the home of an office it also becomes the escrow, which must go out on a new card; what was
    sealed to the old escrow still opens with the old paper.
    """
    home, code = current(opened), code or recovery.new()
    home = msgspec.structs.replace(home, recovery=new_recovery(_vault(opened), code))
    if home.office is not None and opened.office is not None:
        escrow = (recovery_recipient(code),)
        home = msgspec.structs.replace(
            home, office=msgspec.structs.replace(home.office, recovery=escrow)
        )
        opened.office = replace(opened.office, recovery=escrow)
    store(opened, home)
    opened.recipients = recipients_of(home)
    return code


def current(opened: Unlocked) -> HomeFile:
    """Read the file of an open home again."""
    for home in homefile.candidates(opened.folder):
        if home.is_whole(opened.vault_key):
            return home
    raise HomeDamaged


def store(opened: Unlocked, home: HomeFile) -> HomeFile:
    """Write a changed file of an open home."""
    return homefile.save(opened.folder, home, opened.vault_key)


def _welcome(opened: Unlocked, home: HomeFile) -> Unlocked:
    tries.forget(opened.folder)
    # a full disk is no reason to keep an officer out; the next unlock mends
    with suppress(NetraError):
        opened.mended = homefile.mend(opened.folder, home)
    return opened


def _asked(
    opened: Unlocked, home: HomeFile, entry: OfficerEntry, passphrase: str
) -> tuple[VaultKey, bytes]:
    tries.check(opened.folder)
    try:
        return open_slot(home, entry, passphrase)
    except (WrongKey, WeakSlot):
        raise tries.count_wrong(opened.folder) from None


def _entry(home: HomeFile, name: str | None) -> OfficerEntry:
    if name is None and len(home.officers) == 1:
        return home.officers[0]
    for entry in home.officers:
        if name is not None and _same(entry.name, name):
            return entry
    names = ", ".join(entry.name for entry in home.officers)
    raise NetraError(
        tr("Sebutkan petugas yang membuka rumah data ini: {nama}.", nama=names),
        tr("Pilih satu nama."),
        code="officer-unknown" if name else "officer-needed",
    )


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _with(home: HomeFile, changed: OfficerEntry) -> HomeFile:
    officers = tuple(changed if _same(e.name, changed.name) else e for e in home.officers)
    return msgspec.structs.replace(home, officers=officers)


def _next_number(home: HomeFile) -> int:
    numbers = [entry.number for entry in home.officers]
    numbers += [key.number for entry in home.officers for key in entry.retired]
    return max(numbers) + 1


def _vault(opened: Unlocked) -> VaultKey:
    return VaultKey(opened.home, bytes(opened.vault_key))


def _retire(home: HomeFile, entry: OfficerEntry, reason: str) -> OfficerEntry:
    """Put the signing key of an entry among its retired ones."""
    old = RetiredKey(dev=entry.dev, number=entry.number, at=clock.now().wall, reason=reason)
    return msgspec.structs.replace(entry, retired=(*entry.retired, old))


def _renewed(
    folder: Path, home: HomeFile, entry: OfficerEntry, opening: tuple[VaultKey, str]
) -> Unlocked:
    """Give a retiring entry a new signing key under (vault key, passphrase), and open with it."""
    vault, passphrase = opening
    profile = Profile(entry.name, entry.role, entry.office, entry.region)
    secret = Secret(passphrase, entry.slot.cost)
    fresh, seed = new_officer(vault, profile, _next_number(home), secret)
    fresh = msgspec.structs.replace(fresh, retired=entry.retired)
    home = homefile.save(folder, _with(home, fresh), vault.key)
    return _welcome(unlocked(folder, home, fresh, vault.key, seed), home)
