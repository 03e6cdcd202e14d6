"""
The same picture elsewhere: exhibits that look alike, in any case of this home. A hint, no proof.

Of two hashes that differ in at most seven bits, one of the four quarters differs in at most one.
So each quarter, and each of its sixteen neighbours, is looked up in its index: the cost grows with
what is found, not with what is kept.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, or_, select

from cases.home import Home
from cases.intake.likeness import distance
from cases.tables import DHASH_BANDS
from cases.tables import case as case_table
from cases.tables import exhibit as exhibit_table
from cases.work.evidence_records import SimilarRecord
from cases.work.records import CaseId, ExhibitId

NEAR = 6
"""So many bits may differ: chat programs change 0 to 4; other pictures differ by 20 and more."""
_DIGITS, _BITS = 4, 16


def similar_exhibits(home: Home, exhibit: ExhibitId) -> tuple[SimilarRecord, ...]:
    """Give other exhibits that look like this one, the nearest first; empty without likeness."""
    with home.read() as connection:
        own = connection.execute(
            select(exhibit_table.c.dhash)
            .where(exhibit_table.c.id == exhibit, exhibit_table.c.dhash != "")
            .limit(1)
        ).scalar()
        if own is None:
            return ()
        rows = [row for row in connection.execute(_candidates(own)) if row.id != exhibit]
    linked = {row.id for row in rows if row.scope}
    found = [
        _record(row, apart)
        for row in rows
        # what stands in a case is shown there, not in the inbox it came from
        if (row.scope or row.id not in linked) and (apart := distance(own, row.dhash)) <= NEAR
    ]
    return tuple(sorted(found, key=lambda one: (one.distance, one.case_code, one.code, one.file)))


def _candidates(dhash: str) -> Select[Any]:
    quarters = [dhash[at : at + _DIGITS] for at in range(0, 16, _DIGITS)]
    alike = [
        band.in_(list(_neighbours(quarter)))
        for band, quarter in zip(DHASH_BANDS, quarters, strict=True)
    ]
    table = exhibit_table.c
    columns = (table.id, table.scope, table.code, table.file, table.dhash)
    return (
        select(*columns, case_table.c.code.label("case_code"))
        .outerjoin(case_table, case_table.c.scope == table.scope)
        # said of each quarter anew, because the indexes hold pictures with a hash only
        .where(or_(*((table.dhash != "") & one for one in alike)))
    )


def _neighbours(quarter: str) -> Iterator[str]:
    """Give a quarter and all that differ from it in one bit."""
    value = int(quarter, 16)
    yield quarter
    for bit in range(_BITS):
        yield f"{value ^ 1 << bit:04x}"


def _record(row: Any, apart: int) -> SimilarRecord:
    return SimilarRecord(
        exhibit=ExhibitId(row.id),
        case=CaseId(row.scope) if row.scope else None,
        case_code=row.case_code or "",
        code=row.code,
        file=row.file,
        distance=apart,
    )
