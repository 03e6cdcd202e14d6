"""What the officer said last about one fact, taken back; it stays in the journal."""

from sqlalchemy import select

from cases.changes import Changes
from cases.home import Home
from cases.tables import statement as statement_table
from cases.work.facts import withdraw
from cases.work.records import IncidentId, PartyId


def take_back(
    home: Home, incident: IncidentId, fact: str, party: PartyId | None, reason: str
) -> Changes:
    """Withdraw the officer's own words about a fact that stand; nothing where none do."""
    with home.read() as connection:
        newest = connection.execute(
            select(statement_table.c.event)
            .where(
                statement_table.c.incident == incident,
                statement_table.c.party == (party or ""),
                statement_table.c.fact == fact,
                statement_table.c.sayer == "",
                statement_table.c.dev == home.keys.dev,
                statement_table.c.live == 1,
            )
            .order_by(statement_table.c.lam.desc())
            .limit(1)
        ).scalar()
    return withdraw(home, newest, reason) if newest else Changes()
