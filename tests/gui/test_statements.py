"""Times and places of many exhibits in one action, the clock card, and the way back."""

from datetime import datetime, timedelta

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt

from cases import clock
from cases.work import regions
from cases.work.exhibits import list_exhibits
from gui import background
from gui.sheets.clock_card import ClockCardSheet
from gui.sheets.places import PlaceSheet
from gui.sheets.times import TimeSheet, read_span
from gui.widgets.notice import NoticeBar
from tests.cases.work.region_sample import write_pack
from tests.cases.work.story import preview, take_in
from tests.cases.work.test_camera_clocks import NAIVE

pytestmark = pytest.mark.gui


@pytest.fixture
def page(window, case, settle):
    """The tab Bukti of a case with three photos whose print copies are there."""
    home = window.session.home
    for number in range(3):
        taken = {**NAIVE, "local": f"2024-10-17T09:3{number}:00"}
        preview(home, case, take_in(home, case, f"IMG_{number}.jpg", taken=taken))
    window.shell.open_case(case, "evidence")
    settle()
    return window.shell.present


def sheet_of(page, kind):
    background.resting()
    return next(one for one in page.findChildren(kind) if one.isVisible())


def notice_of(window) -> NoticeBar:
    found: NoticeBar = window.shell.findChild(NoticeBar)
    return found


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("125", 125), ("2:05", 125), ("1:02:05", 3725), ("0,5", 0.5), ("x", None), ("", None)],
)
def test_a_span_is_read_as_people_write_it(text, seconds):
    assert read_span(text) == seconds


def test_a_zone_is_tried_stated_and_taken_back(page, window, case, settle):
    home = window.session.home
    before = list_exhibits(home, case)
    page.evidence.grid.selectAll()
    assert page.statements.count.text() == "3 dipilih"
    page.statements.time.click()
    settle()
    sheet = sheet_of(page, TimeSheet)
    assert sheet.zone.value == "+08:00"
    assert "3 dari 3 waktu berubah" in sheet.verdict.text()
    assert sheet.model.index(0, 0).data().endswith("menjadi 17 Okt 2024, 09.30 WITA")
    sheet._record()
    assert "dari mana" in sheet.trouble.text()
    sheet.reason.setText("HP diatur WITA")
    sheet._record()
    settle()
    assert {one.taken.zone_source for one in list_exhibits(home, case)} == {"stated"}

    bar = notice_of(window)
    assert bar.isVisible()
    bar.undo()
    settle()
    assert list_exhibits(home, case) == before
    assert not bar.isVisible()


def test_an_error_of_the_clock_moves_the_interval(page, window, case, settle):
    page.evidence.grid.setCurrentIndex(page.evidence.grid.model().index(1, 0))
    page.statements.state_time()
    sheet = sheet_of(page, TimeSheet)
    sheet.choose_kind("error")
    settle()
    assert sheet.said is None
    sheet.way.choose("-")
    sheet.span.setText("0:02:05")
    sheet.doubt.setText("2")
    sheet.reason.setText("dibandingkan dengan jam radio")
    sheet.try_out()
    settle()
    assert "1 dari 1" in sheet.verdict.text()
    sheet._record()
    settle()
    taken = list_exhibits(window.session.home, case)[1].taken
    assert (taken.clock_error_ms, taken.clock_plus_minus_ms) == (-125_000, 2_000)


def test_places_are_stated_for_photos_without_one(page, window, case, settle):
    page.evidence.grid.selectAll()
    page.statements.place.click()
    settle()
    sheet = sheet_of(page, PlaceSheet)
    sheet._record()
    assert "Tidak tahu" in sheet.trouble.text()
    sheet.place.show_code("53.01.06")
    sheet._record()
    settle()
    home = window.session.home
    placed = [one.placed for one in list_exhibits(home, case)]
    assert {(one.how, one.place.code) for one in placed} == {("stated", "53.01.06")}
    spoken = page.evidence.grid.model().index(0, 0).data(11)  # AccessibleTextRole
    assert "Kupang Timur (menurut pengawas)" in spoken
    notice_of(window).undo()
    settle()
    assert {one.placed.how for one in list_exhibits(home, case)} == {""}

    page.evidence.grid.selectAll()
    page.statements.place.click()
    settle()
    sheet = sheet_of(page, PlaceSheet)
    sheet.unknown.setChecked(True)
    assert not sheet.place.isEnabled()
    sheet._record()
    settle()
    assert {one.placed.how for one in list_exhibits(home, case)} == {"unknown"}


