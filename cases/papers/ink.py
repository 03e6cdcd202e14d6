"""
Any text, made printable.

What people and files hand in may hold control characters, writing-direction overrides, emoji or
markup. On paper a sign is either drawn or named by its code point, never obeyed and never dropped
unseen: `[U+202E]` tells the reader that something was there.
"""

import unicodedata
from collections.abc import Set as AbstractSet
from functools import cache

_SPOKEN = {"→": "->", "←": "<-", "≥": ">=", "≤": "<=", "\t": " ", "\u2028": "\n", "\u2029": "\n"}
# joiners and variation selectors only shape their neighbours; a reader loses nothing
_SILENT = frozenset("\r\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")


def printable(text: str, glyphs: AbstractSet[int]) -> str:
    """Return `text` with every sign drawable in a font that has `glyphs`; line breaks stay."""
    if text.isascii() and text.isprintable():
        return text  # most texts: every face has all of ASCII
    return unicodedata.normalize("NFC", text).translate(_signs(frozenset(glyphs)))


class _Signs(dict[int, str]):
    """What each sign becomes in one font, found out when it is first met."""

    def __init__(self, glyphs: frozenset[int]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, code: int) -> str:
        """Look at a new sign."""
        found = self[code] = _sign(chr(code), self._glyphs)
        return found


_signs = cache(_Signs)


def _sign(char: str, glyphs: AbstractSet[int]) -> str:
    if char == "\n" or (ord(char) in glyphs and not _commands(char)):
        return char
    if char in _SILENT:
        return ""
    return _SPOKEN.get(char, f"[U+{ord(char):04X}]")


def _commands(char: str) -> bool:
    """Tell whether the sign steers the text around it instead of being drawn."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"}
