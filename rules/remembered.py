"""
Assessments of one filing that are the same for several respondents, made once.

An assessment depends on the norm, the day and its calendar, and the values of what the norm
reads; it names no respondent. Of a hundred people at one rally most norms read the same.
"""

from collections.abc import Hashable, Iterator

from rules.logic import Node
from rules.model import Assessment
from rules.norms import Norm
from rules.situation import DAY, DETERMINED, ELECTION, STATUS, Situation


class Remembered:
    """The assessments of one pack and regime, by what they depend on."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        self._made: dict[Hashable, Assessment] = {}

    def place(self, norm: Norm, situation: Situation, *, alleged: bool) -> Hashable:
        """Say what the assessment of a norm depends on in a situation."""
        keys = self._keys.get(norm.id)
        if keys is None:
            keys = self._keys[norm.id] = tuple(sorted(_reads(norm, situation)))
        disputed = tuple(key for key in situation.contradicting if key in norm.reads)
        return (norm.id, alleged, situation.mark, disputed, *map(situation.facts.get, keys))

    def get(self, place: Hashable) -> Assessment | None:
        """Give what was made at a place."""
        return self._made.get(place)

    def keep(self, place: Hashable, made: Assessment) -> Assessment:
        """Remember what was made."""
        self._made[place] = made
        return made


def _reads(norm: Norm, situation: Situation) -> set[str]:
    found = {DAY, DETERMINED, ELECTION, STATUS, *norm.reads}
    found.update(key for one in norm.elements for key in one.openings)
    found.update(clause.id for clause in norm.considerations)
    for row in situation.pack.exceptions if norm.exceptions else ():
        found.update(clause.id for clause in row.considerations)
    for test in _of_notes(norm):
        found |= test.reads()
    return found


def _of_notes(norm: Norm) -> Iterator[Node]:
    for note in (*norm.notes, *(note for one in norm.exceptions for note in one.notes)):
        if note.when is not None:
            yield note.when
