"""
The tools of a derived copy: crop, cover, frame, arrow, words; drawn on the picture, kept apart.

Everything can be done by keys, too: Enter sets a piece down, arrows move it, Shift and arrows make
it larger or smaller, Enter again keeps it.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QVBoxLayout

from cases.language import tr
from gui import theme
from gui.pages.exhibit.strokes import WHOLE, paint_steps
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.text import label

_LEAST = 6
_MOVE = 10
_BEGIN = 200
Step = dict[str, str | int]


class Editor(QFrame):
    """The tool bar, and what was drawn so far."""

    drawn = Signal()
    """Something to paint anew."""
    kept = Signal()
    """The officer wants to keep the copy."""
    left = Signal()
    """The officer leaves without keeping it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Alat salinan turunan"))
        self.steps: list[Step] = []
        self._undone: list[Step] = []
        self._draft: Step | None = None
        self._from = QPointF()
        self._tools = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("Tulisan pada gambar"))
        self.words.setPlaceholderText(tr("Tulisan, lalu klik tempatnya"))
        self.words.setMaxLength(120)
        self.words.setMinimumWidth(theme.px(120))
        self._build()
        self.choose("blur")

    def _build(self) -> None:
        side = theme.px(8)
        tools = []
        for key, name, icon in (
            ("blur", tr("Tutupi"), "square"),
            ("crop", tr("Potong"), "crop"),
            ("rectangle", tr("Bingkai"), "square-dashed"),
            ("arrow", tr("Panah"), "move-up-right"),
            ("text", tr("Tulis"), "type"),
        ):
            made = button(name, "choice", icon)
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, key=key: self.choose(key))
            self._tools.addButton(made)
            self._buttons[key] = made
            tools.append(made)
        self._undo = button("", "", "undo-2", name=tr("Urungkan langkah"), clicked=self.undo)
        self._redo = button("", "", "redo-2", name=tr("Ulangi langkah"), clicked=self.redo)
        self._count = label("", "secondary")
        self.keep = button(tr("Simpan salinan…"), "primary", "save", clicked=self.kept.emit)
        ends = (self._count, button(tr("Batal"), "", clicked=self.left.emit), self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(6))
        column.addLayout(row(*tools, 1, spacing=6))
        column.addLayout(row(self.words, self._undo, self._redo, 1, *ends, spacing=6))

    # --- steps

    def begin(self) -> None:
        """Begin with nothing drawn."""
        self.steps, self._undone, self._draft = [], [], None
        self.words.clear()
        self.choose("blur")

    def choose(self, tool: str) -> None:
        """Take a tool."""
        self._buttons[tool].setChecked(True)
        self._draft = None
        self.words.setVisible(tool == "text")
        if tool == "text":
            self.words.setFocus()
        self._tell()

    @property
    def tool(self) -> str:
        """The tool in use."""
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def undo(self) -> None:
        """Take the last step back."""
        if self.steps:
            self._undone.append(self.steps.pop())
        self._tell()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._undone:
            self.steps.append(self._undone.pop())
        self._tell()

    def _add(self, step: Mapping[str, str | int]) -> None:
        if step["op"] == "crop":
            self.steps = [one for one in self.steps if one["op"] != "crop"]
        self.steps.append(dict(step))
        self._undone.clear()
        self._draft = None
        self._tell()

    def _tell(self) -> None:
        self._undo.setEnabled(bool(self.steps))
        self._redo.setEnabled(bool(self._undone))
        self.keep.setEnabled(bool(self.steps))
        self._count.setText(tr("{n} langkah", n=len(self.steps)) if self.steps else "")
        self.drawn.emit()

    # --- the overlay

    def paint(self, painter: QPainter, size: QSize) -> None:
        """Paint all steps, and the piece that is being drawn."""
        draft = [self._draft] if self._draft else []
        paint_steps(painter, size, [*self.steps, *draft])

    def press(self, place: QPointF) -> None:
        """Begin a piece."""
        self._from = place
        if self.tool == "text":
            self._draft = self._text_at(place)
        else:
            self._draft = self._between(place, place)

    def drag(self, place: QPointF) -> None:
        """Draw it larger."""
        if self._draft is None:
            return
        if self.tool == "text":
            self._draft = self._text_at(place)
        else:
            self._draft = self._between(self._from, place)

    def release(self, place: QPointF) -> None:
        """Keep the piece, unless it is a mere click."""
        self.drag(place)
        if self._draft is not None and _is_worth(self._draft):
            self._add(self._draft)
        self._draft = None

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that is else a shortcut is for what is drawn."""
        if event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event):
            return True
        return self._draft is not None and (
            event.key() in _WAYS or event.key() == Qt.Key.Key_Escape
        )

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z for the steps while one of the tools has the focus."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a step back, or do it again."""
        if not self._turn_back(event):
            super().keyPressEvent(event)

    def _turn_back(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return True
        if _is_redo(event):
            self.redo()
            return True
        return False

    def key(self, event: QKeyEvent) -> bool:
        """Set a piece down, move it, change its size, keep it or drop it."""
        if self._turn_back(event):
            return True
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._draft is None:
                self._draft = self._set_down()
            elif _is_worth(self._draft):
                self._add(self._draft)
            return True
        if self._draft is None or not self.takes(event):
            return False
        if key == Qt.Key.Key_Escape:
            self._draft = None
            return True
        large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._draft = _shifted(self._draft, key, large=large)
        return True

    def _set_down(self) -> Step | None:
        """A piece in the middle of the picture."""
        middle = WHOLE // 2
        if self.tool == "text":
            return self._text_at(QPointF(middle - _BEGIN, middle))
        half = _BEGIN // 2
        return self._between(
            QPointF(middle - half, middle - half), QPointF(middle + half, middle + half)
        )

    def _text_at(self, place: QPointF) -> Step | None:
        text = self.words.text().strip()
        if not text:
            self.words.setFocus()
            return None
        return {"op": "text", "x": round(place.x()), "y": round(place.y()), "text": text}

    def _between(self, one: QPointF, other: QPointF) -> Step:
        if self.tool == "arrow":
            ends = {"x1": one.x(), "y1": one.y(), "x2": other.x(), "y2": other.y()}
            return {"op": "arrow", **{key: round(value) for key, value in ends.items()}}
        left, right = sorted((round(one.x()), round(other.x())))
        top, bottom = sorted((round(one.y()), round(other.y())))
        return {"op": self.tool, "x": left, "y": top, "w": right - left, "h": bottom - top}


def _is_redo(event: QKeyEvent) -> bool:
    pressed = QKeySequence(event.keyCombination()).toString()
    return pressed in {"Ctrl+Y", "Ctrl+Shift+Z"}


def _is_worth(step: Step) -> bool:
    """Whether a piece is large enough to be meant."""
    if step["op"] == "text":
        return True
    if step["op"] == "arrow":
        apart = abs(int(step["x2"]) - int(step["x1"])) + abs(int(step["y2"]) - int(step["y1"]))
        return apart >= _LEAST
    return min(int(step["w"]), int(step["h"])) >= _LEAST


_WAYS = {
    int(Qt.Key.Key_Left): (-_MOVE, 0),
    int(Qt.Key.Key_Right): (_MOVE, 0),
    int(Qt.Key.Key_Up): (0, -_MOVE),
    int(Qt.Key.Key_Down): (0, _MOVE),
}


def _shifted(step: Step, key: int, *, large: bool) -> Step:
    """Move a piece, or with `large` its far corner; it stays inside the picture."""
    dx, dy = _WAYS[key]
    if step["op"] == "arrow":
        ends = ("2",) if large else ("1", "2")
        moved = {f"x{end}": int(step[f"x{end}"]) + dx for end in ends}
        moved |= {f"y{end}": int(step[f"y{end}"]) + dy for end in ends}
    elif large and step["op"] != "text":
        moved = {"w": max(_LEAST, int(step["w"]) + dx), "h": max(_LEAST, int(step["h"]) + dy)}
    else:
        moved = {"x": int(step["x"]) + dx, "y": int(step["y"]) + dy}
    changed: Step = {**step, **moved}
    return changed if _inside(changed) else step


def _inside(step: Step) -> bool:
    if step["op"] == "arrow":
        return all(0 <= int(step[key]) <= WHOLE for key in ("x1", "y1", "x2", "y2"))
    right = int(step["x"]) + int(step.get("w", 0))
    low = int(step["y"]) + int(step.get("h", 0))
    return min(int(step["x"]), int(step["y"])) >= 0 and max(right, low) <= WHOLE
