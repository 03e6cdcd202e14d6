"""
A copy of a paper for the public: codes in place of names, and it says on its face what it is.

Particulars are never read into such a paper. What people typed may name somebody all the same:
every text is searched for the particulars of all parties, and what is found becomes the code.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cases.home import Home
from cases.papers.blocks import Block, Column, Heading, Notice, Paper, Title
from cases.work import times
from cases.work.overview import CaseFile
from cases.work.parties import unseal
from cases.work.records import Particulars

_NOTICE = (
    "SALINAN UNTUK UMUM. Gambar di dalamnya adalah salinan sensor, bukan berkas asli; pihak "
    "ditulis dengan kode. Yang dikutip adalah berkas asli dengan sidik SHA-256 yang tertulis."
)
_SHORTEST = 4
_ORDINARY = frozenset(
    (
        *("bapak", "ibu", "saudara", "saudari", "haji", "hajah", "binti", "contoh"),
        *("pelapor", "terlapor", "saksi", "ahli", "satu", "dua", "tiga", "empat"),
    )
)
"""Parts of names that are words or titles; `contoh` marks samples."""
_OF_THE_FORM = frozenset({"label", "mark", "role", "number_label", "leads"})
"""Parts of blocks that are words of the form, not of the case."""
_NUMBER = re.compile(
    r"(?<![0-9a-f])(?:\d[ .-]?){15,17}\d(?![0-9a-f])"
    r"|(?<![0-9a-f+])(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?![0-9a-f])"
)
"""NIK (16 digits), NIP (18), mobile numbers: also of people who are no party."""
_DIGEST = re.compile(r"[0-9a-f \n]{60,}")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def for_public(home: Home, file: CaseFile, paper: Paper) -> Paper:
    """Take out who is who, and mark the paper below its title and in its name."""
    hide = hiding(_known(home, file))
    blocks: list[Block] = []
    for block in paper.blocks:
        blocks.append(_changed(block, hide))
        if isinstance(block, Title):
            blocks.append(Notice(_NOTICE))
    return replace(
        paper,
        title=f"{hide(paper.title)} (salinan untuk umum)",
        blocks=tuple(blocks),
        about=f"umum {paper.about}".strip(),
    )


def hiding(known: list[tuple[str, Particulars]]) -> Callable[[str], str]:
    """Give the function that puts codes in place of particulars."""
    secrets = {text.casefold(): code for code, who in known for text in _telling(who)}
    longest = sorted(secrets, key=lambda text: (-len(text), text))
    pattern = re.compile(
        "|".join(rf"(?<!\w){_loose(text)}(?!\w)" for text in longest) or r"(?!)", re.I
    )

    def code_of(found: re.Match[str]) -> str:
        plain = " ".join(found[0].split()).casefold()
        return f"[{secrets.get(plain, 'disamarkan')}]"

    def hide(text: str) -> str:
        if _DIGEST.fullmatch(text):
            return text
        text = pattern.sub(code_of, text)
        return _MAIL.sub("[disamarkan]", _NUMBER.sub("[disamarkan]", text))

    return hide


def _loose(text: str) -> str:
    """Match a text however its words are spaced."""
    return r"\s+".join(re.escape(word) for word in text.split())


def _telling(who: Particulars) -> Iterator[str]:
    """Give every text that tells who somebody is."""
    whole = (who.name, who.nip, who.nik, who.phone, who.email, who.address, who.document)
    yield from (text for text in whole if len(text.strip()) >= _SHORTEST)
    if who.birth_date:
        yield from filter(None, (who.birth_date, times.plain_date(who.birth_date, "+00:00", str)))
    for part in re.findall(r"[^\W\d_]+", who.name):
        if len(part) >= _SHORTEST and part.casefold() not in _ORDINARY:
            yield part


def _known(home: Home, file: CaseFile) -> list[tuple[str, Particulars]]:
    """Open the particulars of all parties: to hide them, so nobody sees them and none is noted."""
    return [
        (party.code, unseal(home, party.particulars))
        for party in file.parties
        if party.particulars and home.vault.has(party.particulars)
    ]


def _changed(value: Any, hide: Callable[[str], str]) -> Any:
    """Change every text in a block, however deep it stands."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_changed(one, hide) for one in value)
    if isinstance(value, Heading | Column) or not is_dataclass(value) or isinstance(value, type):
        return value
    inside = {
        one.name: _changed(getattr(value, one.name), hide)
        for one in fields(value)
        if one.name not in _OF_THE_FORM
    }
    return replace(value, **inside)
