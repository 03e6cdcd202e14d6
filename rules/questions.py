"""
Questions: the missing facts of the raised rules, worded for the person who is asked.

What is asked in a hearing is neutral: the pack's wordings speak of facts only.
"""

from collections.abc import Iterable, Mapping

from rules.model import Assessment, Question
from rules.pack import Pack
from rules.schema import Ask

ROLES = ("officer", "terlapor", "pelapor", "saksi", "ahli")


def questions(
    pack: Pack, assessments: Iterable[Assessment], role: str = "officer"
) -> tuple[Question, ...]:
    """Ask for every missing fact of the raised rules that `role` can be asked for."""
    waiting: dict[str, list[str]] = {}
    for assessment in assessments:
        if assessment.raised:
            for key in assessment.missing:
                rules = waiting.setdefault(key, [])
                if assessment.rule not in rules:
                    rules.append(assessment.rule)
    asked = [
        Question(fact=key, text=text, decides=tuple(rules))
        for key, rules in waiting.items()
        if (text := wording(pack, key, role))
    ]
    # First what most rules wait for; then in the order of the fact list.
    places = {key: number for number, key in enumerate(pack.facts)}
    return tuple(
        sorted(asked, key=lambda one: (-len(one.decides), places.get(one.fact, len(places))))
    )


def wording(pack: Pack, key: str, role: str) -> str:
    """Word one fact or clause for the person asked; empty when this person is not asked."""
    fact = pack.facts.get(key)
    ask = fact.ask if fact is not None else pack.considerations[key].ask
    return "" if ask is None else _words(ask)[role]


def _words(ask: Ask) -> Mapping[str, str]:
    return {
        "officer": ask.officer,
        "terlapor": ask.terlapor,
        "pelapor": ask.pelapor,
        "saksi": ask.saksi,
        "ahli": ask.ahli,
    }
