"""Whole files or none, and errors in words."""

import errno
import os
import stat
from io import FileIO
from pathlib import Path

import pytest

from cases import disk
from cases.disk import DiskFull, DiskTrouble


def test_a_file_is_saved_whole_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "catatan.json"
    disk.save(target, b"satu")
    disk.save(target, b"dua")
    assert target.read_bytes() == b"dua"
    assert list(tmp_path.iterdir()) == [target]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_disk_that_takes_little_at_a_time_gets_everything(tmp_path: Path) -> None:
    class Slow(FileIO):
        def write(self, data: object, /) -> int:
            return super().write(bytes(data)[:3])  # type: ignore[call-overload]

    with Slow(tmp_path / "pelan", "wb") as handle:
        assert disk.write(handle, b"sepuluh...") == 10
    assert (tmp_path / "pelan").read_bytes() == b"sepuluh..."


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EIO, DiskTrouble)],
)
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    def fail(handle: FileIO, data: bytes) -> int:
        handle.write(data[:2])
        raise OSError(number, os.strerror(number))

    target = tmp_path / "catatan.json"
    disk.save(target, b"lama")
    monkeypatch.setattr(disk, "write", fail)
    with pytest.raises(kind):
        disk.save(target, b"baru")
    assert target.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [target]


def test_trouble_names_the_file_and_the_cause(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match=r"catatan\.json.*tidak ada") as caught:
        disk.save(tmp_path / "tidak" / "ada" / "catatan.json", b"")
    assert (caught.value.code, bool(caught.value.advice)) == ("disk-trouble", True)


def test_an_existing_file_is_never_opened_as_new(tmp_path: Path) -> None:
    (tmp_path / "ada").write_bytes(b"isi")
    with pytest.raises(FileExistsError):
        disk.create(tmp_path / "ada")


def test_folders_are_for_their_owner_only_and_may_be_there_already(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    disk.make_folder(folder)
    disk.make_folder(folder)
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_a_kill_left_half_written_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    kept = [tmp_path / "vault.json", tmp_path / ".vault.json.lama.part", tmp_path / "a.part"]
    half = [disk.beside(tmp_path / "vault.json"), disk.beside(tmp_path / "kasus.netra")]
    for path in [*kept, *half]:
        path.write_bytes(b"x")

    disk.clear(tmp_path, "kasus.netra")
    assert [path.exists() for path in half] == [True, False]
    disk.clear(tmp_path)
    disk.clear(tmp_path / "tidak-ada")

    assert sorted(tmp_path.iterdir()) == sorted(kept)
