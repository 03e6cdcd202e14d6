import os
import sqlite3
from typing import Any

import pytest
from sqlalchemy import delete, event, insert, text
from sqlalchemy.exc import DBAPIError

from cases import disk, tables
from cases import store as store_module
from cases.changes import Part
from cases.clock import now
from cases.errors import NetraError
from cases.journal.event import GENESIS, compose
from cases.journal.fold import content_head, view_hash
from cases.journal.signing import HEAD_NAMESPACE, ForeignLine, head_message
from cases.journal.streams import all_heads_of_key, heads_of, lines_of
from cases.keys import sshsig
from cases.store import Store
from tests.cases.authors import author

CASE = "c" * 32
ME = author(0)


def open_case(store: Store, title: str = "Baliho contoh") -> str:
    with store.write(ME) as tx:
        return tx.append(
            "case.opened",
            {
                "code": "S-K1-001",
                "title": title,
                "regime": "PILKADA",
                "source": "temuan",
                "pack": "netralitas-2026.11",
            },
            case=CASE,
        )


def test_one_write_is_one_transaction_with_signed_heads(store):
    open_case(store)

    with store.read() as connection:
        ((dev, lines),) = lines_of(connection, CASE)
        (head,) = heads_of(connection, CASE)
    assert dev == ME.dev
    assert len(lines) == 2, "a stream introduces its key, then says what happened"
    message = head_message(CASE, head.dev, head.seq, head.sha256)
    assert sshsig.verify(head.signature, HEAD_NAMESPACE, message) == ME.dev


def test_changes_tell_windows_what_to_look_at_again(store):
    with store.write(ME) as tx:
        tx.append("statement.made", {"incident": "i", "fact": "f", "value": True}, case=CASE)
        tx.made = "i"

    assert tx.changes.touches(CASE, Part.FACT)
    assert tx.changes.made == "i"
    assert not tx.changes.touches(CASE, Part.PAPER)
    assert not tx.changes.touches("d" * 32)


def test_an_error_inside_leaves_nothing(store):
    def break_off() -> None:
        with store.write(ME) as tx:
            tx.append("case.edited", {"field": "title", "value": "x"}, case=CASE)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()

    assert store.events() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET line = x'00'",
        "DELETE FROM journal",
        "INSERT INTO journal SELECT dev, scope, seq, lam, 'other', line FROM journal LIMIT 1",
        "INSERT OR REPLACE INTO journal SELECT dev, scope, seq, 9, 'o', line FROM journal LIMIT 1",
        "REPLACE INTO journal SELECT dev, scope, seq, lam, sha256, line FROM journal LIMIT 1",
    ],
)
def test_the_journal_refuses_to_forget_or_change(store, statement):
    open_case(store)

    with (
        pytest.raises(DBAPIError, match=r"append-only|taken"),
        store._engine.begin() as connection,
    ):
        connection.execute(text(statement))
    assert store.events() == 2


def test_an_unknown_type_of_event_is_our_bug(store):
    with pytest.raises(KeyError), store.write(ME) as tx:
        tx.append("no.such", {}, case=None)


def test_access_events_move_the_head_but_not_the_content_head(store):
    open_case(store)
    with store.read() as connection:
        before = content_head(connection, CASE)
    with store.write(ME) as tx:
        tx.append("exhibit.viewed", {"exhibit": "e"}, case=CASE, cls="access")
    with store.read() as connection:
        assert content_head(connection, CASE) == before
        (head,) = heads_of(connection, CASE)
    assert head.seq == 3


def test_a_key_knows_the_heads_of_all_its_streams(store):
    open_case(store)
    with store.write(ME) as tx:
        tx.append("key.started", ME.introduction, case=None)

    with store.read() as connection:
        assert [head.scope for head in all_heads_of_key(connection, ME.dev)] == ["", CASE]


def test_rebuild_gives_the_same_view(store):
    open_case(store)
    with store.read() as connection:
        before = view_hash(connection)

    store.rebuild()

    with store.read() as connection:
        assert view_hash(connection) == before


def test_a_new_projection_version_rebuilds_at_the_next_start(store, monkeypatch):
    open_case(store)
    with store.read() as connection:
        before = view_hash(connection)
    store.close()
    monkeypatch.setattr(store_module, "PROJECTION_VERSION", 9_999)

    again = Store(store.path, bytes(32))

    with again.read() as connection:
        assert view_hash(connection) == before
    again.close()


def test_the_file_is_encrypted_and_opens_with_its_key_only(store, tmp_path):
    open_case(store, title="kalimat-yang-dicari")
    store.close()

    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert b"kalimat-yang-dicari" not in data
        assert b"SQLite format" not in data
    with pytest.raises(NetraError) as caught:
        Store(store.path, b"1" * 32)
    assert caught.value.code == "database-damaged"


