"""Exhibits with answers and elements, the tree under a finding, matrix, likes, the same person."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from cases.work.attendance import add_attendance
from cases.work.cases import open_case, read_case_file
from cases.work.facts import state_fact
from cases.work.incidents import record_incident
from cases.work.markers import list_markers
from cases.work.parties import add_party
from cases.work.persons import suggest_same
from cases.work.records import CaseId, Particulars, Regime, Role, Source
from gui.pages.case.binding import BindSheet
from gui.pages.case.element import ElementRow
from gui.sheets.picking import PickExhibits
from gui.sheets.reason import ReasonSheet
from gui.widgets.answer import Answer
from gui.widgets.carried import carry
from gui.widgets.writing import Writing
from tests.cases.work.story import made, preview, take_in

pytestmark = pytest.mark.gui


def shot(home, case, name):
    """A photo whose print copy is made, so that nothing is decoded here."""
    photo = take_in(home, case, name)
    preview(home, case, photo)
    return photo


@pytest.fixture
def photos(home, case):
    """Two photos of the case, one of which shows the first respondent."""
    two = shot(home, case, "IMG_1.jpg"), shot(home, case, "IMG_2.jpg")
    file = read_case_file(home, case)
    add_attendance(home, file.incidents[0].id, file.parties[0].id, exhibits=two[:1])
    return two


@pytest.fixture
def page(photos, window, case, settle):
    """The case page with its photos."""
    window.shell.open_case(case, "evidence")
    settle()
    return window.shell.present


def words_in(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def press(widget, words):
    found = [b for b in widget.findChildren(QPushButton) if b.text().strip() == words]
    found[0].click()


def card_of(page, rule):
    return next(card for card in page.panel.cards if card.finding.rule == rule)


def element_of(card, name):
    return next(one for one in card.finding.elements if one.id == name)


def fact_of(window, case, name):
    facts = read_case_file(window.session.home, case).facts
    return next(one for one in facts if one.fact == name)


def test_an_answer_takes_the_chosen_exhibits_along(page, window, case, settle, photos):
    card = next(one for one in page.panel.cards if one.findChildren(Answer))
    card.set_open(opened=True)
    box = card.findChildren(Answer)[0]
    box.clip.click()
    sheet = page.findChild(PickExhibits)
    sheet.grid.setCurrentIndex(sheet._model.index(1, 0))
    sheet.grid.selectAll()
    sheet.primary.click()
    assert box.proof == photos
    assert "B-01, B-02" in box.clip.accessibleName()
    assert "Bersama bukti B-01, B-02" in words_in(box)
    asked = next(q for q in card.finding.missing if q.text == box.accessibleName())
    press(box, "Ya")
    settle()
    assert fact_of(window, case, asked.fact).statements[0].exhibits == photos


def test_a_photo_dropped_on_an_element_is_bound_to_its_fact(page, window, case, settle, photos):
    card = card_of(page, "DS-13")
    card.set_open(opened=True)
    row = next(
        one for one in card.findChildren(ElementRow) if one.accessibleName().startswith("Berlaku")
    )
    dragged = carry([photos[1]])
    row.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dragged,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    sheet = page.findChild(BindSheet)
    assert "B-02" in sheet.windowTitle()
    bind = next(b for b in sheet.findChildren(QPushButton) if "PNS" in b.accessibleName())
    bind.click()
    settle()
    facts = read_case_file(window.session.home, case).facts
    bound = [one for fact in facts for one in fact.statements if one.exhibits]
    assert [(one.fact, one.party, one.exhibits) for one in bound] == [
        ("status_subjek", card.finding.party, (photos[1],))
    ]
    shown = element_of(card_of(page, "DS-13"), "subjek")
    assert shown.exhibits == ("B-02",)


def test_one_known_fact_needs_no_question_and_keeps_earlier_exhibits(
    page, window, case, settle, photos
):
    card = card_of(page, "DS-13")
    campaign = element_of(card, "u1")
    for photo in photos:
        page.proofs.bind(card.finding, campaign, (photo,))
        settle()
    fact = fact_of(window, case, "jenis_kegiatan")
    assert (fact.value, fact.party) == ("KAMPANYE", None)
    assert [one.exhibits for one in fact.statements] == [photos]


def test_the_tree_goes_down_to_the_exhibit_and_both_sides(page, window, case, settle, photos):
    home = window.session.home
    file = read_case_file(home, case)
    incident, camat, witness = file.incidents[0].id, file.parties[0].id, file.parties[-1].id
    state_fact(home, incident, "atribut_partai", "ya", party=camat, exhibits=photos[:1])
    state_fact(home, incident, "atribut_partai", "tidak", party=camat, sayer=witness)
    page.refresh()
    settle()
    card = card_of(page, "DS-13")
    card.set_open(opened=True)
    row = next(one for one in card.findChildren(ElementRow) if "atribut" in one.accessibleName())
    row.opened.emit()
    words = words_in(row)
    assert "pengawas Yohana Contoh  ·  Ya" in words
    assert "Warga  ·  Tidak  ·  tanpa bukti" in words
    assert "perlu diputuskan" in words
    press(row, "B-01")
    settle()
    assert window.shell.present.exhibit == photos[0]


def test_the_matrix_shows_both_sides_and_takes_the_note(page, window, case, settle, photos, qtbot):
    home = window.session.home
    file = read_case_file(home, case)
    incident, camat = file.incidents[0].id, file.parties[0].id
    state_fact(home, incident, "dukungan_aktif", "ya", party=camat, exhibits=photos[:1])
    state_fact(home, incident, "ajakan", "tidak", party=camat, exhibits=photos[1:])
    page.refresh()
    settle()
    page.turn("matrix")
    settle()
    tab = page.matrix
    assert "T-01, T-02" in tab.state.text
    assert {b.text() for b in tab.findChildren(QPushButton)} >= {"B-01", "B-02"}
    assert "Status kepegawaian: PNS (tanpa bukti)" in words_in(tab)
    field = tab.findChildren(Writing)[0]
    field.setFocus()
    qtbot.keyClicks(field, "Ada undangan dinas contoh")
    field.clearFocus()
    settle()
    (note,) = read_case_file(home, case).against
    assert (note.text, note.party) == ("Ada undangan dinas contoh", camat)
    assert tab.state.text.endswith(": T-02")
    assert tab.findChildren(Writing)[0].toPlainText() == "Ada undangan dinas contoh"


def test_the_same_person_at_another_contestants_rally_is_proposed_never_taken(
    photos, home, case, window, settle
):
    home = window.session.home
    other = CaseId(
        made(open_case(home, title="Lain", regime=Regime.PILKADA, source=Source.TEMUAN))
    )
    incident = made(
        record_incident(
            home,
            case=other,
            title="Rapat umum contoh",
            election="PILGUB",
            contestant="Paslon Contoh 2",
            starts_at="2024-10-19T09:30+08:00",
        )
    )
    who = Particulars(name="Contoh Camat", nip="198001012005011001")
    party = made(add_party(home, other, role=Role.RESPONDENT, label="Camat", particulars=who))
    add_attendance(home, incident, party, exhibits=[shot(home, other, "lain.jpg")])
    window.shell.open_case(case, "people")
    settle()
    page = window.shell.present
    assert "Mungkin orang yang sama" in words_in(page.people.same)
    hint = next(one for one in suggest_same(home, case) if one.party_code == "T-01")
    page.people.same.confirm_wanted.emit(hint)
    sheet = page.findChildren(ReasonSheet)[-1]
    sheet.reason.setText("SK contoh")
    sheet.primary.click()
    settle()
    assert "sudah dipastikan" in words_in(page.people.same)
    page.turn("events")
    settle()
    likes = page.events.likes
    assert "Rapat umum contoh" in words_in(likes)
    press(likes, "Abaikan")
    assert "Rapat umum contoh" not in words_in(likes._body._inner)
    press(likes, "1 usul diabaikan – tampilkan")
    press(likes, "Terapkan")
    settle()
    assert fact_of(window, case, "hadir_paslon_lain").value == "YA"
    assert not likes.isVisible()


def test_a_click_on_the_photo_says_this_is_the_person(page, window, case, settle, photos, qtbot):
    home = window.session.home
    first, second = (party.id for party in page.view.file.parties[:2])
    window.shell.open_exhibit(photos, 0, case)
    settle()
    viewer = window.shell.present
    viewer.canvas.show_image(QImage(800, 600, QImage.Format.Format_RGB32), "photo", "")
    bar = viewer.shown
    bar.point(first)
    middle = QPoint(viewer.canvas.width() // 2, viewer.canvas.height() // 2)
    qtbot.mouseClick(viewer.canvas, Qt.MouseButton.LeftButton, pos=middle)
    settle()
    (mark,) = list_markers(home, case, photos[0])
    assert (mark.party, round(mark.x, -1), round(mark.y, -1)) == (first, 500, 500)
    bar.point(second)
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_Return)
    settle()
    assert [(one.x, one.y) for one in list_markers(home, case)][1] == (510, 500)
    bar.withdraw(mark.event)
    sheet = bar.findChildren(ReasonSheet)[-1]
    sheet.reason.setText("orang lain")
    sheet.primary.click()
    settle()
    assert [one.party for one in list_markers(home, case)] == [second]
    window.shell.open_case(case, "people")
    settle()
    assert "Ditunjuk pada foto B-01" in words_in(page.people)
