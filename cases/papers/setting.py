"""Typesetting: each block becomes what ReportLab lays out on the page."""

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    HRFlowable,
    KeepTogether,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage

from cases.papers import blocks
from cases.papers.captioned import Captioned
from cases.papers.faces import REGULAR, glyphs
from cases.papers.grid import BARE, Cell, Flowable, bare, box, ruled
from cases.papers.ink import printable
from cases.papers.pictures import Code, Dots, Picture
from cases.papers.prose import Prose
from cases.papers.sheet import FAINT, INK, LINE, SHADE
from cases.papers.styles import STYLES

_PHOTO_WIDTH, _PHOTO_HEIGHT = 90 * mm, 67.5 * mm
_SMALL_WIDTH, _SMALL_HEIGHT = 56 * mm, 42 * mm
_PHOTO_ROOM = 120 * mm
_SIGNING_ROOM = 200 * mm


def paragraph(text: str, style: str = "body") -> Flowable:
    """Set a text in which nothing is markup."""
    return Prose(text, STYLES[style])


def words(text: blocks.Words, style: str = "body", lines: int = 1) -> Flowable:
    """Set a text, or dotted lines where it is missing."""
    if text is None or not text.strip():
        return Dots(lines, STYLES[style])
    return paragraph(text, style)


@singledispatch
def flowables(block: blocks.Block) -> Iterable[Flowable]:
    """Turn one block into flowables."""
    raise TypeError(block)


