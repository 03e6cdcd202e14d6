"""Small parts: dates typed in any way, answers, the bridge, errors in words."""

import logging
import threading
from typing import Any

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCalendarWidget, QFileDialog, QLabel, QMessageBox, QWidget

from cases.errors import Cancelled, NetraError
from cases.progress import Progress
from cases.work.evidence_records import ExhibitRecord, Taken
from cases.work.records import ExhibitId
from gui import background, errors, folders, on_screen, speech
from gui.background import Work, look
from gui.speech import speak
from gui.widgets.answer import UNKNOWN, Answer
from gui.widgets.choice import Choice, read_date
from gui.widgets.evidence_grid import EvidenceDelegate, EvidenceGrid, EvidenceModel
from gui.widgets.picture import Pictures
from gui.widgets.when import When

pytestmark = pytest.mark.gui
YESNO = (("ya", "Ya"), ("tidak", "Tidak"))


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Feb 2024", "2024-02-03"),
        ("3 Februari 2024", "2024-02-03"),
        ("3-2-2024", "2024-02-03"),
        ("03/02/2024", "2024-02-03"),
        ("2024-02-03", "2024-02-03"),
        ("17 Agustus 2024", "2024-08-17"),
        ("17 August 2024", "2024-08-17"),
        ("31.12.2024", "2024-12-31"),
    ],
)
def test_a_date_is_read_in_every_customary_way(text, day):
    read = read_date(text)
    assert read is not None
    assert read.isoformat() == day


@pytest.mark.parametrize("text", ["", "besok", "31 Feb 2024", "3 Feb 24", "3 Xyz 2024", "1 2"])
def test_what_is_no_date_is_not_guessed(text):
    assert read_date(text) is None


def test_a_time_carries_its_zone_and_a_bare_date_stays_bare(qtbot):
    when: Any = When("Mulai", "+08:00")
    qtbot.addWidget(when)
    when.day.field.setText("3 Feb 2024")
    assert when.value == "2024-02-03"
    when.hour.setText("9.05")
    assert when.value == "2024-02-03T09:05+08:00"
    assert not when.wrong
    when.hour.setText("29.05")
    assert when.wrong
    when.day.field.setText("")
    when.hour.setText("9.05")
    assert when.wrong


def answers(qtbot, kind, choices=YESNO, draft=""):
    box = Answer("Apakah hadir?", kind, choices, draft)
    qtbot.addWidget(box)
    box.show()
    said: list[Any] = []
    box.answered.connect(said.append)
    return box, said


def test_yes_and_no_are_two_buttons(qtbot):
    from PySide6.QtWidgets import QPushButton

    box, said = answers(qtbot, "yesno")
    buttons = [one for one in box.findChildren(QPushButton) if one.text()]
    assert [button.text() for button in buttons] == ["Ya", "Tidak", "Belum tahu"]
    buttons[1].click()
    assert said == ["tidak"]
    assert not box.isEnabled()


def test_choices_open_a_list_and_the_wheel_never_answers(qtbot):
    from gui.widgets.choice import Choice

    many = tuple((str(i), f"Pilihan {i}") for i in range(5))
    box, said = answers(qtbot, "choice", many)
    choice = box.findChild(Choice)
    assert choice.value == ""
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    assert said == ["2"]


def test_several_answers_are_one_list(qtbot):
    from gui.widgets.several import Several

    many = (*((str(i), f"Pilihan {i}") for i in range(5)), (UNKNOWN, "Belum"))
    box, said = answers(qtbot, "multi", many)
    several = box.findChild(Several)
    assert len(several.boxes) == 5
    several.boxes[1][1].setChecked(True)
    several.boxes[3][1].setChecked(True)
    several._send.click()
    assert said == [["1", "3"]]


def test_a_date_is_answered_once_it_is_one(qtbot):
    from gui.widgets.choice import DateEdit

    box, said = answers(qtbot, "date", ())
    field = box.findChild(DateEdit).field
    field.setText("kapan-kapan")
    field.editingFinished.emit()
    assert said == []
    field.setText("3 Feb 2024")
    field.editingFinished.emit()
    assert said == ["2024-02-03"]


