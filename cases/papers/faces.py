"""The shipped fonts, made known to ReportLab once."""

from collections.abc import Set as AbstractSet
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cases.resources import resource

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
MONO, MONO_BOLD = "AtkinsonHyperlegibleMono-Regular", "AtkinsonHyperlegibleMono-Bold"

FACES = (REGULAR, MEDIUM, SEMIBOLD, BOLD, MONO, MONO_BOLD)


@cache
def register() -> None:
    """Register every face; the second call does nothing."""
    rl_config.useA85 = 0  # photos stand in the file as the bytes they are
    for name in FACES:
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))


@cache
def glyphs(face: str) -> AbstractSet[int]:
    """Code points that `face` can draw."""
    register()
    return frozenset(pdfmetrics.getFont(face).face.charToGlyph)


def width(text: str, face: str, size: float) -> float:
    """Width of `text` in points."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))
