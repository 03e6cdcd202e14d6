"""The passphrase of a verb: the first line of a file."""

import pytest

from tests.cases.commands.terminal import PASSPHRASE, Terminal, execute


@pytest.mark.parametrize(
    "data",
    [
        PASSPHRASE.encode(),
        PASSPHRASE.encode() + b"\n",
        PASSPHRASE.encode() + b"\r\nbaris kedua\r\n",
        b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n",
    ],
)
def test_editors_of_every_system_write_it(laptop: Terminal, data: bytes):
    laptop.passphrase.write_bytes(data)
    assert laptop.ask("case", "list") == []


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf\r\n", b"   \nkata sandi\n"])
def test_an_empty_first_line_is_said(laptop: Terminal, data: bytes):
    laptop.passphrase.write_bytes(data)
    assert laptop.run("case", "list").refusal["code"] == "empty-passphrase"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * 70_000])
def test_what_is_no_text_file_is_said(laptop: Terminal, data: bytes):
    laptop.passphrase.write_bytes(data)
    assert laptop.run("case", "list").refusal["code"] == "no-passphrase-file"


def test_a_missing_file_is_said(laptop: Terminal):
    laptop.passphrase.unlink()
    assert laptop.run("case", "list").refusal["code"] == "no-passphrase-file"


def test_without_a_terminal_nobody_is_asked(laptop: Terminal):
    ran = execute(["--home", laptop.home_folder, "--json", "case", "list"])
    assert ran.refusal["code"] == "no-passphrase"


def test_at_a_terminal_it_is_asked_for(laptop: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cases.commands.passphrase.can_ask", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: PASSPHRASE)
    ran = execute(["--home", laptop.home_folder, "--json", "case", "list"])
    assert ran.json == []


def test_a_new_one_is_typed_twice(laptop: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cases.commands.passphrase.can_ask", lambda: True)
    answers = iter(["kata sandi pertama", "kata sandi kedua"])
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: next(answers))
    who = ["--officer", "Contoh", "--role", "PKD", "--office", "Contoh", "--region", "53"]
    sheet = ["--recovery-out", laptop.folder / "lain.txt"]

    ran = execute(["--home", laptop.folder / "baru", "--json", "init", *who, *sheet])

    assert ran.refusal["code"] == "passphrases-differ"
    assert not (laptop.folder / "baru").exists()
