"""
The handling of a case: where it stands, which steps may be taken, with article or refusal.

All of it is read by the workflow of the pack the case keeps; nothing is decided here.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from cases.home import Home
from cases.tables import requirement
from cases.work.edits import live
from cases.work.handling_records import Handling, MovementRecord, RequirementRecord, Step
from cases.work.records import CaseId
from cases.work.refusals import refusal
from cases.work.standing import Standing, standing_of
from rules.errors import RuleError
from rules.model import Truth
from rules.steps import Move, WorkflowFile
from rules.workflow import end_of, requirements, screen
from rules.workflow import refusal as refused

_TRUTHS: dict[Truth, str] = {True: "ya", False: "tidak", None: "belum_diketahui"}


def read_handling(home: Home, case: CaseId) -> Handling:
    """Read where a case stands and what may be done next by the officer who is signed in."""
    with home.read() as connection:
        standing = standing_of(connection, case, home.officer)
        try:
            return _handling(connection, standing)
        except RuleError as error:
            raise refusal(error) from error


def _handling(connection: Connection, standing: Standing) -> Handling:
    record, flow, place = standing.record, standing.flow, standing.place
    state = flow.state(place.state)
    found = screen(flow, place, _known_answers(flow, standing))
    return Handling(
        case=record.id,
        code=record.register or record.code,
        pack=standing.pack.id,
        state=state.code,
        state_text=state.text,
        status=record.status,
        ended=state.ends,
        source=place.source,
        track=place.track,
        track_text=flow.tracks.get(place.track, place.track),  # type: ignore[call-overload]
        category=place.category,
        category_text=flow.categories.get(place.category, place.category),
        role=place.role,
        role_text=flow.role(place.role).text,
        contradicting=_contradicting(connection, standing),
        steps=tuple(_step(standing, move) for move in flow.moves),
        requirements=_requirements(connection, standing),
        formal=_TRUTHS[found.formal],
        material=_TRUTHS[found.material],
        movements=tuple(movement_record(flow, row) for row in standing.movements),
        tracks=tuple(flow.tracks.items()),
        categories=tuple(flow.categories.items()),
    )


def movement_record(flow: WorkflowFile, row: Row[Any]) -> MovementRecord:
    """Make the record of a step."""
    return MovementRecord(
        event=row.event,
        move=row.move,
        text=row.text,
        article=row.article,
        before=_state_words(flow, row.before),
        state=_state_words(flow, row.state),
        stated_at=row.stated_at,
        role=row.role,
        office=row.office,
        reason=row.reason,
        exhibits=tuple(msgspec.json.decode(row.exhibits or "[]")),
        at=row.at,
        dev=row.dev,
        withdrawn=row.withdrawn,
    )


def _state_words(flow: WorkflowFile, code: str) -> str:
    # A pack of another version may have other states.
    return next((one.text for one in flow.states if one.code == code), code)


def _step(standing: Standing, move: Move) -> Step:
    flow, place = standing.flow, standing.place
    why = refused(flow, place, move.id)
    end = end_of(flow, place, move.id)
    return Step(
        move=move.id,
        text=move.text,
        state=_state_words(flow, end) if end != place.state else "",
        article=move.article,
        to_check=move.to_check,
        note=move.note,
        needs_reason=move.reason,
        dates=move.dates,
        refused=why.text if why else "",
        refused_article=why.article if why else "",
        instead=why.instead if why else "",
        near=place.state in move.start,
    )


def _contradicting(connection: Connection, standing: Standing) -> tuple[str, ...]:
    states = [value for _, value in live(connection, standing.record.id, "case", "state")]
    found = list(dict.fromkeys(str(value) for value in states))
    return tuple(_state_words(standing.flow, one) for one in found) if len(found) > 1 else ()


def _known_answers(flow: WorkflowFile, standing: Standing) -> dict[str, bool]:
    known = {one.key for one in flow.requirements}
    return {key: met for key, met in (standing.place.answers or {}).items() if key in known}


def _requirements(connection: Connection, standing: Standing) -> tuple[RequirementRecord, ...]:
    rows = {
        row.key: row
        for row in connection.execute(
            select(requirement).where(requirement.c.scope == standing.record.id)
        )
    }
    return tuple(
        RequirementRecord(
            key=one.key,
            kind=one.kind,
            text=one.text,
            article=one.article,
            to_check=one.to_check,
            met=row.met if (row := rows.get(one.key)) else "",
            note=row.note if row else "",
            exhibits=tuple(msgspec.json.decode(row.exhibits or "[]")) if row else (),
            at=row.at if row else "",
        )
        for one in requirements(standing.flow, standing.place)
    )
