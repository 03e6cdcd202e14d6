"""
The home of an officer: one folder with the keys, the database and the vault, opened together.

    <home>/vault.json      slots of the officers (`cases/keys`)
    <home>/netra.db        journal and projections, SQLCipher
    <home>/objects/        sealed objects
    <home>/reserve         room set aside for text (`cases/reserve.py`)

`Home.write` and `Home.read` are the doors of the layers above; nobody else opens the store.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Select, select

from cases import disk, latest, resealing
from cases.errors import NetraError
from cases.journal.event import canonical, sha256
from cases.journal.signing import is_signed
from cases.journal.streams import all_heads_of_key
from cases.journal.transaction import Author, Tx
from cases.keys import enrolment, slots
from cases.keys.cards import OfficeCard
from cases.keys.entries import OfficeProfile, Profile
from cases.keys.kdf import Cost
from cases.keys.officer import Officer
from cases.keys.recovery import RecoveryCode
from cases.keys.unlocked import Unlocked
from cases.language import tr
from cases.platform import Hold
from cases.reserve import Reserve
from cases.store import Store
from cases.tables import head, setting
from cases.vault.vault import Vault

DATABASE = "netra.db"
_HELD = "in-use"
_ANCHORED = "anchored"


class HomeLocked(NetraError):
    """Nobody is signed in."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rumah data terkunci."), tr("Ketik kata sandi untuk melanjutkan."), code="locked"
        )


class HomeInUse(NetraError):
    """Another process has this home open."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rumah data ini sedang dibuka oleh Netra yang lain."),
            tr("Tutup jendela atau perintah Netra yang lain, lalu ulangi."),
            code="home-in-use",
        )


class Home:
    """An open home with one signed-in officer."""

    def __init__(self, keys: Unlocked) -> None:
        self.folder = keys.folder
        self.keys = keys
        self.officer: Officer = keys.officer
        self._hold = Hold(self.folder / _HELD)
        if not self._hold.take():
            raise HomeInUse
        self.reserve = Reserve(self.folder)
        try:
            self.reserve.tend()  # on a full disk SQLite could not even open
            self.store = Store(self.folder / DATABASE, bytes(keys.db_key))
        except NetraError:
            self._hold.let_go()
            raise
        try:
            latest.check(self.store, keys)
        except NetraError:
            self.store.close()
            self._hold.let_go()
            raise
        self.vault = Vault(self.folder, keys.recipients, keys.identity)
        self._guard = RLock()
        self._works = 0
        self._leaving = False

    @property
    def unlocked(self) -> bool:
        """Whether it may be read and written."""
        return not self._leaving and not self.keys.locked

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Write as the signed-in officer, in one transaction (`Store.write`)."""
        if self.keys.locked:
            raise HomeLocked
        author = Author(self.keys.dev, bytes(self.keys.seed), introduction_of(self.officer))
        self.reserve.tend()
        try:
            with self.store.write(author) as tx:
                yield tx
        except NetraError as error:
            if error.code == "disk-full":
                self.reserve.let_go()  # the next try finds room
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Read in one transaction."""
        if self.keys.locked:
            raise HomeLocked
        with self.store.read() as connection:
            yield connection

    @contextmanager
    def working(self) -> Iterator[None]:
        """Announce long work, such as an import: locking then waits for its end."""
        with self._guard:
            if not self.unlocked:
                raise HomeLocked
            self._works += 1
        try:
            yield
        finally:
            with self._guard:
                self._works -= 1
                if self._leaving and not self._works:
                    self._leave()

    def lock(self) -> None:
        """Sign out: anchor the heads, forget the keys. Running long work may finish.

        While it does, nothing can be opened: sealing needs public keys only, and what is already
        sealed stays shut.
        """
        with self._guard:
            if self._leaving:
                return
            self._leaving = True
            self.vault.lock()
            if not self._works:
                self._leave()

    def _leave(self) -> None:
        if not self.keys.locked:
            anchor(self, "lock")
            latest.note(self.store, self.keys)
            self.keys.wipe()
            self.store.close()
            self._hold.let_go()

    def reseal(self) -> int:
        """Seal older objects to the office as well, after an enrolment; gives their number."""
        return resealing.go_on(self)


def _setting(key: str) -> Select[str]:
    return select(setting.c.value).where(setting.c.key == key)


def introduction_of(officer: Officer) -> dict[str, Any]:
    """Body with which a stream introduces its key."""
    return {
        "name": officer.name,
        "role": officer.role,
        "office": officer.office,
        "region": officer.region,
        "number": officer.number,
    }


def create(
    folder: Path,
    profile: Profile,
    passphrase: str,
    *,
    office: OfficeProfile | None = None,
    cost: Cost = slots.REAL_COST,
) -> tuple[Home, RecoveryCode]:
    """Make a home with its first officer; `office` for the home of an office itself."""
    keys, code = slots.create_home_keys(folder, profile, passphrase, cost=cost, office=office)
    return _opened(keys), code


def unlock(folder: Path, officer: str | None, passphrase: str) -> Home:
    """Open a home as one of its officers (None: the only one)."""
    return _opened(slots.unlock(folder, officer, passphrase))


def unlock_with_recovery(
    folder: Path, code: RecoveryCode, officer: str | None, passphrase: str
) -> Home:
    """Open a home with the code on paper: new passphrase, new signing key."""
    return _opened(slots.unlock_with_recovery(folder, code, officer, passphrase), "recovery")


def renew(folder: Path, officer: str | None, passphrase: str, reason: str) -> Home:
    """Open a home under a new signing key: after a restore, or where a copy of it is in use."""
    return _opened(slots.renew_signing_key(folder, officer, passphrase, reason), reason)


def _opened(keys: Unlocked, reason: str = "key-renewed") -> Home:
    home = Home(keys)
    disk.clear(home.folder)
    home.vault.remove_stale_incoming()
    _start_key(home, reason)
    return home


def _start_key(home: Home, reason: str) -> None:
    """Begin the key's own stream where it has none: a new home, a new officer, a new key."""
    with home.read() as connection:
        if all_heads_of_key(connection, home.keys.dev):
            return
        before = connection.execute(
            select(head.c.dev, head.c.scope, head.c.seq, head.c.sha256)
            .where(head.c.dev.in_(home.keys.retired))
            .order_by(head.c.dev, head.c.scope)
        ).all()
    after = [
        {"dev": dev, "case": scope or None, "seq": seq, "sha256": sha}
        for dev, scope, seq, sha in before
    ]
    body = introduction_of(home.officer)
    if home.keys.retired:
        body |= {"after": after, "reason": reason}
    with home.write() as tx:
        tx.append("key.started", body, case=None)


