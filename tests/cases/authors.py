"""Signing keys of invented officers, the same in every run."""

import hashlib

from nacl.signing import SigningKey

from cases.journal.transaction import Author

NAMES = ("Contoh Yohana", "Contoh Markus", "Contoh Siti", "Contoh Desa")


def author(number: int) -> Author:
    """The sample officer with this number, 0 to 3."""
    key = SigningKey(hashlib.sha256(b"sample officer %d" % number).digest())
    return Author(
        dev=bytes(key.verify_key).hex(),
        seed=bytes(key),
        introduction={
            "name": NAMES[number],
            "role": "PANWASCAM",
            "office": "Panwaslu Contoh",
            "region": "53.01.06",
            "number": number + 1,
        },
    )
