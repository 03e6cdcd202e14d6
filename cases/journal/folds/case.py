"""The case, its parties, its incidents, who was there."""

from msgspec import convert

from cases.journal.bodies.case import (
    AttendanceRecorded,
    CaseEdited,
    CaseOpened,
    IncidentEdited,
    IncidentRecorded,
    PartyAdded,
    PartyDescribed,
    PartyRead,
    PersonConfirmedSame,
    PersonSameWithdrawn,
)
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of
from cases.journal.folds.once import need_new, need_same
from cases.journal.rows import Rows

CASE_FIELDS = frozenset(
    {
        "title",
        "regime",
        "source",
        "found_at",
        "known_at",
        "place",
        "pack",
        "register",
        "status",
        "track",
        "category",
    }
)
DATE = "date."
"""Fields `date.<event>` hold what starts clocks (`date.diregistrasi`); only `edit` has them."""
INCIDENT_FIELDS = frozenset(
    {
        "title",
        "kind",
        "election",
        "contestant",
        "starts_at",
        "ends_at",
        "place",
        "description",
    }
)


def _shown(field: str, value: object) -> str:
    return text_of(value) if field == "place" else str(value)


def _fits(field: str, value: object) -> bool:
    """Tell whether a value is of the kind of its field: places are objects, all else is text."""
    return isinstance(value, dict if field == "place" else str)


def _opened(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaseOpened)
    start = {
        "title": body.title,
        "regime": body.regime,
        "source": body.source,
        "found_at": body.found_at,
        "known_at": body.known_at,
        "place": event.body.get("place", {}),
        "pack": body.pack,
        "register": "",
        "status": "draf",
    }
    shown = {
        field: _shown(field, replace(rows, event, sha, ("case", field), value))
        for field, value in start.items()
    }
    rows.put(
        "case_file",
        code=body.code,
        opened_at=event.wall,
        opened_by=event.dev,
        event=sha,
        **shown,
    )


def _case_edited(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaseEdited)
    if body.field.startswith(DATE):
        replace(rows, event, sha, ("case", body.field), body.value)
    elif body.field in CASE_FIELDS and _fits(body.field, body.value):
        value = replace(rows, event, sha, ("case", body.field), body.value)
        rows.put("case_file", **{body.field: _shown(body.field, value)})


def _party_added(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, PartyAdded)
    need_new(rows, "party", body.party)
    rows.put("party", body.party, code=body.code, role=body.role, label=body.label, lam=event.lam)


def _party_described(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PartyDescribed)
    value = replace(rows, event, sha, (body.party, "particulars"), body.object)
    if rows.get("party", body.party):
        rows.put("party", body.party, particulars=value)


def _party_read(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PartyRead)
    rows.put(
        "custody",
        sha,
        body.party,
        act="particulars_read",
        at=event.wall,
        dev=event.dev,
        why=body.why,
        lam=event.lam,
    )


def _incident_recorded(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, IncidentRecorded)
    need_new(rows, "incident", body.incident)
    start = {
        "title": body.title,
        "kind": body.kind,
        "election": body.election,
        "contestant": body.contestant,
        "starts_at": body.starts_at,
        "ends_at": body.ends_at,
        "place": event.body.get("place", {}),
        "description": body.description,
    }
    shown = {
        field: _shown(field, replace(rows, event, sha, (body.incident, field), value))
        for field, value in start.items()
    }
    rows.put(
        "incident",
        body.incident,
        code=body.code,
        copied_from=body.from_.line_sha256 if body.from_ else "",
        lam=event.lam,
        **shown,
    )


def _incident_edited(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, IncidentEdited)
    known = body.field in INCIDENT_FIELDS and _fits(body.field, body.value)
    if known and rows.get("incident", body.incident):
        value = replace(rows, event, sha, (body.incident, body.field), body.value)
        rows.put("incident", body.incident, **{body.field: _shown(body.field, value)})


def _attendance(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, AttendanceRecorded)
    need_same(rows.get("attendance", body.attendance), incident=body.incident, party=body.party)
    exhibits = replace(rows, event, sha, (body.attendance, "exhibits"), body.exhibits)
    rows.put(
        "attendance",
        body.attendance,
        incident=body.incident,
        party=body.party,
        exhibits=text_of(exhibits),
        lam=event.lam,
    )


def _confirmed_same(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PersonConfirmedSame)
    rows.put(
        "same_person",
        sha,
        party=body.party,
        other_case=body.other_case,
        other_party=body.other_party,
        reason=body.reason,
        at=event.wall,
        dev=event.dev,
        live=1,
        lam=event.lam,
    )


def _same_withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, PersonSameWithdrawn)
    if rows.get("same_person", body.confirmation):
        rows.put("same_person", body.confirmation, live=0)


handlers = {
    "case.opened": _opened,
    "case.edited": _case_edited,
    "party.added": _party_added,
    "party.described": _party_described,
    "party.read": _party_read,
    "person.confirmed_same": _confirmed_same,
    "person.same_withdrawn": _same_withdrawn,
    "incident.recorded": _incident_recorded,
    "incident.edited": _incident_edited,
    "attendance.recorded": _attendance,
}
