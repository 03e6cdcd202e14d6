"""What people read at a terminal: words for names, pages of a bearable length."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from cases import language
from cases.commands import waiting
from cases.commands.labels import CODED, KEYS, VALUES
from cases.commands.plain import plain_lines
from cases.commands.waiting import line_of
from cases.progress import Progress
from cases.resources import root
from tests.cases.commands.conftest import Exchange
from tests.cases.commands.terminal import Ran, Terminal, execute


def read(terminal: Terminal, *words: object) -> Ran:
    before = ["--home", terminal.home_folder, "--passphrase-file", terminal.passphrase]
    return execute([*before, *words])


def test_names_and_coded_values_are_said_in_words():
    document = {"stored": 1, "items": [{"file": "a.jpg", "status": "stored", "kind": "photo"}]}
    assert list(plain_lines(document)) == [
        "disimpan: 1",
        "rincian:",
        "  - berkas: a.jpg",
        "    status: disimpan",
        "    jenis: foto",
    ]
    language.use("en")
    assert next(plain_lines(document)) == "stored: 1"


def test_what_a_person_wrote_is_never_replaced():
    assert list(plain_lines({"title": "photo", "asing": "stored"})) == [
        "judul: photo",
        "asing: stored",
    ]


def test_the_tables_know_no_name_twice_in_other_words():
    assert set(KEYS) >= CODED
    assert all(word and word.strip() == word for word in (*KEYS.values(), *VALUES.values()))


def test_facts_fit_on_a_page_and_all_of_them_are_there_when_asked_for(exchange: Exchange):
    short = read(exchange.officer, "fact", "list", "S-K1-001").text
    whole = read(exchange.officer, "fact", "list", "S-K1-001", "--all").text

    assert len(short.splitlines()) < 150 < len(whole.splitlines())
    assert "PR-01 · T-01 Tindakan mendukung yang nyata (dukungan_aktif): Ya" in short
    assert "--all" in short
    document = exchange.officer.ask("fact", "list", "S-K1-001")
    assert set(document) == {"facts", "assessment"}


def test_the_names_of_facts_are_listed_without_a_home():
    listed = json.loads(execute(["--json", "fact", "names", "status_subjek"]).out)
    (found,) = [one for one in listed if one["fact"] == "status_subjek"]
    assert "PNS" in found["values"]


@pytest.mark.parametrize(("said", "code"), [("terlapor", "T-02"), ("Saksi", "S-01")])
def test_roles_are_taken_in_indonesian(exchange: Exchange, said: str, code: str):
    added = exchange.officer.ask("party", "add", "S-K1-001", "--role", said)
    assert added["code"] == code


def test_an_unknown_role_and_an_unknown_key_are_refused(exchange: Exchange):
    refused = exchange.officer.run("party", "add", "S-K1-001", "--role", "hakim")
    assert (refused.status, "terlapor" in refused.refusal["text"]) == (2, True)
    person = exchange.folder / "orang.json"
    for text, part in (
        ('{"nama": "Contoh"}', "nama"),
        ('{"nip": "123"}', "NIP"),
        ('{"nik": "5301062304850002x"}', "NIK"),
    ):
        person.write_text(text, "utf-8")
        words = ("party", "add", "S-K1-001", "--role", "saksi", "--particulars", person)
        assert part in exchange.officer.run(*words).refusal["text"]


def test_a_mistyped_verb_is_answered_in_one_language():
    assert execute(["cas"]).err.startswith("Tidak ada perintah “cas”; mungkin case. Cara pakai")


def test_an_empty_folder_is_said(exchange: Exchange):
    empty = exchange.folder / "kosong"
    empty.mkdir()
    ran = read(exchange.officer, "intake", empty)
    assert ran.status == 0
    assert "tidak ada berkas" in ran.err


def test_an_exhibit_that_now_stands_in_the_case_too_says_so(exchange: Exchange):
    note = exchange.folder / "baru.txt"
    note.write_text("catatan baru", "utf-8")
    exchange.officer.ask("intake", note)
    (item,) = exchange.officer.ask("intake", "S-K1-001", note)["items"]
    assert item["status"] == "duplicate"
    assert item["code"]


def test_a_whole_home_is_said_to_be_whole(exchange: Exchange):
    assert "Semuanya utuh" in read(exchange.officer, "check").err


def test_a_folder_that_is_made_for_a_result_is_named(exchange: Exchange):
    out = exchange.folder / "belum" / "kartu"
    assert "belum ada, jadi dibuat" in read(exchange.officer, "card", "-o", out).err


def test_how_far_work_is_stands_on_one_line():
    progress = Progress()
    assert line_of(progress) == ""
    progress.begin(4, "Menyegel berkas")
    progress.advance()
    assert line_of(progress) == "25% selesai Menyegel berkas"


class Screen(io.StringIO):
    """A standard error that somebody looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


def test_whoever_waits_at_a_terminal_sees_it_move(monkeypatch: pytest.MonkeyPatch):
    screen, progress = Screen(), Progress()
    progress.begin(2, "Menyegel")
    monkeypatch.setattr(waiting, "_EVERY", 0.01)
    monkeypatch.setattr("sys.stderr", screen)

    with waiting.shown(progress):
        assert screen.written.wait(20)

    assert "0% selesai Menyegel" in screen.getvalue()
    assert screen.getvalue().endswith(" \r")


def test_a_python_without_the_libraries_is_told_what_to_do(tmp_path: Path):
    bare = {**os.environ, "PYTHONNOUSERSITE": "1"}
    process = subprocess.run(
        [sys.executable, "-S", str(root() / "main.py"), "case", "list"],
        cwd=tmp_path,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (process.returncode, process.stdout) == (1, "")
    assert "make setup" in process.stderr
    assert process.stderr.count("\n") == 1
