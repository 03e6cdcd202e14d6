"""
Tests over facts, in Kleene logic: yes, no, or unknown (None).

A test never guesses: what is not known stays unknown, and learning an unknown value never turns
a decided test around. Besides its truth each test tells the facts that decide it, or those
that keep it open, and the smallest sets of missing facts that could decide it.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Protocol

from rules.model import Truth, Value

MOST_WAYS = 60
"""A test with more ways than this is told by its shortest ones."""

Ways = tuple[frozenset[str], ...]
Look = tuple[Truth, tuple[str, ...]]


class Ground(Protocol):
    """What a test stands on: the known facts, the regime, the calendar of the incident's day."""

    @property
    def facts(self) -> Mapping[str, Value]:
        """Known facts and answered considerations."""

    @property
    def regime(self) -> str:
        """The regime of the incident: PEMILU or PILKADA."""

    def look(self, node: "Node") -> Look:
        """Look at a test, once for all that share it."""

    def stage(self, stage: str, relation: str, day: str) -> Truth:
        """Tell whether the day of a fact is in, before or after a stage of the election."""

    def stage_gaps(self, day: str) -> tuple[str, ...]:
        """Name the missing facts that keep the calendar open for the day of a fact."""


def conjunction(truths: Iterable[Truth]) -> Truth:
    """Join truths by `and`: one False decides."""
    found: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            found = None
    return found


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Join truths by `or`: one True decides."""
    found: Truth = False
    for truth in truths:
        if truth:
            return True
        if truth is None:
            found = None
    return found


def negation(truth: Truth) -> Truth:
    """Turn yes into no; unknown stays unknown."""
    return None if truth is None else not truth


def smallest(ways: Iterable[frozenset[str]]) -> Ways:
    """Keep the sets that contain no other one, shortest first."""
    kept: list[frozenset[str]] = []
    for way in sorted(set(ways), key=lambda one: (len(one), sorted(one))):
        if len(kept) == MOST_WAYS:
            break
        if not any(other <= way for other in kept):
            kept.append(way)
    return tuple(kept)


class Node(ABC):
    """A test."""

    __slots__ = ()

    @abstractmethod
    def truth(self, ground: Ground) -> Truth:
        """Tell whether the test holds."""

    @abstractmethod
    def reads(self) -> frozenset[str]:
        """Name every fact the test may read."""

    @abstractmethod
    def look(self, ground: Ground) -> Look:
        """Tell the truth with the known facts that decide it, or the unknown ones it waits for."""

    @abstractmethod
    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """List the smallest sets of missing facts that could make the test `wanted`."""


class All(Node):
    """Every part holds; nothing to hold is yes."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Node]) -> None:
        self.parts = tuple(parts)

    def truth(self, ground: Ground) -> Truth:
        """Join the parts by `and`."""
        return conjunction(part.truth(ground) for part in self.parts)

    def reads(self) -> frozenset[str]:
        """Name the facts of all parts."""
        return frozenset().union(*(part.reads() for part in self.parts))

    def look(self, ground: Ground) -> Look:
        """Take the facts of the parts that say what the whole says."""
        return _joined([ground.look(part) for part in self.parts], conjunction)

    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """For yes every part must say yes; for no one is enough."""
        ways = [part.ways(ground, wanted) for part in self.parts]
        return _together(ways) if wanted else smallest(way for some in ways for way in some)


class Not(Node):
    """The part does not hold."""

    __slots__ = ("part",)

    def __init__(self, part: Node) -> None:
        self.part = part

    def truth(self, ground: Ground) -> Truth:
        """Turn the part around."""
        return negation(self.part.truth(ground))

    def reads(self) -> frozenset[str]:
        """Name the facts of the part."""
        return self.part.reads()

    def look(self, ground: Ground) -> Look:
        """Turn the part around; its facts stay."""
        truth, keys = ground.look(self.part)
        return negation(truth), keys

    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """Turn what is wanted around."""
        return self.part.ways(ground, not wanted)


class Any(Node):
    """At least one part holds."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Node]) -> None:
        self.parts = tuple(parts)

    def truth(self, ground: Ground) -> Truth:
        """Join the parts by `or`."""
        return disjunction(part.truth(ground) for part in self.parts)

    def reads(self) -> frozenset[str]:
        """Name the facts of all parts."""
        return frozenset().union(*(part.reads() for part in self.parts))

    def look(self, ground: Ground) -> Look:
        """Take the facts of the parts that say what the whole says."""
        return _joined([ground.look(part) for part in self.parts], disjunction)

    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """For no every part must say no; for yes one is enough."""
        ways = [part.ways(ground, wanted) for part in self.parts]
        return smallest(way for some in ways for way in some) if wanted else _together(ways)


def _joined(looks: list[Look], join: Callable[[Iterable[Truth]], Truth]) -> Look:
    own = join([truth for truth, _ in looks])
    found: dict[str, None] = {}
    for truth, keys in looks:
        if truth is own:
            found.update(dict.fromkeys(keys))
    return own, tuple(found)


def _together(ways: list[Ways]) -> Ways:
    found: Ways = (frozenset(),)
    for some in sorted(ways, key=len):
        found = smallest(frozenset().union(*pair) for pair in product(found, some))
    return found
