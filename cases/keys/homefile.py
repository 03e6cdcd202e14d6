"""
`vault.json`: the slots of a home, and what only the vault key opens.

The file is text that anybody with the disk can read and change, so it holds no secret in clear,
and everything in it is under a MAC of the vault key: a changed recipient or a swapped box is found
when the home is opened. A second copy, `vault.json.old`, stays the previous file until the new
one was read back, and is a copy of it afterwards; so there is always one file that opens.
"""

import hmac
from pathlib import Path
from typing import Annotated

import msgspec
import rfc8785

from cases import disk
from cases.errors import NetraError
from cases.keys.kdf import MOST_MEMORY, Cost, subkey
from cases.language import tr

FORMAT = "netra-home-1"
_NAME = "vault.json"
_SPARE = "vault.json.old"
_LARGEST = 1 << 20

Hex = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Id = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Text = Annotated[str, msgspec.Meta(max_length=300)]
Box = Annotated[str, msgspec.Meta(max_length=400)]
Passes = Annotated[int, msgspec.Meta(ge=1, le=20)]
Memory = Annotated[int, msgspec.Meta(ge=8192, le=MOST_MEMORY)]
Number = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the file; unknown keys belong to a newer format and are refused."""


class Slot(Part, frozen=True, forbid_unknown_fields=True):
    """What a passphrase opens: the vault key, and the signing seed of this officer alone."""

    salt: Id
    ops: Passes
    mem: Memory
    vault_key: Box
    seed: Box

    @property
    def cost(self) -> Cost:
        """What one guess costs."""
        return Cost(self.ops, self.mem)


class RetiredKey(Part, frozen=True, forbid_unknown_fields=True):
    """A signing key that no longer signs."""

    dev: Hex
    number: Number
    at: Text
    reason: Text


class OfficerEntry(Part, frozen=True, forbid_unknown_fields=True):
    """One officer of the home; `number` counts signing keys, retired ones too."""

    number: Number
    name: Text
    dev: Hex
    role: Text
    office: Text
    region: Text
    added_at: Text
    slot: Slot
    retired: tuple[RetiredKey, ...] = ()


class RecoverySlot(Part, frozen=True, forbid_unknown_fields=True):
    """What the recovery code opens: the vault key."""

    vault_key: Box
    made_at: Text


class VaultIdentity(Part, frozen=True, forbid_unknown_fields=True):
    """The age key of the vault: public, and the identity under the vault key."""

    recipient: Text
    identity: Box


class OfficeEntry(Part, frozen=True, forbid_unknown_fields=True):
    """The keys of an office, in the home of that office."""

    id: Text
    name: Text
    region: Text
    dev: Hex
    age: Text
    recovery: tuple[Text, ...]
    seed: Box
    identity: Box


class HomeFile(Part, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    home: Id
    created_at: Text
    kdf: str
    weak: bool
    officers: tuple[OfficerEntry, ...]
    recovery: RecoverySlot
    age: VaultIdentity
    office: OfficeEntry | None = None
    enrolled: str | None = None
    mac: str = ""

    def mac_with(self, vault_key: bytes | bytearray) -> str:
        """Compute the MAC over everything but the MAC."""
        plain = msgspec.to_builtins(msgspec.structs.replace(self, mac=""))
        return hmac.digest(subkey(vault_key, "vault.json"), rfc8785.dumps(plain), "sha256").hex()

    def is_whole(self, vault_key: bytes | bytearray) -> bool:
        """Tell whether nothing in the file was changed without the vault key."""
        return hmac.compare_digest(self.mac.encode(), self.mac_with(vault_key).encode())


class HomeDamaged(NetraError):
    """Neither copy of the file can be used."""

    def __init__(self) -> None:
        super().__init__(
            tr("Berkas kunci rumah data (vault.json) rusak atau sudah diubah."),
            tr("Kembalikan rumah data dari cadangan terakhir."),
            code="home-damaged",
        )


class NoHome(NetraError):
    """The folder holds no home."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            tr("Di folder {nama} tidak ada rumah data.", nama=str(folder)),
            tr("Pilih folder lain atau buat rumah data baru."),
            code="no-home",
        )


def exists(folder: Path) -> bool:
    """Tell whether the folder holds a home, whole or not."""
    return (folder / _NAME).exists() or (folder / _SPARE).exists()


def candidates(folder: Path) -> list[HomeFile]:
    """Read what can be used of the file and its second copy, best first, equal ones once."""
    if not exists(folder):
        raise NoHome(folder)
    found: list[HomeFile] = []
    for name in (_NAME, _SPARE):
        home = _read(folder / name)
        if home is not None and home not in found:
            found.append(home)
    if not found:
        raise HomeDamaged
    return found


def save(folder: Path, home: HomeFile, vault_key: bytes | bytearray) -> HomeFile:
    """Write the file under a fresh MAC; the second copy follows once it has been read back."""
    home = msgspec.structs.replace(home, mac=home.mac_with(vault_key))
    data = msgspec.json.format(msgspec.json.encode(home), indent=1) + b"\n"
    _need_readable(data)
    disk.save(folder / _NAME, data)
    if _read(folder / _NAME) != home:
        raise HomeDamaged
    disk.save(folder / _SPARE, data)
    return home


def _need_readable(data: bytes) -> None:
    """Refuse, before the old file is touched, what could not be read back."""
    try:
        msgspec.json.decode(data, type=HomeFile)
        fits = len(data) <= _LARGEST
    except msgspec.ValidationError:
        fits = False
    if not fits:
        raise NetraError(
            tr(
                "Ada nama yang terlalu panjang, atau terlalu banyak petugas, untuk rumah data ini."
            ),
            tr("Pendekkan nama petugas atau kantor."),
            code="too-long",
        )


def mend(folder: Path, home: HomeFile) -> bool:
    """Make both copies the file that opened; tells whether one of them was not."""
    data = msgspec.json.format(msgspec.json.encode(home), indent=1) + b"\n"
    broken = [name for name in (_NAME, _SPARE) if _read(folder / name) != home]
    for name in broken:
        disk.save(folder / name, data)
    return bool(broken)


def _read(path: Path) -> HomeFile | None:
    try:
        with path.open("rb") as handle:
            data = handle.read(_LARGEST + 1)
        home = msgspec.json.decode(data, type=HomeFile) if len(data) <= _LARGEST else None
    except (OSError, ValueError, RecursionError):
        return None
    known = home is not None and home.format == FORMAT and home.kdf == "argon2id"
    return home if known and home is not None and home.officers else None
