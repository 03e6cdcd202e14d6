"""The palette and the page of search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cases.work.notes import archive_case
from cases.work.parties import list_parties
from gui.pages.search.page import SearchPage
from gui.pages.search.palette import Palette


def home_of(window):
    return window.session.home


@pytest.fixture
def page(window, case, settle) -> SearchPage:
    """The page of search."""
    window.shell.open("search")
    settle()
    opened = window.shell.present
    assert isinstance(opened, SearchPage)
    return opened


def type_in(page, settle, text):
    page.field.setText(text)
    page._search()
    settle()


def test_hits_are_shown_with_their_source_and_opened(page, window, case, settle):
    type_in(page, settle, "kampanye terbuka")

    kinds = [hit.kind for hit in page.hits.found.rows]
    assert {"case", "incident"} <= set(kinds)
    index = page.hits.found.index(kinds.index("incident"), 0)
    assert "S-K1-001" in page.hits.found.data(index, Qt.ItemDataRole.AccessibleTextRole)
    page._open(index)
    settle()
    assert window.shell.present_key == "case"
    assert window.shell.present.case == case


def test_filters_narrow_and_are_cleared(page, window, case, settle):
    page.kind.choose("case")
    type_in(page, settle, "kampanye")
    assert [hit.kind for hit in page.hits.found.rows] == ["case"]

    page.status.choose("selesai")
    type_in(page, settle, "kampanye")
    assert page._layers.currentIndex() == 2

    page.clear_filters()
    type_in(page, settle, "kampanye")
    assert len(page.hits.found.rows) > 1


def test_what_was_meant_is_one_click_away(page, settle):
    type_in(page, settle, "kampanyw")
    assert "kampanye" in page.meant.text()

    page.meant.click()
    page._search()
    settle()
    assert page.hits.found.rows


def test_the_palette_finds_and_commands(window, case, settle, qtbot):
    qtbot.keyClick(window.shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "peng")
    palette._search()
    settle()
    assert palette.hits.found.rows[0].title == "Buka Pengaturan"

    palette.field.setText("camat")
    palette._search()
    settle()
    party = list_parties(home_of(window), case)[0]
    rows = [hit.id for hit in palette.hits.found.rows]
    for _ in range(rows.index(party.id)):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle()
    assert window.shell.present_key == "case"


def test_notes_labels_and_the_time_line_stand_in_the_case(window, case, settle):
    window.shell.open_case(case, "notes")
    settle()
    page = window.shell.present
    page.notes.tags.setText("penting, menunggu surat")
    page.notes.tags.editingFinished.emit()
    page.notes.text.setPlainText("Hubungi kantor.")
    page.notes._note()
    settle()
    assert {tag.tag for tag in page.view.file.tags} == {"penting", "menunggu surat"}
    assert [note.text for note in page.view.file.notes] == ["Hubungi kantor."]

    window.shell._notices.undo()
    settle()
    assert page.view.file.notes == ()

    page.turn("timeline")
    settle()
    names = [widget.accessibleName() for widget in page.timeline.findChildren(QWidget)]
    assert any("PR-01" in name and "Kampanye terbuka" in name for name in names)


def test_archived_cases_leave_the_list_until_they_are_asked_for(window, case, settle):
    archive_case(home_of(window), case, "selesai")
    window.shell.open("cases")
    settle()
    page = window.shell.present
    assert page._shown.rowCount() == 0

    page.archive.click()
    assert page._shown.rowCount() == 1