def test_words_are_sent_when_the_field_is_left_and_kept_while_typing(qtbot):
    from PySide6.QtWidgets import QLineEdit

    box, said = answers(qtbot, "text", (), "setengah")
    drafts: list[str] = []
    box.drafted.connect(drafts.append)
    field = box.findChild(QLineEdit)
    assert field.text() == "setengah"
    qtbot.keyClicks(field, " kalimat")
    qtbot.waitUntil(lambda: drafts == ["setengah kalimat"], timeout=5000)
    field.editingFinished.emit()
    assert said == ["setengah kalimat"]


def test_work_runs_one_piece_at_a_time(parent, settle):
    seen: list[str] = []
    gate = threading.Event()

    def first(_progress):
        gate.wait(5)
        seen.append("first")

    Work(parent, first).start()
    Work(parent, lambda _progress: seen.append("second")).start()
    gate.set()
    settle()
    assert seen == ["first", "second"]


def test_an_answer_does_not_wait_behind_an_import(parent, qtbot, settle):
    gate = threading.Event()
    seen: list[int] = []
    Work(parent, lambda _progress: gate.wait(10), long=True).start()
    Work(parent, lambda _progress: 1, done=seen.append).start()
    qtbot.waitUntil(lambda: seen == [1], timeout=5000)
    assert not gate.is_set()
    gate.set()
    settle()


def test_only_the_newest_of_several_looks_is_shown(parent, settle):
    gate = threading.Event()
    shown: list[str] = []

    def slow() -> str:
        gate.wait(5)
        return "alt"

    look(parent, slow, shown.append, slot="a")
    look(parent, lambda: "new", shown.append, slot="a")
    gate.set()
    settle()
    assert shown == ["new"]


def test_a_look_of_a_page_that_is_gone_is_dropped(qtbot, settle):
    page = QWidget()
    shown: list[object] = []
    gate = threading.Event()
    look(page, lambda: gate.wait(5), shown.append)
    page.deleteLater()
    qtbot.waitUntil(lambda: not background.resting())
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    settle()
    assert shown == []


def test_an_error_for_the_user_says_what_and_what_to_do(parent):
    box = errors.show(parent, NetraError("Disk penuh.", "Kosongkan ruang.", code="disk-full"))
    assert box is not None
    assert box.text() == "Disk penuh."
    assert "Kosongkan ruang." in box.informativeText()
    assert "kode: disk-full" in box.informativeText()
    box.close()


def test_what_the_user_cancelled_is_silent(parent):
    assert errors.show(parent, Cancelled()) is None
    assert errors.show(parent, NetraError("Terkunci.", code="locked")) is None


def test_our_own_mistake_is_logged_without_its_values(parent, caplog):
    def fail() -> None:
        raise ValueError("rahasia: kuda hitam")

    try:
        fail()
    except ValueError as error:
        with caplog.at_level(logging.ERROR):
            box = errors.show(parent, error)
    assert box is not None
    assert "keliru" in box.text()
    assert "kuda hitam" not in box.text() + box.informativeText()
    assert "ValueError" in caplog.text
    assert "kuda hitam" not in caplog.text
    box.close()


def test_qts_own_words_are_indonesian(parent):
    box = errors.show(parent, NetraError("Contoh.", "Contoh."))
    assert box is not None
    assert [button.text().replace("&", "") for button in box.buttons()] == ["Tutup"]
    box.close()
    speak("en")
    box = errors.show(parent, NetraError("Contoh.", "Contoh."))
    assert box is not None
    assert [button.text().replace("&", "") for button in box.buttons()] == ["Close"]
    box.close()
    speak("id")


