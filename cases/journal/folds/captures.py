"""Captures of social media, what became of them online, and points on pictures."""

from msgspec import convert
from msgspec.structs import asdict

from cases.journal.bodies.captures import (
    CaptureDescribed,
    CaptureRechecked,
    MarkerPlaced,
    MarkerRemoved,
)
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of
from cases.journal.folds.exhibits import log
from cases.journal.rows import Rows

EDITED = "capture."
"""Before the name of the field, where edits are kept."""


def _described(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaptureDescribed)
    if rows.get("exhibit", body.exhibit) is None:
        return
    given = {key: value for key, value in asdict(body).items() if value is not None}
    for name in given.keys() - {"exhibit"}:
        shown = replace(rows, event, sha, (body.exhibit, EDITED + name), given[name])
        text = text_of(shown) if name == "visible" else shown
        rows.put("capture", body.exhibit, **{name: text})
    rows.put("capture", body.exhibit, lam=event.lam)
    log(rows, event, sha, (body.exhibit, "described", ""))


def _rechecked(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CaptureRechecked)
    if rows.get("exhibit", body.exhibit) is None:
        return
    rows.put(
        "recheck",
        sha,
        exhibit=body.exhibit,
        at=body.at,
        dev=event.dev,
        still_online=int(body.still_online),
        lam=event.lam,
    )
    log(rows, event, sha, (body.exhibit, "rechecked", ""))


def _placed(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, MarkerPlaced)
    if rows.get("exhibit", body.exhibit) is None:
        return
    rows.put(
        "marker",
        sha,
        exhibit=body.exhibit,
        party=body.party,
        x=body.x,
        y=body.y,
        at=event.wall,
        dev=event.dev,
        live=1,
        lam=event.lam,
    )
    log(rows, event, sha, (body.exhibit, "marked", body.party))


def _removed(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, MarkerRemoved)
    row = rows.get("marker", body.marker)
    if row is not None:
        rows.put("marker", body.marker, live=0)
        log(rows, event, sha, (row["exhibit"], "unmarked", body.reason))


handlers = {
    "capture.described": _described,
    "capture.rechecked": _rechecked,
    "marker.placed": _placed,
    "marker.removed": _removed,
}
