"""What `--selftest` asks of the window: fonts, icons, drawing, PDF, and how soon it stands."""

import os
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from cases.resources import resource


def window_findings() -> dict[str, Any]:
    """Open the window over an empty folder, off the screen, and look at it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin = perf_counter()
    from PySide6.QtGui import QFontDatabase, QGuiApplication
    from PySide6.QtPdf import QPdfDocument

    from gui import app, background, fonts, icons
    from gui.window import Window

    app.start("id")
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Path(folder) / "rumah")
        window.show()
        QGuiApplication.processEvents()
        seconds = perf_counter() - begin
        colours = _colours(window.grab().toImage())
        window.close()
    background.finish()
    missing = {fonts.SANS, fonts.MONO} - set(QFontDatabase.families())
    if missing or colours < 3 or icons.pixmap("eye").isNull():
        raise LookupError(f"fonts missing: {sorted(missing)}, colours drawn: {colours}")
    return {
        "seconds": round(seconds, 3),
        "icons": len(list(resource("icons").glob("*.svg"))),
        "qtbase_id": resource("i18n", "qtbase_id.qm").exists(),
        "pdf": QPdfDocument.__name__,
    }


def _colours(image: Any) -> int:
    spots = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({image.pixel(x, y) for x, y in spots})
