"""
Which missing facts would decide an open outcome: the smallest sets, either way.

They are drawn from the tests alone: a set is told when some answers to it would decide, whatever
the other missing facts turn out to be.
"""

from rules.citations import in_force
from rules.leaves import Known
from rules.logic import All, Any, Node, Not, Ways
from rules.model import DecisiveSets, Effect
from rules.norms import Norm, NormElement
from rules.situation import DAY, Situation


def decisive_sets(norm: Norm, situation: Situation) -> DecisiveSets:
    """List the smallest sets of missing facts that can decide one rule for one respondent."""
    day = situation.date
    if situation.regime not in norm.regimes or (day and not in_force(norm.source, day)):
        return DecisiveSets()
    met, not_met = _outcomes(norm)
    return DecisiveSets(
        met=_names(met.ways(situation, True)), not_met=_names(not_met.ways(situation, True))
    )


def _outcomes(norm: Norm) -> tuple[Node, Node]:
    applies: list[Node] = [norm.subject, norm.period]
    # Without the day nobody knows whether the norm was in force.
    dated = Known(DAY)
    holds = [dated, *applies, *(one.test for one in norm.elements)]
    excludes = [one.test for one in norm.exceptions if one.effect is Effect.EXCLUDES]
    studies = [one.test for one in norm.exceptions if one.effect is Effect.STUDY]
    met = All([*holds, *(Not(test) for test in (*excludes, *studies))])
    fails = [*(Not(test) for test in applies), *(_fails(one) for one in norm.elements)]
    excluded = All([*holds, Any(excludes)])
    return met, Any([*fails, excluded])


def _fails(element: NormElement) -> Node:
    # In doubt an element that is false does not fail.
    if element.doubt is None:
        return Not(element.test)
    return All([Not(element.test), Not(element.doubt)])


def _names(ways: Ways) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(way)) for way in ways)
