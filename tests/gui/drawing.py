"""Drawing on a picture as a hand does."""

from PySide6.QtCore import QPointF


def draw(editor, tool, start, end):
    editor.choose(tool)
    editor.press(QPointF(*start))
    editor.drag(QPointF(*end))
    editor.release(QPointF(*end))
