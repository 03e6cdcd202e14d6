"""
Room set aside in the home, so that text can still be written when the disk is full.

The file is really allocated. It is let go only when a write of the journal finds the disk all but
full, and taken again when there is room. Evidence never uses that room (`evidence_fits`).
"""

import os
from pathlib import Path

from cases import disk
from cases.platform import allocate

SIZE = 32 << 20
"""Bytes set aside; tests make it small."""
LOW = 4 << 20
"""With less than this free, the room set aside is let go before the journal is written."""
MARGIN = 16 << 20
"""What evidence leaves free, for the journal entries that name it."""


class Reserve:
    """The room set aside on the disk of a home."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "reserve"

    @property
    def held(self) -> bool:
        """Whether the room is set aside now."""
        return self._path.exists()

    @property
    def _free(self) -> int:
        free, _ = disk.space(self._path.parent)
        return free

    def take(self) -> bool:
        """Set the room aside, if it is not and there is more than that; tells whether it is."""
        if self.held:
            return True
        if self._free < 2 * SIZE + MARGIN:
            return False
        temp = self._path.with_name("reserve.tmp")
        try:
            handle = os.open(temp, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            try:
                allocate(handle, SIZE)
            finally:
                os.close(handle)
            temp.replace(self._path)
        except OSError:
            # A disk that has no room to set aside has none; nothing else depends on it.
            temp.unlink(missing_ok=True)
        return self.held

    def let_go(self) -> None:
        """Give the room back to the disk, for text."""
        self._path.unlink(missing_ok=True)

    def tend(self) -> None:
        """Let go or take again, as the disk is; cheap enough for every write."""
        if self.held:
            if self._free < LOW:
                self.let_go()
        else:
            self.take()

    def evidence_fits(self, size: int) -> bool:
        """Tell whether so many bytes of evidence leave room for text and the journal."""
        kept = MARGIN if self.held else MARGIN + SIZE
        return self._free > size + size // 1000 + kept
