"""Six Indonesian words for a key: easier to compare over a bad phone line than 64 digits."""

import hashlib
from functools import cache

from cases.resources import resource

WORDS = 1296
"""The list never changes once cards are in use: the words of a key are its name between people."""


@cache
def word_list() -> tuple[str, ...]:
    """Read the list, in its order."""
    return tuple(resource("words-id.txt").read_text("ascii").split())


def six_words(data: bytes) -> tuple[str, ...]:
    """Words for `data`: its SHA-256 as a number, written with the list as digits, lowest first."""
    number, words, found = int.from_bytes(hashlib.sha256(data).digest(), "big"), word_list(), []
    for _ in range(6):
        number, place = divmod(number, WORDS)
        found.append(words[place])
    return tuple(found)