def anchor(home: Home, why: str) -> None:
    """Record the digest over all heads of the key, so that a dropped stream is noticed.

    Nothing is written while no head has moved since the last anchor.
    """
    with home.write() as tx:
        # A stream somebody else began in this key's name must not be vouched for.
        heads = [h for h in all_heads_of_key(tx.connection, home.keys.dev) if is_signed(h)]
        root = root_of([(h.scope, h.seq, h.sha256) for h in heads if h.scope])
        key = f"{_ANCHORED} {home.keys.dev}"
        if root == tx.connection.execute(_setting(key)).scalar():
            return
        count = sum(1 for h in heads if h.scope)
        body = {"root": root, "streams": count, "why": why}
        tx.append("anchor", body, case=None, cls="access")
        tx.connection.execute(setting.delete().where(setting.c.key == key))
        tx.connection.execute(setting.insert(), {"key": key, "value": root})


def root_of(heads: list[tuple[str, int, str]]) -> str:
    """Digest over heads as (case, seq, sha256); the own stream is bound by its own chain."""
    return sha256(canonical([list(entry) for entry in sorted(heads)]))


def enrol(home: Home, office: OfficeCard) -> None:
    """Seal to this office from now on; older objects follow with `Home.reseal`."""
    # Noted before the keys change: whatever happens in between, no older object is forgotten.
    resealing.begin(home, office.id)
    home.vault.recipients = enrolment.enrol(home.keys, office)
    with home.write() as tx:
        tx.append(
            "office.enrolled",
            {
                "id": office.id,
                "name": office.name,
                "region": office.region,
                "sign": office.sign,
                "age": office.age,
                "recovery": list(office.recovery),
            },
            case=None,
        )


def add_officer(home: Home, profile: Profile, passphrase: str) -> Officer:
    """Give another officer of this laptop a slot and a key of their own."""
    return slots.add_officer(home.keys, profile, passphrase)
