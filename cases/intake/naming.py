"""Names of files as text that can be stored, whatever bytes the file system holds."""

from pathlib import Path


def name_of(path: Path) -> str:
    """Give the last part of the path; bytes that are no UTF-8 stand as replacement signs."""
    return text_of(path.name)


def text_of(path: Path | str) -> str:
    """Give a path as text that JSON can hold."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
