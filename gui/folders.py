"""Where file dialogs begin: among the officer's own pictures and documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

_Location = QStandardPaths.StandardLocation


def pictures() -> Path:
    """The folder of pictures."""
    return _place(_Location.PicturesLocation)


def documents() -> Path:
    """The folder of documents."""
    return _place(_Location.DocumentsLocation)


def _place(location: QStandardPaths.StandardLocation) -> Path:
    found = Path(QStandardPaths.writableLocation(location))
    return found if found.is_dir() else Path.home()
