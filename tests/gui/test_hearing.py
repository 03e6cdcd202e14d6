"""The page of a hearing: used with the keyboard while the person sits opposite."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from cases.work.cases import read_case_file
from cases.work.drafts import read_drafts
from cases.work.facts import state_fact
from gui.pages.hearing.page import HearingPage
from gui.sheets.hearing import ChangedAnswer, DeliverySheet, FollowUp
from gui.sheets.reason import ReasonSheet


def home_of(window):
    return window.session.home


@pytest.fixture
def page(window, case, settle, qtbot) -> HearingPage:
    """The hearing of the first respondent, just opened from the tab of people."""
    window.shell.open_case(case, "people")
    settle()
    opened = window.shell.present
    opened.people.clarify_wanted.emit(opened.view.file.parties[0].id)
    assert not opened.view.file.clarifications  # asked first: it would stand in the journal
    asked = next(box for box in opened.findChildren(QMessageBox) if box.isVisible())
    next(one for one in asked.buttons() if "klarifikasi" in one.text()).click()
    settle()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert isinstance(window.shell.present, HearingPage)
    return window.shell.present


def hearing(window, case):
    return read_case_file(home_of(window), case).clarifications[0]


def put(field, text):
    field.setText(text)
    field.editingFinished.emit()


def test_questions_are_answered_with_the_keyboard_alone(page, window, case, settle, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    field = page.asking.asked._field
    assert page._stack.currentWidget() is page.asking
    assert field.hasFocus()

    qtbot.keyClicks(field, "Saya sehat.")
    field._timer.timeout.emit()
    settle()
    assert "Saya sehat." in read_drafts(home_of(window), f"{case}/").values()
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    first, second, *_ = hearing(window, case).questions
    assert (first.answer, bool(first.answered_at)) == ("Saya sehat.", True)
    assert page.asking.question.id == second.id
    assert page.asking.asked._field.hasFocus()
    assert read_drafts(home_of(window), f"{case}/") == {}


def test_a_question_of_a_fact_shows_what_others_said_and_states_the_fact(
    page, window, case, settle
):
    questions = hearing(window, case).questions
    at, asked = next((n, q) for n, q in enumerate(questions) if q.fact)
    file = read_case_file(home_of(window), case)
    witness = next(party for party in file.parties if party.code == "S-01")
    value = "YA" if asked.fact == "hadir_paslon_lain" else True
    state_fact(
        home_of(window), asked.incident, asked.fact, value, case=case, party=asked.about,
        sayer=witness.id, note="Saya melihatnya sendiri.",
    )  # fmt: skip
    page.refresh()
    settle()
    page.turn(2)
    page.asking.step(at)
    words = [label.text() for label in page.asking.asked._under.findChildren(QLabel)]
    assert any("S-01" in text and "Saya melihatnya sendiri." in text for text in words)

    page.asking.asked._mean(asked, value)
    settle()
    said = [one for fact in read_case_file(home_of(window), case).facts for one in fact.statements]
    assert any(one.sayer == page.view.party.id for one in said)


def test_an_invitation_its_delivery_and_an_absence_are_recorded_in_place(
    page, window, case, settle
):
    page.turn(0)
    page.calling.letter.setText("031/PM")
    page.calling.send.click()
    settle()
    page.calling._deliver(page.view.hearing.invitations[0])
    sheet = page.findChild(DeliverySheet)
    sheet.receiver.setText("keluarga")
    sheet.primary.click()
    settle()
    page.calling._miss()
    reason = page.findChild(ReasonSheet)
    reason.reason.setText("sakit")
    reason.primary.click()
    settle()

    (sent,) = hearing(window, case).invitations
    assert (sent.letter, sent.receiver, sent.missed_reason) == ("031/PM", "keluarga", "sakit")
    assert page.calling._new_box.isVisibleTo(page)


def test_after_reading_back_the_text_is_frozen_and_changes_have_a_reason(
    page, window, case, settle
):
    page.arrival.began.now.click()
    page.asking._answer(hearing(window, case).questions[0].id, "Saya sehat.", None)
    settle()
    page.signing.change({"signature": "ditandatangani"})
    settle()
    box = page.findChild(QMessageBox)
    assert "dibacakan" in box.text()
    box.close()

    page.reading.read.click()
    settle()
    assert page.asking.asked._field is None
    sheet = ChangedAnswer(page, page.session, page.view.hearing.questions[0])
    sheet.text.setPlainText("Saya kurang sehat.")
    sheet.primary.click()
    assert sheet.trouble.isVisibleTo(sheet)
    sheet.reason.setText("salah sebut")
    sheet.primary.click()
    settle()
    page.signing.change({"signature": "ditandatangani"})
    settle()

    held = hearing(window, case)
    assert held.signature == "ditandatangani"
    assert held.questions[0].answer == "Saya kurang sehat."
    assert [one.before for one in held.questions[0].changes] == ["Saya sehat."]
    assert not page.signing.hand.isEnabled()  # Pilkada: no copy before the end


def test_who_came_and_the_oath_are_written_as_they_are_chosen(page, window, case, settle):
    page.turn(1)
    put(page.arrival._texts["identity"], "KTP")
    page.arrival._choices["oath"].choose("menolak")
    page.arrival._choices["oath"].activated.emit(2)
    page.arrival._choices["companion_kind"].choose("kuasa_hukum")
    page.arrival._choices["companion_kind"].activated.emit(1)
    settle()
    put(page.arrival._texts["oath_reason"], "menurut keyakinan")
    settle()

    held = hearing(window, case)
    assert (held.identity, held.oath, held.companion_kind) == ("KTP", "menolak", "kuasa_hukum")
    assert held.oath_reason == "menurut keyakinan"
    assert "surat kuasa" in page._cautions.text()


def test_a_follow_up_comes_before_the_officer_and_only_the_question_is_turned_round(
    page, window, case, settle
):
    page.turn(2)
    page.asking._follow()
    sheet = page.findChild(FollowUp)
    sheet.text.setPlainText("Sejak kapan?")
    sheet.primary.click()
    settle()
    assert page.asking.question.text == "Sejak kapan?"
    assert hearing(window, case).questions[-1].origin == "susulan"

    page.turn_round()
    assert not page.asking.left.isVisibleTo(page)
    assert not page.steps.isVisibleTo(page)
    page.turn_round()
    assert page.asking.left.isVisibleTo(page)


def test_every_control_of_a_hearing_has_a_name(page, window, settle):
    from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

    for step in range(5):
        page.turn(step)
        settle()
        for kind in (QPushButton, QLineEdit, QPlainTextEdit, QComboBox):
            for widget in page.findChildren(kind):
                if widget.isVisible():
                    assert widget.accessibleName(), (step, kind)
