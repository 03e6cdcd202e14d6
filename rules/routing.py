"""
Whom a letter goes to: by the code of the rule, the status of the respondent, the letter's date.

The addressee follows the date of the letter, never the date of the incident.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

Regime = Literal["PEMILU", "PILKADA"]


class Addressee(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line: who gets the letter, for whom, in which time."""

    code: str
    """`AD-ASN` …, as the rules name it."""
    subject: str
    """The subject in words, as it is printed."""
    statuses: tuple[str, ...] = ()
    """Values of `status_subjek` this line is for; none = every respondent."""
    name: str
    """The addressee; short names of bodies (KASN, BKN) stay."""
    copies: tuple[str, ...] = ()
    """Who gets a copy (tembusan)."""
    note: str = ""
    when: str = "setiap tanggal"
    """The time in words, as it is printed."""
    valid_from: date | None = None
    valid_to: date | None = None
    started: bool = True
    """False: the body is announced and has no first day yet; never chosen by a date."""
    basis: str
    confidence: str


class Route(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The road of a letter from one kind of office in one regime."""

    code: str
    role: str
    """The office that writes: `PANWASCAM`."""
    regime: Regime
    through: str = ""
    """The office the letter goes through; empty = straight to the addressee."""
    text: str
    basis: str
    confidence: str


class AddresseeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`addressees.toml`."""

    addressees: tuple[Addressee, ...]
    routes: tuple[Route, ...] = ()
    also: Mapping[str, tuple[str, ...]] = {}
    """A status that is another status too: LURAH is also PNS."""
    acting_heads: tuple[str, ...] = ()
    """Statuses that are also KADES when `penjabat_kades` is ya."""


class Destination(msgspec.Struct, frozen=True, kw_only=True):
    """One addressee as it is told to people; dates only when the letter has none."""

    code: str
    name: str
    copies: tuple[str, ...] = ()
    note: str = ""
    basis: str
    confidence: str
    valid_from: date | None = None
    valid_to: date | None = None
    when: str = ""


def statuses(file: AddresseeFile, facts: Mapping[str, object]) -> frozenset[str]:
    """Tell everything a respondent counts as; empty when the status is unknown."""
    own = facts.get("status_subjek")
    if not isinstance(own, str):
        return frozenset()
    found = {own, *file.also.get(own, ())}
    if facts.get("penjabat_kades") in ("ya", "YA", True) and found & set(file.acting_heads):
        found.add("KADES")
    return frozenset(found)


def addressees(
    file: AddresseeFile,
    codes: Iterable[str],
    facts: Mapping[str, object],
    letter_date: date | None,
) -> tuple[Destination, ...]:
    """List who gets the letter; without a date every line of the codes, with its dates."""
    wanted = set(codes)
    own = statuses(file, facts)
    return tuple(
        _destination(line, letter_date)
        for line in file.addressees
        if line.code in wanted and _fits(line, own) and _in_force(line, letter_date)
    )


def routes(file: AddresseeFile, role: str, regime: Regime) -> tuple[Route, ...]:
    """List the roads of a letter written by an office of `role`."""
    return tuple(road for road in file.routes if (road.role, road.regime) == (role, regime))


def _fits(line: Addressee, own: frozenset[str]) -> bool:
    return not line.statuses or not own.isdisjoint(line.statuses)


def _in_force(line: Addressee, day: date | None) -> bool:
    if day is None:
        return True
    return line.started and (line.valid_from or day) <= day <= (line.valid_to or day)


def _destination(line: Addressee, day: date | None) -> Destination:
    dated = day is None
    return Destination(
        code=line.code,
        name=line.name,
        copies=line.copies,
        note=line.note,
        basis=line.basis,
        confidence=line.confidence,
        valid_from=line.valid_from if dated else None,
        valid_to=line.valid_to if dated else None,
        when=line.when if dated else "",
    )
