"""Stored files are read again when the reader of today sees more than the former one."""

import pytest

from cases.intake.claims import unread
from cases.intake.entering import enter
from cases.intake.inspection import READER
from cases.intake.lanes import Finished
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.intake.rereading import read_again
from cases.intake.sealer import Sealed
from cases.vault.sealing import seal_to
from cases.work.custody import custody_of
from cases.work.exhibits import link_exhibits, list_exhibits
from cases.work.file_claims import claims_of
from tests.cases.intake.samples import dated, jpeg, write


@pytest.fixture
def photo(tmp_path):
    return write(tmp_path, "IMG_20240214_073005.jpg", jpeg(dated(b"2024:02:14 07:30:05")))


def take_in_unread(home, case, file):
    """Take a file in as on a laptop where no reader could be started."""
    temp = home.vault.incoming_file()
    with file.open("rb") as stream:
        sealed = Sealed(*seal_to(temp, stream, home.vault.recipients))
    claims = unread("application/octet-stream", "reader-not-started")
    enter(home, case, "", [Finished(0, file, temp=temp, sealed=sealed, claims=claims)])


def test_a_file_that_no_reader_read_gets_its_time_and_its_picture(home, case, photo):
    take_in_unread(home, None, photo)
    (stored,) = list_exhibits(home)
    link_exhibits(home, case, [stored.id])
    assert (stored.kind, stored.taken.local) == ("attachment", "")

    outcome = read_again(home)
    make_previews(home, exhibits=outcome.changed)

    (now,) = list_exhibits(home, case)
    assert (now.kind, now.media_type, now.reason) == ("photo", "image/jpeg", "")
    assert now.taken.local == "2024:02:14 07:30:05"
    assert now.preview
    assert now.code == "B-01"
    assert [line.act for line in custody_of(home, stored.id, case)].count("read_again") == 2


def test_what_this_reader_read_is_not_read_again_unless_named(home, photo):
    take_in(home, [photo])
    (stored,) = list_exhibits(home)

    assert read_again(home).read == 0
    named = read_again(home, [stored.id])

    assert (named.read, named.changed) == (1, [])


def test_the_date_that_the_file_had_on_its_card_is_kept(home, photo):
    take_in(home, [photo])
    (stored,) = list_exhibits(home)
    before = claims_of(home, stored.id).sources
    as_an_older_reader_left_it(home, stored.id)

    assert read_again(home).changed == [stored.id]

    after = claims_of(home, stored.id).sources
    assert {one.kind for one in after} == {"exif_original", "filename", "file_mtime"}
    assert after == before


def as_an_older_reader_left_it(home, exhibit):
    """Let the row stand as one of a file taken in before readers had a number."""
    import msgspec
    from sqlalchemy import select, update

    from cases.tables import exhibit as table

    with home.write() as tx:
        text = tx.connection.execute(select(table.c.inspection)).scalar_one()
        found = msgspec.json.decode(text)
        assert found.pop("reader") == READER
        older = msgspec.json.encode(found).decode()
        tx.connection.execute(update(table).where(table.c.id == exhibit).values(inspection=older))


def test_the_finding_of_an_older_reader_does_not_replace_a_newer_one(home, photo):
    take_in(home, [photo])
    (stored,) = list_exhibits(home)

    with home.write() as tx:
        body = {"exhibit": stored.id, "kind": "attachment", "inspection": {"reader": READER - 1}}
        tx.append("exhibit.read_again", body, case=None)

    assert list_exhibits(home)[0].kind == "photo"
