"""
Captures of social media: what a screenshot or saved page shows, told by a person.

The exhibit is the capture. Its description is edited field by field; the first one takes over what
the file says of itself (address and time of a saved page).
"""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack

from sqlalchemy import Connection, select

from cases import clock
from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.folds.captures import EDITED
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.tables import party as party_table
from cases.tables import recheck as recheck_table
from cases.work import stated
from cases.work.capture_records import CHECKLIST, TEXTS, answers_of, not_described, row_of
from cases.work.edits import changed
from cases.work.page_notes import is_web, noted_in, platform_of
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import need, scopes_of

_LONGEST = 2000


class CaptureFields(TypedDict, total=False):
    """What may be said of a capture."""

    url: str
    platform: str
    account: str
    post_at: str
    captured_at: str
    captured_by: str
    """A party of the case; empty: the officer."""
    visible: Mapping[str, bool]
    """Answers of the checklist; what is absent is not answered yet."""


def describe_capture(
    home: Home, exhibit: ExhibitId, *, case: CaseId | None = None, **fields: Unpack[CaptureFields]
) -> Changes:
    """Say what an exhibit captures, in every case it stands in."""
    given = _checked(home, fields)
    with home.write() as tx:
        scopes = [case] if case else scopes_of(tx.connection, exhibit_table, exhibit)
        for scope in scopes:
            need(tx.connection, exhibit_table, scope, exhibit)
            _describe(tx, scope, exhibit, {**_noted(tx.connection, scope, exhibit), **given})
        tx.made = exhibit
    return tx.changes


def recheck_capture(
    home: Home, exhibit: ExhibitId, *, still_online: bool, at: str = ""
) -> Changes:
    """Record that somebody looked whether it is still online; without `at`: now."""
    at = stated.time(home, at) or clock.now().wall
    with home.write() as tx:
        body = {"exhibit": exhibit, "still_online": still_online, "at": at}
        for scope in scopes_of(tx.connection, exhibit_table, exhibit):
            if row_of(tx.connection, scope, exhibit) is None:
                raise not_described()
            tx.append("capture.rechecked", body, case=scope or None)
        tx.made = exhibit
    return tx.changes


def copy_capture(tx: Tx, scope: str, exhibit: str, case: str) -> None:
    """Repeat in a case what was said of a capture before it was linked there."""
    row = row_of(tx.connection, scope, exhibit)
    if row is None:
        return
    said = {key: getattr(row, key) for key in TEXTS if key != "captured_by"}
    body: dict[str, Any] = {key: text for key, text in said.items() if text}
    if row.visible:
        body["visible"] = answers_of(row.visible)
    tx.append("capture.described", {"exhibit": exhibit, **body}, case=case)
    looked = tx.connection.execute(
        select(recheck_table)
        .where(recheck_table.c.scope == scope, recheck_table.c.exhibit == exhibit)
        .order_by(recheck_table.c.lam)
    )
    for old in looked.all():
        again = {"exhibit": exhibit, "still_online": bool(old.still_online), "at": old.at}
        tx.append("capture.rechecked", again, case=case)


def _describe(tx: Tx, scope: str, exhibit: str, given: dict[str, Any]) -> None:
    if given.get("captured_by"):
        need(tx.connection, party_table, scope, given["captured_by"])
    named = {EDITED + name: value for name, value in given.items()}
    new, saw = {}, []
    for name, value, seen in changed(tx.connection, scope, exhibit, named):
        new[name.removeprefix(EDITED)] = value
        saw += seen
    if new or row_of(tx.connection, scope, exhibit) is None:
        body = {"exhibit": exhibit, **new}
        tx.append("capture.described", body, case=scope or None, saw=list(dict.fromkeys(saw)))


def _checked(home: Home, fields: CaptureFields) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for key, value in fields.items():
        if key == "visible":
            given[key] = _answered(fields["visible"])
        elif key in {"post_at", "captured_at"}:
            given[key] = stated.time(home, str(value))
        else:
            given[key] = str(value).strip()[:_LONGEST]
    url = given.get("url", "")
    if url and not is_web(url):
        raise NetraError(
            tr("“{url}” bukan alamat web.", url=url[:80]),
            tr("Salin alamatnya lengkap, mulai dari https://."),
            code="bad-url",
        )
    if url and "platform" not in given and (platform := platform_of(url)):
        given["platform"] = platform
    return given


def _answered(visible: Mapping[str, bool]) -> dict[str, bool]:
    if unknown := set(visible) - set(CHECKLIST):
        raise NetraError(
            tr("“{nama}” tidak ada dalam daftar periksa tangkapan.", nama=min(unknown)),
            tr("Yang ada: {names}.", names=", ".join(CHECKLIST)),
            code="no-such-check",
        )
    return {key: bool(visible[key]) for key in CHECKLIST if key in visible}


def noted_by_file(home: Home, exhibit: ExhibitId) -> dict[str, str]:
    """Give what the file of an exhibit itself notes: `url`, `platform`, `captured_at`."""
    with home.read() as connection:
        scope = scopes_of(connection, exhibit_table, exhibit)[0]
        return noted_in(_inspection(connection, scope, exhibit))


def _noted(connection: Connection, scope: str, exhibit: str) -> dict[str, Any]:
    """Give what the file itself notes; nothing where the capture was described before."""
    if row_of(connection, scope, exhibit) is not None:
        return {}
    return noted_in(_inspection(connection, scope, exhibit))


def _inspection(connection: Connection, scope: str, exhibit: str) -> str:
    text = connection.execute(
        select(exhibit_table.c.inspection).where(
            exhibit_table.c.scope == scope, exhibit_table.c.id == exhibit
        )
    ).scalar()
    return text or ""
