"""
The one place where an error becomes words on the screen.

Three kinds: `NetraError` says what happened, what it means and what to do; `Cancelled` is silent;
anything else is our bug: a short apology, and the log holds where it happened. The log never
holds values, so no name and no passphrase can stand in it.
"""

import logging
import traceback
from html import escape
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from cases.errors import Cancelled, NetraError
from cases.language import tr
from gui import theme

_log = logging.getLogger("netra.gui")
_file: Path | None = None
SILENT = {"locked", "vault-locked"}
"""A page that was reading while the window locked has nothing to tell."""


def log_to(folder: Path) -> None:
    """Keep the log of our bugs in this folder."""
    global _file  # noqa: PLW0603 - one log for the whole process
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "netra.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.propagate = False
    _file = folder / "netra.log"


def where(error: BaseException) -> str:
    """Tell the kind of an error and the lines it went through; never its values."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = "\n".join(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__}\n{lines}"


def words(error: BaseException) -> tuple[str, str, str]:
    """Turn an error into (what happened, what to do, small code)."""
    if isinstance(error, NetraError):
        return error.message, error.advice, error.code
    place = str(_file) if _file else ""
    return (
        tr("Netra keliru di bagian ini. Pekerjaan yang sudah tersimpan tetap aman."),
        tr("Coba sekali lagi. Bila terulang, kirim catatan ini: {berkas}", berkas=place)
        if place
        else tr("Coba sekali lagi. Bila terulang, sampaikan kepada pengelola."),
        type(error).__name__,
    )


def _small(code: str) -> str:
    """Say the code that helps a helper, in grey: nobody else needs it."""
    if not code:
        return ""
    grey = theme.current().tokens["text2"]
    words = tr("kode: {kode}", kode=escape(code))
    return f'<br><br><small style="color:{grey}">{words}</small>'


def show(parent: QWidget | None, error: BaseException) -> QMessageBox | None:
    """Tell an error to the user; returns the open box, or None when there is nothing to tell."""
    if isinstance(error, Cancelled) or getattr(error, "code", "") in SILENT:
        return None
    if not isinstance(error, NetraError):
        _log.error("%s", where(error))
    message, advice, code = words(error)
    box = QMessageBox(parent)
    box.setAccessibleName(tr("Pemberitahuan"))
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Netra")
    box.setText(message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(f"<span>{escape(advice)}</span>{_small(code)}")
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box
