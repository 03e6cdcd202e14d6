"""
Undo: a compensating event for the last thing an officer wrote in a case.

Nothing is taken out of the journal. What has left the laptop, in a sealed file or a final paper,
is not undone but corrected, with a reason.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.event import Event, read
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import attendance, correction, journal, statement
from cases.tables import clarification as clarification_table
from cases.work.answers import record_answer
from cases.work.codes import codes_in
from cases.work.corrections import left_at
from cases.work.edits import live
from cases.work.history import event_words
from cases.work.records import CaseId
from cases.work.scopes import need_case

REASON = "Diurungkan."
"""Stands in the journal: Indonesian whatever the window speaks."""
_MOVES = frozenset({"status", "pack"})
"""Fields that move with the work; steps of the work are taken back there."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What `undo` would take back."""

    event: str
    words: str
    at: str


def last_step(home: Home, case: CaseId) -> UndoStep | None:
    """Give the last thing the signed-in officer wrote in a case, if it can be undone."""
    with home.read() as connection:
        need_case(connection, case)
        found = _last(connection, case, home.officer.dev)
        if found is None or _refusal(connection, found) is not None:
            return None
        event, sha = found
        return UndoStep(sha, event_words(event, codes_in(connection, case)), event.wall)


def undo(home: Home, case: CaseId, event: str = "") -> Changes:
    """Take back the last thing one wrote; with `event`: only if it is still the last."""
    with home.write() as tx:
        need_case(tx.connection, case)
        found = _last(tx.connection, case, tx.author.dev)
        if found is None or (event and found[1] != event):
            raise NetraError(
                tr("Tidak ada lagi yang dapat diurungkan di sini."),
                tr("Catat perbaikannya pada isian yang keliru."),
                code="nothing-to-undo",
            )
        refusal = _refusal(tx.connection, found)
        if refusal is not None:
            raise refusal
        _UNDO[found[0].type](tx, *found)
        tx.made = found[1]
    return tx.changes


def _last(connection: Connection, case: str, dev: str) -> tuple[Event, str] | None:
    """Give the event that stands for the author's last action of content."""
    rows = connection.execute(
        select(journal.c.line, journal.c.sha256)
        .where(journal.c.scope == case, journal.c.dev == dev)
        .order_by(journal.c.seq.desc())
        .limit(40)
    )
    events = [(read(line), sha) for line, sha in rows]
    content = [found for found in events if found[0].cls == "content"]
    for at, found in enumerate(content):
        before = content[at + 1] if at + 1 < len(content) else None
        if before is None or not _belongs(found[0], before[0]):
            return found
    return None


def _belongs(event: Event, before: Event) -> bool:
    """Tell whether an event was written together with the one before, which stands for both."""
    if event.type == "party.described" and before.type == "party.added":
        return bool(event.body["party"] == before.body["party"])
    spoken = event.type in {"statement.made", "statement.withdrawn"}
    return (
        spoken
        and before.type in {"question.answered", "question.corrected"}
        and (event.type == "statement.withdrawn" or bool(event.body.get("sayer")))
    )


def _refusal(connection: Connection, found: tuple[Event, str]) -> NetraError | None:
    event, sha = found
    if event.lam < left_at(connection, event.scope):
        return NetraError(
            tr("Ini sudah keluar dalam berkas kasus atau surat final."),
            tr("Catat perbaikannya dengan alasan; teks lama tetap terbaca."),
            code="already-left",
        )
    reason = str(event.body.get("reason", ""))
    if event.type not in _UNDO or reason == REASON or not _free(connection, event, sha):
        return NetraError(
            tr("Langkah terakhir ini tidak dapat diurungkan."),
            tr("Catat perbaikannya pada isian yang keliru."),
            code="cannot-undo",
        )
    return None


def _free(connection: Connection, event: Event, sha: str) -> bool:
    """Tell whether nothing was built on the event since."""
    if event.type in _FIELDS:
        entity, field = _FIELDS[event.type](event.body)
        standing = [edit for edit, _ in live(connection, event.scope, entity, field)]
        return standing == [sha] and field not in _MOVES
    if event.type in _NAMED:
        return not any(
            connection.execute(
                select(func.count()).where(table.c.scope == event.scope, column == _id(event))
            ).scalar()
            for table, column in _NAMED[event.type]
        )
    return True