@flowables.register
def _(block: blocks.LetterHead) -> Iterable[Flowable]:
    lines = [paragraph(line, "letterhead") for line in block.lines]
    lines.append(words(block.address, "address"))
    rows: list[list[Any]] = [[lines]]
    widths = [LINE]
    if block.logo is not None and Picture.can_show(block.logo):
        rows, widths = [[Picture(block.logo, 22 * mm, 22 * mm), lines]], [26 * mm, LINE - 26 * mm]
    yield box(rows, widths, [*BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    yield HRFlowable(width="100%", thickness=1.8, color=INK, spaceBefore=3, spaceAfter=1.2)
    yield HRFlowable(width="100%", thickness=0.6, color=INK, spaceBefore=0, spaceAfter=8)


@flowables.register
def _(block: blocks.Title) -> Iterable[Flowable]:
    yield paragraph(block.text, "title")
    if block.number_label:
        dots = "." * 46
        yield paragraph(f"{block.number_label} : {block.number or dots}", "number")
    yield Spacer(0, 6)


@flowables.register
def _(block: blocks.Heading) -> Iterable[Flowable]:
    yield CondPageBreak(24 * mm)
    yield paragraph(block.text, f"heading{min(block.level, 2)}")


@flowables.register
def _(block: blocks.Text) -> Iterable[Flowable]:
    yield words(block.text, block.style, block.lines)


@flowables.register
def _(block: blocks.Items) -> Iterable[Flowable]:
    rows = [
        [[paragraph(_mark(block.marks, at))], [words(item)]] for at, item in enumerate(block.items)
    ]
    if rows:
        yield bare(rows, [0.045, 0.955])


def _mark(marks: str, at: int) -> str:
    if marks == "letters":
        return f"{chr(ord('a') + at)}." if at < 26 else f"{at + 1}."
    return "–" if marks == "dashes" else f"{at + 1}."


@flowables.register
def _(block: blocks.FieldGroup) -> Iterable[Flowable]:
    if block.fields:
        yield _fields(block.fields, block.label_width, "body")


def _fields(fields: tuple[blocks.Field, ...], share: float, style: str) -> Flowable:
    marked = any(field.mark for field in fields)
    mark = 0.042 if marked else 0.0
    rows = []
    for field in fields:
        row = [[paragraph(field.label, style)], [paragraph(":", style)], _value(field, style)]
        rows.append([[paragraph(field.mark, style)], *row] if marked else row)
    widths = [share - mark, 0.018, 1 - share - 0.018]
    return bare(rows, [mark, *widths] if marked else widths)


def _value(field: blocks.Field, style: str) -> Cell:
    if not isinstance(field.value, tuple):
        return [words(field.value, style, field.lines)]
    if len(field.value) == 1:
        return [words(field.value[0], style, field.lines)]
    cell: Cell = []
    for at, value in enumerate(field.value):
        missing = value is None or not value.strip()
        text = None if missing else f"{_mark('letters', at)} {value}"
        cell.append(words(text, style, field.lines))
    return cell or [words(None, style, field.lines)]


@flowables.register
def _(block: blocks.Table) -> Iterable[Flowable]:
    head = [[[paragraph(column.title, "head")] for column in block.columns]]
    rows = [
        [
            [words(text, f"cell-{column.style}", block.dotted_lines)]
            for column, text in zip(block.columns, row, strict=True)
        ]
        for row in block.rows
    ]
    widths = [column.width for column in block.columns]
    yield Spacer(0, 2)
    yield ruled([*head, *rows], widths)
    yield Spacer(0, 6)


@flowables.register
def _(block: blocks.Photo) -> Iterable[Flowable]:
    """Put the facts beside the picture; where they are too long for that, below it."""
    title = paragraph(f"{block.code}  {block.title}".strip(), "photo")
    wide = _SMALL_WIDTH if block.small else _PHOTO_WIDTH
    picture: Flowable = _absent(block.absent, wide)
    if block.jpeg is not None and Picture.can_show(block.jpeg):
        picture = Picture(block.jpeg, wide, _SMALL_HEIGHT if block.small else _PHOTO_HEIGHT)
    row = Captioned(title, picture, wide, _printable(block.fields))
    if row.wrap(LINE, 10_000)[1] > _PHOTO_ROOM:
        yield from (title, picture, Spacer(0, 4), _fields(block.fields, 0.25, "small"))
        yield Spacer(0, 8)
        return
    yield row


def _printable(fields: tuple[blocks.Field, ...]) -> tuple[blocks.Field, ...]:
    drawable = glyphs(REGULAR)

    def clean(text: blocks.Words) -> blocks.Words:
        return printable(text, drawable) if text else text

    return tuple(
        replace(
            one,
            label=printable(one.label, drawable),
            value=tuple(map(clean, one.value))
            if isinstance(one.value, tuple)
            else clean(one.value),
        )
        for one in fields
    )


def _absent(reason: str, wide: float) -> Flowable:
    frame = [
        ("BOX", (0, 0), (-1, -1), 0.5, FAINT),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BACKGROUND", (0, 0), (-1, -1), SHADE),
    ]
    text = paragraph(reason[:300] or "Salinan cetak tidak tersedia.", "absent")
    return box([[[Spacer(0, 14 * mm), text, Spacer(0, 14 * mm)]]], [wide], frame)


@flowables.register
def _(block: blocks.Signatures) -> Iterable[Flowable]:
    half = LINE / 2
    parts = [item for closing in block.closing for item in flowables(closing)]
    parts.append(Spacer(0, 10))
    if block.place_and_date is None or block.place_and_date:
        date = words(block.place_and_date, "centre")
        parts.append(box([[[], [date]]], [half, half], BARE))
    cells = [_signer(signer) for signer in block.signers]
    if len(cells) % 2:
        cells.insert(len(cells) - 1, [])  # a single hand signs on the right
    rows = [cells[at : at + 2] for at in range(0, len(cells), 2)]
    style = [*BARE, ("LEFTPADDING", (0, 0), (-1, -1), 12), ("RIGHTPADDING", (0, 0), (-1, -1), 12)]
    grid = box(rows, [half, half], style)
    if grid.wrap(LINE, 10_000)[1] > _SIGNING_ROOM:  # names nobody has, but which may not stop us
        yield from (*parts, *(item for cell in cells for item in cell))
        return
    yield KeepTogether([*parts, grid])


def _signer(signer: blocks.Signer) -> Cell:
    cell: Cell = [paragraph(signer.role, "centre")]
    if signer.signs:
        cell.append(Spacer(0, 20 * mm))
    else:
        cell += [Spacer(0, 5 * mm), paragraph(signer.refusal, "refusal"), Spacer(0, 5 * mm)]
    cell.append(words(signer.name, "signer"))
    if signer.detail is None or signer.detail:
        cell.append(words(signer.detail, "signer-detail"))
    cell.append(Spacer(0, 5 * mm))
    return cell


@flowables.register
def _(block: blocks.Secret) -> Iterable[Flowable]:
    rows = [block.groups[at : at + 3] for at in range(0, len(block.groups), 3)]
    text = "\n".join("\u00a0\u00a0".join(row) for row in rows)
    code = [Code(block.payload, 42 * mm), paragraph(block.label, "caption")]
    style = [
        *BARE,
        ("BOX", (0, 0), (-1, -1), 1, INK),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]
    widths = [LINE - 52 * mm, 52 * mm]
    yield box([[Prose(text, STYLES["secret"]), code]], widths, style)
    yield Spacer(0, 8)


@flowables.register
def _(block: blocks.Notice) -> Iterable[Flowable]:
    yield Spacer(0, 4)
    yield ruled([[[paragraph(block.text)]]], [1.0], head=False)
    yield Spacer(0, 6)


@flowables.register
def _(block: blocks.Rule) -> Iterable[Flowable]:
    yield HRFlowable(width="100%", thickness=0.5, color=FAINT, spaceBefore=6, spaceAfter=6)


@flowables.register
def _(block: blocks.PageBreak) -> Iterable[Flowable]:
    yield NewPage()
