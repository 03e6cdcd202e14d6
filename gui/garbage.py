"""
Collects Python's garbage on the GUI thread only.

Python collects cycles in whatever thread happens to allocate; a widget caught in one would then
be destroyed by a worker thread, which Qt does not survive. So the automatic collector rests and
a timer of the GUI thread does its work.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Garbage(QObject):
    """Collects while it lives; afterwards Python does so itself again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(_EVERY_MS)
        self.destroyed.connect(gc.enable)

    def collect(self) -> None:
        """Collect the generations that are due, as Python would."""
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        if due:
            gc.collect(max(due))