def test_check_finds_a_flipped_bit(store):
    open_case(store)
    assert store.check() == []
    with store._engine.connect().execution_options(netra_begin="") as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    store.close()
    data = bytearray(store.path.read_bytes())
    data[len(data) // 2] ^= 1
    store.path.write_bytes(data)

    try:
        wrong = Store(store.path, bytes(32)).check()
    except NetraError as error:
        wrong = [str(error)]

    assert wrong


def test_a_full_disk_says_so_and_keeps_what_was_stored(store):
    open_case(store)
    with store.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()

    def limit(raw, *_):
        raw.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(store._engine, "checkout", limit)
    with pytest.raises(NetraError) as caught:
        open_case(store, title="x" * 500_000)
    event.remove(store._engine, "checkout", limit)

    assert caught.value.code == "disk-full"
    assert store.events() == 2


def test_a_copy_opens_with_the_same_key_and_holds_the_same(store, tmp_path):
    open_case(store)
    store.copy_to(tmp_path / "copy.db")

    copy = Store(tmp_path / "copy.db", bytes(32))

    assert copy.events() == 2
    copy.close()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "copy.db").execute("SELECT 1 FROM journal")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("database or disk is full", "disk-full"),
        ("file is not a database", "database-damaged"),
        ("database is locked", "database-busy"),
        ("something else", "database-error"),
    ],
)
def test_errors_of_the_database_become_words(tmp_path, words, code):
    error = DBAPIError("SELECT", {}, Exception(words))

    assert store_module._translated(error, tmp_path / "x.db").code == code


def plant(store: Store, forged: dict[str, Any], *, signed: bool) -> None:
    """Write a line in the name of another key, as somebody who has the vault key could."""
    line, sha, _ = compose({"type": "case.edited", "class": "content", **forged}, now())
    row = {"dev": forged["dev"], "scope": forged["case"] or "", "seq": forged["seq"]}
    with store._engine.begin() as connection:
        connection.execute(
            insert(tables.journal), {**row, "lam": forged["lam"], "sha256": sha, "line": line}
        )
        if signed:
            head = {
                **row,
                "sha256": sha,
                "signature": sshsig.sign(bytes(32), "netra-head-v1", line),
            }
            connection.execute(delete(tables.head))
            connection.execute(insert(tables.head), head)


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("lines", [0, 2])
def test_nobody_signs_what_another_wrote_in_their_name(store, lines, signed):
    last = GENESIS
    if lines:
        with store.write(ME) as tx:
            last = tx.append("case.edited", {"field": "title", "value": "a"}, case=CASE)
    forged = {
        "dev": ME.dev,
        "case": CASE,
        "seq": lines + 1,
        "prev": last,
        "lam": lines + 1,
        "body": {"field": "title", "value": "palsu"},
        "saw": [],
        "obj": [],
    }
    plant(store, forged, signed=signed)
    before = store.events()

    with pytest.raises(ForeignLine), store.write(ME) as tx:
        tx.append("case.edited", {"field": "title", "value": "b"}, case=CASE)

    assert store.events() == before
    with store.write(author(1)) as tx:
        tx.append("case.edited", {"field": "title", "value": "c"}, case=CASE)


def test_text_that_cannot_be_stored_is_refused_in_words(store):
    with pytest.raises(NetraError) as refused, store.write(ME) as tx:
        tx.append("case.edited", {"field": "title", "value": "a\ud800"}, case=CASE)
    assert refused.value.code == "bad-text"
    assert store.events() == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_database_and_its_copy_are_for_their_owner_alone(store, tmp_path):
    open_case(store)
    store.copy_to(tmp_path / "salinan.db")
    names = [path for path in tmp_path.iterdir() if path.is_file()]
    assert {path.name for path in names} >= {"0.db", "0.db-wal", "salinan.db"}
    assert {path.stat().st_mode & 0o777 for path in names} == {0o600}


def failing(words: str) -> DBAPIError:
    return DBAPIError("COMMIT", {}, sqlite3.OperationalError(words))


def test_an_io_error_of_sqlite_on_a_full_disk_is_called_by_its_name(tmp_path, monkeypatch):
    error = failing("disk I/O error")
    assert store_module._translated(error, tmp_path / "x.db").code == "database-error"
    monkeypatch.setattr(disk, "space", lambda _folder: (4096, 1 << 30))
    assert store_module._translated(error, tmp_path / "x.db").code == "disk-full"


@pytest.mark.parametrize(
    "words", ["attempt to write a readonly database", "unable to open database file"]
)
def test_a_folder_that_can_only_be_read_is_named_as_such(tmp_path, words):
    assert store_module._translated(failing(words), tmp_path).code == "database-read-only"
