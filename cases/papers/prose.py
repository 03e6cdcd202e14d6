"""
Paragraphs of plain text: one face, one size, no markup.

ReportLab's own paragraph reads markup and mixes faces; a paper needs neither, and most of its time
went there. Here a text is broken into lines once for each width, and drawn line by line.
"""

from functools import cache, lru_cache
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from cases.papers.faces import glyphs
from cases.papers.ink import printable

_LONGEST = 1000
"""Words beyond that are not remembered: nobody writes the same one twice."""


class Prose(Flowable):  # type: ignore[misc] # ReportLab has no types
    """A paragraph; line breaks in it are kept, and a page may end between any two lines."""

    def __init__(self, text: str, style: ParagraphStyle) -> None:
        super().__init__()
        self.style = style
        self._text = printable(text, glyphs(style.fontName))
        self._width = -1.0
        self._lines: tuple[str, ...] = ()

    @classmethod
    def _of_lines(cls, lines: tuple[str, ...], width: float, style: ParagraphStyle) -> "Prose":
        """Make a paragraph of lines that are broken already."""
        made = cls("\n".join(lines), style)
        made._width, made._lines = width, lines
        made.width, made.height = width, len(lines) * style.leading
        return made

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break into lines; a table asks for it three times."""
        if available != self._width:
            face = self.style.fontName, self.style.fontSize
            self._width, self._lines = available, tuple(fill(self._text, available, face))
        self.width, self.height = available, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Break between lines, never leaving a single one behind."""
        self.wrap(available, height)
        count = len(self._lines)
        fit = min(int(height // self.style.leading), count)
        if count - fit == 1:
            fit -= 1
        if fit < 1 or (fit == 1 and count > 2) or fit == count:
            return [] if fit < count else [self]
        parts = self._lines[:fit], self._lines[fit:]
        return [self._of_lines(part, available, self.style) for part in parts]

    def draw(self) -> None:
        """Write the lines."""
        style = self.style
        text = self.canv.beginText(0, self.height - style.fontSize)
        text.setFont(style.fontName, style.fontSize, style.leading)
        text.setFillColor(style.textColor)
        shift = 0.0
        for line in self._lines:
            if style.alignment in {TA_CENTER, TA_RIGHT}:
                room = self.width - width_of(line, style.fontName, style.fontSize)
                wanted = room / 2 if style.alignment == TA_CENTER else room
                text.setXPos(wanted - shift)
                shift = wanted
            text.textLine(line)
        self.canv.drawText(text)


def width_of(text: str, face: str, size: float) -> float:
    """Width of a text in points."""
    widths, usual = _advances(face)
    return sum([widths.get(ord(char), usual) for char in text]) * size * 0.001


def fill(text: str, available: float, face: tuple[str, float], indent: float = 0.0) -> list[str]:
    """Break a text into lines of this width; `indent` is taken from the first one."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines.extend(_filled(part, available, face, indent))
        indent = 0.0
    return lines


def _filled(text: str, available: float, face: tuple[str, float], used: float) -> list[str]:
    """Fill lines with words, as many as fit; a word longer than a line is cut."""
    name, size = face
    blank = _word(" ", name) * size
    lines: list[str] = []
    line: list[str] = []
    for word in filter(None, text.split(" ")):
        wide = (_word if len(word) < _LONGEST else _measured)(word, name) * size
        if (line or used) and used + blank + wide > available:
            lines.append(" ".join(line))
            line, used = [], 0.0
        if wide > available:
            *full, rest = _cut(word, available, name, size)
            lines.extend(full)
            line, used = [rest], width_of(rest, name, size)
            continue
        used += wide + (blank if line else 0.0)
        line.append(word)
    lines.append(" ".join(line))
    return lines


def _cut(word: str, available: float, face: str, size: float) -> list[str]:
    """Cut a word that is longer than a line."""
    widths, usual = _advances(face)
    pieces, start, used = [], 0, 0.0
    for at, char in enumerate(word):
        wide = widths.get(ord(char), usual) * size * 0.001
        if used + wide > available and at > start:
            pieces.append(word[start:at])
            start, used = at, 0.0
        used += wide
    return [*pieces, word[start:]]


@cache
def _advances(face: str) -> tuple[dict[int, float], float]:
    glyphs(face)  # registers it
    font: Any = pdfmetrics.getFont(face).face
    return font.charWidths, font.defaultWidth


def _measured(word: str, face: str) -> float:
    return width_of(word, face, 1.0)


_word = lru_cache(maxsize=20_000)(_measured)
