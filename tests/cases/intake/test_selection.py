"""Folders become files, none left out, none twice."""

import os

from cases.intake.selection import expand, refusal


def test_folders_open_sorted_and_hidden_files_count(tmp_path):
    for name in ("b/2.jpg", "b/.nomedia", "a/1.jpg", "z.jpg", "a/Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    names = [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])]

    assert names == ["z.jpg", "a/1.jpg", "a/Thumbs.db", "b/.nomedia", "b/2.jpg"]


def test_links_to_folders_are_not_followed_in_circles(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.jpg").write_bytes(b"x")
    (tmp_path / "a" / "lagi").symlink_to(tmp_path)

    assert [path.name for path in expand([tmp_path])] == ["1.jpg"]


def test_a_file_chosen_by_two_roads_is_one_file(tmp_path, monkeypatch):
    (tmp_path / "1.jpg").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    here = type(tmp_path)("1.jpg")

    assert len(expand([tmp_path, tmp_path / "1.jpg", here])) == 1


def test_a_name_with_a_nul_is_refused_in_words(tmp_path):
    assert refusal(tmp_path / "a\0b")


def test_an_error_of_the_system_is_said(tmp_path):
    assert "Input/output" in refusal(tmp_path, OSError(5, os.strerror(5)))
