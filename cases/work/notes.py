"""
Notes and tags of officers, and the archive: a case leaves the lists of the day, nothing more.
"""

from collections.abc import Iterator
from uuid import uuid4

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import archive, stream
from cases.tables import note as note_table
from cases.tables import tag as tag_table
from cases.work import stated
from cases.work.note_records import NoteRecord, TagRecord
from cases.work.records import CaseId
from cases.work.scopes import need_case, scope_of

_LONGEST_TAG = 40


def write_note(home: Home, case: CaseId, text: str, *, about: str = "") -> Changes:
    """Note something; gives the id of the note."""
    text = stated.needed(text, tr("Catatan"))
    with home.write() as tx:
        need_case(tx.connection, case)
        tx.made = uuid4().hex
        tx.append("note.written", {"note": tx.made, "text": text, "about": about}, case=case)
    return tx.changes


def withdraw_note(home: Home, note: str, reason: str = "") -> Changes:
    """Take an own note back; the journal keeps it."""
    with home.write() as tx:
        case = scope_of(tx.connection, note_table, note)
        author = tx.connection.execute(
            select(note_table.c.dev).where(note_table.c.scope == case, note_table.c.id == note)
        ).scalar()
        if author != tx.author.dev:
            raise NetraError(
                tr("Catatan ini ditulis petugas lain; hanya ia yang dapat menariknya."),
                tr("Tulis catatan Anda sendiri."),
                code="not-own",
            )
        tx.append("note.withdrawn", {"note": note, "reason": reason.strip()}, case=case)
        tx.made = note
    return tx.changes


def add_tag(home: Home, case: CaseId, word: str, *, about: str = "") -> Changes:
    """Put a word on a case, or on one thing in it."""
    word = _tag(word)
    with home.write() as tx:
        need_case(tx.connection, case)
        if word not in _standing(tx.connection, case, about):
            tx.append("tag.added", {"tag": word, "about": about}, case=case)
        tx.made = case
    return tx.changes


def remove_tag(home: Home, case: CaseId, word: str, *, about: str = "") -> Changes:
    """Take a word off again."""
    word = _tag(word)
    with home.write() as tx:
        need_case(tx.connection, case)
        if word in _standing(tx.connection, case, about):
            tx.append("tag.removed", {"tag": word, "about": about}, case=case)
        tx.made = case
    return tx.changes


def archive_case(home: Home, case: CaseId, reason: str) -> Changes:
    """Put a case into the archive; it can still be read, searched, sealed."""
    return _move(home, case, "case.archived", reason)


def unarchive_case(home: Home, case: CaseId, reason: str) -> Changes:
    """Take a case out of the archive."""
    return _move(home, case, "case.unarchived", reason)


def _move(home: Home, case: CaseId, kind: str, reason: str) -> Changes:
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        need_case(tx.connection, case)
        if bool(archived_in(tx.connection, case)) != (kind == "case.archived"):
            tx.append(kind, {"reason": reason}, case=case)
        tx.made = case
    return tx.changes


def notes_of(connection: Connection, case: str) -> tuple[NoteRecord, ...]:
    """Read the notes of a case that stand, oldest first."""
    rows = connection.execute(
        select(note_table, stream.c.name)
        .outerjoin(
            stream, (stream.c.scope == note_table.c.scope) & (stream.c.dev == note_table.c.dev)
        )
        .where(note_table.c.scope == case, note_table.c.live == 1)
        .order_by(note_table.c.lam, note_table.c.id)
    )
    return tuple(
        NoteRecord(row.id, row.text, row.about, row.at, row.dev, row.name or "") for row in rows
    )


def tags_of(connection: Connection, case: str) -> tuple[TagRecord, ...]:
    """Read the tags of a case that stand, by word."""
    rows = connection.execute(
        select(tag_table.c.tag, tag_table.c.about)
        .where(tag_table.c.scope == case, tag_table.c.live == 1)
        .order_by(tag_table.c.tag, tag_table.c.about)
    )
    return tuple(TagRecord(row.tag, row.about) for row in rows)


def archived_in(connection: Connection, case: str) -> str:
    """Give why a case is in the archive; empty: it is not."""
    return (
        connection.execute(
            select(archive.c.reason).where(archive.c.scope == case, archive.c.archived == 1)
        ).scalar()
        or ""
    )


def archived_cases(connection: Connection) -> frozenset[str]:
    """Give the cases in the archive."""
    return frozenset(
        connection.execute(select(archive.c.scope).where(archive.c.archived == 1)).scalars()
    )


def _standing(connection: Connection, case: str, about: str) -> Iterator[str]:
    for record in tags_of(connection, case):
        if record.about == about:
            yield record.tag


def _tag(word: str) -> str:
    word = " ".join(stated.needed(word, tr("Label")).casefold().split())
    if len(word) > _LONGEST_TAG:
        raise NetraError(
            tr("Label paling panjang {n} huruf.", n=_LONGEST_TAG),
            tr("Pilih kata yang lebih pendek; uraian ditulis sebagai catatan."),
            code="long-tag",
        )
    return word
