"""`intake [CASE] PATH…`: no slip of the pen fills the inbox."""

from pathlib import Path

import pytest

from tests.cases.commands.terminal import Terminal


@pytest.fixture
def desk(laptop: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A laptop with one case, in a folder with one note."""
    start = ("--regime", "PEMILU", "--source", "temuan")
    laptop.ask("case", "new", "--title", "Uji (CONTOH)", *start)
    (laptop.folder / "catatan.txt").write_text("catatan", "utf-8")
    monkeypatch.chdir(laptop.folder)
    return laptop


def inbox(desk: Terminal) -> int:
    return len(desk.ask("exhibit", "list"))


def test_without_a_case_files_wait_to_be_sorted(desk: Terminal):
    report = desk.ask("intake", "catatan.txt")

    assert report["items"][0]["code"] is None
    assert inbox(desk) == 1
    exhibit = report["items"][0]["exhibit"]
    assert desk.ask("exhibit", "link", "S-K1-001", exhibit)[0]["code"] == "B-01"


def test_a_mistyped_case_imports_nothing(desk: Terminal):
    ran = desk.run("intake", "S-K1-010", "catatan.txt")

    assert ran.refusal["code"] == "no-such-target"
    assert inbox(desk) == 0


def test_a_mistyped_file_alone_imports_nothing(desk: Terminal):
    assert desk.run("intake", "catatan.txtt").refusal["code"] == "no-such-target"


def test_a_case_without_files_is_wrong_usage(desk: Terminal):
    ran = desk.run("intake", "S-K1-001")

    assert ran.status == 2
    assert "belum disebut" in ran.refusal["text"]


def test_a_folder_named_like_a_case_is_asked_about(desk: Terminal):
    Path("S-K1-001").mkdir()
    Path("S-K1-001", "dua.txt").write_text("dua", "utf-8")

    assert desk.run("intake", "S-K1-001", "catatan.txt").refusal["code"] == "ambiguous-target"
    assert inbox(desk) == 0
    assert desk.ask("intake", "./S-K1-001", "catatan.txt")["stored"] == 2
    assert inbox(desk) == 2


def test_a_folder_named_like_a_case_alone_can_only_be_the_folder(desk: Terminal):
    Path("S-K1-001").mkdir()
    Path("S-K1-001", "dua.txt").write_text("dua", "utf-8")

    assert desk.ask("intake", "S-K1-001")["stored"] == 1


def test_the_beginning_of_a_code_names_the_case(desk: Terminal):
    assert desk.ask("intake", "s-k1", "catatan.txt")["items"][0]["code"] == "B-01"
    again = desk.ask("intake", "S-K1-001", "catatan.txt")
    assert again["duplicate"] == 1


def test_a_file_that_is_missing_among_others_is_counted_as_refused(desk: Terminal):
    ran = desk.run("intake", "S-K1-001", "catatan.txt", "tiada.jpg")

    assert ran.status == 1
    assert (ran.json["stored"], ran.json["refused"], ran.json["selected"]) == (1, 1, 2)
    assert ran.json["items"][1]["reason"]


def test_the_home_itself_is_no_evidence(desk: Terminal):
    for path in (".", "rumah", "rumah/vault.json"):
        assert desk.run("intake", "S-K1-001", path).refusal["code"] == "inside-home"
    assert desk.ask("exhibit", "list", "--case", "S-K1-001") == []


def test_inspect_needs_no_home_and_says_what_it_cannot_read(desk: Terminal):
    ran = desk.run("inspect", "catatan.txt", "tiada.jpg")

    assert ran.status == 1
    assert [one["sha256"] is None for one in ran.json] == [False, True]
