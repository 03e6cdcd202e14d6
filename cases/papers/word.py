"""
The second renderer: the same blocks as a DOCX, for offices that must edit a letter.

What is edited is no longer what the journal knows: the PDF stays the paper, the DOCX is a draft of
it. It names no author and no hour of making.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import singledispatch
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from cases.papers import blocks
from cases.papers.digests import short
from cases.papers.pictures import Picture

_ALIGNED = {"centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_SMALL = {"small", "note"}
_MARKS = {"letters": "abcdefghijklmnopqrstuvwxyz"}
_GREY = RGBColor(0x3D, 0x4F, 0x59)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_LINE = Mm(168)


def as_docx(paper: blocks.Paper) -> bytes:
    """Set the paper as a document for a word processor."""
    document = Document()
    _page(document, paper)
    if paper.mark:
        _written(document, paper.mark, WD_ALIGN_PARAGRAPH.RIGHT, bold=True)
    for block in paper.blocks:
        _set(block, document)
    _described(document, paper)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _page(document: Any, paper: blocks.Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(20)
    section.top_margin, section.bottom_margin = Mm(18), Mm(22)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(10)
    style.paragraph_format.space_after = Pt(4)
    marks = [] if paper.final or not paper.draft else ["DRAF, belum final"]
    marks += ["RAHASIA"] if paper.confidential else []
    if marks:
        section.header.paragraphs[0].text = "  ·  ".join(marks)
    footer = section.footer.paragraphs[0]
    head = f"  ·  Kepala isi {short(paper.content_head)}" if paper.content_head else ""
    _run(footer, f"{paper.title}  ·  {paper.case_code}{head}  ·  Halaman ", size=7.5)
    _number(footer, "PAGE")
    _run(footer, " dari ", size=7.5)
    _number(footer, "NUMPAGES")


def _number(paragraph: Any, field: str) -> None:
    """Put a field that the word processor counts."""
    run = paragraph.add_run()
    run.font.size = Pt(7.5)
    for kind, text in (("begin", ""), ("", field), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 - the library has no fields


def _described(document: Any, paper: blocks.Paper) -> None:
    told = document.core_properties
    told.title, told.author, told.last_modified_by = _clean(paper.title), "", ""
    told.comments, told.language = "", "id-ID"
    told.created = told.modified = _MADE


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(char if _can_hold(char) else "\ufffd" for char in text)


def _can_hold(char: str) -> bool:
    return char in "\n\t" or (
        char >= " " and not 0xD800 <= ord(char) < 0xE000 and ord(char) not in {0xFFFE, 0xFFFF}
    )


def _run(paragraph: Any, text: str, *, bold: bool = False, size: float = 0) -> None:
    for at, line in enumerate(_clean(text).split("\n")):
        run = paragraph.add_run(line)
        if at:
            run.text = ""
            run.add_break(WD_BREAK.LINE)
            run.add_text(line)
        run.bold = bold
        if size:
            run.font.size = Pt(size)


def _written(
    holder: Any, text: blocks.Words, align: Any = None, *, bold: bool = False, size: float = 0
) -> Any:
    paragraph = holder.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    _run(paragraph, _or_dots(text), bold=bold, size=size)
    return paragraph


def _or_dots(text: blocks.Words, lines: int = 1) -> str:
    if text is None or not text.strip():
        return "\n".join(["." * 60] * lines)
    return text


def _several(value: blocks.Words | tuple[blocks.Words, ...], lines: int = 1) -> str:
    if not isinstance(value, tuple):
        return _or_dots(value, lines)
    if len(value) == 1:
        return _or_dots(value[0], lines)
    return "\n".join(
        f"{_MARKS['letters'][at % 26]}. {_or_dots(one)}" for at, one in enumerate(value)
    )


@singledispatch
def _set(block: blocks.Block, _document: Any) -> None:
    raise TypeError(block)


@_set.register
def _(block: blocks.LetterHead, document: Any) -> None:
    if block.logo is not None and Picture.can_show(block.logo):
        picture = document.add_paragraph()
        picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
        picture.add_run().add_picture(BytesIO(block.logo), height=Mm(22))
    for line in block.lines:
        _written(document, line, WD_ALIGN_PARAGRAPH.CENTER, bold=True, size=14)
    _written(document, block.address, WD_ALIGN_PARAGRAPH.CENTER, size=8.5)


@_set.register
def _(block: blocks.Title, document: Any) -> None:
    _written(document, block.text, WD_ALIGN_PARAGRAPH.CENTER, bold=True, size=12.5)
    if block.number_label:
        number = f"{block.number_label} : {_or_dots(block.number)}"
        _written(document, number, WD_ALIGN_PARAGRAPH.CENTER)


@_set.register
def _(block: blocks.Heading, document: Any) -> None:
    paragraph = _written(document, block.text, bold=True, size=10.5 if block.level == 1 else 10)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = Pt(8)


@_set.register
def _(block: blocks.Text, document: Any) -> None:
    size = 8.5 if block.style in _SMALL else 0
    text = _or_dots(block.text, block.lines)
    _written(document, text, _ALIGNED.get(block.style), bold=block.style == "strong", size=size)


@_set.register
def _(block: blocks.Items, document: Any) -> None:
    for at, item in enumerate(block.items):
        mark = {"letters": f"{_MARKS['letters'][at % 26]}.", "numbers": f"{at + 1}."}
        _written(document, f"{mark.get(block.marks, '–')} {_or_dots(item)}")


@_set.register
def _(block: blocks.FieldGroup, document: Any) -> None:
    rows = [
        (f"{field.mark} {field.label}".strip(), ":", _several(field.value, field.lines))
        for field in block.fields
    ]
    _grid(document, rows, (block.label_width, 0.02, 1 - block.label_width - 0.02))


@_set.register
def _(block: blocks.Table, document: Any) -> None:
    head = tuple(column.title for column in block.columns)
    rows = [tuple(_or_dots(text, block.dotted_lines) for text in row) for row in block.rows]
    widths = tuple(column.width for column in block.columns)
    _grid(document, [head, *rows], widths, ruled=True)


def _grid(
    document: Any,
    rows: Sequence[tuple[str, ...]],
    widths: tuple[float, ...],
    *,
    ruled: bool = False,
) -> None:
    if not rows:
        return
    table = document.add_table(rows=len(rows), cols=len(widths))
    table.autofit = False
    if ruled:
        table.style = "Table Grid"
    for at, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = int(_LINE * width)
            _run(cell.paragraphs[0], text, bold=ruled and at == 0, size=9 if ruled else 0)
    document.add_paragraph()


@_set.register
def _(block: blocks.Photo, document: Any) -> None:
    _written(document, f"{block.code}  {block.title}".strip(), bold=True)
    if block.jpeg is not None and Picture.can_show(block.jpeg):
        width = Mm(56 if block.small else 100)
        document.add_paragraph().add_run().add_picture(BytesIO(block.jpeg), width=width)
    else:
        _written(document, block.absent)
    _set(blocks.FieldGroup(block.fields, 0.25), document)


@_set.register
def _(block: blocks.Signatures, document: Any) -> None:
    for closing in block.closing:
        _set(closing, document)
    if block.place_and_date is None or block.place_and_date:
        _written(document, block.place_and_date, WD_ALIGN_PARAGRAPH.RIGHT)
    hands = [_hand(signer) for signer in block.signers]
    if len(hands) % 2:
        hands.insert(len(hands) - 1, "")
    rows = [(hands[at], hands[at + 1]) for at in range(0, len(hands), 2)]
    _grid(document, rows, (0.5, 0.5))


def _hand(signer: blocks.Signer) -> str:
    room = "\n\n\n\n" if signer.signs else f"\n{signer.refusal}\n"
    detail = "" if signer.detail == "" else f"\n{_or_dots(signer.detail)}"
    return f"{signer.role}{room}{_or_dots(signer.name)}{detail}"


@_set.register
def _(block: blocks.Secret, document: Any) -> None:
    _written(document, "  ".join(block.groups), WD_ALIGN_PARAGRAPH.CENTER, bold=True, size=16)


@_set.register
def _(block: blocks.Notice, document: Any) -> None:
    _grid(document, [(block.text,)], (1.0,), ruled=True)


@_set.register
def _(_block: blocks.Rule, document: Any) -> None:
    _written(document, "_" * 60)


@_set.register
def _(_block: blocks.PageBreak, document: Any) -> None:
    document.add_page_break()
