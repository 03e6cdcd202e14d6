"""Homes whose passphrases are cheap to try, and a clock that stands still."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cases import clock
from cases.clock import Moment, utc_text
from cases.keys import slots
from cases.keys.entries import OfficeProfile, Profile
from cases.keys.kdf import Cost
from cases.keys.recovery import RecoveryCode
from cases.keys.unlocked import Unlocked

CHEAP = Cost(ops=1, mem=8192)
ANI = Profile("Contoh Ani", "PKD", "Panwaslu Kecamatan Contoh", "53.11.01")
BUDI = Profile("Contoh Budi", "PANWASCAM", "Panwaslu Kecamatan Contoh", "53.11.01")
OFFICE = OfficeProfile("Bawaslu Kabupaten Contoh", "53.11", "bawaslu-contoh")
SECRET = "kata sandi contoh"


class Watch:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.wall = datetime.fromisoformat("2026-11-24T08:00:00+00:00")
        self.mono, self.boot = 0, "boot-1"

    def __call__(self) -> Moment:
        return Moment(utc_text(self.wall), self.mono, self.boot, "+08:00")

    def pass_seconds(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.mono += int(seconds * 1000)


@pytest.fixture(autouse=True)
def watch() -> Iterator[Watch]:
    fake = Watch()
    clock.use(fake)
    yield fake
    clock.use(None)


Making = Callable[..., tuple[Unlocked, RecoveryCode]]


@pytest.fixture
def make_home(tmp_path: Path) -> Making:
    def make(
        name: str = "rumah", profile: Profile = ANI, office: OfficeProfile | None = None
    ) -> tuple[Unlocked, RecoveryCode]:
        return slots.create_home_keys(tmp_path / name, profile, SECRET, cost=CHEAP, office=office)

    return make


@pytest.fixture
def home(make_home: Making) -> Unlocked:
    return make_home()[0]
