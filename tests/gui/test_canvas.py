"""The picture and the tools of the viewer, without a home."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from cases.intake.copying import Picture
from cases.intake.redrawing import redrawn
from cases.intake.source import Source as Bytes
from cases.work.operations import parse_operations
from gui.pages.exhibit.canvas import Canvas
from gui.pages.exhibit.editor import Editor
from gui.pages.exhibit.strokes import paint_steps
from tests.gui.drawing import draw

pytestmark = pytest.mark.gui


def test_a_place_in_the_picture_is_the_same_however_it_is_looked_at(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show_image(QImage(800, 200, QImage.Format.Format_RGB32), "photo", "")
    for _ in range(4):
        canvas.turn()
        canvas.zoom(3.0, QPointF(10, 20))
        seen = canvas.transform().map(QPointF(800 * 0.25, 200 * 0.75))
        place = canvas.place_of(seen)
        assert (round(place.x()), round(place.y())) == (250, 750)


def test_arrows_move_an_enlarged_picture_and_never_out_of_sight(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show_image(QImage(400, 300, QImage.Format.Format_RGB32), "photo", "")
    canvas.zoom(2.0)
    for _ in range(50):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    shown = canvas.transform().mapRect(QRectF(0, 0, 400, 300))
    assert round(shown.right()) == 400
    assert round(shown.left()) == -400


def test_what_is_drawn_can_be_taken_back_and_only_one_crop_stays(qtbot):
    editor = Editor()
    qtbot.addWidget(editor)
    editor.begin()
    draw(editor, "blur", (100, 100), (300, 200))
    draw(editor, "crop", (0, 0), (500, 500))
    draw(editor, "crop", (900, 900), (400, 300))
    draw(editor, "arrow", (5, 5), (6, 6))
    assert [one["op"] for one in editor.steps] == ["blur", "crop"]
    assert editor.steps[1] == {"op": "crop", "x": 400, "y": 300, "w": 500, "h": 600}
    assert parse_operations(editor.steps)
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one["op"] for one in editor.steps] == ["blur"]
    qtbot.keyClick(editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.steps) == 2


def test_a_box_can_be_set_down_moved_and_kept_with_the_keyboard(qtbot):
    canvas, editor = Canvas(), Editor()
    qtbot.addWidget(canvas)
    qtbot.addWidget(editor)
    canvas.show_image(QImage(800, 600, QImage.Format.Format_RGB32), "photo", "")
    editor.begin()
    canvas.overlay = editor
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert editor.steps == [{"op": "blur", "x": 390, "y": 410, "w": 210, "h": 200}]


def test_what_is_seen_while_drawing_is_what_the_copy_will_show(dressed):
    steps: list[dict[str, str | int]] = [
        {"op": "blur", "x": 100, "y": 100, "w": 200, "h": 300},
        {"op": "rectangle", "x": 500, "y": 100, "w": 300, "h": 200},
        {"op": "arrow", "x1": 200, "y1": 900, "x2": 600, "y2": 600},
    ]
    sink = io.BytesIO()
    Image.new("RGB", (1000, 800), (120, 150, 120)).save(sink, "JPEG", quality=95)
    about = Picture("image/jpeg", 1000, 800, None, 4096)
    with Bytes.of_bytes(sink.getvalue(), "a.jpg") as source:
        kept = QImage.fromData(redrawn(source, about, parse_operations(steps)))
    seen = QImage.fromData(sink.getvalue()).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(seen)
    paint_steps(painter, seen.size(), steps)
    painter.end()
    assert kept.size() == seen.size()
    differ = sum(
        abs(kept.pixelColor(x, y).red() - seen.pixelColor(x, y).red()) > 60
        for x in range(0, 1000, 5)
        for y in range(0, 800, 5)
    )
    assert differ < 100, "a few points along the edges of 32,000"
