"""What is copied into the watched folder is taken in once, when it is complete."""

import os
from pathlib import Path

import pytest

from cases.intake.leftovers import leftovers
from cases.intake.pipeline import take_in
from cases.intake.watched import Watched
from cases.keeping.backup import backup
from cases.work.exhibits import list_exhibits
from tests.cases.intake.samples import dated, jpeg, write
from tests.cases.intake.test_interruptions import settle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Netra masuk"
    place.mkdir()
    return place


def test_a_complete_file_is_taken_in_once_and_stays_there(home, folder):
    photo = settle(write(folder, "a.jpg", jpeg(dated())))
    watched = Watched(home, folder)
    assert watched.take() is None

    result = watched.take()

    assert result is not None
    assert result.count("stored") == 1
    assert watched.take() is None
    assert photo.exists()
    assert len(list_exhibits(home)) == 1


def test_after_a_restart_it_is_not_taken_in_again(home, folder):
    settle(write(folder, "a.jpg", jpeg(dated())))
    first = Watched(home, folder)
    first.look()
    first.take()

    second = Watched(home, folder)

    assert second.look() == []
    assert second.look() == []


def test_a_file_that_still_grows_waits(home, folder):
    photo = settle(write(folder, "a.jpg", jpeg(dated())))
    watched = Watched(home, folder)
    watched.look()
    photo.write_bytes(photo.read_bytes() + b"lagi")
    assert watched.look() == []  # written just now
    settle(photo)

    assert watched.look() == []
    assert watched.look() == [photo]


@pytest.mark.parametrize(
    "name",
    ["a.jpg.part", "b.crdownload", "~$c.docx", ".d.jpg", "desktop.ini", "Thumbs.db", "e.TMP"],
)
def test_unfinished_and_system_files_are_left_alone(home, folder, name):
    settle(write(folder, name, b"x"))
    watched = Watched(home, folder)
    watched.look()

    assert watched.look() == []


def test_what_cannot_be_read_is_not_tried_for_ever(home, folder):
    os.mkfifo(folder / "saluran")
    settle(folder / "saluran")
    watched = Watched(home, folder)
    watched.look()
    result = watched.take()
    assert result is not None
    assert result.count("refused") == 1

    assert watched.take() is None


def test_a_link_in_the_folder_is_refused_once(home, folder, tmp_path):
    (folder / "foto.jpg").symlink_to(settle(write(tmp_path, "id_rsa", b"kunci rahasia laptop")))
    watched = Watched(home, folder)
    watched.look()
    result = watched.take()
    assert result is not None
    assert (result.count("refused"), result.count("stored")) == (1, 0)

    assert watched.take() is None


def test_a_folder_that_is_gone_holds_nothing(home, folder):
    folder.rmdir()

    assert Watched(home, folder).look() == []


def test_copies_left_on_the_card_are_counted_and_never_deleted(home, card, tmp_path):
    for photo in card.rglob("*.jpg"):
        settle(photo)
    take_in(home, [card])
    asides = (card / "awal.jpg").rename(tmp_path / "awal.jpg")
    (card / "awal.jpg").symlink_to(asides)  # where it lay is only a link now

    before = leftovers(home)
    backup(home, tmp_path)
    after = leftovers(home)

    assert (before.files, before.backed_up) == (4, 0)
    assert before.folders == ((str(card / "DCIM"), 4),)
    assert before.bytes == sum(p.stat().st_size for p in (card / "DCIM").iterdir())
    assert after.backed_up == 4
    assert len(list((card / "DCIM").iterdir())) == 4
