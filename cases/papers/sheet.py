"""
The sheet under a paper: margins, watermark, footer, and what the PDF says of itself.

Nothing here depends on the machine: no date of making, an identifier made from the content, fonts
embedded, colours tied to sRGB, so that equal content gives equal bytes (and PDF/A-2b).
"""

from hashlib import sha256
from typing import Any
from xml.sax.saxutils import escape

import segno
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from cases import __version__
from cases.papers.blocks import Paper
from cases.papers.digests import short
from cases.papers.faces import BOLD, MEDIUM, MONO, REGULAR, glyphs, width
from cases.papers.ink import printable
from cases.resources import resource

LEFT, RIGHT, TOP, BOTTOM = 22 * mm, 20 * mm, 18 * mm, 31 * mm
WIDTH, HEIGHT = A4
LINE = WIDTH - LEFT - RIGHT

INK, SOFT = HexColor("#10212B"), HexColor("#3D4F59")
FAINT, SHADE = HexColor("#9AA9B0"), HexColor("#EEF2F3")
_WATERMARK, _ALARM = HexColor("#EDEFF0"), HexColor("#A31616")
_QR = 17 * mm
_TOOL = f"Netra {__version__}"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool><pdf:Producer>{tool}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc] # ReportLab has no types
    """What the document says of itself: no date, no name of a person."""

    def format(self, document: Any) -> Any:
        """Write title and program only."""
        words = {
            "Title": pdfdoc.PDFString(self.title),
            "Creator": pdfdoc.PDFString(_TOOL),
            "Producer": pdfdoc.PDFString(_TOOL),
        }
        return pdfdoc.PDFDictionary(words).format(document)


