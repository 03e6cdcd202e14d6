"""Printing a PDF: pages are drawn in the background, at the printer's own size."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

_DPI = 300


def print_pdf(data: bytes, printer: QPrinter) -> int:
    """Print all pages; gives their number."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    painter = QPainter(printer)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        points = document.pagePointSize(page)
        size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
        painter.drawImage(painter.viewport(), document.render(page, size))
    painter.end()
    pages = document.pageCount()
    document.close()
    return pages
