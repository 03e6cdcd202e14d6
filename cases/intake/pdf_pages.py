"""
Draws one page of a PDF as a picture, when somebody looks at it.

Runs in the limited child process: a PDF that somebody sent is hostile until shown otherwise. The
library is PDFium without scripts; forms are not filled and links not followed.
"""

import io

import msgspec

from cases.intake.source import Source

QUALITY = 85
_MOST = 5000
"""More pages than this are not counted through."""


class Page(msgspec.Struct, frozen=True):
    """One page as a JPEG, and how many there are."""

    jpeg: bytes
    pages: int


class LockedError(Exception):
    """The document asks for a passphrase."""


def draw_page(source: Source, number: int, side: int) -> Page:
    """Draw page `number` (from 1; beyond the end: the last) so that its long side is `side`."""
    import pypdfium2

    source.stream.seek(0)
    try:
        document = pypdfium2.PdfDocument(source.stream.read())
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise LockedError from error
        raise
    with document:
        pages = min(len(document), _MOST)
        page = document[max(0, min(number, pages) - 1)]
        long = max(page.get_size())
        picture = page.render(scale=side / long if long > 0 else 1.0).to_pil()
        sink = io.BytesIO()
        picture.convert("RGB").save(sink, "JPEG", quality=QUALITY)
        return Page(sink.getvalue(), pages)
