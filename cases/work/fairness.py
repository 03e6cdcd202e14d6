"""
Fairness: a person who is confirmed as the same also attended another contestant's incident.

Netra proposes YA for `hadir_paslon_lain`, with one exhibit of each incident. It never proposes
TIDAK: that nothing is recorded here says nothing about where a person was.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.work import packs, times
from cases.work.attendance import attendance_of
from cases.work.case_records import case_of
from cases.work.codes import EXHIBIT, next_code
from cases.work.edits import conflicts_in
from cases.work.exhibits import copy_into
from cases.work.incidents import incidents_of
from cases.work.parties import parties_of
from cases.work.persons import Who, same_classes
from cases.work.records import (
    AttendanceRecord,
    CaseId,
    CaseRecord,
    ExhibitId,
    IncidentId,
    IncidentRecord,
    PartyId,
    Role,
)
from cases.work.scopes import need_case
from cases.work.statements import Said, live_rows, say
from rules.calendars import Day, same_stage

FACT, YES = "hadir_paslon_lain", "YA"
_TELLING = frozenset({"contestant", "election", "starts_at"})
"""Fields of an incident that must be known, and not in conflict."""


@dataclass(frozen=True, slots=True)
class FairnessProposal:
    """YA for `hadir_paslon_lain` of one respondent at one incident, and what speaks for it."""

    case: CaseId
    incident: IncidentId
    incident_code: str
    party: PartyId
    party_code: str
    exhibit: ExhibitId
    other_case: CaseId
    other_case_code: str
    other_incident: IncidentId
    other_party: PartyId
    other_title: str
    other_contestant: str
    other_at: str
    other_exhibit: ExhibitId
    words: str


@dataclass(frozen=True, slots=True)
class _Presence:
    """One respondent at one incident of which everything that matters is known."""

    case: CaseRecord
    incident: IncidentRecord
    attendance: AttendanceRecord
    code: str

    @property
    def who(self) -> Who:
        return self.case.id, self.attendance.party


def fairness_proposals(home: Home, case: CaseId) -> tuple[FairnessProposal, ...]:
    """Give the proposals of a case that are not stated yet."""
    zone = times.zone_of_region(home.officer.region)
    with home.read() as connection:
        need_case(connection, case)
        classes = same_classes(connection)
        own = list(_presences(connection, case))
        wanted = {classes.get(one.who, one.who) for one in own}
        scopes = {case, *(who[0] for who, root in classes.items() if root in wanted)}
        others = [one for scope in sorted(scopes) for one in _presences(connection, scope)]
        return tuple(
            _proposal(one, other, zone)
            for one in own
            if not _stated(connection, one)
            for other in others
            if classes.get(one.who, one.who) == classes.get(other.who, other.who)
            and _comparable(one, other, zone)
        )


def accept_fairness(home: Home, proposal: FairnessProposal) -> Changes:
    """State what is proposed; the exhibit of the other incident enters the case."""
    if proposal not in fairness_proposals(home, proposal.case):
        raise NetraError(
            tr("Usul ini tidak berlaku lagi."),
            tr("Muat ulang daftar usul."),
            code="no-such-proposal",
        )
    case = proposal.case
    with home.write() as tx:
        known = tx.connection.execute(
            select(exhibit_table.c.id).where(
                exhibit_table.c.scope == case, exhibit_table.c.id == proposal.other_exhibit
            )
        )
        if known.first() is None:
            copy_into(tx, case, proposal.other_exhibit, next_code(tx, case, EXHIBIT))
        exhibits = list(dict.fromkeys((proposal.exhibit, proposal.other_exhibit)))
        about = Said(case=case, party=proposal.party, exhibits=exhibits, note=proposal.words)
        tx.made = say(tx, proposal.incident, FACT, YES, **about)
    return tx.changes


def _presences(connection: Connection, scope: str) -> Iterator[_Presence]:
    """Give who was where, as far as contestant, day and exhibits are known without doubt."""
    case = case_of(connection, CaseId(scope))
    if case is None:
        return
    incidents = {
        one.id: one for one in incidents_of(connection, scope, conflicts_in(connection, scope))
    }
    codes = {
        one.id: one.code for one in parties_of(connection, scope) if one.role is Role.RESPONDENT
    }
    for attendance in attendance_of(connection, scope):
        incident = incidents.get(attendance.incident)
        if incident and attendance.exhibits and attendance.party in codes and _known(incident):
            yield _Presence(case, incident, attendance, codes[attendance.party])


def _known(incident: IncidentRecord) -> bool:
    doubted = {conflict.field for conflict in incident.conflicts}
    return not (_TELLING & doubted) and all(getattr(incident, name) for name in _TELLING)


def _comparable(one: _Presence, other: _Presence, zone: str) -> bool:
    """Tell whether the other incident was another contestant's, in the same election and stage."""
    mine, theirs = one.incident, other.incident
    if mine.id == theirs.id or mine.election != theirs.election:
        return False
    if one.case.regime != other.case.regime or _name(mine) == _name(theirs):
        return False
    here, there = _day(one, zone), _day(other, zone)
    if here is None or there is None:
        return False
    return same_stage(packs.load(one.case.pack).election, here, there) is True


def _name(incident: IncidentRecord) -> str:
    return "".join(letter for letter in incident.contestant.casefold() if letter.isalnum())


def _day(one: _Presence, zone: str) -> Day | None:
    date = times.local_date(one.incident.starts_at, zone)
    if date is None:
        return None
    return Day(regime=str(one.case.regime), date=date, election=one.incident.election)


def _stated(connection: Connection, one: _Presence) -> bool:
    about = one.incident.id, one.attendance.party, FACT
    return any(row.value == f'"{YES}"' for row in live_rows(connection, one.case.id, about))


def _proposal(one: _Presence, other: _Presence, zone: str) -> FairnessProposal:
    code = other.case.register or other.case.code
    return FairnessProposal(
        case=one.case.id,
        incident=one.incident.id,
        incident_code=one.incident.code,
        party=one.attendance.party,
        party_code=one.code,
        exhibit=one.attendance.exhibits[0],
        other_case=other.case.id,
        other_case_code=code,
        other_incident=other.incident.id,
        other_party=other.attendance.party,
        other_title=other.incident.title,
        other_contestant=other.incident.contestant,
        other_at=other.incident.starts_at,
        other_exhibit=other.attendance.exhibits[0],
        words=tr(
            "Orang yang sama hadir pada “{judul}” ({peserta}), {waktu}, kasus {kode}.",
            judul=other.incident.title,
            peserta=other.incident.contestant,
            waktu=times.short_date(other.incident.starts_at, zone),
            kode=code,
        ),
    )
