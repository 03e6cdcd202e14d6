"""
What was corrected since it left the office: a paper shows the present text, and that it is one.

Only corrections with a reason count (others are unfinished typing), and only where the present
text stands on the paper.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from cases.papers.blocks import Block, Heading, Items, Signatures
from cases.work import times
from cases.work.overview import CaseFile

_FIELDS = {
    "title": "judul",
    "description": "uraian",
    "place": "tempat",
    "starts_at": "waktu mulai",
    "ends_at": "waktu selesai",
    "found_at": "waktu ditemukan",
    "known_at": "waktu diketahui",
    "register": "nomor register",
}


def with_corrections(blocks: tuple[Block, ...], file: CaseFile, zone: str) -> tuple[Block, ...]:
    """Add what was corrected before the hands, or at the end."""
    shown = " ".join(text for block in blocks for text in _texts(block))
    told = dict.fromkeys(
        f"{_FIELDS[one.field]}: semula “{before}”, diperbaiki "
        f"{times.short_date(one.at, zone, str)}: {one.reason}"
        for one in file.corrections
        if one.reason and one.field in _FIELDS
        and (after := _said(one.after)) and after in shown and (before := _said(one.before))
    )  # fmt: skip
    if not told:
        return blocks
    note = (Heading("Catatan perbaikan", 2), Items(tuple(told), "dashes"))
    hands = [at for at, block in enumerate(blocks) if isinstance(block, Signatures)]
    at = hands[0] if hands else len(blocks)
    return (*blocks[:at], *note, *blocks[at:])


def _said(text: str) -> str:
    value: Any = json.loads(text)
    if isinstance(value, dict):
        value = value.get("text", "")
    return str(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))
