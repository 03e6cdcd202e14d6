"""A picture from the clipboard is sealed from memory and never lies open on the disk."""

import hashlib

from cases.intake.pasting import take_in_bytes
from cases.intake.pipeline import take_in
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits
from cases.work.records import ExhibitId
from tests.cases.intake.samples import png, write


def test_a_pasted_picture_is_an_exhibit_like_any_other(home, case):
    data = png()
    result = take_in_bytes(home, data, "papan-klip.png", case=case)

    (item,) = result.items
    assert (item.status, item.code, item.kind) == ("stored", "B-01", "photo")
    assert item.sha256 == hashlib.sha256(data).hexdigest()
    assert home.vault.read(item.sha256) == data
    (record,) = list_exhibits(home, case)
    assert (record.file, record.media_type) == ("papan-klip.png", "image/png")
    assert [line.act for line in custody_of(home, ExhibitId(item.exhibit))] == ["taken_in"]
    assert result.changes.cases == {case}


def test_no_byte_of_it_lies_open_in_the_home(home, case):
    data = png()
    take_in_bytes(home, data, "papan-klip.png")

    for path in home.folder.rglob("*"):
        if path.is_file():
            assert data[:64] not in path.read_bytes(), path
    assert list(home.vault.incoming().iterdir()) == []


def test_the_same_picture_pasted_twice_is_one_exhibit(home, case, tmp_path):
    take_in_bytes(home, png(), "papan-klip.png", case=case)
    assert (
        take_in_bytes(home, png(), "papan-klip (2).png", case=case).items[0].status == "duplicate"
    )
    assert take_in(home, [write(tmp_path, "a.png", png())], case=case).count("duplicate") == 1
    assert len(list_exhibits(home, case)) == 1


def test_what_cannot_be_read_is_kept_as_an_attachment(home):
    for data in (b"", b"bukan gambar", png()[:40]):
        assert take_in_bytes(home, data, "tempel.png").items[0].kind == "attachment"
    assert len(list_exhibits(home)) == 3
