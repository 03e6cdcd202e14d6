"""A district office and an officer who exchanged their cards: fixtures for sealing and import."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import home as homes
from cases.home import Home
from cases.keys.enrolment import issue_office_card, issue_officer_card
from cases.keys.entries import OfficeProfile, Profile
from cases.keys.kdf import Cost
from cases.office.roster import add_to_roster
from tests.cases.work.story import Story

CHEAP = Cost(1, 8192)
PASSPHRASE = "kuda hitam di padang"
FIRST = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
SECOND = Profile("Contoh Markus", "PKD", "Panwaslu Contoh", "53.01.06")
CLERK = Profile("Contoh Klerk", "KABKOTA", "Bawaslu Contoh", "53.01")
OFFICE = OfficeProfile("Bawaslu Kabupaten Contoh", "53.01", id="bawaslu-contoh")


def enrolled(folder: Path, office: Home, profile: Profile = FIRST) -> Home:
    """Make the home of an officer whom the office knows."""
    opened, _ = homes.create(folder, profile, PASSPHRASE, cost=CHEAP)
    homes.enrol(opened, issue_office_card(office.keys))
    add_to_roster(office, issue_officer_card(opened.keys))
    return opened


def copied(home: Home, folder: Path) -> Home:
    """Copy the folder of a home, as people do, and open the copy."""
    shutil.copytree(home.folder, folder)
    return homes.unlock(folder, None, PASSPHRASE)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Home]:
    """The home of the office, its clerk signed in."""
    opened, _ = homes.create(tmp_path / "kantor", CLERK, PASSPHRASE, cost=CHEAP, office=OFFICE)
    yield opened
    opened.lock()


@pytest.fixture
def home(tmp_path: Path, office: Home) -> Iterator[Home]:
    """The home of an officer, enrolled with the office and on its roster."""
    opened = enrolled(tmp_path / "rumah", office)
    yield opened
    opened.lock()


@pytest.fixture
def story(home: Home) -> Story:
    """A case of the officer with photos, a respondent and a witness."""
    return Story.begin(home)
