"""
What speaks against the allegation: noted by an officer before a conclusion leaves the office.

A paper is made final, and a case is forwarded, only when it was noted for every respondent whom
raised rules concern. That nothing was found is a note as well. Sealing and backup never ask.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import against as against_table
from cases.tables import party as party_table
from cases.work import stated
from cases.work.assessment import read_assessment
from cases.work.overview import AgainstNote, CaseAssessment
from cases.work.records import CaseId, ExhibitId, PartyId
from cases.work.scopes import need, need_case, need_exhibits

_exhibits = msgspec.json.Decoder(list[str])


def note_against(
    home: Home,
    case: CaseId,
    text: str,
    *,
    party: PartyId | None = None,
    exhibits: Sequence[ExhibitId] = (),
) -> Changes:
    """Note what speaks against the allegation; own older words about the same are replaced."""
    text = stated.needed(text, tr("Hal yang melemahkan dugaan"))
    with home.write() as tx:
        need_case(tx.connection, case)
        if party is not None:
            need(tx.connection, party_table, case, party)
        need_exhibits(tx.connection, case, exhibits)
        body = {"text": text, "party": party or "", "exhibits": list(exhibits)}
        saw = [
            one.event
            for one in against_of(tx.connection, case)
            if one.dev == tx.author.dev and one.party == party
        ]
        given = {key: part for key, part in body.items() if part not in ("", [])}
        tx.made = tx.append("against.noted", given, case=case, saw=saw)
    return tx.changes


def list_against(home: Home, case: CaseId) -> tuple[AgainstNote, ...]:
    """Give the notes of a case that stand."""
    with home.read() as connection:
        need_case(connection, case)
        return against_of(connection, case)


def against_of(connection: Connection, case: str) -> tuple[AgainstNote, ...]:
    """Read the notes of a case that stand, oldest first."""
    rows = connection.execute(
        select(against_table)
        .where(against_table.c.scope == case, against_table.c.live == 1)
        .order_by(against_table.c.lam, against_table.c.event)
    )
    return tuple(
        AgainstNote(
            event=row.event,
            text=row.text,
            party=PartyId(row.party) if row.party else None,
            exhibits=tuple(ExhibitId(one) for one in _exhibits.decode(row.exhibits)),
            dev=row.dev,
            at=row.at,
        )
        for row in rows
    )


def unweighed(assessment: CaseAssessment, notes: Sequence[AgainstNote]) -> tuple[str, ...]:
    """Give the codes of respondents whom raised rules concern and nobody noted anything for."""
    noted = {one.party for one in notes}
    if None in noted:
        return ()
    concerned = {
        one.party: one.party_code
        for one in assessment.findings
        if one.raised and one.outcome != "TIDAK_MEMENUHI" and one.party not in noted
    }
    return tuple(sorted(concerned.values()))


def need_weighed(home: Home, case: CaseId) -> None:
    """Refuse to conclude while nobody noted what speaks against the allegation."""
    codes = unweighed(read_assessment(home, case), list_against(home, case))
    if codes:
        raise NetraError(
            tr(
                "Belum dicatat apa yang melemahkan dugaan terhadap {kode}.",
                kode=", ".join(codes[:8]) + (" …" if len(codes) > 8 else ""),
            ),
            tr("Catat di tab Matriks; bila tidak ada, tulis bahwa tidak ditemukan."),
            code="nothing-against",
        )
