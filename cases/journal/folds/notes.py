"""Notes, tags, the archive, and what was entered by mistake."""

from msgspec import convert

from cases.journal.bodies.notes import (
    CaseArchived,
    CaseUnarchived,
    IncidentWithdrawn,
    NoteWithdrawn,
    NoteWritten,
    PartyWithdrawn,
    TagAdded,
    TagRemoved,
)
from cases.journal.event import Event
from cases.journal.folds.once import need_new
from cases.journal.rows import Rows


def _written(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, NoteWritten)
    need_new(rows, "note", body.note)
    rows.put(
        "note",
        body.note,
        text=body.text,
        about=body.about,
        at=event.wall,
        dev=event.dev,
        live=1,
        lam=event.lam,
    )


def _withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, NoteWithdrawn)
    row = rows.get("note", body.note)
    if row is not None and row["dev"] == event.dev:  # one takes back own words only
        rows.put("note", body.note, live=0, withdrawn=body.reason)


def _tagged(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, TagAdded)
    rows.put("tag", body.tag, body.about, at=event.wall, dev=event.dev, live=1, lam=event.lam)


def _untagged(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, TagRemoved)
    if rows.get("tag", body.tag, body.about) is not None:
        rows.put("tag", body.tag, body.about, live=0)


def _archived(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, CaseArchived)
    _move(rows, event, body.reason, archived=1)


def _unarchived(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, CaseUnarchived)
    _move(rows, event, body.reason, archived=0)


def _move(rows: Rows, event: Event, reason: str, *, archived: int) -> None:
    rows.put(
        "archive",
        archived=archived,
        reason=reason,
        at=event.wall,
        dev=event.dev,
        lam=event.lam,
    )


def _party_withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, PartyWithdrawn)
    if rows.get("party", body.party) is not None:
        rows.put("party", body.party, withdrawn=body.reason or "-")


def _incident_withdrawn(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, IncidentWithdrawn)
    if rows.get("incident", body.incident) is not None:
        rows.put("incident", body.incident, withdrawn=body.reason or "-")


handlers = {
    "note.written": _written,
    "note.withdrawn": _withdrawn,
    "tag.added": _tagged,
    "tag.removed": _untagged,
    "case.archived": _archived,
    "case.unarchived": _unarchived,
    "party.withdrawn": _party_withdrawn,
    "incident.withdrawn": _incident_withdrawn,
}
