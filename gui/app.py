"""Starts the window: fonts, look, language, log, and the hook for our own mistakes."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from cases import platform
from gui import errors, fonts, settings, theme
from gui.garbage import Garbage
from gui.speech import speak


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    application = start(options.get("--lang"))
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    errors.log_to(Path(data) / "log")
    sys.excepthook = _apologise
    from gui.window import Window

    home = options.get("--home") or os.environ.get("NETRA_HOME")
    window = Window(Path(home) if home else platform.default_home())
    if officer := options.get("--officer"):
        window.choose(officer)
    window.show()
    return application.exec()


def start(lang: str | None = None) -> QApplication:
    """Make the application and dress it."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["netra"])
    application.setApplicationName("Netra")
    application.setStyle("Fusion")
    fonts.load()
    speak(lang or settings.read_language())
    theme.apply(settings.read_theme())
    Garbage(application)
    return application


def _apologise(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    errors.show(QApplication.activeWindow(), error.with_traceback(trace))
