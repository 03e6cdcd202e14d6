"""Sheets that sort, rule and move on: Belum dipilah, contradictions, the stage of a case."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from cases.work.exhibits import list_exhibits
from gui.sheets.inbox import InboxSheet

pytestmark = pytest.mark.gui


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two photos."""
    folder = tmp_path / "kartu"
    folder.mkdir()
    for number, colour in enumerate(("red", "green"), 1):
        Image.new("RGB", (640, 480), colour).save(folder / f"IMG_{number}.jpg")
    return folder


@pytest.fixture
def unsorted(window, photos, settle):
    """The intake page after two photos came in without a case."""
    window.shell.intake_into(None)
    settle()
    window.shell.present.take_in([photos])
    settle()
    return window.shell.present


def test_what_is_not_sorted_is_seen_from_the_import_and_put_into_a_case(
    unsorted, window, case, settle
):
    home = window.session.home
    assert "(2)" in unsorted.inbox.text()
    unsorted.inbox.click()
    sheet = unsorted.findChild(InboxSheet)
    settle()
    assert {one.file for one in sheet.exhibits} == {"IMG_1.jpg", "IMG_2.jpg"}
    sheet.primary.click()
    assert "Pilih bukti" in sheet.trouble.text()
    sheet.grid.selectAll()
    sheet.primary.click()
    assert "Pilih kasusnya" in sheet.trouble.text()
    sheet.target.choose(case)
    sheet.primary.click()
    settle()
    assert [one.code for one in list_exhibits(home, case)] == ["B-01", "B-02"]
    assert list_exhibits(home) == ()
    assert not unsorted.inbox.isVisible()


def test_a_case_takes_from_what_is_not_sorted(unsorted, window, case, settle, qtbot):
    window.shell.open_case(case, "evidence")
    settle()
    page = window.shell.present
    assert page.evidence.inbox.text().strip() == "Ambil dari Belum dipilah (2)"
    page.evidence.inbox.click()
    sheet = page.findChild(InboxSheet)
    settle()
    sheet.grid.setFocus()
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Down)
    sheet.grid.clearSelection()
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Space)
    assert len(sheet.chosen) == 1
    sheet.primary.click()
    settle()
    assert [one.code for one in page.view.file.exhibits] == ["B-01"]
    assert page.evidence.inbox.text().strip() == "Ambil dari Belum dipilah (1)"


def test_one_that_is_not_sorted_can_be_looked_at(unsorted, window, settle):
    unsorted.inbox.click()
    sheet = unsorted.findChild(InboxSheet)
    settle()
    sheet.grid.opened.emit(1)
    settle()
    assert window.shell.present.view.exhibit.file == "IMG_2.jpg"
    assert sheet.isHidden()


def test_without_a_word_to_sort_there_is_no_button(window, case, settle):
    window.shell.open_case(case, "evidence")
    settle()
    assert not window.shell.present.evidence.inbox.isVisible()
