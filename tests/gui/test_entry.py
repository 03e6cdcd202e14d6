"""Unlocking, and the first run."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from cases import home as homes
from cases.keys.entries import Profile
from gui.entry.recover import RecoverSheet
from gui.window import Window
from tests.gui.conftest import CHEAP, OFFICER, PASSPHRASE, say_who, unlock

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
