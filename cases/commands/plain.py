"""What a person at a terminal reads: a JSON document as lines, its names in words."""

import sys
from collections.abc import Iterator
from typing import Any

from cases.commands.labels import key_words, value_words
from cases.language import tr


def plain_lines(document: Any, indent: int = 0) -> Iterator[str]:
    """Give `name: value` lines; lists with a dash, nested things indented."""
    if isinstance(document, dict):
        for key, value in document.items():
            said = value_words(key, value) if isinstance(value, str) else value
            yield from _entry(f"{printable(key_words(key))}:", said, indent)
    elif isinstance(document, list | tuple):
        for item in document:
            yield from _entry("-", item, indent)
    else:
        yield "  " * indent + _word(document)


def printable(text: str) -> str:
    """Make text inert: no control characters of a file or a name reach the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


def say(sentence: str) -> None:
    """Say something beside the answer."""
    sys.stderr.write(f"{printable(sentence)}\n")


def _entry(mark: str, value: Any, indent: int) -> Iterator[str]:
    pad = "  " * indent
    if not isinstance(value, dict | list | tuple) or not value:
        yield f"{pad}{mark} {_word(value)}"
    elif mark == "-":
        first, *rest = plain_lines(value, indent + 1)
        yield f"{pad}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{pad}{mark}"
        yield from plain_lines(value, indent + 1)


def _word(value: Any) -> str:
    if value is None or value in ("", [], {}, ()):
        return "–"
    if value is True:
        return tr("ya")
    if value is False:
        return tr("tidak")
    return printable(str(value))
