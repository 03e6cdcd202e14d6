from pathlib import Path

import pytest
from sqlalchemy import text

from cases import home as homes
from cases.home import Home
from cases.keeping.check import check
from cases.keys.entries import Profile
from cases.keys.kdf import Cost

PROFILE = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
WORDS = "kuda hitam di padang"


@pytest.fixture
def home(tmp_path: Path):
    made = homes.create(tmp_path / "rumah", PROFILE, WORDS, cost=Cost(1, 8192))[0]
    sha = made.vault.put(b"bukti")
    with made.write() as tx:
        body = {"exhibit": "e" * 32, "object": sha, "file": "a.txt", "size": 5, "kind": "photo"}
        tx.append("exhibit.taken_in", body, case="c" * 32, obj=[sha])
    homes.anchor(made, "test")
    yield made
    made.lock()


def tamper(home: Home, *statements: str) -> None:
    """Change the database behind the program's back, as somebody with the key could."""
    with home.store._engine.begin() as connection:
        for name in ("updated", "deleted"):
            connection.execute(text(f"DROP TRIGGER journal_never_{name}"))
        for statement in statements:
            connection.execute(text(statement))


def test_a_sound_home_has_nothing_broken(home):
    report = check(home)

    assert (report.objects, report.events) == (1, 4)
    assert report.broken == ()
    assert report.unnamed == ()


def test_lines_that_are_kept_without_use_are_counted_and_break_nothing(home):
    body = {"exhibit": "e" * 32, "object": "0" * 64, "file": "b.txt", "size": 5, "kind": "photo"}
    with home.write() as tx:
        tx.append("exhibit.taken_in", body, case="c" * 32)  # the id is taken

    report = check(home)

    assert (report.unused, report.broken) == (1, ())


def test_a_changed_object_is_named(home):
    (name,) = home.vault.names()
    path = home.vault.ciphertext(name)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.chmod(0o600)
    path.write_bytes(data)

    assert [broken.what for broken in check(home).broken] == [name]


def test_a_missing_object_is_named(home):
    (name,) = home.vault.names()
    home.vault.ciphertext(name).unlink()

    assert [broken.what for broken in check(home).broken] == [name]


def test_an_object_nobody_names_is_told_but_not_wrong(home):
    sha = home.vault.put(b"impor terputus")

    report = check(home)

    assert report.unnamed == (sha,)
    assert report.broken == ()


def test_a_changed_line_breaks_its_chain(home):
    tamper(
        home,
        "UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), 'a.txt', 'b.txt') AS BLOB)"
        " WHERE scope != ''",
    )

    assert any("rantai" in broken.reason for broken in check(home).broken)


def test_a_dropped_last_line_is_noticed_by_the_signed_head(home):
    tamper(home, "DELETE FROM journal WHERE scope != '' AND seq = 2")

    reasons = [broken.reason for broken in check(home).broken]
    assert any("kepala aliran" in reason for reason in reasons)


def test_a_dropped_stream_is_noticed_by_the_anchor(home):
    tamper(home, "DELETE FROM journal WHERE scope != ''", "DELETE FROM head WHERE scope != ''")

    reasons = [broken.reason for broken in check(home).broken]
    assert any("jangkar" in reason for reason in reasons)


def test_a_head_signed_by_somebody_else_is_noticed(home):
    tamper(
        home,
        "UPDATE head SET signature = (SELECT signature FROM head WHERE scope = '')"
        " WHERE scope != ''",
    )

    reasons = [broken.reason for broken in check(home).broken]
    assert any("tidak cocok" in reason for reason in reasons)
