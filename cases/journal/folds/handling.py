"""How a case was handled: its steps, the requirements it meets, extensions, allegations."""

from msgspec import convert

from cases.journal.bodies.handling import (
    CaseMoved,
    CaseMoveWithdrawn,
    DeadlineExtended,
    DeadlineExtensionWithdrawn,
    RequirementAnswered,
    RuleAllegationWithdrawn,
    RuleAlleged,
)
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of
from cases.journal.rows import Rows

MOVED = ("state", "status", "source", "track", "category")
"""Fields of a case that a step sets; two steps that did not see each other stand in conflict."""


def _moved(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaseMoved)
    _stand(rows, event, sha, {name: getattr(body, name) for name in MOVED})
    rows.put(
        "movement",
        sha,
        move=body.move,
        text=body.text,
        article=body.article,
        before=body.before,
        state=body.state,
        stated_at=body.at,
        role=body.role,
        office=body.office,
        pack=body.pack,
        source=body.source,
        track=body.track,
        category=body.category,
        reason=body.reason,
        exhibits=text_of(body.exhibits),
        at=event.wall,
        dev=event.dev,
        live=1,
        lam=event.lam,
    )


def _move_withdrawn(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaseMoveWithdrawn)
    if rows.get("movement", body.movement):
        _stand(rows, event, sha, {name: getattr(body, name) for name in MOVED})
        rows.put("movement", body.movement, live=0, withdrawn=body.reason)


def _stand(rows: Rows, event: Event, sha: str, values: dict[str, str]) -> None:
    shown = {
        name: str(replace(rows, event, sha, ("case", name), value))
        for name, value in values.items()
    }
    rows.put("case_file", **shown)


def _answered(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, RequirementAnswered)
    met = replace(rows, event, sha, ("requirement", body.requirement), body.met)
    rows.put(
        "requirement",
        body.requirement,
        met=str(met),
        note=body.note,
        exhibits=text_of(body.exhibits),
        at=event.wall,
        dev=event.dev,
        lam=event.lam,
    )


def _extended(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, DeadlineExtended)
    rows.put(
        "extension",
        sha,
        clock=body.clock,
        ground=body.ground,
        stated_at=body.at,
        until=body.until,
        exhibits=text_of(body.exhibits),
        at=event.wall,
        dev=event.dev,
        live=1,
        lam=event.lam,
    )


def _extension_withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, DeadlineExtensionWithdrawn)
    if rows.get("extension", body.extension):
        rows.put("extension", body.extension, live=0, withdrawn=body.reason)


def _alleged(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, RuleAlleged)
    rows.put(
        "allegation",
        sha,
        rule=body.rule,
        party=body.party,
        reason=body.reason,
        at=event.wall,
        dev=event.dev,
        live=1,
        lam=event.lam,
    )


def _allegation_withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, RuleAllegationWithdrawn)
    if rows.get("allegation", body.allegation):
        rows.put("allegation", body.allegation, live=0, withdrawn=body.reason)


handlers = {
    "case.moved": _moved,
    "case.move_withdrawn": _move_withdrawn,
    "requirement.answered": _answered,
    "deadline.extended": _extended,
    "deadline.extension_withdrawn": _extension_withdrawn,
    "rule.alleged": _alleged,
    "rule.allegation_withdrawn": _allegation_withdrawn,
}
