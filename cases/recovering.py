"""
The recovery sheet of an open home: whether somebody ever kept it, and a new one in its place.

Kept is noted for the code in use, by the digest of its slot: after a new code the note speaks of
another slot, so that a kill at any moment errs on the side of asking once too often.
"""

import msgspec
from sqlalchemy import select

from cases.home import Home
from cases.journal.event import sha256
from cases.keys import slots
from cases.keys.recovery import RecoveryCode
from cases.tables import setting

_KEY = "recovery-sheet-kept"


def is_kept(home: Home) -> bool:
    """Whether the sheet of the code in use was saved, printed or typed back."""
    with home.read() as connection:
        noted = connection.execute(select(setting.c.value).where(setting.c.key == _KEY)).scalar()
    return noted == _mark(home)


def note_kept(home: Home) -> None:
    """Note that somebody has the sheet of the code in use."""
    mark = _mark(home)
    with home.write() as tx:
        tx.connection.execute(setting.delete().where(setting.c.key == _KEY))
        tx.connection.execute(setting.insert(), {"key": _KEY, "value": mark})


def renew(home: Home, passphrase: str, code: RecoveryCode) -> None:
    """
    Put a new code, which somebody has on paper by now, in the place of the old one.

    One new key file does it: before it the old sheet opens the home, after it the new one. In the
    home of an office the code is the escrow too, to which everything is sealed from now on.
    """
    slots.confirm(home.keys, passphrase)
    slots.renew_recovery_code(home.keys, code)
    home.vault.recipients = home.keys.recipients
    note_kept(home)


def _mark(home: Home) -> str:
    return sha256(msgspec.json.encode(slots.current(home.keys).recovery))
