"""The window: it fits, nothing is clipped, everything has a name, keys reach everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from gui import theme
from gui.theme import Theme
from gui.widgets.text import Elided

pytestmark = pytest.mark.gui
SIZES = [(1366, 728), (1093, 550), (911, 480), (1920, 1000)]
TABS = ["summary", "people", "events", "evidence", "hearings", "papers", "history"]


def visit(window, case, settle):
    """Show one page after the other."""
    shell = window.shell
    for key in ("today", "cases", "intake", "outbox", "verify", "backup", "settings"):
        shell.open(key)
        settle()
        yield key
    for tab in TABS:
        shell.open_case(case, tab)
        settle()
        yield f"case/{tab}"


def shown(window, kind):
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


def clipped(label: QLabel) -> bool:
    """Whether a label has less room than its words need."""
    if isinstance(label, Elided) or not label.text() or not label.isVisible():
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() + 1


def cramped(button: QPushButton) -> bool:
    """Whether a button has less room than its words need."""
    return button.minimumSizeHint().width() > button.width() + 1


def inner(widget: QWidget) -> bool:
    """Whether a widget is a part that Qt puts into another."""
    return isinstance(widget.parent(), (QLineEdit, QComboBox))


def faults(window) -> list[tuple[str, str]]:
    """What is wrong with the page that is shown."""
    usable = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
    found = [("clipped", label.text()) for label in shown(window, QLabel) if clipped(label)]
    found += [
        ("cramped", one.text() or one.accessibleName())
        for one in shown(window, QPushButton)
        if cramped(one)
    ]
    for kind in usable:
        found += [
            ("nameless", type(one).__name__)
            for one in shown(window, kind)
            if not one.accessibleName() and not inner(one)
        ]
    found += [
        ("small", one.accessibleName())
        for one in shown(window, QPushButton)
        if one.height() < 36 and one.property("kind") != "crumb"
    ]
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_is_whole_named_and_large_enough(window, case, settle, size):
    window.resize(*size)
    found = {page: faults(window) for page in visit(window, case, settle)}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def test_every_page_is_whole_at_150_percent(window, case, settle):
    theme.apply(Theme("dark", 150))
    window.dress()
    settle()
    found = {page: faults(window) for page in visit(window, case, settle)}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def test_the_search_for_faults_finds_them(qtbot, window):
    label = QLabel("kata yang jauh lebih panjang daripada tempatnya", window)
    label.setGeometry(0, 0, 30, 20)
    label.show()
    button = QPushButton("tombol yang terlalu sempit", window)
    button.setStyleSheet("min-height: 8px; padding: 0")
    button.setGeometry(0, 40, 20, 20)
    button.show()
    assert {kind for kind, _text in faults(window)} == {"clipped", "cramped", "nameless", "small"}


def test_the_rail_comes_when_the_window_is_narrow(window, settle):
    navigation = window.shell._navigation
    assert not navigation.is_rail
    window.resize(1093, 550)
    settle()
    assert navigation.is_rail


def test_the_rules_become_a_tab_when_there_is_no_room(window, case, settle):
    shell = window.shell
    shell.open_case(case, "evidence")
    settle()
    page = shell.present
    assert not page.tabs.has("rules")
    window.resize(900, 560)
    settle()
    page.turn("rules")
    assert page.tabs.has("rules")
    assert page.panel.isVisible()
    window.resize(1366, 728)
    settle()
    assert not page.tabs.has("rules")
    assert page.panel.isVisible()


def test_pages_open_with_their_keys(window, qtbot, settle):
    keys = Qt.Key
    for key, title in (
        (keys.Key_2, "Kasus"),
        (keys.Key_3, "Impor bukti"),
        (keys.Key_B, "Cadangkan"),
        (keys.Key_Comma, "Pengaturan"),
        (keys.Key_1, "Hari ini"),
    ):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert window.shell.present.title == title
        assert window.windowTitle() == f"Netra – {title}"


def test_f6_goes_around_navigation_page_and_panel(window, case, qtbot, settle):
    shell = window.shell
    shell.open_case(case, "evidence")
    settle()
    window.activateWindow()
    seen: list[QWidget] = []
    for _ in range(8):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = window.focusWidget()
        for part in (shell._navigation, shell.present.panel, shell.present.tabs):
            if part.isAncestorOf(focus) and part not in seen:
                seen.append(part)
    assert len(seen) == 3


def test_arrows_move_in_the_list_of_cases_and_enter_opens(window, case, qtbot, settle):
    shell = window.shell
    shell.open("cases")
    settle()
    listed = shell.present.list
    listed.setFocus()
    index = listed.currentIndex()
    assert "Kasus 1 dari 1" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    settle()
    assert shell.present.title == "S-K1-001"


def test_the_search_field_filters_the_cases(window, case, qtbot, settle):
    shell = window.shell
    page = shell.open("cases")
    settle()
    page._filter("tidak ada yang begini")
    assert page._shown.rowCount() == 0
    page._filter("CAMAT")
    assert page._shown.rowCount() == 1


def test_only_pages_that_work_have_an_entry(window):
    assert list(window.shell._navigation._entries) == [
        "today", "cases", "intake", "deadlines", "search", "outbox", "verify", "prevention",
        "backup", "settings",
    ]  # fmt: skip


def test_the_look_and_the_language_change_at_once(window, settle):
    window.shell.open("settings")
    settle()
    window.shell.present._dress(Theme("dark", 115))
    settle()
    assert theme.current() == Theme("dark", 115)
    assert window.shell.present.title == "Pengaturan"
