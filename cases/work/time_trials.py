"""
What a statement about a camera's clock would change, shown before it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from cases.home import Home
from cases.tables import exhibit as exhibit_table
from cases.work.camera_clocks import NOTHING, ClockError, stated_of
from cases.work.evidence_records import ExhibitRecord
from cases.work.exhibit_records import COLUMNS, record_of
from cases.work.records import CaseId, ExhibitId


@dataclass(frozen=True, slots=True)
class TimeTrial:
    """One exhibit as it stands, and as it would stand."""

    before: ExhibitRecord
    after: ExhibitRecord

    @property
    def changes(self) -> bool:
        """Whether the statement would change its time; a zone in the file is not overruled."""
        return self.before.taken != self.after.taken


def try_statement(
    home: Home,
    case: CaseId | None,
    exhibits: Sequence[ExhibitId],
    *,
    offset: str = "",
    clock: ClockError | None = None,
) -> tuple[TimeTrial, ...]:
    """Give the times of exhibits, in the order given, without and with a statement."""
    scope = case or ""
    with home.read() as connection:
        stated = stated_of(connection, scope, exhibits)
        rows = connection.execute(
            select(*COLUMNS).where(
                exhibit_table.c.scope == scope, exhibit_table.c.id.in_(exhibits)
            )
        ).all()
    found = {}
    for row in rows:
        now = stated.get(row[0], NOTHING)
        then = replace(now, offset=offset or now.offset, clock=clock or now.clock)
        found[row[0]] = TimeTrial(record_of(row, now), record_of(row, then))
    return tuple(found[one] for one in exhibits if one in found)
