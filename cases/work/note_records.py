"""Records of notes and tags."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """What an officer noted about a case, or about one thing in it."""

    id: str
    text: str
    about: str
    """Id of what it is about; empty: the case."""
    at: str
    dev: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class TagRecord:
    """A word under which a case, or one thing in it, is found."""

    tag: str
    about: str
