"""Print copies are made after intake; what cannot be decoded becomes an attachment."""

import io
import struct

import pytest
from PIL import Image

from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.progress import Progress
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits, preview_bytes
from cases.work.records import ExhibitId
from tests.cases.intake.samples import dated, encoded, heic, jpeg, write
from tests.cases.intake.test_interruptions import settle


def test_every_photo_gets_its_print_copy(home, case, card):
    take_in(home, [card], case=case)

    changes = make_previews(home)

    records = list_exhibits(home, case)
    assert all(record.preview for record in records)
    assert changes.cases == {case}
    with Image.open(io.BytesIO(preview_bytes(home, records[0].id))) as copy:
        assert copy.format == "JPEG"


@pytest.mark.parametrize("change", ["nothing", "other bytes", "gone"])
def test_a_copy_is_made_of_the_sealed_bytes_wherever_they_are_read(home, tmp_path, change):
    photo = settle(write(tmp_path, "a.jpg", jpeg(dated(), size=(640, 480))))
    take_in(home, [photo])
    if change == "gone":
        photo.unlink()
    elif change == "other bytes":
        settle(write(tmp_path, "a.jpg", encoded("JPEG", size=(32, 32))))

    make_previews(home)

    (record,) = list_exhibits(home)
    with Image.open(io.BytesIO(preview_bytes(home, record.id))) as copy:
        assert copy.size == (640, 480)


def test_copies_that_are_there_are_not_made_again(home, card):
    take_in(home, [card])
    make_previews(home)
    before = home.store.events()

    make_previews(home)

    assert home.store.events() == before


def test_only_what_is_asked_for_is_made(home, card):
    first, second, *_ = take_in(home, [card]).items

    make_previews(home, exhibits={ExhibitId(first.exhibit)})

    made = {record.id: bool(record.preview) for record in list_exhibits(home)}
    assert made[ExhibitId(first.exhibit)]
    assert not made[ExhibitId(second.exhibit)]


def test_a_picture_that_cannot_be_decoded_becomes_an_attachment(home, tmp_path):
    broken = bytearray(encoded("PNG"))
    at = broken.index(b"IDAT") + 8
    broken[at : at + 4] = struct.pack(">I", 0xDEADBEEF)
    write(tmp_path, "rusak.png", bytes(broken))
    write(tmp_path, "tanpa-gambar.heic", heic(dated().build()))
    take_in(home, sorted(tmp_path.glob("*.*")))
    assert {record.kind for record in list_exhibits(home)} == {"photo"}

    make_previews(home)

    for record in list_exhibits(home):
        assert (record.kind, record.preview) == ("attachment", "")
        assert "rusak" in record.reason
        assert [line.act for line in custody_of(home, record.id)] == ["taken_in"]


def test_an_exhibit_of_two_cases_shows_one_copy_in_both(home, case, card):
    take_in(home, [card / "awal.jpg"])
    make_previews(home)

    take_in(home, [card / "awal.jpg"], case=case)

    (record,) = list_exhibits(home, case)
    assert record.preview


def test_locking_stops_the_copies_quietly(home, tmp_path):
    class Locking(Progress):
        def advance(self, steps: int = 1, text: str = "") -> None:
            home.lock()

    for number in range(20):
        write(tmp_path, f"{number:02}.jpg", jpeg(dated(b"2024:02:14 07:30:%02d" % number)))
    take_in(home, sorted(tmp_path.glob("*.jpg")))

    make_previews(home, progress=Locking())

    assert not home.unlocked


def test_cancelling_keeps_the_copies_that_are_made(home, tmp_path):
    for number in range(20):
        write(tmp_path, f"{number:02}.jpg", jpeg(dated(b"2024:02:14 07:30:%02d" % number)))
    take_in(home, sorted(tmp_path.glob("*.jpg")))
    progress = Progress()
    progress.cancel()

    make_previews(home, progress=progress)

    made = [record for record in list_exhibits(home) if record.preview]
    assert 0 < len(made) < 20
