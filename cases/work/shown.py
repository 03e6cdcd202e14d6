"""
What one exhibit shows, each finding apart: the people pointed at, the facts it is named for.
"""

from dataclasses import dataclass

from cases.home import Home
from cases.work.codes import codes_in
from cases.work.fact_words import fact_label, value_label
from cases.work.markers import MarkerRecord, markers_of
from cases.work.parties import parties_of
from cases.work.records import CaseId, ExhibitId, PartyRecord
from cases.work.scopes import need_case
from cases.work.statements import pack_of, statements_of


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One fact that an exhibit is named for."""

    about: str
    """Code of the respondent, or of the incident."""
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What an exhibit shows in a case."""

    parties: tuple[PartyRecord, ...]
    """All people of the case, whom one may point at."""
    markers: tuple[MarkerRecord, ...]
    facts: tuple[ShownFact, ...]


def shown_on(home: Home, case: CaseId, exhibit: ExhibitId) -> Shown:
    """Read what an exhibit shows in a case."""
    with home.read() as connection:
        need_case(connection, case)
        pack, codes = pack_of(connection, case), codes_in(connection, case)
        facts = [
            ShownFact(
                about=codes.get(one.party or one.incident, ""),
                words=f"{fact_label(one.fact, pack)}: {value_label(one.fact, one.value, pack)}",
            )
            for one in statements_of(connection, case)
            if exhibit in one.exhibits
        ]
        return Shown(
            parties=parties_of(connection, case),
            markers=tuple(one for one in markers_of(connection, case) if one.exhibit == exhibit),
            facts=tuple(dict.fromkeys(facts)),
        )
