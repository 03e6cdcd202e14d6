"""Our own mistakes: one sentence, and a report without anybody's data."""

from pathlib import Path

import pytest

from cases.commands import faults, finding
from tests.cases.commands.terminal import Terminal, execute

SECRET = "Rahasia Contoh Nama Pelapor"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        name = SECRET
        raise RuntimeError(name) from ValueError(name)

    monkeypatch.setattr(finding, "find", fail)


@pytest.mark.usefixtures("broken")
def test_the_report_lies_in_the_home_and_holds_no_values(laptop: Terminal):
    ran = laptop.run("search", SECRET)

    assert ran.status == 1
    assert ran.refusal["code"] == "bug"
    (report,) = laptop.home_folder.glob("netra-galat-*.txt")
    assert str(report) in ran.err
    text = report.read_text("utf-8")
    assert SECRET not in text
    assert SECRET not in ran.err
    assert "cases/commands/finding.py" in text
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text


def test_without_a_home_the_report_lies_in_the_folder_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert "netra-galat-" in faults.keep_report(RuntimeError(SECRET), tmp_path / "tiada")
    assert len(list(tmp_path.glob("netra-galat-*.txt"))) == 1


def test_where_nothing_can_be_written_the_sentence_comes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_text", refuse)
    assert "Ulangi" in faults.keep_report(RuntimeError(), tmp_path)


def test_what_the_system_refuses_is_said_with_its_name(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/media/usb")

    monkeypatch.setattr("cases.commands.inspect.inspect_files", refuse)
    ran = execute(["--json", "inspect", "x"])
    assert ran.status == 1
    assert "/media/usb" in ran.refusal["text"]


def test_a_reader_who_has_gone_is_no_mistake(monkeypatch: pytest.MonkeyPatch):
    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("cases.commands.inspect.inspect_files", gone)
    ran = execute(["inspect", "x"])
    assert (ran.status, ran.err) == (1, "")
