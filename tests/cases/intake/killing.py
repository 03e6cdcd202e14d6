"""Kills an import with SIGKILL and looks whether anything reported was lost or doubled."""

import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cases import home as homes
from cases.home import Home
from cases.intake.pipeline import take_in
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits
from cases.work.records import CaseId
from tests.cases.intake.samples import dated, jpeg, write

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE = "kuda hitam di padang"
PROFILE = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
CASE = CaseId("c" * 32)
FILES = 48


@dataclass(frozen=True)
class Outcome:
    """What one killed import left."""

    reported: int
    finished: bool


def make_card(folder: Path, dice: random.Random) -> Path:
    folder.mkdir(parents=True)
    for number in range(FILES):
        photo = jpeg(dated(b"2024:02:14 07:30:%02d" % number)) + dice.randbytes(120_000)
        write(folder, f"IMG_{number:04}.jpg", photo)
    return folder


def new_home(folder: Path) -> None:
    home, _ = homes.create(folder, PROFILE, PASSPHRASE, cost=Cost(1, 8192))
    body = {"code": "S", "title": "t", "regime": "PEMILU", "source": "temuan", "pack": "p"}
    with home.write() as tx:
        tx.append("case.opened", body, case=CASE)
    home.lock()


def start(folder: Path, card: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.cases.intake.importing"]
    arguments = [str(folder), str(card), PASSPHRASE, CASE]
    process = subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def usual_seconds(folder: Path, card: Path) -> float:
    """How long an import takes when nobody kills it."""
    new_home(folder)
    process = start(folder, card)
    begun = time.monotonic()
    process.communicate(timeout=120)
    assert process.returncode == 0
    return time.monotonic() - begun


def kill_once(folder: Path, card: Path, after: float) -> Outcome:
    """Import, kill after so many seconds, look, import again, look again."""
    new_home(folder)
    process = start(folder, card)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
    words, _ = process.communicate(timeout=60)
    reported = [line.split() for line in words.splitlines() if line.count(" ") == 2]
    home = homes.unlock(folder, None, PASSPHRASE)
    try:
        nothing_is_lost(home, reported)
        result = take_in(home, [card], case=CASE)
        assert result.failure is None
        assert (len(result.items), result.count("refused")) == (FILES, 0)
        assert result.count("duplicate") >= len(reported)
        all_is_there_once(home)
        nothing_is_lost(home, reported)
    finally:
        home.lock()
    return Outcome(len(reported), process.returncode == 0)


def nothing_is_lost(home: Home, reported: list[list[str]]) -> None:
    """Every exhibit that was reported is there and opens to its hash; the database is whole."""
    assert home.store.check() == []
    objects = {record.id: record.object for record in list_exhibits(home, CASE)}
    for status, exhibit, sha256 in reported:
        assert status == "stored"
        assert objects[exhibit] == sha256  # type: ignore[index]
        assert home.vault.verify(sha256)
    assert all(home.vault.has(name) for name in objects.values())


def all_is_there_once(home: Home) -> None:
    """After a second import each file is one exhibit with one entry, one code, one object."""
    records = list_exhibits(home, CASE)
    assert len(records) == FILES
    assert len({record.object for record in records}) == FILES
    assert len({record.code for record in records}) == FILES
    assert set(home.vault.names()) == {record.object for record in records}
    assert list(home.vault.incoming().iterdir()) == []
    for record in records:
        acts = Counter(line.act for line in custody_of(home, record.id))
        assert acts["taken_in"] == 1
