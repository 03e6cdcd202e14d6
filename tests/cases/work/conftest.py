"""A real home with an officer, a second officer of the same laptop, another laptop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import home as homes
from cases.home import Home
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from tests.cases.work.story import Story

CHEAP = Cost(1, 8192)
PASSPHRASE = "kuda hitam di padang"
FIRST = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
SECOND = Profile("Contoh Markus", "PKD", "Panwaslu Contoh", "53.01.06")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """The home of the first officer, signed in."""
    opened, _ = homes.create(tmp_path / "rumah", FIRST, PASSPHRASE, cost=CHEAP)
    yield opened
    opened.lock()


@pytest.fixture
def colleague(home: Home) -> Iterator[Home]:
    """The same home, opened by a second officer."""
    homes.add_officer(home, SECOND, PASSPHRASE)
    opened = homes.unlock(home.folder, SECOND.name, PASSPHRASE)
    yield opened
    opened.lock()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Home]:
    """The home of somebody else, on another laptop."""
    opened, _ = homes.create(tmp_path / "rumah-lain", SECOND, PASSPHRASE, cost=CHEAP)
    yield opened
    opened.lock()


@pytest.fixture
def story(home: Home) -> Story:
    """A case with an incident, a respondent, a witness and two photos."""
    return Story.begin(home)
