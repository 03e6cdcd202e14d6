"""What stands in the lines of a paper beside prose: dotted lines, photos, QR codes."""

from io import BytesIO
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfutils import readJPEGInfo
from reportlab.platypus import Flowable

from cases.papers.faces import width
from cases.papers.sheet import SOFT, draw_qr


class Dots(Flowable):  # type: ignore[misc] # ReportLab has no types
    """Dotted lines over the whole width: a fact that nobody has given yet."""

    def __init__(self, lines: int, style: ParagraphStyle) -> None:
        super().__init__()
        self._lines = max(1, lines)
        self.style = style

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = available
        self.height = self._lines * self._leading()
        return self.width, self.height

    def _leading(self) -> float:
        # room for a hand to write, unless the line stands alone among printed ones
        return float(self.style.leading) * (1 if self._lines == 1 else 1.35)

    def split(self, _available: float, height: float) -> list[Flowable]:
        """Break between lines."""
        fit = int(height // self._leading())
        if not 0 < fit < self._lines:
            return []
        return [Dots(fit, self.style), Dots(self._lines - fit, self.style)]

    def draw(self) -> None:
        """Write the dots as letters, so that they are also found in the text of the file."""
        face, size = self.style.fontName, self.style.fontSize
        count = max(8, int(self.width / width(".", face, size)) - 1)
        self.canv.setFont(face, size)
        self.canv.setFillColor(SOFT)
        for line in range(self._lines):
            y = self.height - (line + 1) * self._leading() + 3
            self.canv.drawString(0, y, "." * count)


class _Jpeg(ImageReader):  # type: ignore[misc] # ReportLab has no types
    """A JPEG that goes into the file as the bytes it is: never decoded, never packed again."""

    _dataA = None  # noqa: N815 - ReportLab's name

    def __init__(self, data: bytes) -> None:
        self._bytes = data

    def getRGBData(self) -> bytes:  # noqa: N802 - ReportLab's name
        """Give what names the picture, so that the same one is stored once."""
        return self._bytes

    def jpeg_fh(self) -> BytesIO:
        """Give the bytes to embed."""
        return BytesIO(self._bytes)


class Picture(Flowable):  # type: ignore[misc] # ReportLab has no types
    """A photo, as large as the box allows."""

    hAlign = "LEFT"  # noqa: N815 - ReportLab's name

    def __init__(self, jpeg: bytes, box_width: float, box_height: float) -> None:
        super().__init__()
        self._jpeg = jpeg
        across, down = _dimensions(jpeg) or (1, 1)
        scale = min(box_width / across, box_height / down)
        self.width, self.height = across * scale, down * scale

    @staticmethod
    def can_show(jpeg: bytes) -> bool:
        """Tell whether the bytes are a JPEG in grey or colour."""
        return _dimensions(jpeg) is not None

    def wrap(self, _available: float, _height: float) -> tuple[float, float]:
        """Keep the size chosen."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the photo."""
        self.canv.drawImage(_Jpeg(self._jpeg), 0, 0, self.width, self.height)


class Code(Flowable):  # type: ignore[misc] # ReportLab has no types
    """A QR code."""

    def __init__(self, payload: str, side: float) -> None:
        super().__init__()
        self._payload = payload
        self.width = self.height = side

    def wrap(self, _available: float, _height: float) -> tuple[float, float]:
        """Keep the size chosen."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the code."""
        draw_qr(self.canv, self._payload, self.width)


def _dimensions(jpeg: bytes) -> tuple[int, int] | None:
    """Read width and height from the head of a JPEG; None where it is none we can embed."""
    if not jpeg.startswith(b"\xff\xd8\xff"):
        return None
    try:
        info: Any = readJPEGInfo(BytesIO(jpeg))
    except Exception:  # hostile bytes; the reader raises whatever it meets
        return None
    across, down, planes = info[0], info[1], info[2]
    return (across, down) if across and down and planes in {1, 3} else None
