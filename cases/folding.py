"""
Words as search sees them: without case and accents, each with the stems it may come from.

Indonesian builds words with affixes that change the first letter of the stem: `memasang`,
`pemasangan`, `dipasang` all come from `pasang`. Without a dictionary a stem cannot be told for
sure, so a word is kept together with every stem it may have, and two words fit when they share
one. What is no stem at all (`sekolah` without `-lah`) does no harm: no other word has it.
Affixes after Alwi, Tata Bahasa Baku Bahasa Indonesia, ch. 5.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_VOWELS = frozenset("aiueo")
_SHORTEST = 4
"""Letters of a stem; shorter ones would fit too much."""
_LONGEST = 40
_SECRET = 10
"""So many digits in a row are a number of somebody, such as NIP, NIK or telephone."""

_PARTICLES = ("lah", "kah", "pun")
_OWNERS = ("nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i")
_PLAIN = ("di", "ter", "ber", "per", "ke", "se")
_LIQUID = frozenset("lrwy")
"""Before these `me-` stays as it is."""
_NASAL = (
    # what the prefix became, what may have stood before it in the stem
    ("meny", ("s", "ny")),
    ("peny", ("s", "ny")),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("mem", ("", "p", "m")),
    ("pem", ("", "p", "m")),
    ("men", ("", "t", "n")),
    ("pen", ("", "t", "n")),
)


def plain(text: str) -> str:
    """Take away case and accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFD", folded)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def token(word: str) -> str:
    """Give a word as the index holds it: ASCII, so that no version of Unicode cuts it in two."""
    return word if word.isascii() else f"_{word.encode().hex()}"


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Give (start, end, word) of every word of a text that can be searched."""
    ascii_only = text.isascii()  # letters keep their places then: folded once, not word by word
    for match in _WORD.finditer(text.lower() if ascii_only else text):
        word = match[0][:_LONGEST] if ascii_only else plain(match[0])[:_LONGEST]
        if len(word) < _SECRET or not _is_secret(word):
            yield match.start(), match.end(), word


def words_of(text: str) -> list[str]:
    """Give the words of a text that can be searched; twice as fast where places do not matter."""
    return [
        word[:_LONGEST]
        for word in _WORD.findall(plain(text))
        if len(word) < _SECRET or not _is_secret(word)
    ]


def _is_secret(word: str) -> bool:
    digits = sum(map(str.isdigit, word))
    return digits >= _SECRET and digits + word.count("-") == len(word)


def forms_of_text(text: str) -> list[str]:
    """Give every form of every word of a text, in the order of the words, each once."""
    return list(dict.fromkeys(form for word in words_of(text) for form in forms(word)))


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, ...]:
    """Give a plain word, its parts where it is joined by hyphens, and the stems of each."""
    found = dict.fromkeys((word,))
    parts = word.split("-") if "-" in word else (word,)
    for part in parts:
        if len(part) > 1 or len(parts) == 1:
            found[part] = None
        found.update(dict.fromkeys(stems(part)))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> tuple[str, ...]:
    """Give the stems that a word may come from, the likeliest first; never the word itself."""
    if len(word) <= _SHORTEST or not word.isalpha():
        return ()
    found: dict[str, None] = {}
    for base in _shortened(word):
        for stem in (base, *_unprefixed(base)):
            if _may_be(stem):
                found[stem] = None
    found.pop(word, None)
    return tuple(found)


def _shortened(word: str) -> list[str]:
    """Give the word, and what is left of it without particle, owner and suffix."""
    bases = [word]
    for endings in (_PARTICLES, _OWNERS, _SUFFIXES):
        bases += [
            base[: -len(ending)]
            for base in bases
            for ending in endings
            if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST
        ]
    return list(dict.fromkeys(bases))


def _unprefixed(word: str, *, again: bool = True) -> Iterator[str]:
    """Give what may have stood before a prefix, and before a second one (`memperbaiki`)."""
    for stem in (*_after_nasal(word), *_after_plain(word)):
        yield stem
        if again:
            yield from _unprefixed(stem, again=False)


def _after_nasal(word: str) -> Iterator[str]:
    prefix, lost = next((one for one in _NASAL if word.startswith(one[0])), ("", ()))
    rest = word[len(prefix) :]
    for letter in lost:
        # What was lost stood before a vowel; `meng-` alone also comes before vowels.
        if bool(letter) == (rest[:1] in _VOWELS) or (not letter and prefix[2:] == "ng"):
            yield letter + rest


def _after_plain(word: str) -> Iterator[str]:
    for prefix in _PLAIN:
        if word.startswith(prefix):
            yield word[len(prefix) :]
    rest = word[2:]
    if word.startswith("me") and rest[:1] in _LIQUID:
        yield rest
    if word.startswith(("pe", "be")) and rest[:1] not in _VOWELS | {"m", "n"}:
        yield rest


def _may_be(stem: str) -> bool:
    broken = stem[:1] == "r" and stem[1:2] not in _VOWELS  # of `ber-`, `per-` cut in two
    return len(stem) >= _SHORTEST and not broken and not _VOWELS.isdisjoint(stem)
