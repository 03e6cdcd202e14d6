"""An older database in the place of the newer one is noticed before anything is written on it."""

import shutil
from pathlib import Path

import pytest

from cases import disk
from cases import home as homes
from cases.disk import DiskFull
from cases.home import Home
from cases.keeping.backup import backup, restore
from cases.keys import slots
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.latest import FILE, OlderDatabase

WORDS = "kuda hitam di padang"
FIRST = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
SECOND = Profile("Contoh Markus", "PKD", "Panwaslu Contoh", "53.01.06")


def note(home: Home, title: str) -> None:
    with home.write() as tx:
        tx.append("case.edited", {"field": "title", "value": title}, case="c" * 32)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The folder of a home whose database is that of yesterday."""
    home = homes.create(tmp_path / "rumah", FIRST, WORDS, cost=Cost(1, 8192))[0]
    note(home, "kemarin")
    home.lock()
    shutil.copy(home.folder / "netra.db", tmp_path / "kemarin.db")
    again = homes.unlock(home.folder, None, WORDS)
    note(again, "hari ini")
    again.lock()
    shutil.copy(tmp_path / "kemarin.db", home.folder / "netra.db")
    return home.folder


def test_an_older_database_is_not_written_on(older):
    before = (older / "netra.db").read_bytes()
    for _ in range(2):
        with pytest.raises(OlderDatabase):
            homes.unlock(older, None, WORDS)
    assert (older / "netra.db").read_bytes() == before


def test_it_goes_on_in_a_new_folder_under_a_new_key(older, tmp_path):
    old = slots.read_officers(older)[0].dev
    home = restore(older, tmp_path / "baru", None, WORDS)
    assert home.keys.dev != old
    note(home, "lanjut")
    home.lock()


def test_a_backup_that_is_brought_back_opens(tmp_path):
    home = homes.create(tmp_path / "rumah", FIRST, WORDS, cost=Cost(1, 8192))[0]
    copy = Path(backup(home, tmp_path / "usb").folder)
    home.lock()
    assert not (copy / FILE).exists()
    restore(copy, tmp_path / "baru", None, WORDS).lock()
    homes.unlock(tmp_path / "baru", None, WORDS).lock()


@pytest.mark.parametrize("text", [b"", b"{}", b"[" * 9999, b'{"heads":{},"mac":"0"}'])
def test_a_damaged_note_keeps_nobody_out(older, text):
    (older / FILE).write_bytes(text)
    homes.unlock(older, None, WORDS).lock()


def test_each_officer_of_the_laptop_has_a_place(tmp_path):
    home = homes.create(tmp_path / "rumah", FIRST, WORDS, cost=Cost(1, 8192))[0]
    homes.add_officer(home, SECOND, WORDS)
    home.lock()
    other = homes.unlock(home.folder, SECOND.name, WORDS)
    note(other, "x")
    other.lock()
    kept = (home.folder / FILE).read_text()
    assert home.officer.dev in kept
    assert other.officer.dev in kept


def test_a_full_disk_does_not_keep_a_home_from_closing(tmp_path, monkeypatch):
    home = homes.create(tmp_path / "rumah", FIRST, WORDS, cost=Cost(1, 8192))[0]

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(disk, "save", full)
    home.lock()
    assert home.keys.locked
    assert not (home.folder / FILE).exists()
