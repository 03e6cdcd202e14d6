"""
Pictures for the eye alone: the original at the size of a screen, the small one inside it.

Both are decoded and encoded anew in the limited child process, so no byte of a hostile file
reaches the window. Nothing is stored.
"""

from dataclasses import dataclass
from threading import Lock

import msgspec
from sqlalchemy import select

from cases.home import Home
from cases.intake.child import Child
from cases.intake.copying import Picture
from cases.tables import exhibit as exhibit_table
from cases.work.records import ExhibitId

SCREEN = 2560
PDF = "application/pdf"
_SMALL = 320
_LARGEST = 256 * 1024 * 1024
"""A larger document is not unpacked into memory to be looked at."""


class _Inspection(msgspec.Struct, frozen=True):
    orientation: int | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page as a JPEG, how many there are, and the code of why there is none."""

    jpeg: bytes
    pages: int
    reason: str


class Viewing:
    """Keeps one child process ready; whoever made it closes it."""

    def __init__(self) -> None:
        self._child = Child()
        self._lock = Lock()

    def original(self, home: Home, exhibit: ExhibitId) -> bytes:
        """Give the original at the size of a screen, a JPEG; empty where it cannot be decoded."""
        return self._picture(home, exhibit, side=SCREEN, embedded=False)

    def embedded(self, home: Home, exhibit: ExhibitId) -> bytes:
        """Give the small picture inside the original, a JPEG; empty where there is none."""
        return self._picture(home, exhibit, side=_SMALL, embedded=True)

    def page(self, home: Home, exhibit: ExhibitId, number: int) -> Drawn:
        """Draw one page of a PDF, counted from 1."""
        with home.read() as connection:
            row = connection.execute(
                select(exhibit_table).where(exhibit_table.c.id == exhibit).limit(1)
            ).first()
        if row is None or row.media_type != PDF or row.size > _LARGEST:
            return Drawn(b"", 0, "")
        data = home.vault.read(row.object)
        with self._lock:
            answer = self._child.page(data, row.file, number, SCREEN)
        return Drawn(answer.copy or b"", answer.pages, answer.reason)

    def close(self) -> None:
        """End the child process."""
        self._child.close()

    def _picture(self, home: Home, exhibit: ExhibitId, *, side: int, embedded: bool) -> bytes:
        with home.read() as connection:
            row = connection.execute(
                select(exhibit_table).where(exhibit_table.c.id == exhibit).limit(1)
            ).first()
        if row is None or row.kind != "photo":
            return b""
        turned = msgspec.json.decode(row.inspection or "{}", type=_Inspection).orientation
        about = Picture(row.media_type, row.width, row.height, turned, side, embedded)
        data = home.vault.read(row.object)
        with self._lock:
            return self._child.print_copy(data, row.file, about).copy or b""
