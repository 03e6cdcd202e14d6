"""The rows of the table: one person each, with what stands and what was typed since."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cases.work.records import FactState, Value
from gui.desk.rolls import Entry, Roll

TEXTS = ("label", "name", "number", "agency")
"""Cells of a person that is new; of one who stands in the case they are sealed or given."""


@dataclass(slots=True)
class Person:
    """One row."""

    party: str = ""
    code: str = ""
    there: bool = False
    label: str = ""
    name: str = ""
    number: str = ""
    agency: str = ""
    exhibits: tuple[str, ...] = ()
    facts: dict[str, Value] = field(default_factory=dict)
    """What is said of this person alone."""
    stood: bool = False
    """Recorded as being there."""
    had_exhibits: tuple[str, ...] = ()
    had_facts: dict[str, Value] = field(default_factory=dict)
    disputed: frozenset[str] = frozenset()
    """Facts on which statements differ; they are ruled on, not typed over."""

    @property
    def is_new(self) -> bool:
        """Whether the person stands in no case yet."""
        return not self.party

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into a new row."""
        typed = any(getattr(self, name) for name in TEXTS) or self.exhibits or self.facts
        return self.is_new and not typed

    @property
    def fresh_facts(self) -> dict[str, Value]:
        """What was typed and is not recorded yet."""
        return {
            key: value for key, value in self.facts.items() if self.had_facts.get(key) != value
        }

    @property
    def is_changed(self) -> bool:
        """Whether saving would record anything of this row."""
        if self.is_new:
            return self.there and not self.is_empty
        fresh = bool(self.fresh_facts) or self.exhibits != self.had_exhibits
        return self.there and (not self.stood or fresh)

    def entry(self) -> Entry:
        """Give what is to be recorded."""
        return Entry(
            party=self.party,
            label=self.label if self.is_new else "",
            name=self.name,
            number=self.number,
            agency=self.agency,
            exhibits=self.exhibits,
            facts=tuple(self.fresh_facts.items()),
        )


def people_of(roll: Roll) -> list[Person]:
    """Make the rows of what stands."""
    return [
        Person(
            party=one.party.id,
            code=one.party.code,
            there=bool(one.attendance),
            label=one.party.label,
            exhibits=one.exhibits,
            facts=_values(one.facts),
            stood=bool(one.attendance),
            had_exhibits=one.exhibits,
            had_facts=_values(one.facts),
            disputed=frozenset(state.fact for state in one.facts if state.contradicting),
        )
        for one in roll.sheet.rows
    ]


def _values(states: Iterable[FactState]) -> dict[str, Value]:
    return {state.fact: plain(state.value) for state in states if state.value is not None}


def plain(value: Value) -> Value:
    """Write yes and no as answers do, so that what stands compares with what is typed."""
    return ("ya" if value else "tidak") if isinstance(value, bool) else value


def draft_of(people: Sequence[Person], shared: dict[str, Value], columns: Sequence[str]) -> str:
    """Write down what was typed and is not recorded; empty where nothing was."""
    typed = [
        {
            "party": one.party,
            "there": one.there,
            **{name: getattr(one, name) for name in TEXTS if one.is_new},
            "exhibits": list(one.exhibits),
            "facts": one.fresh_facts,
        }
        for one in people
        if one.is_changed or (one.is_new and not one.is_empty)
    ]
    if not typed and not shared:
        return ""
    return json.dumps({"rows": typed, "shared": shared, "columns": list(columns)})


def restore(text: str, people: list[Person]) -> tuple[dict[str, Value], list[str]]:
    """Put what was typed back into the rows; gives the shared facts and the columns."""
    if not text:
        return {}, []
    kept = json.loads(text)
    known = {one.party: one for one in people if one.party}
    for typed in kept["rows"]:
        person = known.get(typed["party"])
        if person is None:
            person = Person(**{name: typed.get(name, "") for name in TEXTS})
            people.append(person)
        person.there = typed["there"]
        person.exhibits = tuple(typed["exhibits"])
        person.facts.update(typed["facts"])
    return kept["shared"], kept["columns"]
