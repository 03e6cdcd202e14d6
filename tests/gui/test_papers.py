"""Papers in the window: by stage, previewed, filled in, made final, kept when they leave."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton

from cases import clock
from cases.papers.making import read_paper
from cases.papers.office_head import read_letterhead
from cases.work.against import note_against
from cases.work.cases import read_case_file
from gui.sheets.papers import FillField, FinalSheet, LetterheadSheet, NameOfForm
from tests.cases.papers.reading import words_of

pytestmark = pytest.mark.gui


@pytest.fixture
def page(window, case, settle):
    """The tab of papers, shown."""
    window.shell.open_case(case, "papers")
    settle()
    return window.shell.present


def home_of(window):
    return window.session.home


def open_form(page, window, settle, form, **how):
    """Open one form from the list, as its button does."""
    row = next(one for one in page.papers.rows if one.form == form)
    page.papers.open_form(row, **how)
    settle()
    return window.shell.present


def sheet(paper, kind):
    """The sheet of this kind that stands open."""
    return next(one for one in paper.findChildren(kind) if one.isVisible())


def fill_in(paper, settle, field, text):
    """Fill in one of the gaps, as a click on it does."""
    gap = next(one for one in paper._paper.gaps if one.field == field)
    paper.gaps.wanted.emit(gap.leads, gap.label)
    filling = sheet(paper, FillField)
    assert isinstance(filling.text, QPlainTextEdit)
    filling.text.setPlainText(text)
    filling.primary.click()
    settle()


def test_a_paper_is_previewed_filled_in_confirmed_and_made_final(page, window, case, settle):
    home = home_of(window)
    paper = open_form(page, window, settle, "lhp")
    assert paper.document.pageCount() >= 1
    assert read_case_file(home, case).papers == ()

    fill_in(paper, settle, "tahapan", "Tahapan kampanye contoh")
    assert "Tahapan kampanye contoh" in words_of(paper._paper.data)
    assert "tahapan" not in {one.field for one in paper._paper.gaps}

    assert paper._paper.check
    paper.gaps.check_wanted.emit()
    name = sheet(paper, NameOfForm)
    name.mark.setText("FORMULIR MODEL A CONTOH")
    name.primary.click()
    settle()
    assert not paper._paper.check
    assert "FORMULIR MODEL A CONTOH" in words_of(paper._paper.data)

    note_against(home, case, "Terlapor mengatakan hadir sebagai undangan.")
    paper.make_final()
    settle()
    final = sheet(paper, FinalSheet)
    assert clock.today()[:4] in final.number.text()
    final.number.setText("004/LHP/CONTOH/2024")
    final.primary.click()
    settle()
    (kept,) = read_case_file(home, case).papers
    text = words_of(read_paper(home, kept.event))
    assert kept.final
    assert kept.number == "004/LHP/CONTOH/2024"
    assert "NOMOR : 004/LHP/CONTOH/2024" in text
    assert "DRAF" not in text
    assert not paper.final.isVisible()


def test_a_paper_is_kept_when_it_leaves_and_opened_again(
    page, window, case, settle, tmp_path, qtbot
):
    paper = open_form(page, window, settle, "temuan")
    paper.save_word_to(tmp_path / "temuan.docx")
    settle()
    assert (tmp_path / "temuan.docx").read_bytes().startswith(b"PK")
    paper.save()
    dialog = paper.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(f"/{page.title}-formulir-temuan.pdf")
    dialog.close()
    paper.save_to(tmp_path / "temuan.pdf")
    settle()
    told = window.shell._notices
    assert str(tmp_path / "temuan.pdf") in told.words.text()
    assert told.action.text() == "Buka folder"
    kept = read_case_file(home_of(window), case).papers[-1]
    assert (tmp_path / "temuan.pdf").read_bytes() == read_paper(home_of(window), kept.event)

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert window.shell.present is page
    window.shell.open("paper")
    paper.gaps.wanted.emit("peristiwa:x", "Tempat")
    settle()
    assert window.shell.present is page
    assert page._stack.currentWidget() is page.events
    page.papers.show_wanted.emit(kept.event, kept.title)
    settle()
    assert window.shell.present.title == kept.title


def test_letterhead_and_empty_forms(page, window, settle, tmp_path):
    Image.new("RGBA", (60, 60), (200, 0, 0, 128)).save(tmp_path / "logo.png")
    next(b for b in page.papers.findChildren(QPushButton) if "Kepala surat" in b.text()).click()
    settle()
    head = sheet(page, LetterheadSheet)
    head.address.setText("Jalan Contoh 7")
    head.take_logo(tmp_path / "logo.png")
    head.primary.click()
    settle()
    told = read_letterhead(home_of(window))
    assert told.address == "Jalan Contoh 7"
    assert (told.logo or b"").startswith(b"\xff\xd8")

    paper = open_form(page, window, settle, "temuan", blank=True)
    assert paper._paper.gaps == ()
    text = words_of(paper._paper.data)
    assert "Jalan Contoh 7" in text
    assert "Kampanye terbuka" not in text
