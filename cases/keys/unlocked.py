"""An opened home: the keys in memory, from unlocking to locking."""

from dataclasses import dataclass, field
from pathlib import Path

from cases.keys import cards, kdf, sshsig
from cases.keys.cards import OfficeCard
from cases.keys.homefile import HomeFile, OfficeEntry, OfficerEntry
from cases.keys.kdf import WrongKey, open_box, subkey
from cases.keys.officer import Officer


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """The keys of the office whose home this is."""

    id: str
    name: str
    region: str
    dev: str
    age: str
    recovery: tuple[str, ...]
    seed: bytearray = field(repr=False)
    identity: str = field(repr=False)

    def sign(self, namespace: str, message: bytes) -> str:
        """Sign for the office."""
        return sshsig.sign(self.seed, namespace, message)


@dataclass(slots=True)
class Unlocked:
    """
    The keys of one signed-in officer. Python cannot promise that memory is wiped: the byte
    arrays are zeroed by `wipe`, the short-lived copies that the libraries need are not.
    """

    folder: Path
    home: str
    """Id of the home."""
    officer: Officer
    retired: tuple[str, ...]
    """Signing keys this officer had before, oldest first."""
    recipients: tuple[str, ...]
    """Whom new objects are sealed to: the vault, its own office, the enrolled office."""
    enrolled: OfficeCard | None
    mended: bool
    """Whether one of the two copies of `vault.json` was unusable and has been replaced."""
    vault_key: bytearray = field(repr=False)
    seed: bytearray = field(repr=False)
    db_key: bytearray = field(repr=False)
    """Raw SQLCipher key, 32 bytes."""
    index_key: bytearray = field(repr=False)
    """HMAC key of the NIK index."""
    identity: str = field(repr=False)
    """The vault's age identity."""
    office: OfficeKeys | None = None

    @property
    def dev(self) -> str:
        """The officer's signing key."""
        return self.officer.dev

    @property
    def locked(self) -> bool:
        """Whether the keys have been wiped."""
        return not any(self.vault_key)

    def sign(self, namespace: str, message: bytes) -> str:
        """Sign as the officer."""
        return sshsig.sign(self.seed, namespace, message)

    def wipe(self) -> None:
        """Zero the keys; nothing can be opened or signed with this any more."""
        secrets = [self.vault_key, self.seed, self.db_key, self.index_key]
        if self.office is not None:
            secrets.append(self.office.seed)
        for secret in secrets:
            secret[:] = bytes(len(secret))
        self.identity = ""
        self.office = None


def officer_of(entry: OfficerEntry) -> Officer:
    """Return the officer of an entry."""
    return Officer(
        entry.dev, entry.name, entry.role, entry.office, entry.region, number=entry.number
    )


def recipients_of(home: HomeFile) -> tuple[str, ...]:
    """Whom a home seals to, each once: the vault, its own office, the enrolled office."""
    found = [home.age.recipient]
    if home.office is not None:
        found += [home.office.age, *home.office.recovery]
    if home.enrolled is not None:
        card = cards.parse_office_card(home.enrolled.encode())
        found += [card.age, *card.recovery]
    return tuple(dict.fromkeys(found))


def unlocked(
    folder: Path, home: HomeFile, entry: OfficerEntry, vault_key: bytes, seed: bytes
) -> Unlocked:
    """Put together what the vault key opens; raises `WrongKey` if the file was changed."""
    if not home.is_whole(vault_key) or sshsig.dev_of_seed(seed) != entry.dev:
        raise WrongKey
    identity = open_box(subkey(vault_key, "age"), f"age {home.home}", home.age.identity)
    enrolled = cards.parse_office_card(home.enrolled.encode()) if home.enrolled else None
    return Unlocked(
        folder=folder,
        home=home.home,
        officer=officer_of(entry),
        retired=tuple(key.dev for key in entry.retired),
        recipients=recipients_of(home),
        enrolled=enrolled,
        mended=False,
        vault_key=bytearray(vault_key),
        seed=bytearray(seed),
        db_key=bytearray(subkey(vault_key, "db")),
        index_key=bytearray(subkey(vault_key, "index")),
        identity=identity.decode("ascii"),
        office=_office(home, vault_key),
    )


def _office(home: HomeFile, vault_key: bytes) -> OfficeKeys | None:
    entry: OfficeEntry | None = home.office
    if entry is None:
        return None
    key = kdf.subkey(vault_key, "office")
    return OfficeKeys(
        entry.id,
        entry.name,
        entry.region,
        entry.dev,
        entry.age,
        entry.recovery,
        seed=bytearray(open_box(key, f"office seed {home.home}", entry.seed)),
        identity=open_box(key, f"office age {home.home}", entry.identity).decode("ascii"),
    )
