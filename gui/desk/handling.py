"""The handling of a case: where it stands, steps, requirements, clocks, allegations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.deadline_records import DeadlineRecord, TriggerRecord
from cases.work.handling_records import Handling
from cases.work.records import CaseId, PartyId

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.allegations import AllegationRecord
    from cases.work.moving import MoveFields


@dataclass(frozen=True, slots=True)
class Procedure:
    """All the tab Penanganan shows, read in one go."""

    handling: Handling
    clocks: tuple[DeadlineRecord, ...]
    triggers: tuple[TriggerRecord, ...]
    allegations: "tuple[AllegationRecord, ...]"
    rules: tuple[tuple[str, str], ...]
    """(rule, words) that may be alleged."""
    extendable: frozenset[str]
    """Ids of clocks that may be extended."""
    adjustable: frozenset[str]
    """Of these, whose limit the office sets itself."""


def read(home: "Home", case: CaseId) -> Procedure:
    """Where a case stands in the procedure."""
    from cases.work import allegations, deadlines, handling, packs, triggers

    stands = handling.read_handling(home, case)
    pack = packs.load(stands.pack)
    clocks = pack.deadlines.clocks
    adjustable = frozenset(one.id for one in clocks if one.adjustable)
    return Procedure(
        handling=stands,
        clocks=deadlines.read_clocks(home, case),
        triggers=triggers.read_triggers(home, case),
        allegations=allegations.read_allegations(home, case),
        rules=tuple((norm.id, f"{norm.id} · {norm.title}") for norm in pack.rules),
        extendable=frozenset(one.extends for one in clocks if one.extends) | adjustable,
        adjustable=adjustable,
    )


def move(home: "Home", case: CaseId, step: str, fields: "MoveFields") -> Changes:
    """Take a step."""
    from cases.work import moving

    return moving.move_case(home, case, step, **fields)


def take_back(home: "Home", case: CaseId, reason: str) -> Changes:
    """Take back the last step."""
    from cases.work import moving

    return moving.withdraw_move(home, case, reason)


def answer(home: "Home", case: CaseId, requirement: str, met: str) -> Changes:
    """Say whether a requirement is met."""
    from cases.work import moving

    return moving.answer_requirement(home, case, requirement, met)


def set_trigger(home: "Home", case: CaseId, event: str, at: str, reason: str) -> Changes:
    """State or correct the date of an event."""
    from cases.work import triggers

    return triggers.set_trigger(home, case, event, at, reason)


def extend(home: "Home", case: CaseId, clock: str, ground: str, until: str) -> Changes:
    """Extend a clock with its ground."""
    from cases.work import extensions

    return extensions.extend_deadline(home, case, clock, ground, until=until)


def withdraw_extension(home: "Home", case: CaseId, clock: str, reason: str) -> Changes:
    """Take an extension back."""
    from cases.work import extensions

    return extensions.withdraw_extension(home, case, clock, reason)


def allege(home: "Home", case: CaseId, rule: str, party: PartyId | None) -> Changes:
    """Allege a rule, so that its questions are asked."""
    from cases.work import allegations

    return allegations.allege(home, case, rule, party=party)


def withdraw_allegation(
    home: "Home", case: CaseId, rule: str, party: PartyId | None, reason: str
) -> Changes:
    """Take an allegation back."""
    from cases.work import allegations

    return allegations.withdraw_allegation(home, case, rule, party=party, reason=reason)
