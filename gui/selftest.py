"""What the window needs of a build: Qt, its plugins, icons, PDF."""

import os
from typing import Any

from cases.resources import resource


def window_findings() -> dict[str, Any]:
    """Start Qt without a screen, draw an icon, open a PDF; raises when something is missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6 import __version__
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QApplication
    from reportlab.pdfgen.canvas import Canvas

    app = QApplication.instance() or QApplication(["netra"])
    if QFontDatabase.addApplicationFont(str(resource("fonts", "Inter-Regular.ttf"))) < 0:
        raise LookupError("Inter-Regular.ttf")
    icons = sorted(resource("icons").glob("*.svg"))
    if not icons or not QSvgRenderer(str(icons[0])).isValid():
        raise LookupError("icons")
    canvas = Canvas("-", invariant=1)
    canvas.drawString(72, 72, "Netra")
    data = QByteArray(canvas.getpdfdata())
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument(app)
    document.load(buffer)
    if document.pageCount() != 1:
        raise LookupError("QtPdf")
    document.close()
    return {"qt": __version__, "icons": len(icons), "printing": QPrinter.__name__}
