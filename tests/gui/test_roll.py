"""Attendance of many: the table, pasted rows, what is kept while one types, lists of others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from cases.work.cases import read_case_file
from cases.work.drafts import read_drafts
from gui.pages.attendance.columns import Column, read_words, words_of
from gui.pages.attendance.importing import ListSheet
from gui.pages.attendance.rows import Person, draft_of, restore
from gui.sheets.picking import PickExhibits
from tests.cases.work.story import bodies, preview, take_in

pytestmark = pytest.mark.gui

ROLES = Column(
    "peran_hadir", "Peran", "multi", 100, (("PENDENGAR", "Pendengar"), ("PANITIA", "Panitia"))
)
PROOF = Column("exhibits", "Bukti", "exhibits", 100, (("a", "B-01"), ("b", "B-02"), ("c", "B-03")))
SURE = Column("atribut_partai", "Atribut", "yesno", 100, (("ya", "Ya"), ("tidak", "Tidak")))


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (ROLES, "pendengar dan Panitia", ["PENDENGAR", "PANITIA"]),
        (ROLES, "PENDENGAR", ["PENDENGAR"]),
        (ROLES, "penari", None),
        (PROOF, "B-01, b03", ["a", "c"]),
        (PROOF, "1-3", ["a", "b", "c"]),
        (PROOF, "3 2", ["c", "b"]),
        (PROOF, "B-09", None),
        (PROOF, "1-9", None),
        (SURE, "ya", "ya"),
        (SURE, "T", "tidak"),
        (SURE, "mungkin", None),
        (Column("tgl", "Tanggal", "date", 90), "3 Feb 2024", "2024-02-03"),
        (Column("tgl", "Tanggal", "date", 90), "besok", None),
    ],
)
def test_words_of_a_cell_are_read_or_not_guessed(column, text, value):
    assert read_words(column, text) == value


def test_values_are_shown_in_words():
    assert words_of(ROLES, ["PENDENGAR", "PANITIA"]) == "Pendengar, Panitia"
    assert words_of(SURE, value=True) == "Ya"
    assert words_of(SURE, None) == ""


def test_what_was_typed_comes_back_beside_what_stands():
    known = Person(party="t1", there=True, stood=True, facts={"a": "X"}, had_facts={"a": "X"})
    known.facts["b"] = "Y"
    new = Person(label="Staf", name="Contoh", there=True, exhibits=("e",))
    text = draft_of([known, new, Person()], {"hari_jam_kerja": "ya"}, ["b"])
    people = [Person(party="t1", facts={"a": "Z"}, had_facts={"a": "Z"}, there=True, stood=True)]

    shared, columns = restore(text, people)

    assert (shared, columns) == ({"hari_jam_kerja": "ya"}, ["b"])
    assert people[0].facts == {"a": "Z", "b": "Y"}
    assert (people[1].name, people[1].exhibits, people[1].is_changed) == ("Contoh", ("e",), True)
    assert draft_of([Person()], {}, []) == ""


@pytest.fixture
def photos(home, case):
    """Two photos of the case; their print copies are made, so that nothing is decoded here."""
    two = take_in(home, case, "IMG_1.jpg"), take_in(home, case, "IMG_2.jpg")
    for photo in two:
        preview(home, case, photo)
    return two


@pytest.fixture
def roll(photos, window, case, settle):
    """The attendance of the incident, shown."""
    window.shell.open_case(case, "events")
    settle()
    page = window.shell.present
    page.events.roll_wanted.emit(page.view.file.incidents[0].id)
    settle()
    return window.shell.present


def cell(roll, row, key):
    return roll.model.index(row, roll.model.place_of(key))


def words(roll, row, key):
    return roll.model.data(cell(roll, row, key), Qt.ItemDataRole.DisplayRole)


def paste_people(roll, qtbot, count):
    rows = "\n".join(f"Contoh {n}\t1985010120050110{n:02d}\tStaf\tpendengar" for n in range(count))
    QGuiApplication.clipboard().setText(f"Nama\tNIP\tJabatan\tHadir sebagai\n{rows}")
    roll.table.setFocus()
    qtbot.keyClick(roll.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def fill_down(roll, qtbot, key, rows):
    model = roll.table.selectionModel()
    roll.table.clearSelection()
    for row in rows:
        model.select(cell(roll, row, key), model.SelectionFlag.Select)
    qtbot.keyClick(roll.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_sixty_people_are_typed_pasted_filled_down_and_saved_as_one_action(
    roll, window, case, settle, qtbot, photos
):
    home = window.session.home
    assert [words(roll, row, "code") for row in (0, 1)] == ["T-01", "T-02"]
    assert words(roll, 0, "name") == "tersegel"
    roll.shared.add("hari_jam_kerja")
    roll.shared._put("hari_jam_kerja", "ya")
    paste_people(roll, qtbot, 58)
    settle()
    assert len(roll.model.people) == 61, "an empty row waits"
    assert words(roll, 2, "peran_hadir") == "Pendengar"
    roll.add_column("atribut_partai")
    roll.model.setData(cell(roll, 2, "atribut_partai"), "ya")
    fill_down(roll, qtbot, "atribut_partai", range(2, 60))
    roll.bind_exhibits()
    sheet = roll.findChild(PickExhibits)
    sheet.grid.selectAll()
    sheet.primary.click()
    assert words(roll, 59, "exhibits") == "B-01, B-02"

    roll.save.click()
    settle()

    file = read_case_file(home, case)
    assert len(file.attendance) == 60
    assert {one.exhibits for one in file.attendance[2:]} == {photos}
    shared = next(fact for fact in file.facts if fact.fact == "hari_jam_kerja")
    assert (shared.party, shared.value) == (None, True)
    attributes = [fact for fact in file.facts if fact.fact == "atribut_partai"]
    assert len(attributes) == 58
    assert attributes[0].statements[0].exhibits == photos
    assert read_drafts(home, f"{case}/") == {}
    assert words(roll, 59, "code") == "T-60"
    assert not roll.unsaved


def test_unfinished_typing_is_kept_and_strange_words_are_not_taken(roll, window, case, settle):
    home = window.session.home
    at = len(roll.model.people) - 1
    roll.model.setData(cell(roll, at, "label"), "Lurah")
    roll.model.setData(cell(roll, at, "status_subjek"), "raja")
    assert "raja" in roll._state.text
    roll.model.setData(cell(roll, at, "number"), "123")
    fault = roll.model.data(cell(roll, at, "number"), Qt.ItemDataRole.ToolTipRole)
    assert "18 angka" in fault
    roll.back()
    settle()
    assert read_drafts(home, f"{case}/roll/")
    assert bodies(home, case, "attendance.recorded")[2:] == []
    page = window.shell.present
    page.events.roll_wanted.emit(page.view.file.incidents[0].id)
    settle()
    assert words(roll, at, "label") == "Lurah"
    assert roll.unsaved
    assert roll.model.remove_new([at]) == 1
    assert not roll.unsaved


def test_a_cell_opens_with_enter_and_tab_leaves_the_table(roll, qtbot):
    from gui.widgets.ticks import Ticks

    roll.table.setFocus()
    roll.table.go_to(0, roll.model.place_of("peran_hadir"))
    qtbot.keyClick(roll.table, Qt.Key.Key_Return)
    editor = roll.table.findChild(Ticks)
    editor.tick(["PENDENGAR"])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words(roll, 0, "peran_hadir") == "Pendengar")
    assert not roll.table.tabKeyNavigation()
    roll.model.setData(cell(roll, 0, "peran_hadir"), [])
    assert words(roll, 0, "peran_hadir") == ""


def test_a_list_is_previewed_corrected_and_becomes_an_exhibit(
    roll, window, case, settle, tmp_path
):
    home = window.session.home
    file = tmp_path / "daftar.csv"
    file.write_text(
        "Daftar hadir contoh;;\nNama Lengkap Pegawai;NIP;Status\n"
        "Contoh Satu;198001012005011009;PNS\nContoh Dua;198001012005011009;Raja\n",
        "utf-8",
    )
    roll.import_list()
    sheet = roll.findChild(ListSheet)
    sheet.read(file)
    settle()
    assert "kolom mana yang berisi nama" in sheet.trouble.text()
    assert not sheet.primary.isEnabled()
    sheet._mean(0, "name")
    settle()
    notes = [sheet.preview.data(sheet.preview.index(row, 4)) for row in range(2)]
    assert notes[0] == ""
    assert "sama dengan baris 3" in notes[1]
    assert "“Raja” tidak dikenal" in notes[1]
    assert sheet.preview.data(sheet.preview.index(0, 1)).endswith("1009")
    assert "198001" not in sheet.preview.data(sheet.preview.index(0, 1))
    assert sheet.primary.text() == "Catat 1 orang"
    sheet.primary.click()
    settle()
    found = read_case_file(home, case)
    assert found.exhibits[-1].file == "daftar.csv"
    assert found.attendance[-1].exhibits == (found.exhibits[-1].id,)
    assert words(roll, 2, "code") == "T-03"


def test_a_file_that_is_no_list_is_refused_in_the_sheet(roll, settle, tmp_path):
    file = tmp_path / "kosong.csv"
    file.write_bytes(b"")
    roll.import_list()
    sheet = roll.findChild(ListSheet)
    sheet.read(file)
    settle()
    assert "tidak dapat dibaca" in sheet.trouble.text()
