import os
import shutil
from pathlib import Path

import pytest

from cases import disk
from cases import home as homes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.fold import view_hash
from cases.keeping.backup import backup, restore
from cases.keeping.check import check
from cases.keys.enrolment import issue_office_card
from cases.keys.entries import OfficeProfile, Profile
from cases.keys.kdf import Cost
from cases.vault.vault import Vault

PROFILE = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
WORDS = "kuda hitam di padang"


@pytest.fixture
def home(tmp_path: Path):
    made = homes.create(tmp_path / "rumah", PROFILE, WORDS, cost=Cost(1, 8192))[0]
    sha = made.vault.put(b"isi-bukti-rahasia")
    with made.write() as tx:
        body = {"exhibit": "e" * 32, "object": sha, "file": "a.txt", "size": 5, "kind": "photo"}
        tx.append("exhibit.taken_in", body, case="c" * 32, obj=[sha])
    yield made
    made.lock()


def view_of(home: Home) -> list[tuple[object, ...]]:
    from sqlalchemy import select

    from cases.tables import projections

    with home.read() as connection:
        return [
            tuple(row)
            for name in ("exhibit", "custody")
            for row in connection.execute(select(projections.tables[name]))
        ]


def test_a_copy_is_verified_and_holds_nothing_in_clear(home, tmp_path):
    report = backup(home, tmp_path / "usb")

    copy = Path(report.folder)
    assert (report.objects, report.events) == (1, 4)
    assert sorted(p.name for p in (tmp_path / "usb").iterdir()) == [copy.name]
    for path in copy.rglob("*"):
        if path.is_file():
            assert b"isi-bukti-rahasia" not in path.read_bytes()


def test_a_copy_can_be_opened_by_the_office_even_if_the_enrolment_was_cut_off(home, tmp_path):
    bawaslu = OfficeProfile("Bawaslu Contoh", "53.01", "bawaslu-contoh")
    office = homes.create(tmp_path / "kantor", PROFILE, WORDS, cost=Cost(1, 8192), office=bawaslu)[
        0
    ]
    assert office.keys.office
    homes.enrol(home, issue_office_card(office.keys))  # killed before older objects were sealed

    report = backup(home, tmp_path / "usb")

    copy = Vault(Path(report.folder), (), office.keys.office.identity)
    assert [copy.verify(name) for name in copy.names()] == [True]
    office.lock()


def test_a_restored_home_is_whole_and_signs_with_a_new_key(home, tmp_path):
    report = backup(home, tmp_path / "usb")
    before = view_of(home)

    again = restore(Path(report.folder), tmp_path / "baru", None, WORDS)

    assert again.keys.dev != home.keys.dev
    assert view_of(again) == before
    assert check(again).broken == ()
    with again.read() as connection:
        assert view_hash(connection)
    again.lock()


def test_nothing_is_ever_restored_over_something(home, tmp_path):
    report = backup(home, tmp_path / "usb")

    with pytest.raises(NetraError) as caught:
        restore(Path(report.folder), home.folder, None, WORDS)
    assert caught.value.code == "home-exists"


def test_a_folder_that_is_no_copy_is_refused(home, tmp_path):
    (tmp_path / "kosong").mkdir()

    with pytest.raises(NetraError):
        restore(tmp_path / "kosong", tmp_path / "baru", None, WORDS)
    assert not (tmp_path / "baru").exists()


def test_a_copy_that_differs_is_not_kept(home, tmp_path, monkeypatch):
    def damaged(source, target):
        data = bytearray(Path(source).read_bytes())
        data[0] ^= 1
        Path(target).write_bytes(data)

    monkeypatch.setattr(shutil, "copyfile", damaged)

    with pytest.raises(NetraError) as caught:
        backup(home, tmp_path / "usb")

    assert caught.value.code == "bad-copy"
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_full_stick_says_so(home, tmp_path, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)

    with pytest.raises(disk.DiskFull):
        backup(home, tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == []


def test_what_a_power_cut_left_of_an_earlier_copy_goes_with_the_next(home, tmp_path):
    usb = tmp_path / "usb"
    left = usb / f".netra-{home.keys.home[:8]}-20240101T000000.belum-selesai"
    other = usb / ".netra-ffffffff-20240101T000000.belum-selesai"
    for folder in (left, other):
        folder.mkdir(parents=True)
        (folder / "netra.db").write_bytes(b"half")

    report = backup(home, usb)

    assert {path.name for path in usb.iterdir()} == {Path(report.folder).name, other.name}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folder_whose_name_is_no_text_is_refused_in_words(home, tmp_path):
    folder = tmp_path / os.fsdecode(b"usb\xff")
    with pytest.raises(NetraError) as refused:
        backup(home, folder)
    assert refused.value.code == "bad-folder-name"
    assert not folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_a_copy_lead_nowhere(home, tmp_path):
    copy = Path(backup(home, tmp_path / "usb").folder)
    (copy / "objects" / "ff").symlink_to(copy)
    (copy / "packs").symlink_to("/")
    (copy / "in-use").write_bytes(b"")

    again = restore(copy, tmp_path / "baru", None, WORDS)

    assert not [path for path in again.folder.rglob("*") if path.is_symlink()]
    assert check(again).broken == ()
    again.lock()


@pytest.mark.skipif(os.name == "nt", reason="not all are names there")
@pytest.mark.parametrize("name", ["rumah?data", "a#b", "50%20", "a'b", "spasi & lain"])
def test_a_home_may_have_any_name(tmp_path, name):
    made = homes.create(tmp_path / name, PROFILE, WORDS, cost=Cost(1, 8192))[0]
    made.lock()
    assert (tmp_path / name / "netra.db").stat().st_size > 0
    homes.unlock(tmp_path / name, None, WORDS).lock()
    assert [path.name for path in tmp_path.iterdir()] == [name]
