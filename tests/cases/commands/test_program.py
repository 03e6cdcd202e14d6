"""The program as scripts start it: exit codes, one document on standard output, no traceback."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from cases.resources import root
from tests.cases.commands.conftest import Exchange
from tests.cases.commands.terminal import Terminal

PROGRAM = [sys.executable, str(root() / "main.py")]


def started(*words: object, **more) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        **more,
    )


def run(*words: object, **more) -> tuple[int, bytes, str]:
    process = started(*words, **more)
    out, err = process.communicate(timeout=40)
    assert b"Traceback" not in err
    return process.returncode, out, err.decode()


def test_the_document_stands_alone_on_standard_output(exchange: Exchange):
    status, out, err = run(
        *("verify", exchange.sealed, "--identity", exchange.identity),
        *("--trust", exchange.trust, "--json"),
    )
    assert (status, err) == (0, "")
    assert json.loads(out)["verdict"] == "UTUH"


def test_a_refusal_exits_with_one_and_wrong_usage_with_two(tmp_path: Path):
    status, out, err = run("--home", tmp_path / "tiada", "case", "list")
    assert (status, out) == (1, b"")
    assert err.count("\n") == 1
    status, out, err = run("case", "new")
    assert (status, out) == (2, b"")
    assert "--title" in err


def test_a_locale_without_letters_of_our_own_is_no_hindrance(tmp_path: Path):
    plain = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    status, _, err = run("--home", tmp_path / "t“i”ada", "case", "list", env=plain)
    assert status == 1
    assert err


def test_a_name_that_is_no_text_is_answered_in_text(tmp_path: Path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    Path(name).write_bytes(b"isi")
    process = subprocess.run(
        [*PROGRAM, "--json", "inspect", name, name + "x"], capture_output=True, check=False
    )
    assert process.returncode == 1
    assert len(json.loads(process.stdout)) == 2


def test_ctrl_c_ends_with_a_sentence_and_no_traceback(laptop: Terminal):
    pipe = laptop.folder / "sandi-lewat-pipa"
    os.mkfifo(pipe)
    process = started("--home", laptop.home_folder, "--passphrase-file", pipe, "case", "list")
    with pipe.open("wb"):  # opens once the program is there to read
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)

    assert (process.returncode, out) == (1, b"")
    assert err.decode() == "Dihentikan; yang sudah selesai tetap tersimpan.\n"


def test_ctrl_c_reports_what_an_intake_has_finished(laptop: Terminal):
    folder = laptop.folder / "foto"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"catatan {number}", "utf-8")
    process = started(
        *("--home", laptop.home_folder, "--passphrase-file", laptop.passphrase),
        *("--json", "intake", folder),
    )
    objects = laptop.home_folder / "objects"
    until = time.monotonic() + 30
    while time.monotonic() < until and not any(objects.rglob("*.age")):
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert b"Traceback" not in err
    assert process.returncode == 1
    report = json.loads(out)
    assert report["selected"] == 400
    assert report["stored"] + report["duplicate"] + report["refused"] == 400
    checked = laptop.ask("check")
    assert checked["broken"] == []
    assert len(laptop.ask("exhibit", "list")) == report["stored"]


def test_without_a_display_the_window_says_so():
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {key: value for key, value in os.environ.items() if key not in names}
    status, out, err = run(env=bare)
    assert (status, out) == (1, b"")
    assert "--help" in err


def test_a_benchmark_is_run_from_the_source_tree():
    status, _, err = run("bench", "tiada")
    assert status == 1
    assert "tiada" in err
    status, _, err = run("bench", "../main")
    assert status == 1
