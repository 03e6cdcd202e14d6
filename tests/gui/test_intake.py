"""Taking files in: counts that add up, verdicts, cancelling, phones, the viewer."""

import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from cases.errors import NetraError
from cases.intake.brought import unfinished
from cases.intake.outcome import IntakeItem, IntakeResult, SourceGone
from cases.intake.pipeline import take_in
from cases.progress import Progress
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits
from cases.work.laptop_clock import ClockTrouble
from cases.work.laptop_clock import _keep as keep_trouble
from gui import settings
from gui.sheets.inbox import InboxSheet
from gui.sheets.laptop_clock import KeepClock
from gui.sheets.phone import PhoneHelp
from gui.watching import Watching
from gui.widgets.notice import NoticeBar
from tests.gui.conftest import unlock

pytestmark = pytest.mark.gui


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Small files of every kind: photos, one twice, a text, an empty file, half a photo."""
    folder = tmp_path / "kartu"
    folder.mkdir()
    for number, colour in enumerate(("red", "green", "blue"), 1):
        Image.new("RGB", (640, 480), colour).save(folder / f"IMG_{number}.jpg")
    (folder / "IMG_1 (1).jpg").write_bytes((folder / "IMG_1.jpg").read_bytes())
    (folder / "catatan.txt").write_text("contoh catatan")
    (folder / "kosong.jpg").write_bytes(b"")
    (folder / "separuh.jpg").write_bytes((folder / "IMG_2.jpg").read_bytes()[:900])
    return folder


@pytest.fixture
def page(window, case, settle):
    """The intake page, aimed at the case."""
    window.shell.intake_into(case)
    settle()
    return window.shell.present


def test_files_come_in_with_counts_that_add_up(page, window, case, files, settle):
    page.take_in([files])
    settle()
    count = page.model.counts
    assert (count.stored, count.duplicate, count.refused) == (6, 1, 0)
    assert count.total == page.model.rowCount() == 7
    assert len(list_exhibits(window.session.home, case)) == 6
    assert page.counts.duplicate.text().strip() == "1 duplikat"
    assert page.finish.isVisible()


def test_a_duplicate_names_what_it_is_the_same_as(page, files, settle):
    page.take_in([files / "IMG_1.jpg", files / "IMG_1 (1).jpg"])
    settle()
    words = [page.model.index(row, 0).data() for row in range(2)]
    assert words[0].startswith("IMG_1.jpg: Masuk sebagai B-01")
    spoken = page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Duplikat" in spoken
    assert "B-01" in spoken
    assert "2 dari 2" in spoken


def test_what_is_no_photo_is_kept_with_the_reason(page, window, case, files, settle):
    page.take_in([files / "catatan.txt", files / "kosong.jpg", files / "separuh.jpg"])
    settle()
    kinds = {one.file: (one.kind, one.reason) for one in list_exhibits(window.session.home, case)}
    assert kinds["catatan.txt"][0] == "attachment"
    assert "kosong" in kinds["kosong.jpg"][1].lower()
    assert page.model.counts.attention == 3


def test_a_file_that_is_gone_is_told(page, files, settle):
    page.take_in([files / "tidak-ada.jpg"])
    settle()
    assert page.model.counts.refused == 1
    assert "tidak terbaca" in page.counts.refused.text()


def test_without_a_case_files_wait_to_be_sorted(window, files, settle):
    window.shell.intake_into(None)
    settle()
    window.shell.present.take_in([files / "IMG_1.jpg"])
    settle()
    assert [one.file for one in list_exhibits(window.session.home, None)] == ["IMG_1.jpg"]
    assert not window.shell.present.finish.isVisible()


def test_cancelling_keeps_what_is_finished(page, window, case, files, settle):
    page.take_in([files])
    page.cancel.click()
    settle()
    count = page.model.counts
    assert count.total == 7
    assert count.stored == len(list_exhibits(window.session.home, case))
    assert not page.cancel.isVisible()


def test_dropping_files_takes_them_in(page, files, settle):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / "IMG_3.jpg"))])
    drop(page, data)
    settle()
    assert page.model.counts.stored == 1


def test_dropping_from_a_phone_shows_three_steps(page, settle):
    data = QMimeData()
    data.setText("bukan berkas")
    drop(page, data)
    box = page.findChild(PhoneHelp)
    assert box.isVisible()
    box.close()


def drop(page, data: QMimeData) -> None:
    event = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.zone.dropEvent(event)


def test_the_originals_are_not_touched(page, files, settle):
    before = {file: file.read_bytes() for file in files.iterdir()}
    page.take_in([files])
    settle()
    assert {file: file.read_bytes() for file in files.iterdir()} == before


def test_print_copies_follow_and_the_grid_shows_them(page, window, case, files, settle):
    page.take_in([files / "IMG_1.jpg", files / "IMG_2.jpg"])
    settle()
    assert all(one.preview for one in list_exhibits(window.session.home, case))
    window.shell.open_case(case, "evidence")
    settle()
    grid = window.shell.present.evidence.grid
    spoken = grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Bukti 1 dari 2, B-01")
    grid.repaint()
    settle()
    kept = window.shell.present.evidence._pictures._kept
    assert any(picture is not None for picture in kept.values())


def test_the_viewer_shows_the_exhibit_and_records_it(page, window, case, files, settle, qtbot):
    page.take_in([files / "IMG_1.jpg", files / "IMG_2.jpg"])
    settle()
    exhibits = list_exhibits(window.session.home, case)
    window.shell.open_case(case, "evidence")
    settle()
    grid = window.shell.present.evidence.grid
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    settle()
    viewer = window.shell.present
    assert viewer.title == "B-01"
    assert viewer.canvas._image.width() == 640
    acts = [line.act for line in custody_of(window.session.home, exhibits[0].id)]
    assert acts[0] == "taken_in"
    assert "viewed" in acts
    viewer._step(1)
    settle()
    assert viewer.title == "B-02"
    viewer._show_original()
    settle()
    assert viewer.canvas._image.width() == 640
    window.shell.back()
    settle()
    assert window.shell.present.title == "S-K1-001"


def test_a_backup_is_made_and_verified(window, tmp_path, settle):
    window.shell.open("backup")
    settle()
    page = window.shell.present
    assert "belum pernah" in page.last.text()
    page.back_up(tmp_path / "usb")
    settle()
    assert page.verdict.text().startswith("Cadangan sah")
    assert "belum pernah" not in page.last.text()
    assert list((tmp_path / "usb").iterdir())


def test_a_running_import_finishes_behind_the_lock(page, window, case, tmp_path, settle, qtbot):
    folder = tmp_path / "banyak"
    folder.mkdir()
    for number in range(40):
        Image.new("RGB", (64, 48), (number, 0, 0)).save(folder / f"IMG_{number}.png")
    page.take_in([folder])
    qtbot.waitUntil(lambda: page.run.work.progress.state[1] > 0, timeout=20_000)
    home = window.session.home
    window.lock()
    qtbot.waitUntil(lambda: not home.unlocked, timeout=20_000)
    unlock(window, settle)
    assert window.cover is None
    assert home.keys.locked
    assert len(list_exhibits(window.session.home, case)) == 40


def test_an_import_waits_and_goes_on(page, files, settle, qtbot):
    page.take_in([files])
    page.pause.click()
    qtbot.waitUntil(lambda: page.done.text().startswith("Dijeda"), timeout=20_000)
    assert page.run.paused
    assert page.pause.accessibleName() == "Lanjutkan"
    page.pause.click()
    settle()
    assert page.model.counts.total == 7


def test_counts_filter_the_list_and_the_panel_explains(page, files, settle):
    page.take_in([files / "IMG_1.jpg", files / "IMG_1 (1).jpg", files / "kosong.jpg"])
    settle()
    page.counts.duplicate.click()
    assert page.model.rowCount() == 1
    page.counts.attention.click()
    assert page.model.rowCount() == page.model.counts.attention == 2
    page.list.choose([1])
    spoken = " ".join(one.text() for one in page.panel.findChildren(QLabel))
    assert "kosong" in spoken.lower()
    page.counts.attention.click()
    assert page.model.rowCount() == 3


def test_an_import_that_did_not_end_is_offered_after_the_next_start(
    page, window, case, files, settle
):
    for file in files.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    progress = Progress()
    progress.cancel()
    take_in(window.session.home, [files], case=case, progress=progress)
    page.refresh()
    settle()
    assert page.banner.isVisible()
    assert "S-K1-001 belum selesai." in page.banner.message.text()
    page.banner.go_on.click()
    settle()
    count = page.model.counts
    assert (count.total, count.refused, count.waiting) == (7, 0, 0)
    assert len(list_exhibits(window.session.home, case)) == 6
    assert not page.banner.isVisible()


def test_the_rest_of_a_stopped_import_waits_or_is_given_up(page, window, files, settle):
    page.take_in([files])
    page.run.work.progress.cancel()
    settle()
    if page.model.counts.waiting:
        assert page.banner.isVisible()
        page.banner.stop.click()
        settle()
    assert unfinished(window.session.home) == ()
    assert not page.banner.isVisible()


def test_what_lies_in_the_watched_folder_comes_in_by_itself(window, tmp_path, settle, qtbot):
    folder = tmp_path / "Netra masuk"
    folder.mkdir()
    (folder / "catatan.txt").write_text("contoh")
    os.utime(folder / "catatan.txt", (1_700_000_000, 1_700_000_000))
    watching = window.shell.findChild(Watching)
    settings.keep_inbox(watched=True, folder=str(folder))
    try:
        for _ in range(3):  # the folder is opened, looked at, and looked at again
            watching.look_into_inbox()
            settle()
    finally:
        settings.keep_inbox(watched=False, folder="")
    assert [one.file for one in list_exhibits(window.session.home)] == ["catatan.txt"]
    bar = window.shell.findChild(NoticeBar)
    assert "1 berkas dari" in bar.words.text()
    bar.act()
    settle()
    sheet = next(one for one in window.shell.present.findChildren(InboxSheet) if one.isVisible())
    assert [one.file for one in sheet.exhibits] == ["catatan.txt"]


def test_a_watched_folder_out_of_reach_is_told_once(window, tmp_path, settle):
    (tmp_path / "berkas").write_text("bukan folder")
    watching = window.shell.findChild(Watching)
    bar = window.shell.findChild(NoticeBar)
    watching._fail(NetraError("Folder tidak ada.", "Pilih folder lain."))
    assert bar.isVisible()
    bar.rest()
    watching._fail(NetraError("Folder tidak ada.", "Pilih folder lain."))
    assert not bar.isVisible()


def test_today_tells_what_is_only_here_and_what_was_left(window, case, files, settle):
    os.utime(files / "IMG_1.jpg", (1_700_000_000, 1_700_000_000))
    take_in(window.session.home, [files / "IMG_1.jpg"], case=case)
    home = window.session.home
    with home.write() as tx:
        keep_trouble(tx, ClockTrouble("back", 90_000, "2027-01-01T00:00:00.000Z"))
    window.shell.open("today")
    settle()
    page = window.shell.present
    spoken = " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert "1 bukti" in spoken
    assert "1 berkas (" in spoken
    assert "Jam laptop mundur" in spoken
    sheet = KeepClock(page, window.session, "Jam laptop mundur")
    sheet.open()
    sheet._record()
    assert "alasan" in sheet.trouble.text()
    sheet.reason.setText("jam sudah diperbaiki")
    sheet._record()
    settle()
    assert not page.safety.warnings.isVisible()


def test_a_paused_import_does_not_keep_the_window_locked(page, window, files, settle, qtbot):
    page.take_in([files])
    page.pause.click()
    qtbot.waitUntil(lambda: page.done.text().startswith("Dijeda"), timeout=20_000)
    home = window.session.home
    window.lock()
    qtbot.waitUntil(lambda: home.keys.locked, timeout=20_000)
    unlock(window, settle)
    assert window.cover is None
    page.refresh()
    settle()
    assert page.banner.isVisible()


def test_a_pulled_card_is_named_with_what_is_safe(page, files):
    left = (files / "IMG_2.jpg",)
    items = (IntakeItem(str(files / "IMG_1.jpg"), "stored"), IntakeItem(str(left[0]), "refused"))
    page.run.paths = [files]
    page._ended(IntakeResult(items, failure=SourceGone(18, 6), left=left))
    assert "18 berkas sudah masuk dan aman, 6 belum" in page.banner.message.text()
    assert page.banner.go_on.isVisible()
    assert page.model.counts.waiting == 1
