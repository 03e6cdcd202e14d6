"""Small screens and large letters: the window fits, pages scroll, sheets keep their buttons."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui import theme
from gui.sheets.case_sheets import NewPerson
from gui.theme import Theme
from gui.widgets import room
from gui.widgets.flow import Flow
from gui.window import Window

pytestmark = pytest.mark.gui
SMALL = QSize(1358, 724)


@pytest.fixture
def small(monkeypatch):
    """A screen of 1366x768, its frame taken off."""
    for module in ("gui.window", "gui.sheets.sheet"):
        monkeypatch.setattr(f"{module}.room_on_screen", lambda _window: SMALL)


def test_the_window_never_opens_larger_than_its_screen(qtbot, folder, small):
    theme.apply(Theme("light", 150))
    made = Window(folder)
    qtbot.addWidget(made)
    made.show()
    assert made.size() == SMALL
    assert made.minimumSize() == QSize(760, 480)


def test_the_room_on_the_screen_leaves_the_frame(qtbot, dressed):
    widget = QWidget()
    qtbot.addWidget(widget)
    whole = dressed.primaryScreen().availableGeometry().size()
    left = room.room_on_screen(widget)
    assert left.width() < whole.width()
    assert left.height() < whole.height() - 30


def test_a_page_that_needs_more_than_the_window_scrolls(window, case, settle):
    theme.apply(Theme("light", 150))
    window.dress()
    settle()
    window.shell.open_case(case, "evidence")
    window.resize(780, 500)
    settle()
    page, area = window.shell.present, window.shell._room
    assert page.width() >= page.minimumSizeHint().width()
    assert page.height() >= page.minimumSizeHint().height()
    assert area.horizontalScrollBar().maximum() == max(0, page.width() - area.viewport().width())
    window.resize(1900, 1000)
    settle()
    assert area.horizontalScrollBar().maximum() == 0
    assert page.size() == area.viewport().size()


@pytest.fixture
def sheet(empty_window, qtbot, small):
    """Opens the sheet for a person, at a size of the letters."""

    def opened(size: int) -> Any:
        theme.apply(Theme("light", size))
        file: Any = SimpleNamespace(case=SimpleNamespace(id="0" * 32))
        made = NewPerson(empty_window, empty_window.session, file)
        made.open()
        qtbot.waitUntil(made.isVisible)
        return made

    return opened


def test_a_sheet_fits_a_small_screen_and_keeps_its_buttons(sheet):
    made = sheet(150)
    assert made.height() <= SMALL.height()
    whole = QRect(QPoint(), made.size())
    for button in made.findChildren(QPushButton):
        assert whole.contains(QRect(button.mapTo(made, QPoint()), button.size())), button.text()
    unit = made._fields["unit"]
    assert made._roll.verticalScrollBar().maximum() > 0
    unit.setFocus()
    assert unit.height() >= unit.minimumSizeHint().height()
    made._roll.ensureWidgetVisible(unit)
    place = QRect(unit.mapTo(made._roll.viewport(), QPoint()), unit.size())
    assert made._roll.viewport().rect().contains(place)


def test_a_sheet_with_room_shows_all_fields_and_grows_for_its_complaint(sheet):
    made = sheet(100)
    assert made._roll.verticalScrollBar().maximum() == 0
    before = made.height()
    made.primary.click()
    assert "salah satu cukup" in made.trouble.text()
    assert made.height() > before
    assert made._roll.verticalScrollBar().maximum() == 0


def test_what_does_not_fit_one_line_goes_on_in_the_next(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    labels = [QLabel("kata", holder) for _ in range(4)]
    for one in labels:
        one.setFixedSize(100, 20)
    flow = Flow(*labels, spacing=0)
    holder.setLayout(flow)
    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(399) == 40
    assert flow.minimumSize() == QSize(100, 20)
    flow.setGeometry(QRect(0, 0, 250, 60))
    assert [one.pos() for one in labels] == [
        QPoint(0, 0),
        QPoint(100, 0),
        QPoint(0, 20),
        QPoint(100, 20),
    ]
    assert flow.takeAt(9) is None
    first = flow.itemAt(0)
    assert first
    assert first.widget() is labels[0]
