"""An exhibit goes out byte for byte, with a line in its custody log, or not at all."""

from pathlib import Path

import pytest

from cases import disk
from cases.disk import DiskFull
from cases.errors import NetraError
from cases.home import Home
from cases.work import exporting
from cases.work.custody import custody_of
from cases.work.exhibits import read_exhibit
from cases.work.exporting import export_derived, export_exhibit, rehash_exhibit
from cases.work.records import ExhibitId
from tests.cases.work.story import NOWHERE


def acts(home: Home, exhibit: ExhibitId) -> list[tuple[str, str]]:
    return [(line.act, line.why) for line in custody_of(home, exhibit)[1:]]


def derived(home: Home, exhibit: ExhibitId, case: str) -> bytes:
    data = b"salinan"
    stored = home.vault.put(data)
    with home.write() as tx:
        body = {
            "copy": "a" * 32,
            "exhibit": exhibit,
            "code": "B-01/S1",
            "object": stored,
            "parent_sha256": "0" * 64,
            "operations": [],
            "reason": "wajah",
        }
        tx.append("copy.derived", body, case=case, obj=[stored])
    return data


def test_the_original_goes_out_byte_for_byte_with_the_reason(home, story, tmp_path):
    photo = story.photos[0]
    changes = export_exhibit(home, photo, tmp_path / "keluar.jpg", reason="untuk ahli")

    original = home.vault.read(read_exhibit(home, photo).object)
    assert (tmp_path / "keluar.jpg").read_bytes() == original
    assert acts(home, photo) == [("exported", "untuk ahli")]
    assert changes.made == photo


def test_without_a_reason_the_name_of_the_file_stands_there(home, story, tmp_path):
    export_exhibit(home, story.photos[0], tmp_path / "keluar.jpg")

    assert acts(home, story.photos[0]) == [("exported", "keluar.jpg")]


def test_a_derived_copy_goes_out_under_its_own_code(home, story, tmp_path):
    data = derived(home, story.photos[0], story.case)

    export_derived(home, "a" * 32, tmp_path / "umum.jpg", reason="siaran pers")

    assert (tmp_path / "umum.jpg").read_bytes() == data
    assert acts(home, story.photos[0])[-1] == ("exported", "B-01/S1: siaran pers")


def test_nothing_is_written_over(home, story, tmp_path):
    (tmp_path / "ada.jpg").write_bytes(b"lama")

    with pytest.raises(NetraError) as caught:
        export_exhibit(home, story.photos[0], tmp_path / "ada.jpg")

    assert caught.value.code == "file-exists"
    assert (tmp_path / "ada.jpg").read_bytes() == b"lama"
    assert acts(home, story.photos[0]) == []


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "rumah")


def test_a_disk_that_gives_back_something_else_is_noticed(home, story, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "_hash", lambda _path: "0" * 64)

    with pytest.raises(NetraError) as caught:
        export_exhibit(home, story.photos[0], tmp_path / "keluar.jpg")

    assert caught.value.code == "written-wrong"
    assert left(tmp_path) == []
    assert acts(home, story.photos[0]) == []


def test_a_full_disk_leaves_nothing_and_no_line(home, story, tmp_path, monkeypatch):
    def full(_handle: object, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", full)
        with pytest.raises(DiskFull):
            export_exhibit(home, story.photos[0], tmp_path / "keluar.jpg")

    assert left(tmp_path) == []
    assert acts(home, story.photos[0]) == []


def test_no_copy_stands_outside_without_its_line(home, story, tmp_path, monkeypatch):
    def broken(_temp: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "place", broken)
        with pytest.raises(NetraError):
            export_exhibit(home, story.photos[0], tmp_path / "keluar.jpg")

    assert left(tmp_path) == []
    assert [act for act, _ in acts(home, story.photos[0])] == ["exported"], "said, not hidden"


def test_an_original_that_is_still_the_same_is_told_so(home, story):
    outcome = rehash_exhibit(home, story.photos[0], reason="sebelum sidang")

    assert outcome.same
    assert outcome.sha256 == read_exhibit(home, story.photos[0]).object
    assert acts(home, story.photos[0]) == [("rehashed", "sebelum sidang")]


def test_an_original_that_is_gone_or_damaged_is_told_so(home, story):
    one, two = (read_exhibit(home, photo).object for photo in story.photos)
    home.vault.remove(one)
    path = home.vault.ciphertext(two)
    path.write_bytes(path.read_bytes()[:-5] + b"xxxxx")

    assert [rehash_exhibit(home, photo).same for photo in story.photos] == [False, False]

    for photo in story.photos:
        assert [act for act, _ in acts(home, photo)] == ["found_damaged"]


def test_what_is_not_there_is_said_so(home, tmp_path):
    for action, code in (
        (lambda: export_exhibit(home, NOWHERE, tmp_path / "x"), "no-such-exhibit"),
        (lambda: export_derived(home, NOWHERE, tmp_path / "x"), "no-such-derived"),
        (lambda: rehash_exhibit(home, NOWHERE), "no-such-exhibit"),
    ):
        with pytest.raises(NetraError) as caught:
            action()
        assert caught.value.code == code
