"""Where a case stands in the workflow of its pack, as the rules want to know it."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from cases.keys.officer import Officer
from cases.tables import case as case_table
from cases.tables import movement, requirement
from cases.work import packs
from cases.work.case_records import case_of
from cases.work.facts import facts_of
from cases.work.records import CaseId, CaseRecord
from cases.work.scopes import absent
from rules.pack import Pack
from rules.steps import WorkflowFile
from rules.workflow import Place

FULL = "PENANGANAN_PENUH"
_STATUS = "status_subjek"


@dataclass(frozen=True, slots=True)
class Standing:
    """A case, its pack, its last steps, and the place the rules judge it from."""

    record: CaseRecord
    pack: Pack
    place: Place
    movements: tuple[Row[Any], ...]
    """Steps in order; also those that were taken back."""

    @property
    def flow(self) -> WorkflowFile:
        """The workflow of the pack the case keeps."""
        return self.pack.workflow

    @property
    def last(self) -> Row[Any] | None:
        """The last step that holds."""
        return next((row for row in reversed(self.movements) if row.live), None)

    def choosing(self, track: str, category: str) -> "Standing":
        """Stand there with another track or kind of breach, where one is given."""
        place = msgspec.structs.replace(
            self.place,
            track=track or self.place.track,
            category=category or self.place.category,
        )
        return replace(self, place=place)


def standing_of(connection: Connection, case: CaseId, officer: Officer) -> Standing:
    """Read where a case stands, for an officer."""
    record = case_of(connection, case)
    if record is None:
        raise absent(case_table)
    pack = packs.load(record.pack)
    rows = tuple(
        connection.execute(
            select(movement)
            .where(movement.c.scope == case)
            .order_by(movement.c.lam, movement.c.event)
        )
    )
    changed = next((row for row in reversed(rows) if row.live and row.before != row.state), None)
    source = record.source.value.upper()
    place = Place(
        state=record.state or pack.workflow.first(source).code,
        regime=record.regime.value,
        source=source,
        role=officer.role,
        track=record.track or FULL,
        category=record.category,
        statuses=_statuses(connection, case),
        before=changed.before if changed else "",
        own=changed is not None and changed.office == officer.office,
        answers=answers_of(connection, case),
    )
    return Standing(record, pack, place, rows)


def handed_over(connection: Connection, record: CaseRecord, officer: Officer) -> bool:
    """Tell whether this office handed the case over, and so waits for nothing in it."""
    if not record.state or not _ends(record):
        return False
    offices = connection.execute(
        select(movement.c.office)
        .where(movement.c.scope == record.id, movement.c.live == 1)
        .where(movement.c.before != movement.c.state)
        .order_by(movement.c.lam.desc(), movement.c.event.desc())
        .limit(1)
    )
    return offices.scalar() == officer.office


def _ends(record: CaseRecord) -> bool:
    flow = packs.load(record.pack).workflow
    return any(one.code == record.state and one.ends for one in flow.states)


def answers_of(connection: Connection, case: CaseId) -> dict[str, bool]:
    """Read which requirements are met or not."""
    rows = connection.execute(
        select(requirement.c.key, requirement.c.met).where(
            requirement.c.scope == case, requirement.c.met != ""
        )
    )
    return {key: met == "ya" for key, met in rows}


def _statuses(connection: Connection, case: CaseId) -> tuple[str, ...]:
    found = {
        state.value
        for state in facts_of(connection, case)
        if state.fact == _STATUS and state.party is not None and isinstance(state.value, str)
    }
    return tuple(sorted(found))
