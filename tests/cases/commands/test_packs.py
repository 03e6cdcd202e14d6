"""Packs of rules: looked at, compared, signed by an office, installed into homes."""

import re
import shutil
from pathlib import Path

import pytest

from cases.resources import root
from cases.work import packs
from tests.cases.commands.conftest import Exchange
from tests.cases.commands.terminal import Terminal, execute


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A later version of the shipped pack, in a folder."""
    shipped = packs.shipped()[-1]
    folder = tmp_path / "paket"
    shutil.copytree(root() / "rules" / "packs" / shipped, folder)
    head = folder / "pack.toml"
    text = re.sub(r'version = "[^"]+"', 'version = "2099.1"', head.read_text("utf-8"))
    head.write_text(text.replace('title = "', 'title = "Baru '), "utf-8")
    return folder


def test_the_shipped_pack_is_without_errors_and_its_examples_hold():
    assert execute(["--json", "pack", "lint"]).status == 0
    assert execute(["--json", "pack", "examples"]).status == 0
    assert execute(["--json", "pack", "list"]).json["newest"] == packs.newest()


def test_a_difference_names_file_entry_and_key(later: Path):
    rules = later / "rules" / "ke.toml"
    rules.write_text(rules.read_text("utf-8").replace("title = ", "title = 'X' # ", 1), "utf-8")

    answer = execute(["--json", "pack", "diff", packs.newest(), later]).json

    assert answer["to"].endswith("-2099.1")
    changed = [(one["file"], one["what"], one["keys"]) for one in answer["changes"]]
    assert ("rules/ke.toml", "changed", ["title"]) in changed
    assert {one["file"] for one in answer["changes"]} == {"pack.toml", "rules/ke.toml"}


def test_a_pack_does_not_differ_from_itself():
    assert (
        execute(["--json", "pack", "diff", packs.newest(), packs.newest()]).json["changes"] == []
    )


def test_a_pack_signed_by_the_office_serves_new_cases_only(exchange: Exchange, later: Path):
    exchange.office.ask("pack", "sign", later)
    first = exchange.officer.ask("pack", "install", later)
    assert first["new"]
    assert exchange.officer.ask("pack", "install", later) == {**first, "new": False}
    start = ("--regime", "PEMILU", "--source", "temuan")
    made = exchange.officer.ask("case", "new", "--title", "Uji (CONTOH)", *start)

    assert exchange.officer.ask("case", "show", made["code"])["case"]["pack"] == first["pack"]
    assert exchange.officer.ask("case", "show", "S-K1-001")["case"]["pack"] == packs.newest()
    assert exchange.officer.ask("pack", "list")["newest"] == first["pack"]
    assert exchange.officer.ask("pack", "diff", packs.newest(), first["pack"])["changes"]
    assert first["pack"] not in packs.names()


def test_an_installed_pack_is_in_the_backup(exchange: Exchange, later: Path):
    exchange.office.ask("pack", "sign", later)
    pack = exchange.officer.ask("pack", "install", later)["pack"]

    copy = Path(exchange.officer.ask("backup", exchange.folder / "usb")["folder"])

    assert (copy / "packs" / pack / "rules" / "ke.toml").exists()


def test_an_unsigned_pack_is_refused(exchange: Exchange, later: Path):
    assert exchange.officer.run("pack", "install", later).refusal["code"] == "bad-pack"
    assert not (exchange.officer.home_folder / "packs").exists()


def test_a_pack_changed_after_signing_is_refused(exchange: Exchange, later: Path):
    exchange.office.ask("pack", "sign", later)
    with (later / "facts.toml").open("a", encoding="utf-8") as file:
        file.write("# tambahan\n")

    assert "sesudah ditandatangani" in exchange.officer.run("pack", "install", later).err


def test_a_pack_signed_by_another_office_is_refused(exchange: Exchange, later: Path, tmp_path):
    other = Terminal(tmp_path, "kantor-lain")
    other.init("Contoh Lain", "KABKOTA")
    other.ask("pack", "sign", later)

    assert "SHA256:" in exchange.officer.run("pack", "install", later).err


def test_an_installed_pack_that_was_changed_on_disk_is_not_used(exchange: Exchange, later: Path):
    exchange.office.ask("pack", "sign", later)
    pack = exchange.officer.ask("pack", "install", later)["pack"]
    rules = exchange.officer.home_folder / "packs" / pack / "rules" / "ke.toml"
    rules.write_text(rules.read_text("utf-8") + "\n# disisipkan\n", "utf-8")

    start = ("--regime", "PEMILU", "--source", "temuan")
    ran = exchange.officer.run("case", "new", "--title", "Uji (CONTOH)", *start)

    assert ran.refusal["code"] == "bad-pack"
    assert len(exchange.officer.ask("case", "list")) == 1
    assert exchange.officer.ask("fact", "list", "S-K1-001")


def test_only_an_office_signs(exchange: Exchange, later: Path):
    assert exchange.officer.run("pack", "sign", later).refusal["code"] == "no-office"


def test_the_pack_that_came_with_the_program_is_not_installed_again(
    exchange: Exchange, tmp_path: Path
):
    folder = tmp_path / "sama"
    shutil.copytree(root() / "rules" / "packs" / packs.newest(), folder)
    exchange.office.ask("pack", "sign", folder)
    assert exchange.officer.run("pack", "install", folder).refusal["code"] == "bad-pack"


def test_a_pack_travels_as_one_file_and_a_person_puts_a_case_under_it(
    exchange: Exchange, later: Path, tmp_path: Path
):
    clocks = later / "deadlines.toml"
    text = clocks.read_text("utf-8")
    start = text.index('id = "D21"')
    clocks.write_text(text[:start] + text[start:].replace("length = 7", "length = 5", 1), "utf-8")
    file = tmp_path / "paket.zip"
    assert exchange.office.ask("pack", "sign", later, "-o", file)["file"] == str(file)
    installed = exchange.officer.ask("pack", "install", file)

    effects = exchange.officer.ask("pack", "effects")

    (case,) = effects["changing"]
    assert (effects["pack"], case["code"], case["rules"]) == (installed["pack"], "S-K1-001", [])
    assert [(one["id"], one["before"], one["after"]) for one in case["clocks"]] == [
        ("D21", "2024-10-24", "2024-10-22")
    ]
    assert exchange.officer.ask("case", "show", "S-K1-001")["case"]["pack"] == packs.newest()

    exchange.officer.ask("pack", "adopt", "S-K1-001", installed["pack"], "--reason", "paket baru")

    shown = exchange.officer.ask("case", "show", "S-K1-001")["case"]
    assert shown["pack"] == installed["pack"]
    assert exchange.officer.ask("pack", "effects")["open"] == 0
    known = {one["pack"]: one for one in exchange.officer.ask("pack", "list")["known"]}
    assert known[installed["pack"]]["cases"] == 1
    assert known[installed["pack"]]["signer"].startswith("SHA256:")


@pytest.mark.parametrize(
    ("name", "data"),
    [("bukan.zip", b"bukan paket"), ("kosong.zip", b"PK\x05\x06" + bytes(18))],
)
def test_a_file_that_is_no_pack_is_refused(exchange: Exchange, tmp_path: Path, name, data):
    (tmp_path / name).write_bytes(data)
    assert exchange.officer.run("pack", "install", tmp_path / name).refusal["code"] == "bad-pack"
