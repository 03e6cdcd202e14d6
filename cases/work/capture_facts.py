"""
Facts that a capture proposes; they are facts only once an officer has accepted them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Required, TypedDict, Unpack

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import incident as incident_table
from cases.tables import party as party_table
from cases.work import times
from cases.work.capture_records import CaptureRecord, read_capture
from cases.work.records import CaseId, ExhibitId, IncidentId, PartyId, Value
from cases.work.scopes import need
from cases.work.statements import Said, say


@dataclass(frozen=True, slots=True)
class ProposedFact:
    """A value that evidence suggests for a fact, and why."""

    fact: str
    value: Value
    exhibits: tuple[ExhibitId, ...]
    why: str


class About(TypedDict, total=False):
    """Of whom, in which case."""

    case: Required[CaseId]
    party: PartyId | None
    """The respondent; without it the facts are of the incident."""
    also: Mapping[str, Value]
    """Facts that no description gives, such as `akun_tujuan`; they are bound as well."""


def capture_proposals(home: Home, case: CaseId, exhibit: ExhibitId) -> tuple[ProposedFact, ...]:
    """Give what the description of a capture suggests."""
    zone = times.zone_of_region(home.officer.region)
    capture = read_capture(home, exhibit, case)
    return tuple(
        ProposedFact(fact, value, (exhibit,), why)
        for fact, value, why in _suggested(capture, zone)
        if value not in {"", None}
    )


def accept_capture(
    home: Home,
    incident: IncidentId,
    exhibit: ExhibitId,
    facts: Collection[str] | None = None,
    **about: Unpack[About],
) -> Changes:
    """State what a capture suggests, bound to the exhibit; `facts` picks some of the proposals."""
    case, party = about["case"], about.get("party")
    proposed = {one.fact: one.value for one in capture_proposals(home, case, exhibit)}
    if missing := set(facts or ()) - set(proposed):
        raise NetraError(
            tr("Tangkapan ini tidak mengusulkan {fact}.", fact=min(missing)),
            tr("Lengkapi uraian tangkapan, atau nyatakan faktanya sendiri."),
            code="not-proposed",
        )
    wanted = {fact: value for fact, value in proposed.items() if facts is None or fact in facts}
    with home.write() as tx:
        need(tx.connection, incident_table, case, incident)
        if party:
            need(tx.connection, party_table, case, party)
        bound = Said(case=case, party=party, exhibits=[exhibit])
        for fact, value in {**wanted, **about.get("also", {})}.items():
            tx.made = say(tx, incident, fact, value, **bound)
    return tx.changes


def _suggested(capture: CaptureRecord, zone: str) -> list[tuple[str, Value | None, str]]:
    online = capture.rechecks[0] if capture.rechecks else None
    return [
        ("url_konten", capture.url, tr("alamat pada tangkapan")),
        ("tgl_interaksi", _day(capture.post_at, zone), tr("waktu kiriman pada tangkapan")),
        ("tgl_tangkap", _day(capture.captured_at, zone), tr("waktu tangkapan")),
        ("tangkapan_lengkap", capture.complete, tr("daftar periksa tangkapan")),
        (
            "masih_tayang",
            online.still_online if online else None,
            tr("pemeriksaan ulang {waktu}", waktu=times.short_time(online.at, zone))
            if online
            else "",
        ),
    ]


def _day(text: str, zone: str) -> str:
    """Give the stated time; a moment in UTC as its day in the zone of the office."""
    return str(times.local_date(text, zone) or "") if text.endswith("Z") else text
