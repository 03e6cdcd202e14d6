"""
What is known of each respondent in each incident: inherited from the incident, or their own.

The fields of an incident (day, kind, election, contestant) count as facts where nobody stated
otherwise; a field that stands in conflict counts as unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cases.work.overview import CaseFile
from cases.work.records import (
    AttendanceRecord,
    CaseRecord,
    ExhibitId,
    FactState,
    IncidentId,
    IncidentRecord,
    PartyId,
    PartyRecord,
    Role,
    Value,
)

_FIELDS = {
    "tgl_peristiwa": "starts_at",
    "jenis_kegiatan": "kind",
    "jenis_pemilihan": "election",
    "pihak_didukung": "contestant",
}


@dataclass(frozen=True, slots=True)
class Matter:
    """The part of a case that rules are applied to."""

    case: CaseRecord
    parties: tuple[PartyRecord, ...]
    incidents: tuple[IncidentRecord, ...]
    attendance: tuple[AttendanceRecord, ...]
    facts: tuple[FactState, ...]
    codes: Mapping[ExhibitId, str]
    """Code of each exhibit."""
    alleged: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Rules that are alleged, by party; those of everybody under `""`."""

    def alleged_of(self, party: PartyId) -> tuple[str, ...]:
        """Give the rules that are alleged of one respondent."""
        nobody: frozenset[str] = frozenset()
        return tuple(sorted(self.alleged.get("", nobody) | self.alleged.get(party, nobody)))


@dataclass(slots=True)
class Known:
    """Facts of one incident, or of one respondent in it."""

    values: dict[str, Value] = field(default_factory=dict)
    states: dict[str, FactState] = field(default_factory=dict)
    """What was said, for each fact somebody spoke of."""

    def add(self, state: FactState) -> None:
        """Take a state over; what is unknown or contradicting is no value."""
        self.states[state.fact] = state
        if state.value is None:
            self.values.pop(state.fact, None)
        else:
            self.values[state.fact] = state.value

    def copy(self) -> "Known":
        """Give what a respondent inherits."""
        return Known(dict(self.values), dict(self.states))


def matter_of(file: CaseFile) -> Matter:
    """Take from a case file what rules are applied to."""
    return Matter(
        case=file.case,
        parties=file.parties,
        incidents=file.incidents,
        attendance=file.attendance,
        facts=file.facts,
        codes={exhibit.id: exhibit.code for exhibit in file.exhibits},
        alleged=file.alleged,
    )


def respondents_in(matter: Matter, incident: IncidentId) -> tuple[PartyRecord, ...]:
    """Give the respondents who attended; all of the case where no attendance is recorded."""
    respondents = tuple(party for party in matter.parties if party.role is Role.RESPONDENT)
    there = {entry.party for entry in matter.attendance if entry.incident == incident}
    attending = tuple(party for party in respondents if party.id in there)
    return attending or respondents


def known_in(matter: Matter, incident: IncidentRecord) -> Known:
    """Give what is known of the incident itself."""
    known = Known(_given(matter.case, incident))
    for state in matter.facts:
        if state.incident == incident.id and state.party is None:
            known.add(state)
    return known


def known_of(matter: Matter, inherited: Known, incident: IncidentId, party: PartyId) -> Known:
    """Give what is known of one respondent: own statements win over those of the incident."""
    known = inherited.copy()
    for state in matter.facts:
        if state.incident == incident and state.party == party:
            known.add(state)
    return known


def _given(case: CaseRecord, incident: IncidentRecord) -> dict[str, Value]:
    doubted = {conflict.field for conflict in incident.conflicts}
    given: dict[str, Value] = {
        fact: str(getattr(incident, name))
        for fact, name in _FIELDS.items()
        if name not in doubted and getattr(incident, name)
    }
    first_known = case.known_at or case.found_at
    if first_known:
        given["tgl_diketahui"] = first_known
    return given
