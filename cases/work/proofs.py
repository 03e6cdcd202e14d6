"""
Binding exhibits to a fact: the officer's own statement of what is taken as so, shown by them.
"""

from collections.abc import Sequence

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.work.cases import read_case_file
from cases.work.fact_words import of_incident
from cases.work.grounds import Knowing
from cases.work.records import CaseId, ExhibitId, IncidentId, PartyId, Value
from cases.work.scopes import need_exhibits
from cases.work.statements import Said, live_rows, pack_of, record_of, say


def prove_fact(
    home: Home,
    case: CaseId,
    about: tuple[IncidentId, PartyId, str],
    exhibits: Sequence[ExhibitId],
    value: Value | None = None,
) -> Changes:
    """
    State a fact of a respondent in an incident, shown by these exhibits and those named before.

    Without a value it is the one that is taken as so; where none is, the act is refused.
    """
    incident, respondent, fact = about
    known = Knowing(read_case_file(home, case)).of(incident, respondent)
    stands = known.values.get(fact) if value is None else value
    if stands is None:
        raise NetraError(
            tr("Fakta ini belum diketahui, jadi bukti belum dapat diikat padanya."),
            tr("Jawab dulu pertanyaannya; bukti ikut bersama jawaban."),
            code="fact-unknown",
        )
    state = known.states.get(fact)
    with home.write() as tx:
        need_exhibits(tx.connection, case, exhibits)
        inherited = state is not None and state.party is None
        general = state is None and of_incident(pack_of(tx.connection, case), fact)
        party = None if inherited or general else respondent
        own = [
            record_of(row)
            for row in live_rows(tx.connection, case, (incident, party or "", fact))
            if not row.sayer and row.dev == tx.author.dev
        ]
        named = [one for statement in own for one in statement.exhibits]
        said = Said(case=case, party=party, exhibits=list(dict.fromkeys((*named, *exhibits))))
        if own:
            said["note"] = own[-1].note
        tx.made = say(tx, incident, fact, stands, **said)
    return tx.changes
