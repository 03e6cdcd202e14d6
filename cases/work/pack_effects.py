"""
What another pack would change in open cases: per rule and respondent, and in the clocks.

A case keeps its pack. Nothing here changes one; `adopt_pack` does, for one case, when a person
says so with a reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cases.changes import Changes
from cases.home import Home
from cases.language import tr
from cases.work import packs, stated
from cases.work.assessment import assess_file
from cases.work.cases import list_cases, read_case_file
from cases.work.deadlines import CLOSED, read_deadlines_by
from cases.work.edits import live
from cases.work.overview import CaseFile, Finding
from cases.work.records import CaseId
from cases.work.scopes import need_case

Outcome = tuple[str, bool]
"""Outcome of a rule, and whether it is raised."""


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """A rule whose outcome for one respondent in one incident would be another."""

    rule: str
    title: str
    party_code: str
    party_label: str
    incident_code: str
    before: str
    """Outcome now; empty: the present pack has no such rule."""
    after: str
    """Outcome under the other pack; empty: it has no such rule."""
    raised_before: bool
    raised_after: bool


@dataclass(frozen=True, slots=True)
class ClockEffect:
    """A clock that would end on another day, appear or go."""

    id: str
    step: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CaseEffect:
    """What would change in one open case."""

    case: CaseId
    code: str
    title: str
    pack: str
    """The pack the case keeps."""
    rules: tuple[RuleEffect, ...]
    clocks: tuple[ClockEffect, ...]

    @property
    def changes(self) -> bool:
        """Whether anything would be another."""
        return bool(self.rules or self.clocks)


def pack_effects(home: Home, pack: str) -> tuple[CaseEffect, ...]:
    """Compare every open case that keeps another pack with how it would stand under `pack`."""
    packs.load(pack)
    return tuple(
        _effect(home, summary.case.id, pack)
        for summary in list_cases(home)
        if summary.case.status not in CLOSED and summary.case.pack != pack
    )


def case_effect(home: Home, case: CaseId, pack: str) -> CaseEffect:
    """Compare one case."""
    packs.load(pack)
    return _effect(home, case, pack)


def adopt_pack(home: Home, case: CaseId, pack: str, reason: str) -> Changes:
    """Put a case under another pack, with a reason; the old one stays in its record."""
    reason = stated.needed(reason, tr("Alasan memakai paket lain"))
    wanted = packs.load(pack).id
    with home.write() as tx:
        need_case(tx.connection, case)
        standing = live(tx.connection, case, "case", "pack")
        if [value for _, value in standing] != [wanted]:
            body = {"field": "pack", "value": wanted, "reason": reason}
            tx.append("case.edited", body, case=case, saw=[event for event, _ in standing])
        tx.made = case
    return tx.changes


def _effect(home: Home, case: CaseId, pack: str) -> CaseEffect:
    file = read_case_file(home, case)
    other = replace(file, case=replace(file.case, pack=pack))
    return CaseEffect(
        case=case,
        code=file.case.register or file.case.code,
        title=file.case.title,
        pack=file.case.pack,
        rules=tuple(_rules(file, other)),
        clocks=tuple(_clocks(home, file, pack)),
    )


def _rules(file: CaseFile, other: CaseFile) -> Iterator[RuleEffect]:
    before, after = _findings(file), _findings(other)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        one = now or was
        if one is None or _outcome(was) == _outcome(now) or not _matters(was, now):
            continue
        yield RuleEffect(
            rule=one.rule,
            title=one.title,
            party_code=one.party_code,
            party_label=one.party_label,
            incident_code=one.incident_code,
            before=was.outcome if was else "",
            after=now.outcome if now else "",
            raised_before=bool(was and was.raised),
            raised_after=bool(now and now.raised),
        )


def _findings(file: CaseFile) -> Mapping[tuple[str, str, str], Finding]:
    return {(one.rule, one.incident, one.party): one for one in assess_file(file).findings}


def _outcome(one: Finding | None) -> Outcome | None:
    return (one.outcome, one.raised) if one else None


def _matters(was: Finding | None, now: Finding | None) -> bool:
    """Tell whether the difference is one: a rule nobody raises asks for nothing."""
    return any(one is not None and one.raised for one in (was, now))


def _clocks(home: Home, file: CaseFile, pack: str) -> Iterator[ClockEffect]:
    before = {one.id: one for one in read_deadlines_by(home, file.case)}
    after = {one.id: one for one in read_deadlines_by(home, replace(file.case, pack=pack))}
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        if (was.limit if was else "") != (now.limit if now else ""):
            one = now or was
            yield ClockEffect(
                id=key,
                step=one.step if one else "",
                before=was.limit if was else "",
                after=now.limit if now else "",
            )
