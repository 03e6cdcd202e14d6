"""An import that is killed at any moment: all of the file is there, or nothing of it."""

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cases import home as homes
from cases.office.importing import import_files
from cases.sealed.seal import seal
from cases.work.cases import list_cases, read_case_file
from tests.campaign import TIMES
from tests.cases.exchange import PASSPHRASE
from tests.cases.work.story import take_in

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = 5 * TIMES
PROGRAM = """
import sys
from pathlib import Path
from cases import home as homes
from cases.office.importing import import_files
home = homes.unlock(Path(sys.argv[1]), None, sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
print(import_files(home, [Path(sys.argv[3])])[0].receipt, flush=True)
sys.stdin.readline()
"""


def begin(folder: Path, file: Path) -> "subprocess.Popen[str]":
    """Start an import that waits for a line before it begins."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), PASSPHRASE, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.campaign
@pytest.mark.timeout(60 + 30 * TIMES)
def test_a_killed_import_brought_everything_or_nothing(home, office, story, tmp_path):
    for number in range(30):
        take_in(home, story.case, f"IMG_{number}.jpg")
    path = tmp_path / "kasus.netra"
    seal(home, story.case, path)
    folder, expected = office.folder, read_case_file(home, story.case)
    office.lock()
    chance = random.Random(42)
    for _ in range(ROUNDS):
        process = begin(folder, path)
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.0, 0.25))
        process.kill()
        process.communicate()
        again = homes.unlock(folder, None, PASSPHRASE)
        assert not list(again.vault.incoming().iterdir())
        held = {record.case.id for record in list_cases(again)}
        if held:
            assert read_case_file(again, story.case) == expected
            assert all(again.vault.verify(item.object) for item in expected.exhibits)
        again.lock()
    last = homes.unlock(folder, None, PASSPHRASE)
    (result,) = import_files(last, [path])
    assert result.receipt
    assert read_case_file(last, story.case) == expected
    last.lock()


def test_an_import_that_reported_its_receipt_survives_the_kill(home, office, story, tmp_path):
    path = tmp_path / "kasus.netra"
    seal(home, story.case, path)
    folder = office.folder
    office.lock()
    process = begin(folder, path)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    receipt = process.stdout.readline().strip()
    process.kill()
    process.communicate()
    again = homes.unlock(folder, None, PASSPHRASE)
    (result,) = import_files(again, [path])
    assert result.receipt == receipt
    assert result.new.events == 0
    again.lock()
