"""Exhibits and their custody log: no event of an exhibit without its custody line."""

from typing import Any

from msgspec import Struct, ValidationError, convert, json
from msgspec.structs import asdict

from cases.journal.bodies.exhibits import (
    ExhibitCaptioned,
    ExhibitClockStated,
    ExhibitHandled,
    ExhibitLinked,
    ExhibitPlaced,
    ExhibitPreview,
    ExhibitReadAgain,
    ExhibitRehashed,
    ExhibitSeenAgain,
    ExhibitStatementWithdrawn,
    ExhibitTakenIn,
    ExhibitTimed,
)
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of, withdraw
from cases.journal.folds.once import need_new, need_same
from cases.journal.rows import Rows

STATED = frozenset({"offset", "clock", "placed"})
"""What persons state of an exhibit besides its caption, and may take back."""


def log(rows: Rows, event: Event, sha: str, act: tuple[str, str, str]) -> None:
    """Write the custody line of an event; `act` = (exhibit, what was done, why)."""
    exhibit, name, why = act
    rows.put(
        "custody",
        sha,
        exhibit,
        act=name,
        at=event.wall,
        dev=event.dev,
        why=why,
        lam=event.lam,
    )


def _enter(rows: Rows, event: Event, body: ExhibitTakenIn | ExhibitLinked, source: str) -> None:
    rows.put(
        "exhibit",
        body.exhibit,
        code=body.code,
        object=body.object,
        file=body.file,
        media_type=body.media_type,
        kind=body.kind,
        reason=body.reason,
        inspection=text_of(body.inspection),
        taken_in_at=event.wall,
        dev=event.dev,
        copied_from=source,
        size=body.size,
        width=body.width,
        height=body.height,
        lam=event.lam,
    )


def _taken_in(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitTakenIn)
    need_new(rows, "exhibit", body.exhibit)
    _enter(rows, event, body, "")
    log(rows, event, sha, (body.exhibit, "taken_in", body.file))


def _linked(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitLinked)
    known = rows.get("exhibit", body.exhibit)
    need_same(known, object=body.object)
    if known is None or not known["code"]:  # a code is given once and never renumbered
        _enter(rows, event, body, body.from_.line_sha256)
    log(rows, event, sha, (body.exhibit, "linked", body.code))


def _read_again(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitReadAgain)
    known = rows.get("exhibit", body.exhibit)
    if known is None:
        return
    log(rows, event, sha, (body.exhibit, "read_again", body.media_type))
    if reader_of(body.inspection) >= reader_of(known["inspection"]):
        rows.put(
            "exhibit",
            body.exhibit,
            kind=body.kind,
            media_type=body.media_type,
            reason=body.reason,
            width=body.width,
            height=body.height,
            inspection=text_of(body.inspection),
        )


class _Reader(Struct, frozen=True):
    reader: int = 0


def reader_of(inspection: Any) -> int:
    """Tell which reader wrote an inspection, given as an object or its JSON; 0: the first one."""
    try:
        if isinstance(inspection, str):
            return json.decode(inspection or "{}", type=_Reader).reader
        return convert(inspection, _Reader).reader
    except ValidationError:
        return 0  # written by another program


def _seen_again(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitSeenAgain)
    log(rows, event, sha, (body.exhibit, "seen_again", body.file))


def _preview(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, ExhibitPreview)
    if not rows.get("exhibit", body.exhibit):
        return
    if body.object:
        found = text_of(body.signals) if body.signals else ""
        rows.put("exhibit", body.exhibit, preview=body.object, dhash=body.dhash, found=found)
    elif body.reason:  # what cannot be decoded is an attachment, with the reason
        rows.put("exhibit", body.exhibit, kind="attachment", reason=body.reason)


def _captioned(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitCaptioned)
    if rows.get("exhibit", body.exhibit):
        caption = replace(rows, event, sha, (body.exhibit, "caption"), body.caption)
        rows.put("exhibit", body.exhibit, caption=caption)
        log(rows, event, sha, (body.exhibit, "captioned", body.caption))


def _timed(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitTimed)
    for exhibit in body.exhibits:
        if rows.get("exhibit", exhibit):
            replace(rows, event, sha, (exhibit, "offset"), body.offset)
            log(rows, event, sha, (exhibit, "timed", body.offset))


def _clock_stated(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitClockStated)
    clock = {"error_ms": body.error_ms, "plus_minus_ms": body.plus_minus_ms, "how": body.how}
    for exhibit in body.exhibits:
        if rows.get("exhibit", exhibit):
            replace(rows, event, sha, (exhibit, "clock"), clock)
            log(rows, event, sha, (exhibit, "clock_stated", str(body.error_ms)))


def _placed(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitPlaced)
    place = {"how": body.how, "place": asdict(body.place)}
    for exhibit in body.exhibits:
        if rows.get("exhibit", exhibit):
            replace(rows, event, sha, (exhibit, "placed"), place)
            log(rows, event, sha, (exhibit, f"placed_{body.how}", body.place.text))


def _withdrawn(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitStatementWithdrawn)
    for exhibit in body.exhibits if body.field in STATED else ():
        if rows.get("exhibit", exhibit):
            withdraw(rows, event, (exhibit, body.field))
            log(rows, event, sha, (exhibit, "statement_withdrawn", body.reason))


def _handled(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitHandled)
    log(rows, event, sha, (body.exhibit, event.type.removeprefix("exhibit."), body.why))


def _rehashed(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, ExhibitRehashed)
    act = "found_damaged" if body.damaged else "rehashed"
    log(rows, event, sha, (body.exhibit, act, body.why))


handlers = {
    "exhibit.taken_in": _taken_in,
    "exhibit.linked": _linked,
    "exhibit.read_again": _read_again,
    "exhibit.seen_again": _seen_again,
    "exhibit.preview": _preview,
    "exhibit.captioned": _captioned,
    "exhibit.timed": _timed,
    "exhibit.clock_stated": _clock_stated,
    "exhibit.placed": _placed,
    "exhibit.statement_withdrawn": _withdrawn,
    "exhibit.viewed": _handled,
    "exhibit.exported": _handled,
    "exhibit.printed": _handled,
    "exhibit.rehashed": _rehashed,
}
