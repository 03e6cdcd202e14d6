"""
The renderer: a paper in, the bytes of a PDF out.

Equal papers give equal bytes in any process, zone, locale and hash seed; nothing is read but the
shipped fonts and the colour profile.
"""

from functools import partial
from io import BytesIO
from itertools import takewhile
from threading import Lock
from typing import Any

from cases.papers.blocks import Heading, Paper

# fonts and their subsets are shared by the whole process, and ReportLab locks nothing
_one_at_a_time = Lock()


def render(paper: Paper) -> bytes:
    """Set the paper on A4 pages."""
    with _one_at_a_time:
        return _render(paper)


def _render(paper: Paper) -> bytes:
    # imported here: ReportLab takes a tenth of a second that a window's start should not pay
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, CondPageBreak, Frame, PageTemplate

    from cases.papers import sheet
    from cases.papers.faces import REGULAR, glyphs, register
    from cases.papers.ink import printable
    from cases.papers.setting import flowables, paragraph

    register()
    target = BytesIO()
    height = sheet.HEIGHT - sheet.TOP - sheet.BOTTOM
    frame = Frame(sheet.LEFT, sheet.BOTTOM, sheet.LINE, height, 0, 0, 0, 0)

    def begin(canvas: Any, _document: Any) -> None:
        canvas.begin()

    document = BaseDocTemplate(
        target,
        pagesize=A4,
        pageTemplates=[PageTemplate(frames=[frame], onPage=begin)],
        initialFontName=REGULAR,
        title=printable(paper.title, glyphs(REGULAR)),
        author="",
    )
    story: list[Any] = []
    for at, block in enumerate(paper.blocks):
        headings = list(takewhile(lambda one: isinstance(one, Heading), paper.blocks[at:]))
        if len(headings) > 1:  # none of them may stand alone at the end of a page
            story.append(CondPageBreak((24 + 10 * len(headings)) * mm))
        story.extend(flowables(block))
    if paper.mark:
        story.insert(0, paragraph(paper.mark, "mark"))
    document.build(story, canvasmaker=partial(sheet.Sheet, paper))
    return target.getvalue()
