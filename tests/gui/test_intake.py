"""Taking files in: counts that add up, verdicts, cancelling, phones, the viewer."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits
from gui.sheets.phone import PhoneHelp
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
