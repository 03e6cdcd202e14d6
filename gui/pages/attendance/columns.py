"""The columns of the table, and how words in a cell are read: what is not known is not guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cases.language import tr
from cases.work.records import Value
from gui.desk.rolls import FactOffer
from gui.widgets.choice import read_date

_BETWEEN = re.compile(r"[,;/&+]|\bdan\b")
_RANGE = re.compile(r"(\d+)\s*[-–]\s*(\d+)$")
THERE, CODE, EXHIBITS = "there", "code", "exhibits"


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    name: str
    kind: str
    """`check`, `fixed`, `words`, `exhibits`, or the kind of a fact."""
    wide: int
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def is_fact(self) -> bool:
        """Whether its cells hold values of a fact."""
        return self.kind not in {"check", "fixed", "words", "exhibits"}


def person_columns(codes: Mapping[str, str]) -> list[Column]:
    """Give the columns of every table; `codes` are the exhibits of the case, by id."""
    return [
        Column(THERE, tr("Hadir"), "check", 72),
        Column(CODE, tr("Kode"), "fixed", 78),
        Column("label", tr("Sebutan"), "words", 150),
        Column("name", tr("Nama"), "words", 150),
        Column("number", tr("NIP atau NIK"), "words", 186),
        Column("agency", tr("Instansi"), "words", 120),
        Column(EXHIBITS, tr("Bukti"), "exhibits", 100, tuple(codes.items())),
    ]


def fact_column(offer: FactOffer) -> Column:
    """Make the column of a fact."""
    wide = {"yesno": 130, "date": 130}.get(offer.kind, 180)
    return Column(offer.fact, offer.name, offer.kind, wide, offer.choices)


def words_of(column: Column, value: Value | None) -> str:
    """Say a value of a column in words."""
    if value is None:
        return ""
    words = dict(column.choices)
    if isinstance(value, list):
        return ", ".join(words.get(one, one) for one in value)
    if isinstance(value, bool):
        value = "ya" if value else "tidak"
    if column.kind == "date":
        from cases.work.times import short_date

        return short_date(value)
    return words.get(value, value)


def read_words(column: Column, text: str) -> Value | None:
    """Read what was typed or pasted; None where it is not understood."""
    text = text.strip()
    if column.kind in {"choice", "yesno"}:
        return _value(column, text)
    if column.kind == "multi":
        parts = [_value(column, part) for part in _BETWEEN.split(text) if part.strip()]
        return None if None in parts else [one for one in dict.fromkeys(parts) if one]
    if column.kind == "exhibits":
        return _exhibits(column, text)
    if column.kind == "date":
        day = read_date(text)
        return day.isoformat() if day else None
    return text


def _value(column: Column, text: str) -> str | None:
    wanted = _plain(text)
    for value, words in column.choices:
        if wanted in {_plain(value), _plain(words)}:
            return value
    begun = [
        value for value, words in column.choices if wanted and _plain(words).startswith(wanted)
    ]
    return begun[0] if len(begun) == 1 else None


def _exhibits(column: Column, text: str) -> list[str] | None:
    """Read codes: `B-01, B-03`, or their numbers: `1 3 5-7`."""
    numbers: dict[int, str] = {}
    for exhibit, code in column.choices:
        number = re.match(r"\D*(\d+)", code)
        if number:
            numbers.setdefault(int(number[1]), exhibit)
    by_code = {_plain(code): exhibit for exhibit, code in column.choices}
    chosen: list[str] = []
    for part in re.split(r"[,;\s]+", text):
        found = _one(part, by_code, numbers)
        if found is None:
            return None
        chosen += found
    return list(dict.fromkeys(chosen))


def _one(part: str, codes: Mapping[str, str], numbers: Mapping[int, str]) -> list[str] | None:
    if not part:
        return []
    if _plain(part) in codes:
        return [codes[_plain(part)]]
    span = _RANGE.fullmatch(part)
    if span:
        wanted = range(int(span[1]), int(span[2]) + 1)
    elif part.isdigit():
        wanted = range(int(part), int(part) + 1)
    else:
        return None
    found = [numbers.get(number) for number in wanted]
    return None if None in found or not found else [one for one in found if one]


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
