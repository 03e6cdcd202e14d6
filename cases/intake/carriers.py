"""Cards, cables and folders that files come from: pulled out is told from a bad file."""

from collections.abc import Iterable
from pathlib import Path


class Carriers:
    """Remembers on which device each folder lay when the intake began."""

    def __init__(self, files: Iterable[Path]) -> None:
        folders = dict.fromkeys(path.parent for path in files)
        self._devices = {folder: _device(folder) for folder in folders}

    def gone(self, path: Path) -> bool:
        """Tell whether the folder of a file was there and is not, or lies on another device."""
        before = self._devices.get(path.parent)
        return before is not None and _device(path.parent) != before


def _device(folder: Path) -> int | None:
    try:
        return folder.stat().st_dev
    except (OSError, ValueError):
        return None
