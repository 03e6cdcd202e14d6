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

from cases.papers.blocks import Heading, Paper, Signatures

# fonts and their subsets are shared by the whole process, and ReportLab locks nothing
_one_at_a_time = Lock()
_SHORT = 220
"""Points: what is longer may break, and is not carried over as a whole."""


def render(paper: Paper) -> bytes:
    """Set the paper on A4 pages."""
    with _one_at_a_time:
        return _render(paper)


def _render(paper: Paper) -> bytes:
    # imported here: ReportLab takes a tenth of a second that a window's start should not pay
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import (
        BaseDocTemplate,
        CondPageBreak,
        Frame,
        KeepTogether,
        PageTemplate,
    )

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
        if isinstance(block, Signatures) and not block.closing:
            story.append(KeepTogether([*_last_words(story), *flowables(block)]))
        else:
            story.extend(flowables(block))
    if paper.mark:
        story.insert(0, paragraph(paper.mark, "mark"))
    document.build(story, canvasmaker=partial(sheet.Sheet, paper))
    return target.getvalue()


def _last_words(story: list[Any]) -> list[Any]:
    """Take what stands last from the story, so that no hand signs a page without words."""
    from reportlab.platypus import Spacer

    from cases.papers.sheet import LINE

    taken: list[Any] = []
    while story and not any(not isinstance(one, Spacer) for one in taken):
        if story[-1].wrap(LINE, 10_000)[1] > _SHORT:
            break
        taken.insert(0, story.pop())
    return taken
