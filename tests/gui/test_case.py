"""The case page: answering in place, questions that stay, hearings, minutes, papers."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from cases.changes import Changes
from cases.work.assessment import read_assessment
from cases.work.cases import read_case_file
from cases.work.facts import state_fact
from cases.work.records import Role
from gui.background import bus
from gui.pages.case.finding import FindingCard
from gui.sheets.case_sheets import NewAttendance, NewIncident, NewPerson
from gui.widgets.answer import UNKNOWN, Answer
from gui.widgets.questions import key_of

pytestmark = pytest.mark.gui


@pytest.fixture
def page(window, case, settle):
    """The case page, shown."""
    window.shell.open_case(case, "summary")
    settle()
    return window.shell.present


def home_of(window):
    return window.session.home


def press(widget, words):
    """Press the button with these words, as a person would."""
    found = [b for b in widget.findChildren(QPushButton) if b.text().strip() == words]
    found[0].click()


def first_open_question(page):
    card = next(card for card in page.panel.cards if card.opened)
    return next(q for q in card.finding.missing if key_of(q) in card.own)


def test_answering_in_the_panel_assesses_anew_at_once(page, window, case, settle, qtbot):
    before = read_assessment(home_of(window), case)
    question = first_open_question(page)
    box = next(
        box
        for card in page.panel.cards
        for box in card.findChildren(Answer)
        if box.accessibleName() == question.text
    )
    with qtbot.waitSignal(bus.changed):
        press(box, "Tidak")
    settle()
    after = read_assessment(home_of(window), case)
    assert len(after.questions) < len(before.questions)
    assert key_of(question) not in {key_of(one) for one in page.view.assessment.questions}
    facts = read_case_file(home_of(window), case).facts
    stated = [fact for fact in facts if fact.fact == question.fact]
    assert stated[0].value in (False, "tidak", "TIDAK")


def test_belum_tahu_is_an_answer_and_stays_for_the_hearing(page, window, case, settle):
    question = first_open_question(page)
    page.acts.answer(question, UNKNOWN)
    settle()
    again = [one for one in page.view.assessment.questions if key_of(one) == key_of(question)]
    assert again[0].said_unknown


def test_what_somebody_types_survives_an_answer_elsewhere(page, window, case, settle, qtbot):
    shown = page.summary._fields["place"]
    shown.setFocus()
    qtbot.keyClicks(shown, " dekat balai")
    page.acts.answer(first_open_question(page), UNKNOWN)
    settle()
    assert shown.text().endswith("dekat balai")


def test_a_field_that_is_left_becomes_one_event(page, window, case, settle, qtbot):
    field = page.summary._fields["title"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Judul baru contoh")
    field.clearFocus()
    settle()
    assert read_case_file(home_of(window), case).case.title == "Judul baru contoh"
    assert page.header.saved.text.startswith("Tersimpan")


def test_only_raised_rules_are_shown_and_the_others_are_folded(page):
    shown = {card.finding.rule for card in page.panel.cards}
    raised = {one.rule for one in page.view.assessment.findings if one.raised}
    assert shown == raised
    assert page.panel._folded.isHidden()
    page.panel._others.click()
    assert page.panel._folded.isVisible()


def test_no_outcome_is_green_or_red(page):
    tones = {card.outcome.property("tone") for card in page.panel.cards}
    assert tones <= {"dugaan", "neutral", "warn"}


def test_the_panel_says_that_it_is_no_verdict(page):
    from PySide6.QtWidgets import QLabel

    words = [label.text() for label in page.panel.findChildren(QLabel)]
    assert any("bukan putusan" in text for text in words)


def test_a_question_is_asked_in_one_card_only(page):
    asked = [key for card in page.panel.cards for key in card.own]
    assert len(asked) == len(set(asked))


def test_a_card_opens_with_the_keyboard(page, qtbot):
    card = next(one for one in page.panel.findChildren(FindingCard) if not one.opened)
    card._toggle.setFocus()
    qtbot.keyClick(card._toggle, Qt.Key.Key_Space)
    assert card.opened


def test_contradicting_statements_are_shown_for_a_person_to_rule(page, window, case, settle):
    home = home_of(window)
    file = read_case_file(home, case)
    witness = next(party for party in file.parties if party.role is Role.WITNESS)
    fact = next(fact for fact in file.facts if fact.fact == "status_subjek")
    state_fact(home, fact.incident, "status_subjek", "TNI", party=fact.party, sayer=witness.id)
    bus.changed.emit(Changes(cases=frozenset({case})))
    settle()
    shown = [state for state in page.view.file.facts if state.contradicting]
    assert [state.fact for state in shown] == ["status_subjek"]


def test_one_button_makes_the_minutes_and_shows_them(page, window, case, settle):
    page.header.minutes.click()
    settle()
    paper = window.shell.present
    assert "Berita Acara" in paper.title
    assert paper.document.pageCount() >= 1
    file = read_case_file(home_of(window), case)
    assert [one.form for one in file.papers] == ["ba-klarifikasi"]
    assert len(file.clarifications) == 1


def test_a_shown_paper_never_lies_on_the_disk_in_clear(page, window, settle, folder, tmp_path):
    page.header.minutes.click()
    settle()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"%PDF-1" not in file.read_bytes()[:2000]


def test_without_a_printer_the_pdf_is_offered(page, window, settle, tmp_path, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(list))
    page.header.minutes.click()
    settle()
    paper = window.shell.present
    paper.print_paper()
    box = paper.findChild(QMessageBox)
    assert "Pencetak tidak ditemukan" in box.text()
    assert "Simpan PDF" in [button.text() for button in box.buttons()]
    box.close()
    paper.save_to(tmp_path / "contoh.pdf")
    settle()
    assert (tmp_path / "contoh.pdf").read_bytes().startswith(b"%PDF")


def test_printing_draws_every_page(page, window, settle, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    from gui.printing import print_pdf

    page.header.minutes.click()
    settle()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "cetak.pdf"))
    assert print_pdf(window.shell.present._paper.data, printer) >= 1
    assert (tmp_path / "cetak.pdf").stat().st_size > 1000


def test_minutes_without_anybody_to_hear_say_what_to_do(empty_window, settle):
    from cases.work.cases import open_case
    from cases.work.records import CaseId, Regime, Source

    home = home_of(empty_window)
    made = open_case(home, title="Contoh", regime=Regime.PEMILU, source=Source.TEMUAN).made
    empty_window.shell.open_case(CaseId(made), "summary")
    settle()
    page = empty_window.shell.present
    page.header.minutes.click()
    settle()
    box = page.findChild(QMessageBox)
    assert "Belum ada orang" in box.text()
    assert page.header.minutes.isEnabled()
    box.close()


def test_people_incidents_and_attendance_come_from_sheets(page, window, case, settle):
    page.people.add_wanted.emit()
    sheet = page.findChild(NewPerson)
    sheet.primary.click()
    assert "sebutan atau nama" in sheet.trouble.text()
    sheet.label.setText("Lurah")
    sheet.primary.click()
    settle()
    page.events.add_wanted.emit()
    sheet = page.findChild(NewIncident)
    sheet.title.setText("Rapat contoh")
    sheet.primary.click()
    settle()
    incident = page.view.file.incidents[-1]
    page.events.attendance_wanted.emit(incident.id)
    sheet = page.findChild(NewAttendance)
    sheet.primary.click()
    assert "Pilih siapa" in sheet.trouble.text()
    sheet.party.choose(page.view.file.parties[-1].id)
    sheet.primary.click()
    settle()
    file = read_case_file(home_of(window), case)
    assert file.parties[-1].label in ("Lurah", "Warga")
    assert [one.incident for one in file.attendance].count(incident.id) == 1


def test_particulars_are_covered_until_they_are_asked_for(page, window, settle):
    from PySide6.QtWidgets import QLabel

    window.shell.open_case(page.case, "people")

    def words():
        return " ".join(label.text() for label in page.people.findChildren(QLabel))

    assert "Contoh Camat" not in words()
    page.people.particulars_wanted.emit(page.view.file.parties[0].id)
    settle()
    assert "Contoh Camat" in words()
    assert "198001012005011001" not in words()
    assert "••••1001" in words()


def test_the_history_is_shown_and_checked(page, window, case, settle):
    window.shell.open_case(case, "history")
    settle()
    assert page.history._list.entries.rowCount() > 3
    page.history.check_wanted.emit()
    settle()
    assert page.history.verdict.text().startswith("Utuh")


def test_a_new_case_needs_a_title_only(window, settle):
    from gui.sheets.new_case import NewCase

    window.shell.new_case()
    sheet = window.findChild(NewCase)
    sheet.primary.click()
    assert "wajib" in sheet.trouble.text()
    sheet.title.setText("Kasus contoh kedua")
    sheet.found.hour.setText("25.99")
    sheet.primary.click()
    assert "jam seperti" in sheet.trouble.text()
    sheet.found.hour.setText("9.15")
    sheet.primary.click()
    settle()
    assert window.shell.present.view.file.case.title == "Kasus contoh kedua"
    assert window.shell.present.view.file.case.found_at.endswith("09:15+08:00")


def test_answers_on_hari_ini_are_written_too(window, case, settle):
    window.shell.open("today")
    settle()
    today = window.shell.present
    row = today.questions.rows[0]
    row.open_box()
    today.questions.answered.emit(row.question, UNKNOWN, ())
    settle()
    shown = [key_of(one.question) for one in today.questions.rows]
    assert key_of(row.question) not in shown


def test_nothing_personal_is_in_the_words_of_the_list(window, case, settle):
    window.shell.open("cases")
    settle()
    words = window.shell.present.list.currentIndex().data()
    assert "Contoh Camat" not in json.dumps(words)
    assert isinstance(window.shell._bar.search, QLineEdit)
