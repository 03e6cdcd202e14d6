"""The lock, by hand and by itself; closing loses nothing."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt

from cases import clock
from cases import home as homes
from cases.clock import Moment
from cases.keys.entries import Profile
from cases.work.cases import list_cases
from gui import settings
from gui.background import Work
from gui.selftest import window_findings
from gui.sheets.new_case import NewCase
from gui.window import Window
from tests.gui.conftest import PASSPHRASE, boxes, unlock

pytestmark = pytest.mark.gui


COLLEAGUE = Profile("Markus Contoh", "PKD", "Panwaslu Contoh", "53.01")


def test_locking_covers_the_window_and_forgets_the_keys(window, settle):
    home = window.session.home
    window.shell.open("cases")
    settle()
    window.shell.lock_asked.emit()
    settle()
    assert window.stack.currentWidget() is window.cover
    assert home.keys.locked
    assert window.windowTitle() == "Netra – terkunci"
    unlock(window, settle)
    assert window.shell.present.title == "Kasus"
    assert window.session.home is not home
    assert list_cases(window.session.home)


def test_what_was_being_typed_is_written_before_the_lock(window, case, settle, qtbot):
    window.shell.open_case(case, "summary")
    settle()
    field = window.shell.present.summary._fields["title"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Tersimpan sebelum terkunci")
    window.lock()
    settle()
    unlock(window, settle)
    assert list_cases(window.session.home)[0].case.title == "Tersimpan sebelum terkunci"


def test_an_open_sheet_is_hidden_by_the_lock_and_comes_back(window, settle):
    window.shell.new_case()
    sheet: Any = window.findChild(NewCase)
    sheet.title.setText("Setengah jadi")
    window.lock()
    settle()
    assert not sheet.isVisible()
    unlock(window, settle)
    assert sheet.isVisible()
    assert sheet.title.text() == "Setengah jadi"


def test_another_officer_gets_a_window_of_their_own(qtbot, home, case, folder, settle):
    homes.add_officer(home, COLLEAGUE, PASSPHRASE)
    home.lock()
    window: Any = Window(folder)
    qtbot.addWidget(window)
    unlock(window, settle)
    shell = window.shell
    window.lock()
    settle()
    window.cover.who.choose("Markus Contoh")
    unlock(window, settle)
    assert window.shell is not shell
    assert window.session.officer.name == "Markus Contoh"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.mono = clock.now().mono

    def __call__(self) -> Moment:
        return Moment("2024-10-17T04:00:00.000Z", self.mono, "boot", "+08:00")


def test_ten_quiet_minutes_lock(window: Any, settle):
    hands = Clock()
    clock.use(hands)
    for _ in range(9 * 60 // 5):
        hands.mono += 5_000
        window._tick()
    assert not window.cover
    for _ in range(2 * 60 // 5):
        hands.mono += 5_000
        window._tick()
    assert window.cover
    settle()


def test_somebody_at_the_laptop_keeps_it_open(window, qtbot, settle):

    hands = Clock()
    clock.use(hands)
    for _ in range(3 * 60):
        hands.mono += 5_000
        qtbot.keyClick(window, Qt.Key.Key_Shift)
        window._tick()
    assert window.cover is None
    settle()


def test_a_laptop_that_slept_is_locked(window: Any, settle):
    hands = Clock()
    clock.use(hands)
    window._tick()
    hands.mono += 2 * 60_000
    window._tick()
    assert window.cover is not None
    settle()


def test_closing_writes_what_was_typed(window, case, settle, qtbot, folder):
    window.shell.open_case(case, "summary")
    settle()
    field = window.shell.present.summary._fields["title"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Ditutup saat mengetik")
    home = window.session.home
    window.close()
    assert home.keys.locked
    settle()
    again = homes.unlock(folder, None, PASSPHRASE)
    assert list_cases(again)[0].case.title == "Ditutup saat mengetik"
    again.lock()


def test_the_minutes_until_the_lock_are_kept():
    settings.keep_idle_minutes(5)
    assert settings.read_idle_minutes() == 5
    settings.keep_idle_minutes(7)
    assert settings.read_idle_minutes() == 10
    settings.keep_idle_minutes(10)


def test_the_selftest_looks_at_the_window():
    found = window_findings()
    assert found["icons"] > 50
    assert found["qtbase_id"] is True
    assert isinstance(QObject(), QObject)


def test_a_window_that_imports_asks_before_it_closes(empty_window, settle, qtbot):
    gate = threading.Event()
    page = empty_window.shell.page("intake")

    def slow(progress):
        progress.begin(9)
        progress.advance(3)
        gate.wait(20)

    page.run.work = Work(page, slow, long=True).start()
    qtbot.waitUntil(lambda: page.run.work.progress.state[0] == 3)
    empty_window.close()
    asked = boxes(empty_window)[0]
    assert asked.text() == "Impor masih berjalan: 3 dari 9 sudah aman."
    asked.reject()
    assert empty_window.isVisible()
    page.run.work = None
    empty_window.close()
    assert "belum selesai" in boxes(empty_window)[0].text()
    gate.set()
    settle()
    empty_window.close()
    assert not empty_window.isVisible()
