"""`init`: a home with its recovery sheet, or no home."""

import os
from pathlib import Path

import pytest

from cases import disk
from cases.commands import beginning
from cases.keys import recovery
from tests.cases.commands.terminal import Terminal

WHO = ("--officer", "Contoh Yohana", "--role", "PKD", "--office", "Panwaslu Contoh")


@pytest.fixture
def bare(tmp_path: Path) -> Terminal:
    """A laptop without a home."""
    return Terminal(tmp_path, "rumah")


def init(bare: Terminal, sheet: object, *more: object):
    return bare.run("init", *WHO, "--region", "53.01.06", "--recovery-out", sheet, *more)


def assert_no_home(bare: Terminal) -> None:
    assert not bare.home_folder.exists()


def test_the_sheet_holds_the_code_that_opens_the_home(bare: Terminal):
    sheet = bare.folder / "baru" / "kode.txt"

    answer = init(bare, sheet).json

    assert set(answer) >= {"home", "dev", "officer", "office"}
    assert recovery.parse(sheet.read_text("utf-8")).text == sheet.read_text("utf-8").strip()
    assert sorted(path.name for path in bare.home_folder.iterdir() if path.name[0] == ".") == []
    assert bare.ask("check")["broken"] == []


def test_a_sheet_named_pdf_is_a_pdf(bare: Terminal):
    assert init(bare, bare.folder / "kode.pdf").status == 0
    assert (bare.folder / "kode.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_with_other_things_in_it_may_become_the_home(bare: Terminal):
    bare.home_folder.mkdir()
    (bare.home_folder / "catatan.txt").write_text("punya saya", "utf-8")

    assert init(bare, bare.folder / "kode.txt").status == 0
    assert (bare.home_folder / "catatan.txt").exists()
    assert bare.ask("case", "list") == []


def test_a_sheet_that_exists_is_kept_and_no_home_is_made(bare: Terminal):
    sheet = bare.folder / "kode.txt"
    sheet.write_text("kode rumah lain", "utf-8")

    assert init(bare, sheet).refusal["code"] == "file-exists"
    assert sheet.read_text("utf-8") == "kode rumah lain"
    assert_no_home(bare)


def test_a_place_where_no_sheet_can_be_written_makes_no_home(bare: Terminal):
    (bare.folder / "berkas").write_text("", "utf-8")
    for sheet in (bare.folder / "berkas" / "kode.txt", "/proc/kode.txt", bare.folder):
        assert init(bare, sheet).refusal["code"] in {"not-written", "file-exists", "disk-trouble"}
        assert_no_home(bare)


def test_a_read_only_folder_makes_no_home(bare: Terminal, monkeypatch: pytest.MonkeyPatch):
    # root may write anywhere, so the answer of the system is the fake here
    may = os.access

    def refuse(path: str | Path, mode: int) -> bool:
        return Path(path) != bare.folder and may(path, mode)

    monkeypatch.setattr(os, "access", refuse)

    assert init(bare, bare.folder / "kode.txt").refusal["code"] == "not-written"
    assert_no_home(bare)


def test_a_disk_that_fills_up_while_the_sheet_is_written_leaves_no_home(
    bare: Terminal, monkeypatch: pytest.MonkeyPatch
):
    def full(path: Path, data: bytes) -> None:
        raise disk.DiskFull

    monkeypatch.setattr(beginning, "write_new", full)

    assert init(bare, bare.folder / "kode.txt").refusal["code"] == "disk-full"
    assert_no_home(bare)
    assert not (bare.folder / "kode.txt").exists()


def test_a_home_that_exists_is_left_alone(laptop: Terminal):
    before = (laptop.home_folder / "vault.json").read_bytes()

    assert init(laptop, laptop.folder / "lain.txt").refusal["code"] == "home-exists"
    assert (laptop.home_folder / "vault.json").read_bytes() == before
    assert not (laptop.folder / "lain.txt").exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [("--officer", " "), ("--officer", "x" * 400), ("--office", "a\nb")],
)
def test_a_name_no_paper_can_print_makes_no_home(bare: Terminal, option: str, value: str):
    assert init(bare, bare.folder / "kode.txt", option, value).refusal["code"] == "bad-name"
    assert_no_home(bare)


@pytest.mark.parametrize("region", ["", "kupang", "53.1", "53.01.06.20", "5301.06"])
def test_a_region_no_card_could_name_makes_no_home(bare: Terminal, region: str):
    ran = init(bare, bare.folder / "kode.txt", "--region", region)
    assert ran.refusal["code"] == "bad-region-code"
    assert_no_home(bare)


def test_a_role_nobody_has_is_wrong_usage(bare: Terminal):
    ran = init(bare, bare.folder / "kode.txt", "--role", "RAJA")
    assert ran.status == 2
    assert "PANWASCAM" in ran.refusal["text"]
    assert_no_home(bare)


def test_a_damaged_office_card_makes_no_home(bare: Terminal):
    card = bare.folder / "rusak.kartu"
    card.write_text("{}", "utf-8")
    ran = init(bare, bare.folder / "kode.txt", "--office-card", card)
    assert ran.status == 1
    assert_no_home(bare)
    assert not (bare.folder / "kode.txt").exists()


def test_a_short_passphrase_makes_no_home(bare: Terminal):
    bare.passphrase.write_text("pendek\n", "utf-8")
    assert init(bare, bare.folder / "kode.txt").refusal["code"] == "weak-passphrase"
    assert_no_home(bare)


def test_the_keys_come_to_their_place_when_all_else_is_there(tmp_path: Path):
    names = ("vault.json.old", "netra.db", "vault.json", "objects", "in-use")
    last = [part.name for part in sorted(map(tmp_path.joinpath, names), key=beginning._turn)][-2:]
    assert last == ["vault.json.old", "vault.json"]
