"""
The recovery code: what opens a home when every passphrase is forgotten. It lives on paper.

160 random bits and a 20-bit checksum, written in Crockford's base 32 as nine groups of four. The
checksum is a CRC whose polynomial was chosen so that one or two wrong letters, and any two
letters swapped, are always found; anything else slips through once in a million.
"""

from dataclasses import dataclass
from functools import cached_property

from cases.errors import NetraError
from cases.keys import bech32
from cases.keys.kdf import random_bytes, subkey
from cases.language import tr

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011", " -\u2010\u2011\u2013\u2014.\t\r\n\xa0")
_POLYNOMIAL = 0x105F9F
_START = 0x4E545
_CHECK_BITS = 20
_SECRET_BYTES = 20
_LENGTH = 36


@dataclass(frozen=True, repr=False)
class RecoveryCode:
    """A recovery code; `text` is what stands on paper and in the QR code."""

    secret: bytes

    @cached_property
    def text(self) -> str:
        """Nine groups of four letters with hyphens between."""
        return "-".join(self.groups)

    @property
    def groups(self) -> tuple[str, ...]:
        """The nine groups of four letters."""
        secret = int.from_bytes(self.secret, "big")
        number = secret << _CHECK_BITS | _checksum(secret)
        letters = "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
        return tuple(letters[start : start + 4] for start in range(0, _LENGTH, 4))


def new() -> RecoveryCode:
    """Make a code nobody can guess."""
    return RecoveryCode(random_bytes(_SECRET_BYTES))


def parse(text: str) -> RecoveryCode:
    """Read a typed code: case, spaces and hyphens do not matter, O is 0, I and L are 1."""
    letters = text.upper().translate(_LOOKALIKES)
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS):
        raise _refusal()
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    secret = number >> _CHECK_BITS
    if _checksum(secret) != number & (1 << _CHECK_BITS) - 1:
        raise _refusal()
    return RecoveryCode(secret.to_bytes(_SECRET_BYTES, "big"))


def age_identity(code: RecoveryCode) -> str:
    """Return the age identity that the code of an office stands for, the escrow of its region."""
    return bech32.encode("age-secret-key-", subkey(code.secret, "office recovery age")).upper()


def _checksum(secret: int) -> int:
    """CRC over the 160 bits, most significant first."""
    rest = _START
    for place in reversed(range(_SECRET_BYTES * 8)):
        top = rest >> _CHECK_BITS - 1 ^ secret >> place & 1
        rest = rest << 1 & (1 << _CHECK_BITS) - 1
        if top & 1:
            rest ^= _POLYNOMIAL & (1 << _CHECK_BITS) - 1
    return rest


def _refusal() -> NetraError:
    return NetraError(
        tr("Kode pemulihan ini salah ketik; tidak ada yang berubah."),
        tr("Periksa lagi: sembilan kelompok, masing-masing empat huruf atau angka."),
        code="wrong-recovery-code",
    )
