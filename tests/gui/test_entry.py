"""Unlocking, the first run, the lock."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QMessageBox

from cases import clock, recovering
from cases import home as homes
from cases.clock import Moment
from cases.keys.entries import Profile
from cases.work.cases import list_cases
from gui import settings
from gui.background import Work
from gui.entry.first_run import FirstRun
from gui.entry.recover import RecoverSheet
from gui.entry.secrets import ChangePassphrase, NewRecoverySheet
from gui.selftest import window_findings
from gui.sheets.new_case import NewCase
from gui.window import Window
from tests.gui.conftest import CHEAP, OFFICER, PASSPHRASE, open_window, unlock

pytestmark = pytest.mark.gui
COLLEAGUE = Profile("Markus Contoh", "PKD", "Panwaslu Contoh", "53.01")


@pytest.fixture
def locked(qtbot, home, folder):
    """The window over a home, before anybody unlocked it."""
    home.lock()
    made: Any = Window(folder)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_unlock_page_lists_the_officers(qtbot, home, folder):
    homes.add_officer(home, COLLEAGUE, PASSPHRASE)
    home.lock()
    window: Any = Window(folder)
    qtbot.addWidget(window)
    who = window.cover.who
    assert [who.itemData(i) for i in range(who.count())] == [OFFICER.name, "Markus Contoh"]


def test_a_wrong_passphrase_says_what_it_means(locked, settle):
    unlock(locked, settle, "bukan ini frasanya")
    assert locked.session is None
    assert "salah" in locked.cover.trouble.text() or "belum cocok" in locked.cover.trouble.text()
    assert locked.cover.primary.isEnabled()


def test_many_wrong_tries_cost_time_never_data(locked, settle):
    for _ in range(3):
        unlock(locked, settle, "bukan ini frasanya")
    assert not locked.cover.primary.isEnabled()
    assert "detik" in locked.cover.trouble.text()


def test_an_empty_passphrase_is_not_tried(locked):
    locked.cover.unlock()
    assert "Ketik kata sandi" in locked.cover.trouble.text()


def test_the_code_on_paper_opens_the_home_for_a_new_passphrase(qtbot, folder, settle):
    made, code = homes.create(folder, OFFICER, PASSPHRASE, cost=CHEAP)
    made.lock()
    window: Any = Window(folder)
    qtbot.addWidget(window)
    window.show()
    window.cover.forgot.click()
    sheet: Any = window.findChild(RecoverSheet)
    sheet.code.setText("AAAA " + code.text[5:])
    sheet.passphrase.setText("gajah putih di hutan")
    sheet.again.setText("lain")
    sheet.primary.click()
    assert "belum sama" in sheet.trouble.text()
    sheet.again.setText("gajah putih di hutan")
    sheet.primary.click()
    settle()
    assert sheet.trouble.text()
    assert window.session is None
    sheet.code.setText(code.text.lower())
    sheet.primary.click()
    settle()
    assert window.shell.present.title == "Hari ini"
    window.lock()
    settle()
    unlock(window, settle, "gajah putih di hutan")
    assert window.cover is None


def test_the_passphrase_can_be_looked_at(locked):
    field = locked.cover.field
    field._eye.toggle()
    assert field.echoMode() == field.EchoMode.Normal
    field._eye.toggle()
    assert field.echoMode() == field.EchoMode.Password


def test_the_right_passphrase_opens_hari_ini(locked, settle):
    unlock(locked, settle)
    assert locked.shell.present.title == "Hari ini"
    assert "Yohana" in locked.shell.present._hello.text()


@pytest.fixture
def first(qtbot, folder, monkeypatch):
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


def say_who(first):
    first.name.setText("Yohana Contoh")
    first.office.setText("Panwaslu Kecamatan Contoh")
    first.region.setText("53.01.06")
    first.go_on()


def test_the_first_run_says_what_is_missing(first):
    first.go_on()
    assert "nama lengkap" in first.trouble.text()
    first.name.setText("Yohana Contoh")
    first.go_on()
    assert "nama kantor" in first.trouble.text()
    first.office.setText("Panwaslu Kecamatan Contoh")
    first.region.setText("kupang")
    first.go_on()
    assert "53.01.06" in first.trouble.text()


def test_a_weak_or_mistyped_passphrase_makes_no_home(first, folder, settle):
    say_who(first)
    first.passphrase.setText(PASSPHRASE)
    first.again.setText("lain")
    first.go_on()
    assert "belum sama" in first.trouble.text()
    first.passphrase.setText("ab")
    first.again.setText("ab")
    first.go_on()
    settle()
    assert "terlalu pendek" in first.trouble.text()
    assert not (folder / "vault.json").exists()


def test_the_first_run_makes_a_home(first, tmp_path, settle):
    say_who(first)
    first.passphrase.setText(PASSPHRASE)
    first.again.setText(PASSPHRASE)
    first.go_on()
    settle()
    code = first.recovery.code
    first.out.save_to(first._home, code, tmp_path / "lembar.pdf")
    settle()
    assert (tmp_path / "lembar.pdf").read_bytes().startswith(b"%PDF")
    first.go_on()
    first.recovery.first.setText("AAAA")
    first.recovery.second.setText(code.groups[6])
    first.go_on()
    assert "Belum sama" in first.trouble.text()
    first.recovery.first.setText(code.groups[2].lower())
    window = first.window()
    first.go_on()
    settle()
    assert window.shell.present.title == "Hari ini"


def test_a_wrong_office_card_leaves_no_half_home(first, folder, tmp_path, settle):
    card = tmp_path / "kartu.json"
    card.write_text("{}")
    say_who(first)
    first.use_card(card)
    first.passphrase.setText(PASSPHRASE)
    first.again.setText(PASSPHRASE)
    first.go_on()
    settle()
    assert first.trouble.text()
    assert not (folder / "vault.json").exists()


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
    from PySide6.QtCore import Qt

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


def boxes(window):
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_leaving_an_unsaved_recovery_code_is_asked_about_and_told_again(
    first, folder, qtbot, settle
):
    say_who(first)
    first.passphrase.setText(PASSPHRASE)
    first.again.setText(PASSPHRASE)
    first.go_on()
    settle()
    window = first.window()
    window.close()
    assert window.isVisible()
    assert "belum disimpan" in boxes(window)[0].text()
    boxes(window)[0].reject()
    window._close_anyway()
    again = open_window(qtbot, folder, settle)
    assert "belum pernah disimpan" in strip_of(again.shell.present.left)


def strip_of(part):
    return part.findChild(QFrame).accessibleName() if part.isVisible() else ""


def test_a_new_recovery_sheet_takes_the_place_of_one_nobody_kept(empty_window, folder, settle):
    again = empty_window
    told = again.shell.present.left
    told.make_sheet()
    sheet: Any = again.findChild(NewRecoverySheet)
    code = sheet.recovery.code
    sheet.recovery.first.setText(code.groups[2])
    sheet.primary.click()
    assert "Belum sama" in sheet.trouble.text()
    sheet.recovery.second.setText(code.groups[6])
    sheet.passphrase.setText("bukan ini frasanya")
    sheet.primary.click()
    settle()
    assert "salah" in sheet.trouble.text() or "belum cocok" in sheet.trouble.text()
    assert not recovering.is_kept(again.session.home)
    sheet.passphrase.setText(PASSPHRASE)
    sheet.primary.click()
    settle()
    assert strip_of(told) == ""
    again.session.home.lock()
    opened = homes.unlock_with_recovery(folder, code, None, "gajah putih di hutan")
    assert recovering.is_kept(opened)
    opened.lock()


def test_the_passphrase_is_changed_from_the_settings(empty_window, settle):
    settings_page = empty_window.shell.open("settings")
    settings_page.passphrase.click()
    sheet: Any = empty_window.findChild(ChangePassphrase)
    sheet.old.setText(PASSPHRASE)
    sheet.new.setText("gajah putih di hutan")
    sheet.primary.click()
    assert "belum sama" in sheet.trouble.text()
    sheet.again.setText("gajah putih di hutan")
    sheet.primary.click()
    settle()
    assert "sudah berganti" in empty_window.shell._notices.words.text()
    empty_window.lock()
    settle()
    unlock(empty_window, settle, "gajah putih di hutan")
    assert empty_window.cover is None


def test_the_first_run_goes_on_with_enter_and_forgets_mended_mistakes(first, qtbot):
    first.name.setText("Yohana Contoh")
    first.office.setText("Panwaslu Kecamatan Contoh")
    qtbot.keyClick(first.region, Qt.Key.Key_Return)
    assert first.trouble.isVisible()
    place = first.onward.mapTo(first, QPoint())
    qtbot.keyClicks(first.region, "53.01.06")
    assert not first.trouble.isVisible()
    qtbot.keyClick(first.region, Qt.Key.Key_Return)
    assert first.pages.currentIndex() == 1
    assert place.x() > 0


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
