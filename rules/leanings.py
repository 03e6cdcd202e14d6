"""
Which way one known fact, taken alone, moves a test: towards yes, towards no, or neither.

An exhibit proves a fact, not an element. What it does to an element is read from the tests: the
fact is set beside nothing else, and one looks which of the ways to yes and to no it opens.
"""

from collections.abc import Mapping

from rules.citations import Sources
from rules.logic import Node, Ways
from rules.model import Filing, Respondent, Truth, Value
from rules.norms import Norm
from rules.pack import Pack
from rules.situation import Situation

SUBJECT, PERIOD = "subjek", "masa"
"""Names of the tests of applicability that facts bear on."""


def name_of(part: str, effect: str = "") -> str:
    """Name a part of a rule; one exception may stand in it twice, with two effects."""
    return f"{part} {effect}".rstrip()


class Leanings:
    """The leanings of the facts of a pack, under one regime; each is worked out once."""

    def __init__(self, pack: Pack, regime: str) -> None:
        self._pack = pack
        self._filing = Filing(regime=regime, occurred_on=None, respondents=())
        self._sources = Sources(pack, regime)
        self._nothing = self._situation({})
        self._alone: dict[tuple[str, Value], Situation] = {}
        self._found: dict[tuple[str, str, str, Value], Truth] = {}

    def reads(self, rule: str, part: str) -> frozenset[str]:
        """Name the facts that a part reads: an element, an exception, a test of applicability."""
        test = self._test(rule, part)
        return test.reads() if test is not None else frozenset()

    def leaning(self, rule: str, part: str, fact: str, value: Value) -> Truth:
        """Tell which way a value of a fact moves a part of a rule; None: neither, or both."""
        key = rule, part, fact, value
        if key not in self._found:
            test = self._test(rule, part)
            self._found[key] = None if test is None else self._lean(test, fact, value)
        return self._found[key]

    def _lean(self, test: Node, fact: str, value: Value) -> Truth:
        alone = self._alone.setdefault((fact, value), self._situation({fact: value}))
        decided = alone.look(test)[0]
        if decided is not None:
            return decided
        towards = [
            _opens(fact, test.ways(self._nothing, wanted), test.ways(alone, wanted))
            for wanted in (True, False)
        ]
        return towards[0] if towards[0] is not towards[1] else None

    def _situation(self, facts: Mapping[str, Value]) -> Situation:
        return Situation(self._pack, self._filing, Respondent("", facts), self._sources)

    def _test(self, rule: str, part: str) -> Node | None:
        norm = self._pack.rule(rule)
        return None if norm is None else _parts(norm).get(part)


def _opens(fact: str, before: Ways, after: Ways) -> bool:
    """Tell whether a way that needed the fact now needs only the rest."""
    return any(fact in way and any(rest <= way - {fact} for rest in after) for way in before)


def _parts(norm: Norm) -> dict[str, Node]:
    return {
        SUBJECT: norm.subject,
        PERIOD: norm.period,
        **{one.id: one.test for one in norm.elements},
        **{name_of(one.id, one.effect): one.test for one in norm.exceptions},
    }
