"""Hearings as the pack writes them: what differs by regime, grounds, standing questions."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from rules.documents import read_table
from rules.schema import Regime

FILE = "hearings.toml"


class HearingLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one regime says of hearings; an empty citation: it says nothing of it."""

    regime: Regime
    held_by: tuple[str, ...]
    """Roles of officers who may hold one."""
    held_by_basis: str
    second_invitation: str
    absent_twice: str
    absent_twice_confidence: str
    grounds_basis: str
    grounds_only: bool
    """Online for one of the grounds only; else the list is open."""
    recorded: str
    oath_basis: str
    oath_expected: bool
    """The regulation speaks of hearings under oath; else willingness is asked."""
    copy_after_end: str
    """The minutes may be given only after the handling; empty: no such rule."""
    refusal_basis: str
    companion_roles: tuple[str, ...]
    companion_basis: str
    valid_from: date | None = None
    valid_to: date | None = None


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a hearing may be held online."""

    code: str
    text: str


class StandingQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that is put to everybody of a role."""

    roles: tuple[str, ...]
    at: Literal["open", "close"]
    text: str


class HearingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `hearings.toml`."""

    hearings: tuple[HearingLaw, ...]
    grounds: tuple[Ground, ...]
    questions: tuple[StandingQuestion, ...]

    def law(self, regime: str, day: date | None = None) -> HearingLaw:
        """Give what holds in a regime on a day; without a day, what holds last."""
        fitting = [one for one in self.hearings if one.regime == regime]
        held = [one for one in fitting if day is not None and _holds(one, day)]
        return (held or fitting)[-1]

    def standing(self, role: str, at: str) -> tuple[str, ...]:
        """Give the standing questions of a role, before or after those from missing facts."""
        return tuple(one.text for one in self.questions if one.at == at and role in one.roles)


def _holds(law: HearingLaw, day: date) -> bool:
    return (law.valid_from or day) <= day <= (law.valid_to or day)


def read_hearings(files: Mapping[str, bytes]) -> HearingFile:
    """Read the hearings of a pack."""
    return read_table(files, FILE, HearingFile)
