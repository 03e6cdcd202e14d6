"""Room for text is really set aside, given up when the disk is full, and taken again."""

import runpy
from pathlib import Path

import pytest

from cases import disk, reserve
from cases.home import Home
from cases.reserve import Reserve
from tests.cases.test_home import make


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """The disk's free bytes, as the test says."""
    said = {"bytes": 1 << 30}
    monkeypatch.setattr(disk, "space", lambda _: (said["bytes"], 1 << 40))
    return said


def test_it_is_32_mb_by_default():
    assert runpy.run_path(str(Path(reserve.__file__)))["SIZE"] == 32 << 20


def test_the_bytes_are_really_allocated(tmp_path, monkeypatch):
    monkeypatch.setattr(reserve, "SIZE", 1 << 20)

    assert Reserve(tmp_path).take()

    about = (tmp_path / "reserve").stat()
    assert about.st_size == 1 << 20
    assert about.st_blocks * 512 >= 1 << 20


def test_a_home_sets_room_aside_with_its_first_line(tmp_path):
    home = make(tmp_path / "rumah")

    assert home.reserve.held
    home.lock()


def test_nothing_is_set_aside_on_a_disk_without_room(tmp_path, free):
    free["bytes"] = reserve.SIZE

    assert not Reserve(tmp_path).take()
    assert list(tmp_path.iterdir()) == []


def test_it_is_given_up_for_text_and_taken_again(tmp_path, free):
    home: Home = make(tmp_path / "rumah")
    free["bytes"] = reserve.LOW - 1
    with home.write() as tx:
        tx.append("backup.made", {"folder": "a", "objects": 0, "events": 0}, case=None)
    assert not (home.folder / "reserve").exists()

    free["bytes"] = 1 << 30
    with home.write() as tx:
        tx.append("backup.made", {"folder": "b", "objects": 0, "events": 0}, case=None)

    assert (home.folder / "reserve").exists()
    home.lock()


def test_evidence_never_takes_that_room(tmp_path, free):
    room = Reserve(tmp_path)
    room.take()
    free["bytes"] = reserve.MARGIN + 1_000_000
    assert room.evidence_fits(900_000)
    assert not room.evidence_fits(1_000_000)

    room.let_go()

    assert not room.evidence_fits(950_000)
