"""
Tests as a pack writes them, read into `rules.logic`.

    { all = […] }  { any = […] }  { not = {…} }
    { fact = "ajakan", is = true }              bool or enum: this value
    { fact = "akun_milik", in = […] }           enum: one of these
    { fact = "peran_hadir", any_of = […] }      multi: at least one of these
    { fact = "peran_hadir", only = […] }        multi: some, and none but these
    { fact = "tgl_penetapan", known = true }    known; else open
    { fact = "tgl_peristiwa", at_least = "cltn_mulai" }   also at_most, before, after; fact or date
    { fact = "tgl_peristiwa", at_least = "tgl_penetapan", months = -6 }   moved by months
    { stage = "CAMPAIGN" }                      also relation = "before" or "after"
    { stage = "CAMPAIGN", of = "tgl_pasang" }   the day of another fact than the incident's
    { regime = "PILKADA" }
    { conduct_of = ["KE-01", "DS-01"] }         one of these norms is met but for its subjects
    { subject = "ASN" } { period = "…" } { exception = "X-02" } { consideration = "x.DS-01.1" }
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any as Anything
from typing import get_args

from rules.conducts import Conduct, ConductOf
from rules.errors import RuleError
from rules.leaves import AnyOf, Compared, InRegime, InStage, Is, Known, Only
from rules.logic import All, Any, Node, Not
from rules.schema import Fact, Group, Regime, Test
from rules.workdays import StageKind

COMPARISONS = ("before", "at_most", "after", "at_least")
NAMES = ("subject", "period", "exception", "consideration")


class PackError(RuleError):
    """A pack cannot be used: which file, where in it, and why."""

    def __init__(self, code: str, file: str, place: str = "", **values: object) -> None:
        super().__init__(code, file=file, place=place, **values)
        self.file = file
        self.place = place


class Reader:
    """Reads tests; knows the facts and every test that has a name."""

    def __init__(self, facts: Mapping[str, Fact], groups: Mapping[str, Group]) -> None:
        self.facts = facts
        self.groups = groups
        self._read: dict[str, Node] = {}
        self.conducts: dict[str, Conduct] = {}
        """What each norm read so far describes."""
        self.named: dict[str, dict[str, Node]] = {kind: {} for kind in NAMES}

    def read(self, test: Test, file: str, place: str) -> Node:
        """Read one test; what is written twice is one test, looked at once."""
        written = repr(test)
        node = self._read.get(written)
        if node is None:
            node = self._read[written] = _Place(self, file, place).read(test)
        return node

    def name(self, kind: str, name: str, node: Node, file: str) -> None:
        """Give a test a name that later tests may use."""
        if name in self.named[kind]:
            raise PackError("pack-duplicate", file, name)
        self.named[kind][name] = node


class _Place:
    """Reads the parts of one test and remembers where it stands, for errors."""

    def __init__(self, reader: Reader, file: str, place: str) -> None:
        self.reader = reader
        self.file = file
        self.place = place

    def read(self, test: object) -> Node:
        if not isinstance(test, Mapping) or not test:
            raise self.wrong("pack-bad-test", found=test)
        readers: Mapping[str, Callable[[Mapping[str, Anything]], Node]] = {
            "all": lambda parts: All(self.parts(parts, "all")),
            "any": lambda parts: Any(self.parts(parts, "any")),
            "not": lambda parts: Not(self.read(parts["not"])),
            "fact": self.fact,
            "stage": self.stage,
            "regime": self.regime,
            "conduct_of": self.conduct_of,
        }
        first = next(iter(test))
        if first in NAMES and len(test) == 1:
            return self.lookup(first, test[first])
        if first not in readers or (first in ("all", "any", "not") and len(test) > 1):
            raise self.wrong("pack-bad-test", found=", ".join(test))
        return readers[first](test)

    def parts(self, test: Mapping[str, Anything], kind: str) -> list[Node]:
        parts = test[kind]
        if not isinstance(parts, list):
            raise self.wrong("pack-bad-test", found=kind)
        return [self.reader.read(part, self.file, self.place) for part in parts]

    def lookup(self, kind: str, name: object) -> Node:
        named = self.reader.named[kind]
        if not isinstance(name, str) or name not in named:
            raise self.wrong("pack-unknown-name", kind=kind, found=name)
        return named[name]

    def stage(self, test: Mapping[str, Anything]) -> Node:
        stage, relation = test["stage"], test.get("relation", "in")
        if stage not in get_args(StageKind) or relation not in ("in", "before", "after"):
            raise self.wrong("pack-bad-test", found=f"{stage} {relation}")
        if set(test) - {"stage", "relation", "of"}:
            raise self.wrong("pack-bad-test", found=", ".join(test))
        return InStage(stage, relation, *([self.date_fact(test["of"])] if "of" in test else []))

    def regime(self, test: Mapping[str, Anything]) -> Node:
        regime = test["regime"]
        if regime not in get_args(Regime) or len(test) > 1:
            raise self.wrong("pack-bad-test", found=", ".join(map(str, test.values())))
        return InRegime(regime)

    def conduct_of(self, test: Mapping[str, Anything]) -> Node:
        rules = test["conduct_of"]
        if not isinstance(rules, list) or not rules or len(test) > 1:
            raise self.wrong("pack-bad-test", found="conduct_of")
        for rule in rules:
            if rule not in self.reader.conducts:
                raise self.wrong("pack-unknown-name", kind="rule", found=rule)
        return ConductOf(self.reader.conducts[rule] for rule in rules)

    def fact(self, test: Mapping[str, Anything]) -> Node:
        fact = self.reader.facts.get(str(test["fact"]))
        if fact is None:
            raise self.wrong("pack-unknown-name", kind="fact", found=test["fact"])
        months = test.get("months", 0)
        operators = [key for key in test if key not in ("fact", "months")]
        if len(operators) != 1:
            raise self.wrong("pack-bad-test", found=", ".join(test))
        operator = operators[0]
        if operator not in _operators(fact):
            allowed = ", ".join(_operators(fact))
            raise self.wrong("pack-bad-operator", key=fact.key, found=operator, allowed=allowed)
        if not isinstance(months, int) or ("months" in test and operator not in COMPARISONS):
            raise self.wrong("pack-bad-test", found=", ".join(test))
        if operator in COMPARISONS:
            return Compared(fact.key, operator, self.limit(test[operator]), months)
        return self.compare(fact, operator, test[operator])

    def compare(self, fact: Fact, operator: str, wanted: object) -> Node:
        if operator == "known":
            return Known(fact.key)
        if fact.kind == "bool":
            if not isinstance(wanted, bool):
                raise self.wrong("pack-value", key=fact.key, found=wanted, allowed="true, false")
            return Is(fact.key, [wanted])
        values = self.values(fact, [wanted] if operator == "is" else wanted)
        if operator == "any_of":
            return AnyOf(fact.key, values, fact.alone)
        return Only(fact.key, values) if operator == "only" else Is(fact.key, values)

    def values(self, fact: Fact, wanted: object) -> list[str]:
        allowed = ", ".join(fact.values)
        if not isinstance(wanted, list) or not wanted:
            raise self.wrong("pack-value", key=fact.key, found=wanted, allowed=allowed)
        for value in wanted:
            if value not in fact.values:
                raise self.wrong("pack-value", key=fact.key, found=value, allowed=allowed)
        return wanted

    def limit(self, wanted: object) -> str | date:
        if isinstance(wanted, date) and not isinstance(wanted, datetime):
            return wanted
        return self.date_fact(wanted)

    def date_fact(self, name: object) -> str:
        fact = self.reader.facts.get(name) if isinstance(name, str) else None
        if fact is None or fact.kind != "date":
            raise self.wrong("pack-value", key="date", found=name, allowed="date")
        return fact.key

    def wrong(self, code: str, **values: object) -> PackError:
        return PackError(code, self.file, self.place, **values)


def _operators(fact: Fact) -> tuple[str, ...]:
    return {
        "bool": ("is", "known"),
        "enum": ("is", "in", "known"),
        "multi": ("any_of", "only", "known"),
        "date": (*COMPARISONS, "known"),
        "text": ("known",),
    }[fact.kind]
