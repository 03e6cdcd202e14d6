"""The tests that read a fact, the calendar or an answered clause; `rules.logic` joins them."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from rules.logic import Ground, Look, Node, Ways
from rules.model import Truth, Value

OPEN = "?"
"""Member of a `multi` value whose list is not complete: the others are unknown."""


class Leaf(Node):
    """A test without parts; it is open while one of the facts it needs is missing."""

    __slots__ = ("keys",)

    def __init__(self, *keys: str) -> None:
        self.keys = keys

    def reads(self) -> frozenset[str]:
        """Name the facts it reads."""
        return frozenset(self.keys)

    def look(self, ground: Ground) -> Look:
        """Tell its facts: those known when it is decided, else those missing."""
        truth = self.truth(ground)
        if truth is None:
            return None, self._open_keys(ground)
        keys, facts = self.keys, ground.facts
        if len(keys) == 1 and keys[0] in facts:
            return truth, keys
        return truth, tuple([key for key in keys if key in facts])

    def ways(self, ground: Ground, wanted: bool) -> Ways:
        """Say what is missing, that nothing is, or that nothing can help."""
        truth = self.truth(ground)
        if truth is None:
            keys = frozenset(self._open_keys(ground))
            return (keys,) if keys else ()
        return (frozenset(),) if truth is wanted else ()

    def _open_keys(self, ground: Ground) -> tuple[str, ...]:
        if len(self.keys) == 1:
            return self.keys
        missing = tuple(key for key in self.keys if key not in ground.facts)
        return missing or self.keys


class Is(Leaf):
    """A fact has one of some values."""

    __slots__ = ("values",)

    def __init__(self, key: str, values: Iterable[Value]) -> None:
        super().__init__(key)
        self.values = frozenset(values)

    def truth(self, ground: Ground) -> Truth:
        """Compare."""
        value = ground.facts.get(self.keys[0])
        return None if value is None else value in self.values


class AnyOf(Leaf):
    """A `multi` fact has at least one of some members."""

    __slots__ = ("alone", "values")

    def __init__(self, key: str, values: Iterable[str], alone: Iterable[str] = ()) -> None:
        super().__init__(key)
        self.values = frozenset(values)
        self.alone = frozenset(alone)

    def truth(self, ground: Ground) -> Truth:
        """Look the members up; those not listed are unknown when the list is not complete."""
        value = ground.facts.get(self.keys[0])
        if not isinstance(value, frozenset):
            return None
        if value & self.values:
            return True
        listed = value - {OPEN}
        possible = self.values - self.alone if listed else self.values
        return None if OPEN in value and possible else False


class Only(Leaf):
    """A `multi` fact has members, and none but these."""

    __slots__ = ("values",)

    def __init__(self, key: str, values: Iterable[str]) -> None:
        super().__init__(key)
        self.values = frozenset(values)

    def truth(self, ground: Ground) -> Truth:
        """Look for a member that does not belong."""
        value = ground.facts.get(self.keys[0])
        if not isinstance(value, frozenset):
            return None
        if value - self.values - {OPEN}:
            return False
        return None if OPEN in value else bool(value)


class Known(Leaf):
    """A fact is known; while it is not, the test is open (it never says no)."""

    __slots__ = ()

    def truth(self, ground: Ground) -> Truth:
        """Look it up."""
        return True if self.keys[0] in ground.facts else None


class Compared(Leaf):
    """A date lies before, after, not before or not after another one, moved by some months."""

    __slots__ = ("limit", "months", "relation")

    def __init__(self, key: str, relation: str, limit: str | date, months: int = 0) -> None:
        super().__init__(*((key, limit) if isinstance(limit, str) else (key,)))
        self.relation = relation
        self.limit = limit
        self.months = months

    def truth(self, ground: Ground) -> Truth:
        """Compare two dates."""
        own = ground.facts.get(self.keys[0])
        other = ground.facts.get(self.limit) if isinstance(self.limit, str) else self.limit
        if not isinstance(own, date) or not isinstance(other, date):
            return None
        other = moved(other, self.months)
        return {
            "before": own < other,
            "at_most": own <= other,
            "after": own > other,
            "at_least": own >= other,
        }[self.relation]


def moved(day: date, months: int) -> date:
    """Move a day by months; a day the month does not have becomes its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class InStage(Leaf):
    """A day (the incident's, or that of another fact) is in, before or after a stage."""

    __slots__ = ("relation", "stage")

    def __init__(self, stage: str, relation: str, day: str = "tgl_peristiwa") -> None:
        super().__init__(day, "jenis_pemilihan")
        self.stage = stage
        self.relation = relation

    def truth(self, ground: Ground) -> Truth:
        """Ask the calendar."""
        return ground.stage(self.stage, self.relation, self.keys[0])

    def _open_keys(self, ground: Ground) -> tuple[str, ...]:
        return ground.stage_gaps(self.keys[0])


class InRegime(Leaf):
    """The incident belongs to this regime."""

    __slots__ = ("wanted",)

    def __init__(self, regime: str) -> None:
        super().__init__()
        self.wanted = regime

    def truth(self, ground: Ground) -> Truth:
        """Compare; the regime of a filing is always known."""
        return ground.regime == self.wanted


class Considered(Leaf):
    """A clause without a fact: what a person answered, else what counts while nobody did."""

    __slots__ = ("claim", "required")

    def __init__(self, key: str, *, required: bool, claim: Node | None) -> None:
        super().__init__(key)
        self.required = required
        self.claim = claim

    def reads(self) -> frozenset[str]:
        """Name the clause, and the facts that claim it."""
        claimed = frozenset() if self.claim is None else self.claim.reads()
        return frozenset(self.keys) | claimed

    def truth(self, ground: Ground) -> Truth:
        """Take the answer; unanswered, a required clause is open and another is not claimed."""
        answer = ground.facts.get(self.keys[0])
        if isinstance(answer, bool):
            return answer
        if self.claim is not None and self.claim.truth(ground):
            return True
        return None if self.required else False
