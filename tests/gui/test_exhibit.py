"""The viewer of an exhibit: looking closer, drawing copies, captures, originals, custody."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from cases import home as homes
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.work.capture_records import find_capture, read_capture
from cases.work.cases import open_case, read_case_file
from cases.work.custody import custody_of
from cases.work.derived import derived_bytes, derived_copies
from cases.work.exhibits import list_exhibits
from cases.work.incidents import record_incident
from cases.work.records import CaseId, Place, Regime, Source
from gui.sheets.capture import CaptureSheet
from gui.sheets.capture_facts import CaptureFacts
from gui.sheets.original import OriginalSheet
from gui.sheets.reason import ReasonSheet
from gui.sheets.rechecks import RecheckSheet
from tests.cases.intake.samples import dated, jpeg
from tests.cases.intake.test_viewing import two_pages
from tests.gui.conftest import CHEAP, OFFICER, PASSPHRASE, open_window
from tests.gui.drawing import draw

WHATSAPP = "IMG-20241018-WA0001.jpg"
pytestmark = pytest.mark.gui

PAGE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.facebook.com/contoh/posts/1"
    "\r\nDate: Sat, 19 Oct 2024 10:11:12 +0800\r\nMIME-Version: 1.0\r\nContent-Type: "
    'multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\ncontoh\r\n--x--'
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> tuple[Path, CaseId]:
    """A home with a case of a WhatsApp copy, a dated photo, a PDF, and a saved page; locked."""
    folder = tmp_path_factory.mktemp("bukti")
    card = folder / "kartu"
    card.mkdir()
    Image.new("RGB", (1600, 1200), "gray").save(card / WHATSAPP)
    (card / "IMG_2.jpg").write_bytes(jpeg(dated(b"2024:02:30 07:30:05")))
    two_pages(card)
    (card / "kiriman.mhtml").write_text(PAGE)
    home = homes.create(folder / "rumah", OFFICER, PASSPHRASE, cost=CHEAP)[0]
    made = open_case(
        home,
        title="Kasus contoh",
        regime=Regime.PILKADA,
        source=Source.TEMUAN,
        found_at="2024-10-17",
        place=Place(),
    )
    case = CaseId(made.made)
    record_incident(
        home, case=case, title="Kampanye", kind="KAMPANYE", election="PILGUB", contestant="A"
    )
    take_in(home, sorted(card.iterdir()), case=case)
    make_previews(home)
    home.lock()
    return folder, case


@pytest.fixture
def case(kept) -> CaseId:
    """The case."""
    return CaseId(kept[1])


@pytest.fixture
def window(qtbot, kept, tmp_path, settle):
    """The window over a copy of that home."""
    shutil.copytree(kept[0] / "rumah", tmp_path / "rumah")
    return open_window(qtbot, tmp_path / "rumah", settle)


@pytest.fixture
def viewer(window, case, settle):
    """The viewer on the WhatsApp copy."""
    show(window, case, WHATSAPP, settle)
    return window.shell.present


def show(window, case, name, settle):
    exhibits = list_exhibits(window.session.home, case)
    ids = tuple(one.id for one in exhibits)
    at = next(i for i, one in enumerate(exhibits) if one.file == name)
    window.shell.open_exhibit(ids, at, case)
    settle()
    return exhibits[at]


def press(widget, words):
    """Press the button with these words, as a person would."""
    found = [b for b in widget.findChildren(QPushButton) if b.text().strip() == words]
    assert found, words
    found[0].click()


def sheet_of(page, kind):
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def said(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_a_copy_is_drawn_kept_and_shown_as_what_it_is(viewer, window, case, settle, qtbot):
    home, exhibit = window.session.home, viewer.view.exhibit
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_S)
    settle()
    assert viewer.canvas._image.width() == 1600, "drawn on the original, not on the print copy"
    draw(viewer.editor, "blur", (0, 0), (100, 100))
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert viewer.editor.steps == []
    draw(viewer.editor, "blur", (100, 100), (400, 400))
    press(viewer.editor, "Simpan salinan…")
    sheet = sheet_of(viewer, ReasonSheet)
    press(sheet, "Simpan salinan")
    assert sheet.isVisible()
    assert sheet.trouble.text()
    sheet.reason.setText("wajah anak ditutup")
    press(sheet, "Simpan salinan")
    settle()
    (copy,) = derived_copies(home, exhibit.id, case)
    assert copy.parent_sha256 == exhibit.object
    assert viewer.version == copy.id
    assert viewer.banner.isVisible()
    assert "salinan turunan dari B-01, bukan berkas asli" in viewer.banner.words.text()
    assert not Image.open(io.BytesIO(derived_bytes(home, copy))).getexif()
    viewer.show_version("original")
    settle()
    assert not viewer.banner.isVisible()
    assert custody_of(home, exhibit.id, case)[-1].why == "B-01/S1: wajah anak ditutup"


def test_all_that_is_known_is_told_with_the_reason_of_what_was_refused(
    viewer, window, case, settle
):
    viewer.canvas.zoom(4.0)
    settle()
    assert viewer.version == "original", "looked at closely, the print copy is not enough"
    assert viewer.canvas._image.width() == 1600
    assert viewer.canvas.scale == 4.0
    assert viewer.view.claims.origin.origin == "whatsapp_image"
    viewer.panel.turn("origin")
    assert "Kiriman WhatsApp" in said(viewer.panel.origin)
    assert "Sebabnya: nama berkasnya" in said(viewer.panel.origin)
    show(window, case, "IMG_2.jpg", settle)
    viewer.panel.turn("time")
    words = said(viewer.panel.time)
    assert "2024:02:30 07:30:05" in words
    assert "Tidak dipakai: bukan tanggal atau jam yang ada" in words
    viewer.panel.turn("data")
    field = viewer.panel.data.findChild(QLineEdit)
    field.setText("Baliho tampak depan")
    field.setModified(True)
    field.editingFinished.emit()
    settle()
    captions = {one.file: one.caption for one in list_exhibits(window.session.home, case)}
    assert captions["IMG_2.jpg"] == "Baliho tampak depan"


def test_the_pages_of_a_pdf_can_be_turned(viewer, window, case, settle, qtbot):
    show(window, case, "surat.pdf", settle)
    middle = QPointF(600, 1200).toPoint()
    assert viewer.canvas._image.pixelColor(middle).red() > 200
    qtbot.keyClick(viewer.canvas, Qt.Key.Key_PageDown)
    settle()
    assert viewer.canvas._image.pixelColor(middle).blue() > 200
    assert viewer.bar._leaf_words.text() == "Halaman 2 dari 2"


def test_a_saved_page_becomes_a_capture_and_its_facts_are_accepted(viewer, window, case, settle):
    home = window.session.home
    exhibit = show(window, case, "kiriman.mhtml", settle)
    viewer.panel.turn("origin")
    press(viewer.panel.origin, "Catat sumbernya…")
    sheet = sheet_of(viewer, CaptureSheet)
    settle()
    assert sheet.url.text() == "https://www.facebook.com/contoh/posts/1"
    assert sheet.platform.value == "facebook"
    assert sheet.captured_at.value == "2024-10-19T10:11+08:00"
    sheet.account.setText("@contoh")
    for check in sheet._checks.values():
        check.choose("ya")
    press(sheet, "Simpan")
    settle()
    capture = find_capture(home, exhibit.id, case)
    assert capture is not None
    assert (capture.account, capture.complete) == ("@contoh", True)
    press(viewer.panel.origin, "Masih daring")
    settle()
    assert read_capture(home, exhibit.id, case).rechecks[0].still_online
    press(viewer.panel.origin, "Usulkan fakta…")
    facts = sheet_of(viewer, CaptureFacts)
    settle()
    boxes = facts.boxes
    assert {"url_konten", "tangkapan_lengkap", "masih_tayang"} <= set(boxes)
    boxes["masih_tayang"].setChecked(False)
    press(facts, "Terima sebagai fakta")
    settle()
    stated = {one.fact: one.value for one in read_case_file(home, case).facts}
    assert stated["tangkapan_lengkap"] is True
    assert "masih_tayang" not in stated


def test_the_original_is_asked_for_and_named_when_it_came(viewer, window, case, settle):
    viewer.panel.turn("origin")
    press(viewer.panel.origin, "Cetak lembar permintaan…")
    press(sheet_of(viewer, ReasonSheet), "Buat lembar")
    settle()
    assert window.shell.present_key == "paper"
    window.shell.open("exhibit")
    settle()
    assert "Aslinya diminta" in said(viewer.panel.origin)
    press(viewer.panel.origin, "Aslinya sudah diterima…")
    sheet = sheet_of(viewer, OriginalSheet)
    settle()
    sheet.original.setCurrentIndex(0)
    press(sheet, "Catat")
    settle()
    assert "Aslinya sudah diterima: B-02" in said(viewer.panel.origin)


def test_checking_and_handing_out_stand_in_the_log_with_who_and_why(
    viewer, window, case, settle, kept, tmp_path: Path
):
    viewer.acts.rehash()
    settle()
    assert "Utuh, diperiksa" in said(viewer.panel.data)
    out = tmp_path / "keluar.jpg"
    viewer.acts.export_to(out)
    sheet = sheet_of(viewer, ReasonSheet)
    sheet.reason.setText("untuk Sentra Gakkumdu contoh")
    press(sheet, "Salin")
    settle()
    assert out.read_bytes() == (kept[0] / "kartu" / WHATSAPP).read_bytes()
    viewer.panel.turn("log")
    words = said(viewer.panel.log)
    assert "Disalin keluar" in words
    assert "untuk Sentra Gakkumdu contoh" in words
    assert "Yohana Contoh" in words
    press(viewer.panel.log, "Cetak riwayat bukti")
    settle()
    assert window.shell.present.title == "Riwayat Penguasaan Bukti"


def test_a_pasted_picture_comes_in_and_its_source_is_asked(window, case, settle, qtbot):
    window.shell.open_case(case, "evidence")
    settle()
    page, home = window.shell.present, window.session.home
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    page.evidence.grid.setFocus()
    qtbot.keyClick(page.evidence.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    exhibit = list_exhibits(home, case)[-1]
    assert (exhibit.code, exhibit.media_type, exhibit.width) == ("B-05", "image/png", 300)
    assert exhibit.file.startswith("tempelan-")
    sheet = sheet_of(page, CaptureSheet)
    sheet.url.setText("https://www.instagram.com/p/contoh")
    sheet.captured_at.show_time("2024-10-01")
    press(sheet, "Simpan")
    settle()
    assert page.evidence.due.isVisible()
    page.evidence.due.click()
    due = sheet_of(page, RecheckSheet)
    settle()
    press(due, "Sudah hilang")
    settle()
    assert "Tidak ada yang perlu diperiksa hari ini." in said(due)
    due.reject()
    QGuiApplication.clipboard().setText("bukan gambar")
    page.evidence.paste_wanted.emit()
    settle()
    assert len(list_exhibits(home, case)) == 5
    assert not [one for one in page.findChildren(QDialog) if one.isVisible()]
