"""The recovery sheet and the passphrase, kept and renewed."""

from typing import Any

import pytest
from PySide6.QtWidgets import QFrame

from cases import home as homes
from cases import recovering
from gui.entry.secrets import ChangePassphrase, NewRecoverySheet
from tests.gui.conftest import PASSPHRASE, boxes, open_window, say_who, unlock

pytestmark = pytest.mark.gui


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
