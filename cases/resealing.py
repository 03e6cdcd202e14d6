"""Sealing older objects to an office as well, after an enrolment, however often it is cut off."""

from contextlib import AbstractContextManager, suppress
from typing import Protocol

from sqlalchemy import Connection, select

from cases.journal.transaction import Tx
from cases.tables import setting
from cases.vault.errors import ObjectDamaged, ObjectMissing
from cases.vault.vault import Vault

STEP = 64
"""After so many objects the place is noted: to seal some of them once more does no harm."""
_KEY = "reseal"
"""Setting that says what is left: the office, and the last object that was sealed again."""


class Open(Protocol):
    """An open home."""

    vault: Vault

    def read(self) -> AbstractContextManager[Connection]:
        """Read."""

    def write(self) -> AbstractContextManager[Tx]:
        """Write."""


def begin(home: Open, office: str) -> None:
    """Note that all objects must be sealed to `office` as well."""
    _note(home, office)


def go_on(home: Open) -> int:
    """
    Seal what is left; gives how many objects.

    One that is damaged stays as it is: `check` names it, and the others must not wait for it.
    """
    with home.read() as connection:
        waiting = connection.execute(select(setting.c.value).where(setting.c.key == _KEY)).scalar()
    if waiting is None:
        return 0
    office, _, last = waiting.partition(" ")
    done = 0
    for count, name in enumerate([name for name in home.vault.names() if name > last], 1):
        with suppress(ObjectDamaged, ObjectMissing):
            home.vault.reseal(name)
            done += 1
        if count % STEP == 0:
            _note(home, f"{office} {name}")
    _note(home, None)
    return done


def _note(home: Open, place: str | None) -> None:
    with home.write() as tx:
        tx.connection.execute(setting.delete().where(setting.c.key == _KEY))
        if place:
            tx.connection.execute(setting.insert(), {"key": _KEY, "value": place})
