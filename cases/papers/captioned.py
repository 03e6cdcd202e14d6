"""A picture with what is known of it beside it: three fit on a page, and none breaks over two."""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from cases.papers.blocks import Field
from cases.papers.faces import MEDIUM, REGULAR
from cases.papers.prose import Prose, fill, width_of
from cases.papers.sheet import INK, LINE, SOFT

_SIZE, _LEADING, _GAP = 7.8, 10.2, 2.2
_BESIDE = 5 * mm
_BELOW = 11


class Captioned(Flowable):  # type: ignore[misc] # ReportLab has no types
    """The row; `wide` is the room kept for the picture."""

    def __init__(self, title: Prose, picture: Any, wide: float, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._title, self._picture, self._wide = title, picture, wide
        column = LINE - wide - _BESIDE
        self._facts = [(one.label, _told(one, column)) for one in fields]
        lines = sum(len(lines) for _, lines in self._facts)
        self._told_height = lines * _LEADING + max(len(self._facts) - 1, 0) * _GAP

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Take the height of the picture or of the words, whichever is more."""
        self._title_height = self._title.wrap(available, height)[1] + 3
        self._shown = shown = self._picture.wrap(self._wide, height)[1]
        self.width = available
        self.height = self._title_height + max(shown, self._told_height) + _BELOW
        return self.width, self.height

    def draw(self) -> None:
        """Draw title, picture and words."""
        canvas = self.canv
        top = self.height - self._title_height
        self._title.drawOn(canvas, 0, top + 3)
        self._picture.drawOn(canvas, 0, top - self._shown)
        text = canvas.beginText(self._wide + _BESIDE, top - _SIZE)
        text.setLeading(_LEADING)
        for label, (first, *rest) in self._facts:
            text.setFont(MEDIUM, _SIZE, _LEADING)
            text.setFillColor(SOFT)
            text.textOut(f"{label}:  ")
            text.setFont(REGULAR, _SIZE, _LEADING)
            text.setFillColor(INK)
            text.textLine(first)
            for line in rest:
                text.textLine(line)
            text.moveCursor(0, _GAP)
        canvas.drawText(text)


def _told(field: Field, column: float) -> list[str]:
    values = field.value if isinstance(field.value, tuple) else (field.value,)
    text = "\n".join(value if value and value.strip() else "." * 40 for value in values)
    label = width_of(f"{field.label}:  ", MEDIUM, _SIZE)
    return fill(text, column, (REGULAR, _SIZE), indent=label)
