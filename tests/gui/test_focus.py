"""The keys go on where one expects them: on new pages, after sheets, in content made anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

pytestmark = pytest.mark.gui


def test_the_keys_go_on_in_lists_tabs_and_after_sheets(window, case, settle, qtbot):
    shell = window.shell
    shell.open("settings")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert QApplication.focusWidget() is shell.present.list
    qtbot.keyClick(shell.present.list, Qt.Key.Key_Return)
    settle()
    page = shell.present
    assert page.case == case
    assert QApplication.focusWidget() is page.tabs.chosen_tab
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget().text().startswith("Orang")
    opener = next(b for b in page.people.findChildren(QPushButton) if "Tambah orang" in b.text())
    opener.setFocus()
    opener.click()
    sheet = next(one for one in window.findChildren(QDialog) if one.isVisible())
    sheet.label.setText("Sekretaris")
    sheet.primary.click()
    settle()
    settle()
    focus = window.focusWidget()  # off the screen no window is made active after a sheet
    assert focus is not None
    assert "Tambah orang" in focus.text()
    assert page.people.isAncestorOf(focus)
