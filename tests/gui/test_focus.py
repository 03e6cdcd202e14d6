"""The keys go on where one expects them; an empty case says what to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from cases.work.cases import open_case
from cases.work.records import CaseId, IncidentId, Regime, Source
from gui.sheets.case_sheets import NewAttendance

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
    tab = QApplication.focusWidget()
    assert isinstance(tab, QPushButton)
    assert tab.text().startswith("Orang")
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


def test_an_empty_case_says_what_to_do_not_that_all_is_known(empty_window, settle):
    home = empty_window.session.home
    made = CaseId(
        open_case(home, title="Kosong", regime=Regime.PILKADA, source=Source.TEMUAN).made
    )
    empty_window.shell.open_case(made, "summary")
    page = empty_window.shell.present
    assert page.panel._none.text() == "Membaca kasus…"
    settle()
    assert "Belum ada yang diperiksa" in page.summary._complete.text()
    assert "tab Peristiwa" in page.panel._none.text()
    sheet = NewAttendance(page, empty_window.session, page.view.file, IncidentId("0" * 32))
    assert any("tab Orang" in one.text() for one in sheet.findChildren(QLabel))
