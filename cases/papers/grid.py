"""
Rows and columns that may break anywhere.

ReportLab breaks a table between rows; a row taller than a page breaks it badly. Here tall cells
are cut into slices of a few lines first, and the slices stand below each other without a line
between them, so that a page can end inside an answer of any length.
"""

from itertools import zip_longest
from typing import Any

from reportlab.platypus import Table, TableStyle

from cases.papers.faces import REGULAR
from cases.papers.pictures import Dots
from cases.papers.prose import Prose
from cases.papers.sheet import FAINT, LINE, SHADE

Flowable = Any
Cell = list[Flowable]

_SLICE_LINES = 4
BARE: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
]
_RULED: list[Any] = [
    *BARE,
    ("LINEBEFORE", (0, 0), (-1, -1), 0.5, FAINT),
    ("LINEAFTER", (-1, 0), (-1, -1), 0.5, FAINT),
    ("LEFTPADDING", (0, 0), (-1, -1), 4.5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4.5),
]


class _Plain(Table):  # type: ignore[misc] # ReportLab has no types
    """A table whose cells are flowables."""

    @classmethod
    def made(
        cls, rows: list[list[Any]], widths: list[float], style: list[Any], repeat: int = 0
    ) -> "_Plain":
        """Build it."""
        # an empty cell sets the table's own font, which must be one that is embedded
        face = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
        table = cls(rows, widths, style=TableStyle([face, *style]), repeatRows=repeat)
        table.hAlign = "LEFT"
        return table


class _Ruled(_Plain):
    """A table that closes with a line wherever a page ends."""

    def draw(self) -> None:
        """Draw the table and the line below it."""
        super().draw()
        self.canv.setLineWidth(0.5)
        self.canv.setStrokeColor(FAINT)
        self.canv.line(0, 0, sum(self._colWidths), 0)


def bare(rows: list[list[Cell]], shares: list[float]) -> Flowable:
    """Columns without lines: fields, lists."""
    laid, style = _sliced(rows, shares, 4)
    joins = [("TOPPADDING", (0, at), (-1, at), 0) for at, first in enumerate(style) if not first]
    return _Plain.made(laid, _widths(shares), [*BARE, *joins])


def ruled(rows: list[list[Cell]], shares: list[float], *, head: bool = True) -> Flowable:
    """Columns with lines; the first row is the head and is repeated on every page."""
    laid, style = _sliced(rows, shares, 9)
    lines: list[Any] = []
    for at, first in enumerate(style):
        lines.append(("TOPPADDING", (0, at), (-1, at), 3 if first else 0))
        lines.append(("BOTTOMPADDING", (0, at), (-1, at), 4 if _ends(style, at) else 0))
        if first:
            lines.append(("LINEABOVE", (0, at), (-1, at), 0.5, FAINT))
    if head:
        lines.append(("BACKGROUND", (0, 0), (-1, 0), SHADE))
    return _Ruled.made(laid, _widths(shares), [*_RULED, *lines], repeat=int(head))


def _ends(style: list[bool], at: int) -> bool:
    return at + 1 == len(style) or style[at + 1]


def _widths(shares: list[float]) -> list[float]:
    return [share * LINE for share in shares]


def box(rows: list[list[Any]], widths: list[float], style: list[Any]) -> Flowable:
    """Build a table of any style whose cells are flowables."""
    return _Plain.made(rows, widths, style)


def _sliced(
    rows: list[list[Cell]], shares: list[float], padding: float
) -> tuple[list[list[Cell]], list[bool]]:
    """Cut the cells; give the rows and, for each, whether it begins a row of the caller's."""
    laid: list[list[Cell]] = []
    first: list[bool] = []
    for row in rows:
        columns = [
            _slices(cell, share * LINE - padding) for cell, share in zip(row, shares, strict=True)
        ]
        for at, parts in enumerate(zip_longest(*columns)):
            laid.append([[part] if part is not None else [] for part in parts])
            first.append(at == 0)
    return laid, first


def _slices(cell: Cell, width: float) -> Cell:
    return [part for item in cell for part in _cut(item, width)]


def _cut(item: Flowable, width: float) -> Cell:
    """Cut a paragraph or dotted lines into slices; everything else stays whole."""
    if not isinstance(item, Prose | Dots):
        return [item]
    parts: Cell = []
    rest = item
    while rest.wrap(width, 10_000)[1] > 2 * _slice_height(item):
        pieces = rest.split(width, _slice_height(item))
        if len(pieces) < 2:
            break
        parts.append(pieces[0])
        rest = pieces[1]
    return [*parts, rest]


def _slice_height(item: Flowable) -> float:
    return _SLICE_LINES * float(item.style.leading) + 1
