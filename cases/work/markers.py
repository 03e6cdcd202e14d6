"""
Points on a picture that say "this is the person".

Measured in per mille of the upright picture, from its upper left corner, so that a point holds
for the original and for every print copy of it.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.tables import marker as marker_table
from cases.tables import party as party_table
from cases.work import stated
from cases.work.records import CaseId, ExhibitId, PartyId
from cases.work.scopes import absent, need

WHOLE = 1000


@dataclass(frozen=True, slots=True)
class MarkerRecord:
    """One point on a picture."""

    event: str
    exhibit: ExhibitId
    party: PartyId
    x: int
    y: int
    at: str
    dev: str


def place_marker(
    home: Home, case: CaseId, exhibit: ExhibitId, party: PartyId, at: tuple[int, int]
) -> Changes:
    """Say that the point `at` = (x, y) of a picture is this person."""
    x, y = at
    if not (0 <= x <= WHOLE and 0 <= y <= WHOLE):
        raise NetraError(
            tr("Titik itu di luar foto."),
            tr("Pilih titik dari 0 sampai 1000, dihitung dari kiri atas."),
            code="outside-picture",
        )
    with home.write() as tx:
        need(tx.connection, party_table, case, party)
        kind = tx.connection.execute(
            select(exhibit_table.c.kind).where(
                exhibit_table.c.scope == case, exhibit_table.c.id == exhibit
            )
        ).scalar()
        if kind is None:
            raise absent(exhibit_table)
        if kind != "photo":
            raise NetraError(
                tr("Bukti ini bukan foto; orang tidak dapat ditunjuk di atasnya."),
                tr("Pilih foto."),
                code="no-picture",
            )
        body = {"exhibit": exhibit, "party": party, "x": x, "y": y}
        tx.made = tx.append("marker.placed", body, case=case)
    return tx.changes


def remove_marker(home: Home, case: CaseId, marker: str, reason: str) -> Changes:
    """Take a marker away, with a reason; it stays in the journal."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        if marker not in {one.event for one in markers_of(tx.connection, case)}:
            raise NetraError(
                tr("Tanda ini tidak ada pada foto kasus ini."),
                tr("Muat ulang foto, lalu pilih lagi."),
                code="no-such-marker",
            )
        tx.append("marker.removed", {"marker": marker, "reason": reason}, case=case)
        tx.made = marker
    return tx.changes


def list_markers(
    home: Home, case: CaseId, exhibit: ExhibitId | None = None
) -> tuple[MarkerRecord, ...]:
    """Give the markers of a case that stand, or those of one exhibit."""
    with home.read() as connection:
        found = markers_of(connection, case)
    return tuple(one for one in found if exhibit in {None, one.exhibit})


def markers_of(connection: Connection, scope: str) -> tuple[MarkerRecord, ...]:
    """Read the markers that stand, in the order they were placed."""
    rows = connection.execute(
        select(marker_table)
        .where(marker_table.c.scope == scope, marker_table.c.live == 1)
        .order_by(marker_table.c.lam, marker_table.c.event)
    )
    return tuple(
        MarkerRecord(
            row.event, ExhibitId(row.exhibit), PartyId(row.party), row.x, row.y, row.at, row.dev
        )
        for row in rows
    )