class Sheet(Canvas):  # type: ignore[misc] # ReportLab has no types
    """The canvas of one paper: draws what surrounds the text on every page."""

    def __init__(self, paper: Paper, filename: Any, **settings: Any) -> None:
        settings |= {"invariant": 1, "pageCompression": 1, "pdfVersion": (1, 7), "lang": "id-ID"}
        super().__init__(filename, **settings)
        self._paper = paper
        self._title = printable(paper.title, glyphs(REGULAR))
        self._describe()

    def _describe(self) -> None:
        document = self._doc
        document.info = _Info()
        paper = self._paper
        told_by = (paper.form, paper.case, paper.content_head, paper.final, paper.about, _TOOL)
        mark = repr(told_by).encode()
        identifier = sha256(mark).hexdigest()[:32].upper().encode()
        document._ID = b"[<%b><%b>]\n" % (identifier, identifier)  # noqa: SLF001 - no other way
        catalog = document.Catalog
        for names in ("__NoDefault__", "__Refs__"):
            setattr(catalog, names, [*getattr(catalog, names), "OutputIntents"])
        xmp = _XMP.format(title=escape(self._title), tool=escape(_TOOL))
        catalog.Metadata = _stream(xmp.encode(), {"Type": "Metadata", "Subtype": "XML"})
        catalog.OutputIntents = pdfdoc.PDFArray([self._colours()])

    def _colours(self) -> Any:
        profile = _stream(resource("srgb.icc").read_bytes(), {"N": 3})
        intent = {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": self._doc.Reference(profile),
        }
        return pdfdoc.PDFDictionary(intent)

    def begin(self) -> None:
        """Draw what lies under and above the text of a page."""
        if self._paper.draft and not self._paper.final:
            self.saveState()
            self.setFillColor(_WATERMARK)
            self.setFont(BOLD, 150)
            self.translate(WIDTH / 2, HEIGHT / 2)
            self.rotate(50)
            self.drawCentredString(0, -52, "DRAF")
            self.restoreState()
        if self._paper.confidential:
            self._confidential()

    def _confidential(self) -> None:
        self.saveState()
        self.setFillColor(_ALARM)
        self.setStrokeColor(_ALARM)
        self.setFont(BOLD, 9)
        self.roundRect(LEFT, HEIGHT - 13.6 * mm, 22 * mm, 5.4 * mm, 2)
        self.drawCentredString(LEFT + 11 * mm, HEIGHT - 12 * mm, "RAHASIA")
        self.restoreState()

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Draw the footer and finish the page."""
        self.saveState()
        self._footer()
        self.restoreState()
        super().showPage()

    def save(self) -> None:
        """Say how many pages there are, which only the end knows, and write the file."""
        pages = str(self.getPageNumber() - 1)
        self.beginForm("pages", 0, 0, 60, 20)
        self.setFillColor(INK)
        self.setFont(MEDIUM, 8)
        self.drawString(0, 4, pages)
        self.endForm()
        for page in self._doc.Pages.pages:
            page.Trans = None  # an empty transition, which no archive wants
        super().save()

    def _footer(self) -> None:
        paper, right = self._paper, WIDTH - RIGHT
        self.setStrokeColor(FAINT)
        self.setLineWidth(0.5)
        self.line(LEFT, BOTTOM - 3 * mm, right, BOTTOM - 3 * mm)
        if paper.payload:
            self._qr(right - _QR, BOTTOM - 4.5 * mm - _QR)
            right -= _QR + 3 * mm
        base = BOTTOM - 8 * mm
        self.setFillColor(INK)
        page = f"Halaman {self.getPageNumber()} dari "
        room = right - LEFT - width(page, MEDIUM, 8) - 12 * mm
        self.setFont(MEDIUM, 8)
        self.drawString(LEFT, base, _fitted(self._name(), MEDIUM, 8, room))
        self.drawString(right - width(page, MEDIUM, 8) - 5 * mm, base, page)
        self.saveState()
        self.translate(right - 5 * mm, base - 4)
        self.doForm("pages")
        self.restoreState()
        self._small_print(base - 4.2 * mm)
        self._initials(right, base - 9 * mm)

    def _name(self) -> str:
        parts = (self._paper.mark.title() or "", self._title, self._paper.case_code)
        return printable("  ·  ".join(part for part in parts if part), glyphs(MEDIUM))

    def _small_print(self, y: float) -> None:
        paper = self._paper
        state = "" if paper.final or not paper.draft else "  ·  DRAF, belum final"
        words = f"Dibuat dengan {_TOOL}{state}"
        self.setFillColor(SOFT)
        self.setFont(REGULAR, 7)
        self.drawString(LEFT, y, words)
        if paper.content_head:
            self.drawString(LEFT, y - 3.6 * mm, "Kepala isi")
            self.setFont(MONO, 7.5)
            self.drawString(LEFT + 14 * mm, y - 3.6 * mm, short(paper.content_head))

    def _initials(self, right: float, y: float) -> None:
        for place, role in enumerate(reversed(self._paper.initials)):
            x = right - (place + 1) * 30 * mm
            self.setFillColor(SOFT)
            self.setFont(REGULAR, 6.5)
            self.drawString(x, y + 2.4 * mm, f"Paraf {role}")
            self.rect(x, y - 6 * mm, 28 * mm, 7.4 * mm)

    def _qr(self, x: float, y: float) -> None:
        if not self.hasForm("qr"):
            self.beginForm("qr", 0, 0, _QR, _QR)
            draw_qr(self, self._paper.payload, _QR)
            self.endForm()
        self.saveState()
        self.translate(x, y)
        self.doForm("qr")
        self.restoreState()


def draw_qr(canvas: Any, payload: str, side: float) -> None:
    """Draw a QR code with its quiet zone into a square of `side` at the origin."""
    matrix = segno.make(payload, error="m", micro=False, boost_error=False).matrix
    quiet = 2
    module = side / (len(matrix) + 2 * quiet)
    path = canvas.beginPath()
    for row, line in enumerate(matrix):
        for start, length in _runs(line):
            y = side - (row + 1 + quiet) * module
            path.rect((start + quiet) * module, y, length * module, module)
    canvas.setFillColor("#000000")
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def _runs(line: bytearray) -> list[tuple[int, int]]:
    """Dark modules of a line as (start, length): fewer and seamless rectangles."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(line):
        if not dark:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return runs


def _fitted(text: str, face: str, size: float, room: float) -> str:
    if width(text, face, size) <= room:
        return text
    while text and width(f"{text}…", face, size) > room:
        text = text[:-1]
    return f"{text}…"


def _stream(content: bytes, entries: dict[str, Any]) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    for name, value in entries.items():
        stream.dictionary[name] = value if isinstance(value, int) else pdfdoc.PDFName(value)
    return stream
