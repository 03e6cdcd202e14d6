"""A real home; a case in it; a folder of photos made here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import home as homes
from cases.home import Home
from cases.intake.child import Child
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.work.records import CaseId
from tests.cases.intake.samples import dated, jpeg, placed, write

PROFILE = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
PASSPHRASE = "kuda hitam di padang"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """The home of an officer, signed in."""
    opened, _ = homes.create(tmp_path / "rumah", PROFILE, PASSPHRASE, cost=Cost(1, 8192))
    yield opened
    opened.lock()


def open_case(home: Home, case: str) -> CaseId:
    """Begin a case with the least that a case needs."""
    body = {"code": case[:4], "title": "t", "regime": "PEMILU", "source": "temuan", "pack": "p"}
    with home.write() as tx:
        tx.append("case.opened", body, case=case)
    return CaseId(case)


@pytest.fixture
def case(home: Home) -> CaseId:
    """A case."""
    return open_case(home, "c" * 32)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A memory card with five photos in two folders."""
    folder = tmp_path / "kartu"
    (folder / "DCIM").mkdir(parents=True)
    for number in range(4):
        block = placed(dated(b"2024:02:14 07:30:0%d" % number))
        write(folder / "DCIM", f"IMG_{number:04}.jpg", jpeg(block))
    write(folder, "awal.jpg", jpeg(dated(b"2024:02:14 06:00:00")))
    return folder


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    """The limited process that reads hostile files."""
    with Child() as running:
        yield running
