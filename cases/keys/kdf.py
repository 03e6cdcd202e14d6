"""
From a passphrase to a key, from a key to its sub-keys, and boxes under such a key.

Argon2id stretches passphrases; HKDF-SHA256 (RFC 5869) makes sub-keys, one for each purpose; a box
is XChaCha20-Poly1305 with a random nonce in front, and says what it is for, so that one box cannot
be put in the place of another.
"""

import base64
import binascii
import hashlib
import hmac
import unicodedata
from dataclasses import dataclass

import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret
import nacl.utils

from cases.errors import NetraError
from cases.language import tr

MIB = 1 << 20
LEAST_MEMORY = 64 * MIB
MOST_MEMORY = 256 * MIB
SALT_BYTES = nacl.pwhash.argon2id.SALTBYTES
SHORTEST_PASSPHRASE = 8


class WrongKey(Exception):
    """The box does not open with this key, for this purpose; callers turn it into words."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id passes and bytes of memory."""

    ops: int = 3
    mem: int = MOST_MEMORY

    @property
    def weak(self) -> bool:
        """Whether it is cheaper than any real home may be (homes made by tests are)."""
        return self.mem < LEAST_MEMORY


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase too short to protect anything."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise NetraError(
            tr("Kata sandi terlalu pendek; paling sedikit {n} huruf.", n=SHORTEST_PASSPHRASE),
            tr("Pakai beberapa kata yang mudah Anda ingat."),
            code="weak-passphrase",
        )


def random_bytes(size: int) -> bytes:
    """Bytes nobody can guess."""
    return nacl.utils.random(size)


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Derive the key of a passphrase; slow and memory-hungry on purpose."""
    text = unicodedata.normalize("NFC", passphrase).encode()
    try:
        return nacl.pwhash.argon2id.kdf(32, text, salt, cost.ops, cost.mem)
    except (MemoryError, nacl.exceptions.RuntimeError) as error:
        raise NetraError(
            tr("Memori laptop tidak cukup untuk membuka kunci ({n} MiB).", n=cost.mem // MIB),
            tr("Tutup program lain lalu coba lagi."),
            code="no-memory",
        ) from error


def hkdf(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """HKDF-SHA256 of RFC 5869."""
    secret = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    output, block, count = b"", b"", 0
    while len(output) < length:
        count += 1
        block = hmac.digest(secret, block + info + bytes((count,)), hashlib.sha256)
        output += block
    return output[:length]


def subkey(key: bytes | bytearray, purpose: str) -> bytes:
    """Derive the 32-byte key for one purpose; no sub-key tells anything of another."""
    return hkdf(bytes(key), b"netra-home-1", purpose.encode("ascii"), 32)


def seal_box(key: bytes, purpose: str, plain: bytes) -> str:
    """Encrypt `plain`; base64 text."""
    sealed = nacl.secret.Aead(key).encrypt(plain, purpose.encode())
    return base64.b64encode(bytes(sealed)).decode("ascii")


def open_box(key: bytes, purpose: str, box: str) -> bytes:
    """Decrypt a box of `seal_box`, or raise `WrongKey`."""
    try:
        sealed = base64.b64decode(box, validate=True)
        return nacl.secret.Aead(key).decrypt(sealed, purpose.encode())
    except (nacl.exceptions.CryptoError, binascii.Error, ValueError) as error:
        raise WrongKey from error