def test_the_borders_suggest_and_the_officer_confirms(page, window, case, tmp_path, settle):
    home = window.session.home
    regions.install_regions(home, write_pack(tmp_path / "wilayah.sqlite"), unsigned=True)
    place = {"lat": "-10.15", "lon": "123.75"}
    preview(home, case, take_in(home, case, "gps.jpg", taken=NAIVE, gps=place))
    page.refresh()
    settle()
    page.evidence.grid.selectAll()
    page.statements.place.click()
    settle()
    sheet = sheet_of(page, PlaceSheet)
    (suggestion,) = sheet.suggestions
    assert "1 foto" in suggestion.box.text()
    suggestion.box.setChecked(True)
    sheet._record()
    settle()
    placed = list_exhibits(home, case)[3].placed
    assert placed.how == "confirmed"
    assert placed.place.code == suggestion.placed.place.code


def test_a_photo_of_the_clock_card_measures_the_camera(page, window, case, tmp_path, settle):
    page.statements.measure()
    sheet = sheet_of(page, ClockCardSheet)
    sheet.renew()
    sheet._timer.stop()
    said = datetime.fromisoformat(clock.now().wall) + timedelta(hours=8, minutes=10)
    shot = sheet.code.grab().toImage()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shot.save(buffer, "PNG")
    (tmp_path / "layar.png").write_bytes(bytes(held.data()))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Contoh", "Kamera"
    exif.get_ifd(0x8769)[0x9003] = f"{said:%Y:%m:%d %H:%M:%S}"
    with Image.open(tmp_path / "layar.png") as picture:
        picture.convert("RGB").save(tmp_path / "kartu.jpg", exif=exif)
    sheet.take_in([tmp_path / "kartu.jpg"])
    settle()
    assert sheet.verdict.text().startswith("Jam kamera itu lebih cepat")
    assert "1 foto" in sheet.primary.text()
    assert list_exhibits(window.session.home, case)[3].taken.clock == ""
    sheet._state()
    settle()
    taken = list_exhibits(window.session.home, case)[3].taken
    assert taken.clock == "measured"
    assert abs(taken.clock_error_ms - 600_000) <= taken.clock_plus_minus_ms + 2_000


def test_a_caption_and_an_answer_are_taken_back(page, window, case, settle, qtbot):
    home = window.session.home
    first = list_exhibits(home, case)[0]
    window.shell.open_exhibit((first.id,), 0, case)
    settle()
    viewer = window.shell.present
    viewer.acts._caption("Baliho tampak depan")
    settle()
    assert list_exhibits(home, case)[0].caption == "Baliho tampak depan"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert list_exhibits(home, case)[0].caption == ""

    window.shell.open_case(case, "summary")
    settle()
    question = next(one for one in page.view.assessment.questions if one.kind == "yesno")
    page.summary.answered.emit(question, question.choices[0][0], ())
    settle()
    assert len(page.view.assessment.questions) > 0
    facts = {(fact.fact, fact.incident, fact.party) for fact in page.view.file.facts}
    assert (question.fact, question.incident, question.party) in facts
    notice_of(window).undo()
    settle()
    stands = {
        (fact.fact, fact.incident, fact.party) for fact in page.view.file.facts if fact.statements
    }
    assert (question.fact, question.incident, question.party) not in stands


def test_a_field_of_a_case_is_written_back(page, window, case, settle):
    page.summary.edited.emit("title", "Judul lain")
    settle()
    assert page.view.file.case.title == "Judul lain"
    notice_of(window).undo()
    settle()
    assert page.view.file.case.title == "Camat hadir di kampanye terbuka paslon contoh"
