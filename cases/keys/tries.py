"""
Wrong passphrases cost time, never data.

After three wrong tries each further one doubles the time until the next is heard, up to five
minutes. The count is a plain file: whoever can delete it can also copy the home, and is held up
by Argon2id alone; it slows down a person at the keyboard. Nothing here sleeps: the time to wait
is told in the error. A clock that was set back never locks anybody out.
"""

from contextlib import suppress
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

import msgspec

from cases import clock, disk
from cases.errors import NetraError
from cases.language import tr

_FREE = 3
_LONGEST = 300
_FILE = "tries.json"


class WrongPassphrase(NetraError):
    """The passphrase opens no slot; `wait` is how many seconds the next try must wait."""

    def __init__(self, wait: int) -> None:
        super().__init__(
            tr("Kata sandi salah; data tetap utuh."),
            tr("Coba lagi setelah {n} detik.", n=wait) if wait else tr("Coba lagi."),
            code="wrong-passphrase",
        )
        self.wait = wait


class TooEarly(NetraError):
    """A try before its time; it was not looked at. `wait` is how many seconds are left."""

    def __init__(self, wait: int) -> None:
        super().__init__(
            tr("Terlalu banyak percobaan salah; percobaan ini belum diperiksa."),
            tr("Coba lagi setelah {n} detik.", n=wait),
            code="wait-before-unlock",
        )
        self.wait = wait


class _Tries(msgspec.Struct, frozen=True):
    count: int = 0
    wall: str = "1970-01-01T00:00:00.000Z"
    mono: int = 0
    boot: str = ""


def check(folder: Path) -> None:
    """Raise `TooEarly` when the last wrong try is too recent."""
    tries = _read(folder)
    wait = _delay(tries.count) - _elapsed(tries)
    if wait > 0:
        raise TooEarly(ceil(wait))


def count_wrong(folder: Path) -> WrongPassphrase:
    """Remember a wrong try; returns the error to raise."""
    count = _read(folder).count + 1
    now = clock.now()
    record = _Tries(count, now.wall, now.mono, now.boot)
    # a full or read-only disk must not stand between an officer and the data
    with suppress(NetraError):
        disk.save(folder / _FILE, msgspec.json.encode(record))
    return WrongPassphrase(_delay(count))


def forget(folder: Path) -> None:
    """Forget the wrong tries: the right passphrase was given."""
    with suppress(OSError):
        (folder / _FILE).unlink()


def _delay(count: int) -> int:
    return 0 if count < _FREE else min(2 ** min(count - _FREE + 1, 10), _LONGEST)


def _elapsed(tries: _Tries) -> float:
    """Seconds since the last wrong try; without a believable answer, long enough."""
    now = clock.now()
    if tries.boot == now.boot:
        return (now.mono - tries.mono) / 1000 if now.mono >= tries.mono else _LONGEST
    then = datetime.fromisoformat(tries.wall)
    seconds = (datetime.fromisoformat(now.wall) - then).total_seconds()
    return seconds if seconds >= 0 else _LONGEST


def _read(folder: Path) -> _Tries:
    try:
        tries = msgspec.json.decode((folder / _FILE).read_bytes(), type=_Tries)
        datetime.fromisoformat(tries.wall).astimezone(UTC)
    except (OSError, ValueError, OverflowError, RecursionError):
        return _Tries()
    return tries
