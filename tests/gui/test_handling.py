"""Penanganan, Tenggat, Pencegahan and the packs in Pengaturan, as somebody at the window."""

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from cases import clock
from cases.work.cases import edit_case, read_case_file
from cases.work.handling import read_handling
from cases.work.holidays import list_taken
from cases.work.prevention import list_prevention
from gui.desk import agenda
from gui.sheets.handling import MoveSheet, TriggerSheet, WhySheet
from gui.sheets.prevention import PreventionSheet


def words_in(widget):
    return [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]


def press(widget, name):
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if name in {one.accessibleName(), one.text().strip()}
    ]
    assert found, name
    found[0].click()


@pytest.fixture
def tab(window, case, settle):
    """The tab of a case that was found two days ago."""
    clock.use(lambda: clock.Moment("2024-01-24T01:00:00.000Z", 0, "boot", "+08:00"))
    edit_case(window.session.home, case, found_at="2024-01-22", dates={"diregistrasi": ""})
    window.shell.open_case(case, "handling")
    settle()
    return window.shell.present.handling


def the_next_steps_stand_there_with_their_article_and_one_is_taken(window, case, tab, settle):
    assert "Laporan hasil pengawasan (Formulir A)" in words_in(tab)
    assert any("Perbawaslu 5/2022 pasal 18 ayat (6)" in words for words in words_in(tab))
    press(tab, "Catat: Mengajukan dugaan pelanggaran ke rapat pleno")
    sheet = tab.findChild(MoveSheet)
    sheet.category.choose("HUKUM_LAINNYA")
    sheet.primary.click()
    settle()

    stands = read_handling(window.session.home, case)
    assert (stands.state, stands.category) == ("PLENO_LHP", "HUKUM_LAINNYA")
    assert "Rapat pleno hasil pengawasan" in words_in(tab)

    press(tab, "Tarik langkah terakhir")
    sheet = tab.findChildren(WhySheet)[-1]
    sheet.primary.click()
    assert sheet.trouble.text()
    sheet.reason.setText("salah kasus")
    sheet.primary.click()
    settle()
    assert read_handling(window.session.home, case).state == "LHP"
    assert "Ditarik: salah kasus" in words_in(tab)


def a_requirement_is_answered_in_place(window, case, tab, settle):
    press(tab, "Ya: identitas pelaku")
    settle()
    found = {one.key: one.met for one in read_handling(window.session.home, case).requirements}
    assert found["identitas_pelaku"] == "ya"


def a_date_is_corrected_with_a_reason_and_the_old_one_stays_readable(window, case, tab, settle):
    press(tab, "Tanggal: dugaan pelanggaran ditemukan pengawas")
    sheet = tab.findChild(TriggerSheet)
    sheet.when.show_time("2024-01-21")
    sheet.primary.click()
    assert "alasan" in sheet.trouble.text()
    sheet.reason.setText("salah baca")
    sheet.primary.click()
    settle()
    assert read_case_file(window.session.home, case).case.found_at == "2024-01-21"
    assert any("Semula 22 Jan 2024" in words for words in words_in(tab))


def a_rule_is_alleged_from_the_tab(tab, settle):
    tab.rule.choose("DS-01")
    press(tab, "Nyatakan dugaan")
    settle()
    assert any(words.startswith("DS-01 ·") for words in words_in(tab))


def the_agenda_tells_why_and_the_calendar_goes_to_a_file(window, settle, tmp_path):
    QTest.keyClick(window.shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = window.shell.open("deadlines")
    settle()
    assert page.agenda.entries
    page.agenda.entries[0].click()
    settle()
    words = words_in(page.why)
    assert any("Sabtu/Minggu" in one for one in words) or any("hari" in one for one in words)
    assert page.told.text().endswith("berjalan") or "lewat" in page.told.text()

    page.save(tmp_path / "tenggat.ics", agenda.save_calendar)
    settle()
    calendar = Calendar.from_ical((tmp_path / "tenggat.ics").read_bytes())
    assert calendar.walk("VEVENT")
    page.save(tmp_path / "daftar.pdf", agenda.save_list)
    settle()
    assert (tmp_path / "daftar.pdf").read_bytes().startswith(b"%PDF")


def the_month_is_walked_with_the_keyboard(window, settle):
    page = window.shell.open("deadlines")
    settle()
    grid = page.grid
    start = grid.day
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert (grid.day - start).days == 7
    month = grid.month
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    settle()
    assert grid.month > month
    assert "2024" in page.month.text() or "202" in page.month.text()
    QTest.keyClick(grid, Qt.Key.Key_T)
    settle()
    assert grid.day == start


def prevention_is_recorded(window, settle):
    page = window.shell.open("prevention")
    settle()
    press(page, "Catat pencegahan")
    sheet = page.findChild(PreventionSheet)
    sheet.primary.click()
    assert sheet.trouble.text()
    sheet.heading.setText("Imbauan netralitas (CONTOH)")
    sheet.audience.setText("ASN Kantor Camat")
    sheet.primary.click()
    settle()
    (one,) = list_prevention(window.session.home)
    assert (one.kind, one.audience) == ("imbauan", "ASN Kantor Camat")
    assert "Imbauan netralitas (CONTOH)" in words_in(page)


def a_table_of_holidays_is_looked_at_before_it_is_taken_over(window, settle, tmp_path):
    file = tmp_path / "libur.csv"
    file.write_text(
        "tanggal,jenis,nama,dasar\n2031-01-01,libur_nasional,Tahun Baru,SKB contoh\n", "utf-8"
    )
    page = window.shell.open("settings")
    settle()
    card = page.holidays
    card.look_at(file)
    settle()
    assert "tambah: 2031-01-01 · Tahun Baru (resmi)" in words_in(card)
    assert list_taken(window.session.home) == ()
    card.take()
    settle()
    assert "belum diisi" in card.trouble.text()
    card.reason.setText("SKB dibaca sendiri")
    card.take()
    settle()
    assert list_taken(window.session.home)[0].years == (2031,)
    assert any("netralitas-" in words for words in words_in(page.packs))


def test_a_case_is_handled_from_its_tab(window, case, tab, settle):
    the_next_steps_stand_there_with_their_article_and_one_is_taken(window, case, tab, settle)
    a_requirement_is_answered_in_place(window, case, tab, settle)
    a_date_is_corrected_with_a_reason_and_the_old_one_stays_readable(window, case, tab, settle)
    a_rule_is_alleged_from_the_tab(tab, settle)


def test_what_an_office_does_beside_one_case(window, tab, settle, tmp_path):
    the_agenda_tells_why_and_the_calendar_goes_to_a_file(window, settle, tmp_path)
    the_month_is_walked_with_the_keyboard(window, settle)
    prevention_is_recorded(window, settle)
    a_table_of_holidays_is_looked_at_before_it_is_taken_over(window, settle, tmp_path)
