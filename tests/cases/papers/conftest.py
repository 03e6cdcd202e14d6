"""A real home with one officer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import home as homes
from cases.home import Home
from cases.keys.entries import Profile
from cases.keys.kdf import Cost


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """The home of an officer in Kupang Timur, signed in."""
    profile = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
    opened, _ = homes.create(
        tmp_path / "rumah", profile, "kuda hitam di padang", cost=Cost(1, 8192)
    )
    yield opened
    opened.lock()
