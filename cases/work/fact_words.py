"""
Facts in words: names, values, choices, and at which level a fact is asked.
"""

import re
from functools import cache

from cases.language import tr
from cases.work import packs
from cases.work.fact_values import UNKNOWN_ANSWERS
from cases.work.records import Value
from rules.pack import Pack
from rules.questions import wording

_TOKEN = re.compile(r"\w+")
YES, NO = "ya", "tidak"
OF_INCIDENT = frozenset(
    {
        "tgl_peristiwa",
        "tgl_diketahui",
        "jenis_pemilihan",
        "pihak_didukung",
        "status_calon",
        "tgl_penetapan",
        "jenis_kegiatan",
        "kegiatan_partai",
        "jenis_alat",
        "isi_alat",
        "tempat_pasang",
        "izin_pemilik",
        "tgl_pasang",
        "masih_terpasang",
        "ukuran_alat",
        "titik_koordinat",
    }
)
"""Facts that are the same for everybody at an incident: asked once, inherited by each."""


def fact_label(fact: str, pack: Pack | None = None) -> str:
    """Name a fact or a consideration; an unknown key stands as it is."""
    pack = pack or packs.load(packs.newest())
    if fact in pack.facts:
        return pack.facts[fact].label
    if fact in pack.considerations:
        return pack.considerations[fact].text
    return fact


def value_label(fact: str, value: Value, pack: Pack | None = None) -> str:
    """Say a value in words."""
    pack = pack or packs.load(packs.newest())
    if isinstance(value, list):
        return ", ".join(value_label(fact, one, pack) for one in value) or tr("Tidak ada")
    if isinstance(value, bool):
        return tr("Ya") if value else tr("Tidak")
    labels = pack.facts[fact].labels if fact in pack.facts else {}
    if value in labels:
        return labels[value]
    if value in UNKNOWN_ANSWERS:
        return tr("Tidak diketahui")
    return value


def say_facts(text: str, pack: Pack) -> str:
    """
    Put names and values of facts in a sentence of the rules into words.

    A value is put into words only beside the key of its fact: the same code may mean different
    things elsewhere.
    """
    named = [fact for fact in _TOKEN.findall(text) if "_" in fact and fact in pack.facts]
    words = {
        value: value_label(fact, value, pack)
        for fact in named
        for value in pack.facts[fact].values
    } | {fact: fact_label(fact, pack) for fact in named}
    return _TOKEN.sub(lambda token: words.get(token[0], token[0]), text)


def kind_of(pack: Pack, fact: str) -> str:
    """Tell how a fact is asked: `yesno`, `choice`, `multi`, `date` or `text`."""
    if fact not in pack.facts:
        return "yesno"
    kinds = {"bool": "yesno", "enum": "choice"}
    kind = pack.facts[fact].kind
    return kinds.get(kind, kind)


def choices_of(pack: Pack, fact: str) -> tuple[tuple[str, str], ...]:
    """Give the answers a person may choose from, as (value, words)."""
    kind = kind_of(pack, fact)
    if kind == "yesno":
        return (YES, tr("Ya")), (NO, tr("Tidak"))
    if kind in {"choice", "multi"}:
        return _labelled(pack.id, fact)
    return ()


@cache
def _labelled(pack: str, fact: str) -> tuple[tuple[str, str], ...]:
    row = packs.load(pack).facts[fact]
    return tuple((value, row.labels.get(value, value)) for value in row.values)


def officer_wording(pack: Pack, fact: str) -> str:
    """Give the question as the officer sees it; a clause nobody worded stands as it is."""
    return wording(pack, fact, "officer") or fact_label(fact, pack)
