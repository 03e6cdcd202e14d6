"""Folders become files, none left out, none twice."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from cases.intake.selection import expand, refusal
from cases.platform import is_link, open_quietly


def test_folders_open_sorted_and_hidden_files_count(tmp_path):
    for name in ("b/2.jpg", "b/.nomedia", "a/1.jpg", "z.jpg", "a/Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    names = [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])]

    assert names == ["z.jpg", "a/1.jpg", "a/Thumbs.db", "b/.nomedia", "b/2.jpg"]


def test_folders_may_be_deeper_than_any_recursion(tmp_path):
    folders = [tmp_path]
    for _ in range(1200):
        folders.append(folders[-1] / "a")
        folders[-1].mkdir()
    photo = folders[-1] / "foto.jpg"
    photo.write_bytes(b"x")

    assert expand([tmp_path]) == [photo]

    photo.unlink()
    for folder in reversed(folders[1:]):
        folder.rmdir()  # what clears up after tests is recursive


def test_links_in_a_folder_stand_in_the_list_and_lead_nowhere(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.jpg").write_bytes(b"x")
    (tmp_path / "a" / "lagi").symlink_to(tmp_path)
    (tmp_path / "a" / "rahasia.jpg").symlink_to("/etc/hostname")

    found = expand([tmp_path])

    assert [path.name for path in found] == ["1.jpg", "lagi", "rahasia.jpg"]
    assert [bool(refusal(path)) for path in found] == [False, True, True]
    assert {refusal(path) for path in found[1:]} == {
        "Ini tautan, bukan berkas; yang ditunjuknya tidak diambil."
    }


def test_a_link_that_was_chosen_with_all_of_a_stick_is_not_opened(tmp_path):
    (tmp_path / "dokumen").mkdir()
    (tmp_path / "dokumen" / "kunci").write_bytes(b"x")
    (tmp_path / "DCIM").symlink_to(tmp_path / "dokumen")

    assert expand([tmp_path / "DCIM"]) == [tmp_path / "DCIM"]
    assert refusal(tmp_path / "DCIM").startswith("Ini tautan")


def test_a_junction_of_windows_is_a_link_and_a_file_of_a_cloud_is_none(tmp_path, monkeypatch):
    tags = {"sambungan": 0xA0000003, "awan.jpg": 0x9000001A}
    monkeypatch.setattr(
        Path,
        "lstat",
        lambda path: SimpleNamespace(st_mode=0o100600, st_reparse_tag=tags[path.name]),
    )

    assert is_link(tmp_path / "sambungan")
    assert not is_link(tmp_path / "awan.jpg")


def test_a_file_that_becomes_a_link_after_the_look_is_not_opened(tmp_path):
    (tmp_path / "foto.jpg").symlink_to("/etc/hostname")

    with pytest.raises(OSError, match="symbolic"):
        open_quietly(tmp_path / "foto.jpg")


def test_a_folder_that_does_not_open_is_refused_by_name(tmp_path, monkeypatch):
    for name in ("a", "tertutup"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.jpg").write_bytes(b"x")
    look = os.scandir

    def shut(path: str) -> Iterator["os.DirEntry[str]"]:
        if Path(path).name == "tertutup":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", shut)

    assert expand([tmp_path]) == [tmp_path / "a" / "1.jpg", tmp_path / "tertutup"]
    assert refusal(tmp_path / "tertutup") == "Berkas tidak dapat dibaca: tidak diizinkan."
    assert refusal(tmp_path / "a") == "Ini folder, bukan berkas."


def test_a_file_chosen_by_two_roads_is_one_file(tmp_path, monkeypatch):
    (tmp_path / "1.jpg").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    here = type(tmp_path)("1.jpg")

    assert len(expand([tmp_path, tmp_path / "1.jpg", here])) == 1


def test_a_name_with_a_nul_is_refused_in_words(tmp_path):
    assert refusal(tmp_path / "a\0b")


def test_an_error_of_the_system_is_said(tmp_path):
    assert "Input/output" in refusal(tmp_path, OSError(5, os.strerror(5)))
