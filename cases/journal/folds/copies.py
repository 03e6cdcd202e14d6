"""Copies derived from exhibits, and requests for originals."""

from typing import Any

from msgspec import convert

from cases.journal.bodies.copies import CopyDerived, OriginalReceived, OriginalRequested
from cases.journal.event import Event
from cases.journal.folds.edits import text_of
from cases.journal.folds.exhibits import log
from cases.journal.rows import Rows


def _derived(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, CopyDerived)
    if rows.get("exhibit", body.exhibit) is None or rows.get("derived", body.copy) is not None:
        return
    rows.put(
        "derived",
        body.copy,
        exhibit=body.exhibit,
        code=body.code,
        object=body.object,
        parent_sha256=body.parent_sha256,
        drawn_from=body.drawn_from,
        operations=text_of(body.operations),
        reason=body.reason,
        at=event.wall,
        dev=event.dev,
        event=sha,
        copied_from=body.from_.line_sha256 if body.from_ else "",
        lam=event.lam,
    )
    log(rows, event, sha, (body.exhibit, "derived", f"{body.code}: {body.reason}"))


def _requested(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, OriginalRequested)
    if rows.get("exhibit", body.exhibit) is not None:
        log(rows, event, sha, (body.exhibit, "requested", body.why))


def _received(rows: Rows, event: Event, sha: str) -> None:
    """Tell it in the logs of both: of the copy, and of the original that came."""
    body = convert(event.body, OriginalReceived)
    copy, original = rows.get("exhibit", body.exhibit), rows.get("exhibit", body.original)
    if copy is None or original is None:
        return
    log(rows, event, sha, (body.exhibit, "original_received", _said(original, body.why)))
    log(rows, event, sha, (body.original, "original_of", _said(copy, body.why)))


def _said(exhibit: dict[str, Any], why: str) -> str:
    name = exhibit["code"] or exhibit["file"]
    return f"{name}: {why}" if why else str(name)


handlers = {
    "copy.derived": _derived,
    "original.requested": _requested,
    "original.received": _received,
}
