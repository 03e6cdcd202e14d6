"""
The conduct a norm describes, whoever the person is: its outcome as a truth, without its subjects.

Norms that take over the conduct of others ("the same forms as …") are written with it:

    { conduct_of = ["KE-01", "DS-01"] }     one of these norms would be met but for its subjects
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from rules.logic import Ground, Look, Node, Ways, conjunction, disjunction, smallest
from rules.model import Truth

DAY = "tgl_peristiwa"


class Act(Protocol):
    """One element as a conduct needs it."""

    @property
    def test(self) -> Node:
        """What is asked."""

    @property
    def doubt(self) -> Node | None:
        """When false is not sure."""

    @property
    def conduct(self) -> bool:
        """Whether it is something the person did."""

    @property
    def openings(self) -> frozenset[str]:
        """Facts of which one, known, opens its topic."""


class Conduct(Node):
    """The conduct of one norm."""

    __slots__ = ("acts", "excludes", "first", "last", "period", "regimes", "studies")

    def __init__(
        self,
        regimes: Iterable[str],
        span: tuple[date, date | None],
        period: Node,
        acts: Iterable[Act],
        weighty: tuple[Iterable[Node], Iterable[Node]],
    ) -> None:
        self.regimes = frozenset(regimes)
        self.first, self.last = span
        self.period = period
        self.acts = tuple(acts)
        excludes, studies = weighty
        self.excludes, self.studies = tuple(excludes), tuple(studies)

    def truth(self, ground: Ground) -> Truth:
        """Give the outcome: met, not met, or None where it needs study."""
        return self.look(ground)[0]

    def reads(self) -> frozenset[str]:
        """Name the facts of all parts."""
        parts = [self.period, *self.excludes, *self.studies]
        parts += [one for act in self.acts for one in (act.test, act.doubt) if one is not None]
        return frozenset().union(*(part.reads() for part in parts))

    def look(self, ground: Ground) -> Look:
        """Decide as the engine does: elements first, then what takes the conduct out."""
        if ground.regime not in self.regimes:
            return False, ()
        looks = [self._force(ground), ground.look(self.period)]
        looks += [_look(act, ground) for act in self.acts]
        met, keys = _joined(looks)
        if met is False:
            return False, keys
        weighty = [ground.look(one) for one in (*self.excludes, *self.studies)]
        open_keys = tuple(key for truth, missing in weighty if truth is None for key in missing)
        if met is None:
            return None, (*keys, *open_keys)
        held = [keys for truth, keys in weighty[: len(self.excludes)] if truth]
        if held:
            return False, held[0]
        return (
            (True, keys) if disjunction(one for one, _ in weighty) is False else (None, open_keys)
        )

    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """Tell the facts that are open, as one set."""
        truth, keys = ground.look(self)
        if truth is None:
            return (frozenset(keys),) if keys and wanted else ()
        return (frozenset(),) if truth is wanted else ()

    def is_raised(self, ground: Ground) -> bool:
        """Tell whether an act was done, or the topic of one is open, and nothing is decided."""
        return ground.look(self)[0] is None and any(_is_raised(act, ground) for act in self.acts)

    def _force(self, ground: Ground) -> Look:
        day = ground.facts.get(DAY)
        if not isinstance(day, date):
            return None, (DAY,)
        return self.first <= day <= (self.last or day), (DAY,)


class ConductOf(Node):
    """The conduct of at least one of several norms."""

    __slots__ = ("conducts",)

    def __init__(self, conducts: Iterable[Conduct]) -> None:
        self.conducts = tuple(conducts)

    def truth(self, ground: Ground) -> Truth:
        """Join the norms by `or`."""
        return disjunction(ground.look(one)[0] for one in self.conducts)

    def reads(self) -> frozenset[str]:
        """Name the facts of all of them, and those that open their topics."""
        return frozenset(self._openings()).union(*(one.reads() for one in self.conducts))

    def look(self, ground: Ground) -> Look:
        """Tell what decides; while it is open, the facts of what is raised, else the openings."""
        looks = [ground.look(one) for one in self.conducts]
        truth = disjunction(one for one, _ in looks)
        if truth is not None:
            return truth, _keys(keys for one, keys in looks if one is truth)
        raised = [one for one in self.conducts if one.is_raised(ground)]
        if raised:
            return None, _keys(ground.look(one)[1] for one in raised)
        return None, tuple(key for key in self._openings() if key not in ground.facts)

    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """List what would make a raised norm met; no small set makes all of them fail."""
        truth = self.truth(ground)
        if truth is not None:
            return (frozenset(),) if truth is wanted else ()
        if not wanted:
            return ()
        raised = [one for one in self.conducts if one.is_raised(ground)]
        return smallest(way for one in raised for way in one.ways(ground, True))

    def is_raised(self, ground: Ground) -> bool:
        """Tell whether one of the norms is raised."""
        return any(one.is_raised(ground) for one in self.conducts)

    def _openings(self) -> list[str]:
        return sorted({key for one in self.conducts for act in one.acts for key in act.openings})


def _look(act: Act, ground: Ground) -> Look:
    # False and in doubt is unknown.
    truth, keys = ground.look(act.test)
    if truth is False and act.doubt is not None:
        doubt, missing = ground.look(act.doubt)
        if doubt is not False:
            return None, missing if doubt is None else ()
    return truth, keys


def _is_raised(act: Act, ground: Ground) -> bool:
    # Something that was done, or of which the topic is open.
    truth, _ = _look(act, ground)
    return act.conduct and (
        truth is True or (truth is None and not act.openings.isdisjoint(ground.facts))
    )


def _joined(looks: list[Look]) -> Look:
    own = conjunction(truth for truth, _ in looks)
    return own, _keys(keys for truth, keys in looks if truth is own)


def _keys(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for keys in lists for key in keys))
