"""Imports that break off, and what lies on the disk meanwhile: all of a file, or nothing."""

import errno

import pytest

from cases import disk
from cases.disk import DiskFull
from cases.errors import Cancelled
from cases.office import arrival, importing, quarantine
from cases.office.importing import import_files
from cases.progress import Progress
from cases.work.cases import list_cases
from tests.cases.office.arriving import (
    assert_refused,
    bring,
    in_clear,
    lines_held,
    state_of,
    take,
)


def test_objects_that_passed_before_the_file_broke_leave_no_trace(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    sealed: list[str] = []

    class Watching(quarantine.Quarantine):
        def clear(self) -> None:
            sealed.extend(entry.name for entry in office.vault.incoming().iterdir())
            super().clear()

    monkeypatch.setattr(importing, "Quarantine", Watching)
    path.write_bytes(path.read_bytes()[:-1])
    assert_refused(office, path, "envelope-broken")
    assert len(sealed) == 4


def test_a_file_that_changes_while_it_is_read_is_refused(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    monkeypatch.setattr(arrival.Arrival, "_hash", lambda self: "0" * 64)
    assert_refused(office, path, "unreadable")


def test_a_full_disk_stops_the_import_and_leaves_nothing(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    before = state_of(office)

    def full(_handle: object, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", full)
        with pytest.raises(DiskFull):
            take(office, path)
    assert state_of(office) == before
    assert take(office, path).receipt


def test_a_failure_in_the_last_moment_leaves_no_line_and_can_be_repeated(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    events = office.store.events()

    def fail(*_arguments: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(arrival, "make_receipt", fail)
        with pytest.raises(RuntimeError, match="power cut"):
            take(office, path)
    assert office.store.events() == events
    assert not list_cases(office)
    again = take(office, path)
    assert again.new.events == len(lines_held(home, story.case))
    assert again.receipt


def test_stopping_leaves_nothing_of_the_file(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    before = state_of(office)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        import_files(office, [path], progress=progress)
    assert state_of(office) == before


def test_nothing_is_in_clear_on_the_disk_of_either(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    take(office, path)
    broken = tmp_path / "rusak.netra"
    broken.write_bytes(path.read_bytes()[:-1])
    take(office, broken)
    assert in_clear(tmp_path, b"Contoh Saksi", b"sample IMG_0001", b"Kehadiran camat") == []
    assert {entry.name for entry in tmp_path.iterdir()} == {
        "kantor",
        "rumah",
        "kasus.netra",
        "rusak.netra",
    }
