"""Type: faces, sizes and distances of a paper."""

from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from cases.papers.faces import BOLD, MEDIUM, MONO, MONO_BOLD, REGULAR, SEMIBOLD, register
from cases.papers.sheet import INK, SOFT

register()


def _style(name: str, face: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    colour = more.pop("textColor", INK)
    return ParagraphStyle(
        name,
        fontName=face,
        fontSize=size,
        leading=leading,
        textColor=colour,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        **more,
    )


STYLES: dict[str, ParagraphStyle] = {
    style.name: style
    for style in (
        _style("body", REGULAR, 9.8, 14, spaceBefore=2, spaceAfter=3),
        _style("small", REGULAR, 8.3, 11.6, spaceAfter=2),
        _style("note", REGULAR, 8.3, 11.6, spaceBefore=3, spaceAfter=3, textColor=SOFT),
        _style("centre", REGULAR, 9.8, 14, alignment=TA_CENTER),
        _style("right", REGULAR, 9.8, 14, alignment=TA_RIGHT, spaceAfter=6),
        _style("strong", SEMIBOLD, 9.8, 14, spaceAfter=3),
        _style("letterhead", BOLD, 14, 18, alignment=TA_CENTER),
        _style("address", REGULAR, 8.5, 12, alignment=TA_CENTER),
        _style("mark", SEMIBOLD, 9, 12, alignment=TA_RIGHT, spaceAfter=6),
        _style("title", BOLD, 12.5, 17, alignment=TA_CENTER, spaceBefore=8, spaceAfter=2),
        _style("number", REGULAR, 9.8, 14, alignment=TA_CENTER),
        _style("heading1", SEMIBOLD, 10.6, 14, spaceBefore=10, spaceAfter=4),
        _style("heading2", MEDIUM, 9.8, 14, spaceBefore=6, spaceAfter=3),
        _style("head", SEMIBOLD, 8.8, 12),
        _style("cell-text", REGULAR, 9.2, 13),
        _style("cell-centre", REGULAR, 9.2, 13, alignment=TA_CENTER),
        _style("cell-code", MONO, 7.6, 10.6),
        _style("photo", SEMIBOLD, 10, 13.5, spaceAfter=4),
        _style("absent", REGULAR, 8.8, 12.4, alignment=TA_CENTER, textColor=SOFT),
        _style("caption", MEDIUM, 7.2, 10, textColor=SOFT),
        _style("fact", REGULAR, 8.4, 11.4, spaceAfter=3),
        _style("signer", SEMIBOLD, 9.8, 13.5, alignment=TA_CENTER),
        _style("signer-detail", REGULAR, 8.6, 12, alignment=TA_CENTER),
        _style("refusal", REGULAR, 8.6, 12, alignment=TA_CENTER, textColor=SOFT),
        _style("secret", MONO_BOLD, 19, 30),
    )
}
