"""The real window over a real home, off the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from cases import clock, language
from cases import home as homes
from cases.home import Home
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.work.attendance import add_attendance
from cases.work.cases import open_case
from cases.work.facts import state_fact
from cases.work.incidents import record_incident
from cases.work.parties import add_party
from cases.work.records import (
    CaseId,
    IncidentId,
    Particulars,
    PartyId,
    Place,
    Regime,
    Role,
    Source,
)
from gui import app, background, settings, theme
from gui.entry.first_run import FirstRun
from gui.theme import Theme
from gui.window import Window

CHEAP = Cost(1, 8192)
PASSPHRASE = "kuda hitam di padang"
OFFICER = Profile("Yohana Contoh", "PANWASCAM", "Panwaslu Kecamatan Contoh Timur", "53.01.06")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application in its fonts and colours, with settings of its own."""
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    settings.keep_inbox(watched=False, folder="")  # no test looks into the machine's own folders
    app.start("id")
    return qapp


@pytest.fixture(autouse=True)
def fresh(dressed: QApplication) -> Iterator[None]:
    """Light, 100 %, Indonesian, machine clock; all threads at rest afterwards."""
    if theme.current() != Theme():  # dressing every widget that is left takes seconds
        theme.apply(Theme())
    language.use("id")
    yield
    background.finish()
    clock.use(None)
    for widget in dressed.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    dressed.processEvents()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the home lies."""
    return tmp_path / "rumah"


@pytest.fixture
def home(folder: Path) -> Home:
    """A home with one officer, signed in; the window signs in by itself."""
    return homes.create(folder, OFFICER, PASSPHRASE, cost=CHEAP)[0]


@pytest.fixture
def case(home: Home) -> CaseId:
    """A case with an incident, two respondents and a witness."""
    made = CaseId(
        open_case(
            home,
            title="Camat hadir di kampanye terbuka paslon contoh",
            regime=Regime.PILKADA,
            source=Source.TEMUAN,
            found_at="2024-10-17T12:00+08:00",
            known_at="2024-10-17",
            place=Place(text="Lapangan Contoh"),
        ).made
    )
    incident = IncidentId(
        record_incident(
            home,
            case=made,
            title="Kampanye terbuka di lapangan",
            kind="KAMPANYE",
            election="PILGUB",
            contestant="Paslon Contoh 1",
            starts_at="2024-10-17T09:30+08:00",
            ends_at="2024-10-17T12:00+08:00",
        ).made
    )
    for label, status in (("Camat", "PNS"), ("Kepala desa", "KADES")):
        party = PartyId(
            add_party(
                home,
                made,
                role=Role.RESPONDENT,
                label=label,
                particulars=Particulars(name=f"Contoh {label}", nip="198001012005011001"),
            ).made
        )
        add_attendance(home, incident, party)
        state_fact(home, incident, "status_subjek", status, party=party)
    add_party(home, made, role=Role.WITNESS, label="Warga")
    return made


@pytest.fixture
def settle(qtbot) -> Callable[[], None]:
    """Wait until nothing is read or written any more and the window has heard of it."""

    def wait() -> None:
        for _ in range(3):
            qtbot.waitUntil(background.resting, timeout=20_000)
            QApplication.processEvents()

    return wait


@pytest.fixture
def window(qtbot, home: Home, case: CaseId, folder: Path, settle) -> Window:
    """The window over a home with a case, unlocked, on Hari ini."""
    home.lock()
    return open_window(qtbot, folder, settle)


@pytest.fixture
def empty_window(qtbot, home: Home, folder: Path, settle) -> Window:
    """The window over a home without a case."""
    home.lock()
    return open_window(qtbot, folder, settle)


def open_window(qtbot, folder: Path, settle: Callable[[], None]) -> Window:
    """Open the window and sign in."""
    made = Window(folder)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    unlock(made, settle)
    return made


def unlock(window: Window, settle: Callable[[], None], passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase into the unlock page."""
    assert window.cover is not None
    window.cover.field.setText(passphrase)
    window.cover.unlock()
    settle()


@pytest.fixture
def first(qtbot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The first run, over no home at all, with a cheap key derivation."""
    keywords = {"office": None, "cost": CHEAP}
    monkeypatch.setattr("cases.home.create.__kwdefaults__", keywords)
    made: Any = Window(folder)
    qtbot.addWidget(made)
    made.show()
    page = made.stack.currentWidget()
    assert isinstance(page, FirstRun)
    yield page
    made.close()


def say_who(first: Any) -> None:
    """Fill in the first page."""
    first.name.setText("Yohana Contoh")
    first.office.setText("Panwaslu Kecamatan Contoh")
    first.region.setText("53.01.06")
    first.go_on()


def boxes(window: Any) -> list[QMessageBox]:
    """The questions that are open."""
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]