class Listening(QTranslator):
    """Notes which of Qt's own words have no Indonesian."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, note=None, n=-1):
        assert speech._translator is not None
        found = speech._translator.translate(context, source, note, n)
        if not found and any(letter.islower() for letter in source):
            self.missing.add((context, source))
        return found


def test_the_dialogs_of_qt_have_no_english_left(qapp, parent):
    listening = Listening()
    qapp.installTranslator(listening)
    dialog = QFileDialog(parent, "Contoh", str(folders.documents()))
    for mode in (QFileDialog.FileMode.Directory, QFileDialog.FileMode.ExistingFile):
        dialog.setFileMode(mode)
        dialog.show()
        qapp.processEvents()
    box = QMessageBox(parent)
    box.setStandardButtons(QMessageBox.StandardButton(0x07FFFC00))
    printer = QPrinter()
    printing = QPrintDialog(printer, parent)
    calendar = QCalendarWidget(parent)
    for made in (box, printing, calendar):
        made.show()
        qapp.processEvents()
        made.close()
    dialog.close()
    qapp.removeTranslator(listening)
    allowed = {"QShortcut", "QGuiApplication", "QMimeType", "QPageSize"}
    missing = {one for one in listening.missing if one[0] not in allowed}
    assert {one for one in missing if not one[1].startswith("Alt+")} == set()


def test_a_long_line_is_shortened_and_whole_in_its_tooltip(qtbot):
    from gui.widgets.text import Elided

    line = Elided("Laporan hasil pengawasan yang sangat panjang sekali")
    qtbot.addWidget(line)
    line.resize(80, 20)
    line.show()
    qtbot.waitExposed(line)
    line.resize(90, 20)
    assert line.toolTip() == line.text()
    assert isinstance(line, QLabel)


def test_a_list_says_what_may_be_chosen_until_something_is(qtbot):
    silent, hinting = (
        Choice("Kasus", (("a", "Satu"),)),
        Choice("Kasus", (("a", "Satu"),), "Pilih…"),
    )
    pictures = []
    for one in (silent, hinting):
        qtbot.addWidget(one)
        one.resize(200, 38)
        one.setCurrentIndex(-1)
        pictures.append(one.grab().toImage())
    assert pictures[0] != pictures[1]


def test_print_copies_rest_while_an_import_runs_unless_it_waits(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    go = threading.Event()

    def copy(progress):
        go.wait(20)
        progress.hold()

    copies = background.Work(page, copy, behind=True)
    copies.start()
    long = background.Work(page, Progress.hold, long=True)
    long.pause()
    long.start()
    assert not copies.progress.paused
    long.resume()
    qtbot.waitUntil(lambda: copies.progress.paused)
    qtbot.waitUntil(lambda: not copies.progress.paused)
    go.set()
    qtbot.waitUntil(background.resting)


def test_what_waits_ends_before_the_keys_go(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    ended = []

    def wait(progress):
        progress.hold()
        ended.append(progress.cancelled)

    paused = background.Work(page, wait, long=True)
    paused.progress.pause()
    paused.start()
    background.halt()
    qtbot.waitUntil(background.resting)
    assert ended == [True]


def exhibit(key: str, code: str) -> ExhibitRecord:
    """A photo of which nothing is known."""
    return ExhibitRecord(
        ExhibitId(key), code, key * 2, "IMG.jpg", 1, "image/jpeg", "photo", "", 4, 3, Taken(),
        "", "", "", "", "", (), "", "", "2024-10-17T01:00:00.000Z", "",
    )  # fmt: skip


def test_what_is_on_the_screen_is_known_while_it_is(qtbot):
    pictures = Pictures(QWidget(), lambda _exhibit: b"", lambda: None)
    model = EvidenceModel("+08:00")
    grid = EvidenceGrid(EvidenceDelegate(pictures, "+08:00"))
    qtbot.addWidget(pictures._parent)
    qtbot.addWidget(grid)
    grid.setModel(model)
    model.show_rows(tuple((exhibit(f"{n:032x}", f"B-{n + 1:02}"), "") for n in range(200)))
    grid.resize(700, 500)
    grid.show()
    qtbot.waitUntil(lambda: 4 <= len(on_screen.exhibits()) <= 8)
    assert on_screen.exhibits()[0] == f"{0:032x}"
    grid.scrollToBottom()
    qtbot.waitUntil(lambda: f"{199:032x}" in on_screen.exhibits())
    assert f"{0:032x}" not in on_screen.exhibits()
    grid.hide()
    assert on_screen.exhibits() == ()
    qtbot.waitUntil(background.resting)
