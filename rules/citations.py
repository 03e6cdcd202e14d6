"""What a norm rests on, as it stood on the day of the incident."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from rules.model import Citation
from rules.norms import Norm
from rules.pack import Pack
from rules.schema import Basis


class Dated(Protocol):
    """Something with a first and a last day; none = open."""

    @property
    def valid_from(self) -> date | None:
        """First day."""

    @property
    def valid_to(self) -> date | None:
        """Last day."""


def in_force(row: Dated, day: date) -> bool:
    """Tell whether a row is in force on a day."""
    return (row.valid_from or day) <= day <= (row.valid_to or day)


class Sources:
    """What the norms of a pack rest on in one regime; each norm is looked up once a day."""

    def __init__(self, pack: Pack, regime: str) -> None:
        self.pack = pack
        self.regime = regime
        self._citations: dict[tuple[str, date | None], tuple[Citation, ...]] = {}
        self._sanctions: dict[tuple[str, date | None], str] = {}

    def citations(self, norm: Norm, day: date | None) -> tuple[Citation, ...]:
        """List the articles in force on the day; all of them when the day is unknown."""
        found = self._citations.get((norm.id, day))
        if found is None:
            found = self._citations[norm.id, day] = tuple(self._cite(norm, day))
        return found

    def sanction(self, norm: Norm, day: date | None) -> str:
        """Give the sanction in force on the day; the latest when the day is unknown or outside."""
        found = self._sanctions.get((norm.id, day))
        if found is None:
            current = [one for one in norm.sanctions if day is None or in_force(one, day)]
            text = "".join(one.text for one in (current or norm.sanctions)[-1:])
            found = self._sanctions[norm.id, day] = text
        return found

    def _cite(self, norm: Norm, day: date | None) -> Iterator[Citation]:
        for one in norm.basis:
            law = self.pack.laws[one.law]
            of_day = day is None or (in_force(one, day) and in_force(law, day))
            if of_day and (not one.regimes or self.regime in one.regimes):
                yield _citation(self.pack, one)


def _citation(pack: Pack, basis: Basis) -> Citation:
    law = pack.laws[basis.law]
    return Citation(
        law=law.id,
        text=f"{law.title} {basis.article}",
        confidence=basis.confidence or law.confidence,
        mark=basis.mark or law.mark,
    )
