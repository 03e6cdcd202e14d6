"""
Facts in words: names, values, choices, and at which level a fact is asked.
"""

import re
from functools import cache

from cases.language import current, tr
from cases.work import packs
from cases.work.fact_values import UNKNOWN_ANSWERS
from cases.work.records import Value
from rules.pack import Pack
from rules.questions import wording

_TOKEN = re.compile(r"\w+")
YES, NO = "ya", "tidak"


def fact_label(fact: str, pack: Pack | None = None) -> str:
    """Name a fact or a consideration; an unknown key stands as it is."""
    pack = pack or packs.load(packs.newest())
    if in_english() and (name := pack.english.name(fact)):
        return name
    if fact in pack.facts:
        return pack.facts[fact].label
    if fact in pack.considerations:
        return pack.considerations[fact].text
    return fact


def in_english() -> bool:
    """Tell whether the window and the command line speak English."""
    return current() == "en"


def of_incident(pack: Pack, fact: str) -> bool:
    """Tell whether a fact is the same for everybody at an incident."""
    return fact in pack.facts and pack.facts[fact].level == "incident"


def rule_title(pack: Pack, rule: str, title: str) -> str:
    """Give the title of a rule in the language of the window."""
    return (pack.english.title(rule) if in_english() else "") or title


def value_label(fact: str, value: Value, pack: Pack | None = None) -> str:
    """Say a value in words."""
    pack = pack or packs.load(packs.newest())
    if isinstance(value, list):
        return ", ".join(value_label(fact, one, pack) for one in value) or tr("Tidak ada")
    if isinstance(value, bool):
        return tr("Ya") if value else tr("Tidak")
    labels = pack.facts[fact].labels if fact in pack.facts else {}
    if value in labels:
        return _label(pack, fact, value)
    if value in UNKNOWN_ANSWERS:
        return tr("Tidak diketahui")
    return value


def say_facts(text: str, pack: Pack) -> str:
    """
    Put names and values of facts in a sentence of the rules into words.

    A value is put into words only beside the key of its fact: the same code may mean different
    things elsewhere. Sentences of the rules are Indonesian, and so are the words put into them.
    """
    named = [fact for fact in _TOKEN.findall(text) if "_" in fact and fact in pack.facts]
    words = {
        value: pack.facts[fact].labels.get(value, value)
        for fact in named
        for value in pack.facts[fact].values
    } | {fact: pack.facts[fact].label for fact in named}
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
        return _labelled(pack.id, fact, current())
    return ()


@cache
def _labelled(pack: str, fact: str, _language: str) -> tuple[tuple[str, str], ...]:
    law = packs.load(pack)
    return tuple((value, _label(law, fact, value)) for value in law.facts[fact].values)


def _label(pack: Pack, fact: str, value: str) -> str:
    english = pack.english.value(fact, value) if in_english() else ""
    return english or pack.facts[fact].labels.get(value, value)


def officer_wording(pack: Pack, fact: str) -> str:
    """Give the question as the officer sees it; a clause nobody worded stands as it is."""
    if in_english() and (question := pack.english.question(fact) or pack.english.name(fact)):
        return question
    return wording(pack, fact, "officer") or fact_label(fact, pack)
