"""What a norm rests on, as it stood on the day of the incident."""

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


def citations(pack: Pack, norm: Norm, day: date | None, regime: str) -> tuple[Citation, ...]:
    """List the articles in force on the day; all of them when the day is unknown."""
    return tuple(
        _citation(pack, one)
        for one in norm.basis
        if (not one.regimes or regime in one.regimes)
        and (day is None or (in_force(one, day) and in_force(pack.laws[one.law], day)))
    )


def sanction(norm: Norm, day: date | None) -> str:
    """Give the sanction in force on the day; the latest when the day is unknown or outside."""
    current = [one for one in norm.sanctions if day is None or in_force(one, day)]
    return "".join(one.text for one in (current or norm.sanctions)[-1:])


def _citation(pack: Pack, basis: Basis) -> Citation:
    law = pack.laws[basis.law]
    return Citation(
        law=law.id,
        text=f"{law.title} {basis.article}",
        confidence=basis.confidence or law.confidence,
        mark=basis.mark or law.mark,
    )
