"""Sheets that sort, rule and move on: Belum dipilah, contradictions, the stage of a case."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from cases.work import packs
from cases.work.cases import read_case_file
from cases.work.exhibits import list_exhibits
from cases.work.facts import state_fact
from cases.work.records import Role
from gui.pages.case.ruling import RulingSheet
from gui.sheets.inbox import InboxSheet
from tests.gui.conftest import unlock
from tests.words import sentences

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


@pytest.fixture
def disputed(window, case, settle):
    """The case page after a witness said something else than the officer noted."""
    home = window.session.home
    file = read_case_file(home, case)
    witness = next(party for party in file.parties if party.role is Role.WITNESS)
    fact = next(one for one in file.facts if one.fact == "status_subjek" and one.value == "PNS")
    state_fact(home, fact.incident, fact.fact, "TNI", party=fact.party, sayer=witness.id)
    window.shell.open_case(case, "summary")
    settle()
    return window.shell.present


def words_in(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def press(widget, words):
    found = [b for b in widget.findChildren(QPushButton) if b.text().strip() == words]
    found[0].click()


def test_both_sides_of_a_contradiction_are_shown_and_ruled_with_a_reason(disputed, settle):
    page = disputed
    before = page.view.assessment
    press(page.panel.disputes, "Bandingkan")
    sheet = page.findChild(RulingSheet)
    words = words_in(sheet)
    assert "Warga" in words
    assert "pengawas Yohana Contoh" in words
    assert "tanpa bukti" in words
    choices = {choice.text(): choice for choice, _value in sheet.sides}
    assert len(choices) == 2
    sheet.primary.click()
    assert "Pilih keterangan" in sheet.trouble.text()
    first, second = choices.values()
    first.click()
    second.click()
    assert (first.isChecked(), second.isChecked()) == (False, True)
    sheet.primary.click()
    assert "alasannya" in sheet.trouble.text()
    sheet.reason.setText("Sesuai SK contoh")
    sheet.primary.click()
    settle()
    fact = next(one for one in page.view.file.facts if one.ruled)
    assert (fact.contradicting, fact.reason) == (False, "Sesuai SK contoh")
    assert len(fact.statements) == 2
    assert page.view.assessment != before
    assert page.panel.disputes.isHidden()
    assert "Diputuskan: Sesuai SK contoh" in words_in(page.summary)


def test_ringkasan_opens_the_same_comparison(disputed):
    press(disputed.summary, "Bandingkan")
    sheet = disputed.findChild(RulingSheet)
    assert len(sheet.sides) == 2
    sheet.reject()


def test_packs_of_the_home_are_known_while_it_is_open_only(window, settle, monkeypatch):
    used = []
    monkeypatch.setattr(packs, "use_folder", lambda folder, *_signers: used.append(folder))
    home = window.session.home
    window.lock()
    settle()
    unlock(window, settle)
    assert used == [None, home.folder / "packs"]


def test_the_secret_has_one_name():
    words = {text.casefold() for text in sentences()}
    assert not [text for text in words if "frasa sandi" in text]
