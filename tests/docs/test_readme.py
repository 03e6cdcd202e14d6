"""The command lines of the README, pasted in exactly that order."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from cases.commands import frame
from cases.keys.kdf import Cost
from cases.resources import resource, root
from tests.cases.commands.terminal import execute

PROGRAM = [".venv/bin/python", "main.py"]
README = root() / "README.md"


def story() -> list[str]:
    (block,) = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    assert lines[0] == "mkdir contoh"
    return lines[3:]


def test_the_story_of_the_readme_leads_to_a_file_that_the_office_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(resource("samples"), tmp_path / "resources" / "samples")
    shutil.copytree(root() / "docs" / "examples", tmp_path / "docs" / "examples")
    (tmp_path / "contoh").mkdir()
    (tmp_path / "contoh" / "sandi.txt").write_text("kuda hitam di padang\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETRA_PASSPHRASE_FILE", "contoh/sandi.txt")
    monkeypatch.setattr(frame, "COST", Cost(1, 8192))
    said = {}

    for line in story():
        words = shlex.split(line)
        assert words[:2] == PROGRAM
        ran = execute(words[2:])
        assert ran.status == 0, f"{line}\n{ran.err}"
        said[line] = ran.text

    (verdict,) = [text for line, text in said.items() if "main.py verify" in line]
    assert "UTUH" in verdict
    (imported,) = [
        text for line, text in said.items() if "main.py --home contoh/kantor import" in line
    ]
    assert "UTUH" in imported
    lengths = {line: len(text.splitlines()) for line, text in said.items()}
    assert not [line for line, length in lengths.items() if length > 400]