def _id(event: Event) -> str:
    return str(event.body[event.type.partition(".")[0]])


_NAMED: dict[str, tuple[tuple[Any, Any], ...]] = {
    "party.added": (
        (attendance, attendance.c.party),
        (statement, statement.c.party),
        (statement, statement.c.sayer),
        (clarification_table, clarification_table.c.party),
    ),
    "incident.recorded": (
        (attendance, attendance.c.incident),
        (statement, statement.c.incident),
    ),
}
"""What may name a thing that was added."""

_FIELDS: dict[str, Callable[[Mapping[str, Any]], tuple[str, str]]] = {
    "case.edited": lambda body: ("case", body["field"]),
    "incident.edited": lambda body: (body["incident"], body["field"]),
    "clarification.edited": lambda body: (body["clarification"], body["field"]),
    "exhibit.captioned": lambda body: (body["exhibit"], "caption"),
    "question.answered": lambda body: (body["question"], "answer"),
}
"""The field that an edit sets: (entity, field)."""


def _unedit(tx: Tx, event: Event, sha: str) -> None:
    """Set a field to what it was."""
    before = _before(tx.connection, event, sha)
    if before is None:
        before = _blank(event.body["value"])
    body = {**event.body, "value": before, "reason": REASON}
    tx.append(event.type, body, case=event.case, saw=[sha])


def _uncaption(tx: Tx, event: Event, sha: str) -> None:
    before = _before(tx.connection, event, sha) or ""
    body = {**event.body, "caption": before, "reason": REASON}
    tx.append(event.type, body, case=event.case, saw=[sha])


def _unanswer(tx: Tx, event: Event, sha: str) -> None:
    before = _before(tx.connection, event, sha) or {}
    record_answer(tx, event.body["question"], str(before.get("answer", "")), before.get("value"))


def _before(connection: Connection, event: Event, sha: str) -> Any:
    entity, field = _FIELDS[event.type](event.body)
    text = connection.execute(
        select(correction.c.before).where(
            correction.c.scope == event.scope,
            correction.c.event == sha,
            correction.c.entity == entity,
            correction.c.field == field,
        )
    ).scalar()
    return json.loads(text) if text else None


def _blank(value: Any) -> Any:
    """Give the empty value of a kind: the field was empty before."""
    return type(value)()


def _unsay(tx: Tx, event: Event, sha: str) -> None:
    """Take a statement back, and say again what it replaced."""
    body = {"statement": sha, "reason": REASON}
    tx.append("statement.withdrawn", body, case=event.case)
    for old in event.saw:
        row = tx.connection.execute(
            select(journal.c.line).where(journal.c.sha256 == old, journal.c.dev == event.dev)
        ).scalar()
        if row is not None:
            tx.append("statement.made", read(row).body, case=event.case)


def _opposite(kind: str, *names: str) -> Callable[[Tx, Event, str], None]:
    def append(tx: Tx, event: Event, _sha: str) -> None:
        given = {name: event.body[name] for name in names if name in event.body}
        body = given if kind.startswith("tag.") else {**given, "reason": REASON}
        tx.append(kind, body, case=event.case)

    return append


def _unconfirm(tx: Tx, event: Event, sha: str) -> None:
    body = {"confirmation": sha, "reason": REASON}
    tx.append("person.same_withdrawn", body, case=event.case)


def _unmark(tx: Tx, event: Event, sha: str) -> None:
    tx.append("marker.removed", {"marker": sha, "reason": REASON}, case=event.case)


_UNDO: dict[str, Callable[[Tx, Event, str], None]] = {
    "case.edited": _unedit,
    "incident.edited": _unedit,
    "clarification.edited": _unedit,
    "exhibit.captioned": _uncaption,
    "question.answered": _unanswer,
    "question.put": _opposite("question.withdrawn", "question"),
    "statement.made": _unsay,
    "party.added": _opposite("party.withdrawn", "party"),
    "incident.recorded": _opposite("incident.withdrawn", "incident"),
    "note.written": _opposite("note.withdrawn", "note"),
    "tag.added": _opposite("tag.removed", "tag", "about"),
    "tag.removed": _opposite("tag.added", "tag", "about"),
    "case.archived": _opposite("case.unarchived"),
    "case.unarchived": _opposite("case.archived"),
    "person.confirmed_same": _unconfirm,
    "marker.placed": _unmark,
}
