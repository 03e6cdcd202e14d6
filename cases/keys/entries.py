"""How the entries of `vault.json` are made and opened: one slot, one identity, one office."""

from dataclasses import dataclass
from uuid import uuid4

import pyrage

from cases import clock
from cases.keys import kdf, recovery, sshsig
from cases.keys.homefile import (
    HomeFile,
    OfficeEntry,
    OfficerEntry,
    RecoverySlot,
    Slot,
    VaultIdentity,
)
from cases.keys.kdf import Cost, open_box, seal_box, subkey
from cases.keys.recovery import RecoveryCode


@dataclass(frozen=True, slots=True)
class Profile:
    """Who an officer is, before they have a key."""

    name: str
    role: str
    office: str
    region: str


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """Which office a home belongs to; without an id it gets one."""

    name: str
    region: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Secret:
    """What will open a slot: a passphrase, and what each guess at it costs."""

    passphrase: str
    cost: Cost


class WeakSlot(Exception):
    """A slot that is cheaper to guess than this home allows."""


@dataclass(frozen=True, slots=True, repr=False)
class VaultKey:
    """The vault key, and the id of the home it belongs to."""

    home: str
    key: bytes


def new_officer(
    vault: VaultKey, profile: Profile, number: int, secret: Secret
) -> tuple[OfficerEntry, bytes]:
    """Make an officer with a fresh signing seed; returns entry and seed."""
    seed = kdf.random_bytes(32)
    dev = sshsig.dev_of_seed(seed)
    entry = OfficerEntry(
        number=number,
        name=profile.name,
        dev=dev,
        role=profile.role,
        office=profile.office,
        region=profile.region,
        added_at=clock.now().wall,
        slot=new_slot(vault, dev, seed, secret),
    )
    return entry, seed


def new_slot(vault: VaultKey, dev: str, seed: bytes, secret: Secret) -> Slot:
    """Put the vault key and the seed of `dev` under a passphrase."""
    salt = kdf.random_bytes(kdf.SALT_BYTES)
    key = kdf.stretch(secret.passphrase, salt, secret.cost)
    return Slot(
        salt=salt.hex(),
        ops=secret.cost.ops,
        mem=secret.cost.mem,
        vault_key=seal_box(subkey(key, "vault key"), f"vault key {vault.home}", vault.key),
        seed=seal_box(subkey(key, "seed"), f"seed {vault.home} {dev}", seed),
    )


def open_slot(home: HomeFile, entry: OfficerEntry, passphrase: str) -> tuple[VaultKey, bytes]:
    """Open a slot; returns the vault key and the seed, or raises `WrongKey` or `WeakSlot`."""
    slot = entry.slot
    if slot.cost.weak and not home.weak:
        raise WeakSlot
    key = kdf.stretch(passphrase, bytes.fromhex(slot.salt), slot.cost)
    vault_key = open_box(subkey(key, "vault key"), f"vault key {home.home}", slot.vault_key)
    seed = open_box(subkey(key, "seed"), f"seed {home.home} {entry.dev}", slot.seed)
    return VaultKey(home.home, vault_key), seed


def new_recovery(vault: VaultKey, code: RecoveryCode) -> RecoverySlot:
    """Put the vault key under a recovery code."""
    key = subkey(code.secret, "recovery slot")
    box = seal_box(key, f"vault key {vault.home}", vault.key)
    return RecoverySlot(vault_key=box, made_at=clock.now().wall)


def open_recovery(home: HomeFile, code: RecoveryCode) -> VaultKey:
    """Open the recovery slot, or raise `WrongKey`."""
    key = subkey(code.secret, "recovery slot")
    return VaultKey(home.home, open_box(key, f"vault key {home.home}", home.recovery.vault_key))


def new_identity(vault: VaultKey) -> VaultIdentity:
    """Make the age key of the vault."""
    identity = pyrage.x25519.Identity.generate()
    box = seal_box(subkey(vault.key, "age"), f"age {vault.home}", str(identity).encode("ascii"))
    return VaultIdentity(recipient=str(identity.to_public()), identity=box)


def new_office(vault: VaultKey, profile: OfficeProfile, code: RecoveryCode) -> OfficeEntry:
    """Make the keys of an office; its escrow is what the recovery code stands for."""
    key, seed = subkey(vault.key, "office"), kdf.random_bytes(32)
    identity = pyrage.x25519.Identity.generate()
    return OfficeEntry(
        id=profile.id or uuid4().hex,
        name=profile.name,
        region=profile.region,
        dev=sshsig.dev_of_seed(seed),
        age=str(identity.to_public()),
        recovery=(recovery_recipient(code),),
        seed=seal_box(key, f"office seed {vault.home}", seed),
        identity=seal_box(key, f"office age {vault.home}", str(identity).encode("ascii")),
    )


def recovery_recipient(code: RecoveryCode) -> str:
    """Return the age recipient that an office's recovery code can open."""
    return str(pyrage.x25519.Identity.from_str(recovery.age_identity(code)).to_public())
