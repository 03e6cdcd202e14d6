"""
What stood of exhibits before a statement, so that the statement can be taken back.

Taking back is an event of its own: what stood before is stated again, and where nothing stood
the statement is withdrawn. Nothing leaves the journal.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from cases.changes import Changes
from cases.home import Home
from cases.journal.transaction import Tx
from cases.work.camera_clocks import ClockError, add_clock, add_zone, together
from cases.work.edits import live, standing
from cases.work.records import CaseId, ExhibitId
from cases.work.stated_places import add_place, placed_of

ZONE, CLOCK, PLACE = "offset", "clock", "placed"


@dataclass(frozen=True, slots=True)
class Former:
    """What stood of some fields of some exhibits."""

    case: CaseId | None
    groups: tuple[tuple[str, str, tuple[ExhibitId, ...]], ...]
    """(field, values that stood as JSON text, exhibits of which they stood)"""


def former_of(
    home: Home, case: CaseId | None, exhibits: Sequence[ExhibitId], fields: Sequence[str]
) -> Former:
    """Remember what stands now; ask before the statement is made."""
    groups: dict[tuple[str, str], list[ExhibitId]] = {}
    with home.read() as connection:
        for field in fields:
            for exhibit in exhibits:
                values = [value for _, value in live(connection, case or "", exhibit, field)]
                text = msgspec.json.encode(values, order="sorted").decode()
                groups.setdefault((field, text), []).append(exhibit)
    return Former(case, tuple((*key, tuple(ids)) for key, ids in groups.items()))


def restore(home: Home, former: Former, reason: str) -> Changes:
    """Let stand again what stood before."""
    with home.write() as tx:
        for field, text, exhibits in former.groups:
            _restore(tx, former.case, (field, text, exhibits), reason)
    return tx.changes


def _restore(
    tx: Tx, case: CaseId | None, group: tuple[str, str, tuple[ExhibitId, ...]], reason: str
) -> None:
    field, text, exhibits = group
    values = msgspec.json.decode(text)
    saw = standing(tx.connection, case or "", exhibits, field)
    if not values:
        body = {"exhibits": list(exhibits), "field": field, "reason": reason}
        if saw:
            tx.append("exhibit.statement_withdrawn", body, case=case, saw=saw)
    elif field == ZONE:
        add_zone(tx, case, exhibits, str(values[0]), reason)
    elif field == CLOCK:
        one: ClockError = together(values)
        add_clock(tx, case, exhibits, one, reason)
    else:
        add_place(tx, case, exhibits, placed_of(values), reason)
