"""Who writes, who is known, what was exchanged."""

from msgspec import convert

from cases.journal.bodies.home import (
    BackupMade,
    CaseImported,
    CaseSealed,
    ReceiptAdded,
    RosterAdded,
    RosterRevoked,
    StreamStarted,
)
from cases.journal.event import Event
from cases.journal.folds.once import GivenTwice
from cases.journal.rows import Rows


def _started(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, StreamStarted)
    if event.seq > 1:  # a key says once who it is; nobody becomes somebody else half-way
        raise GivenTwice(event.dev)
    rows.put(
        "stream",
        event.dev,
        name=body.name,
        role=body.role,
        office=body.office,
        region=body.region,
        number=body.number,
    )


def _roster_added(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, RosterAdded)
    rows.put(
        "roster",
        body.dev,
        name=body.name,
        role=body.role,
        office=body.office,
        region=body.region,
        added_at=event.wall,
        revoked_at="",
        lam=event.lam,
    )


def _roster_revoked(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, RosterRevoked)
    if rows.get("roster", body.dev):
        rows.put("roster", body.dev, revoked_at=event.wall)


def _nothing(_rows: Rows, _event: Event, _sha: str) -> None:
    """Keep the line; no table shows it."""


def _exchanged(rows: Rows, event: Event, sha: str, act: str, **values: str) -> None:
    rows.put("exchange", sha, act=act, at=event.wall, lam=event.lam, **values)


def _sealed(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaseSealed)
    said = {"case": body.case, "file": body.file, "sha256": body.sha256}
    _exchanged(rows, event, sha, "sealed", signer=event.dev, **said)


def _receipt(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ReceiptAdded)
    said = {"case": body.case, "content": body.content, "object": body.object}
    _exchanged(rows, event, sha, "receipt", signer=body.office, **said)


def _imported(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaseImported)
    said = {"case": body.case, "file": body.file, "sha256": body.sha256, "content": body.content}
    _exchanged(rows, event, sha, "imported", signer=body.signer, object=body.receipt, **said)


def _backup(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, BackupMade)
    _exchanged(rows, event, sha, "backup", file=body.folder)


handlers = {
    "key.started": _started,
    "stream.started": _started,
    "roster.added": _roster_added,
    "roster.revoked": _roster_revoked,
    "anchor": _nothing,
    "office.enrolled": _nothing,
    "case.sealed": _sealed,
    "receipt.added": _receipt,
    "case.imported": _imported,
    "backup.made": _backup,
    "clock.jump": _nothing,
    "clock.kept": _nothing,
    "pack.installed": _nothing,
    "region.installed": _nothing,
}
