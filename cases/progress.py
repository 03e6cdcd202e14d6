"""How far a piece of long work is: written by the worker, polled by the window."""

from threading import Condition, Lock

from cases.errors import Cancelled


class Progress:
    """Counts done and total; `cancel` makes the next `advance` raise `Cancelled`.

    `pause` makes work that asks `hold` wait between two steps, until `resume` or `cancel`.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._done = 0
        self._total = 0
        self._text = ""
        self._cancelled = False
        self._paused = False
        self._moved = Condition()

    @property
    def state(self) -> tuple[int, int, str]:
        """Return (done, total, what is being done)."""
        with self._lock:
            return self._done, self._total, self._text

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._cancelled

    def begin(self, total: int, text: str = "") -> None:
        """Set the amount of work, in whatever unit the work counts."""
        with self._lock:
            self._done, self._total, self._text = 0, total, text

    def advance(self, steps: int = 1, text: str = "") -> None:
        """Report finished steps."""
        if self._cancelled:
            raise Cancelled
        with self._lock:
            self._done += steps
            self._text = text or self._text

    def cancel(self) -> None:
        """Ask the work to stop at its next step, paused or not."""
        with self._moved:
            self._cancelled = True
            self._moved.notify_all()

    @property
    def paused(self) -> bool:
        """Whether the user asked to wait."""
        return self._paused and not self._cancelled

    def pause(self) -> None:
        """Ask the work to wait before its next step; what is begun is finished and saved."""
        with self._moved:
            self._paused = True

    def resume(self) -> None:
        """Let paused work go on."""
        with self._moved:
            self._paused = False
            self._moved.notify_all()

    def hold(self) -> None:
        """Wait here while paused; any thread of the work may ask."""
        with self._moved:
            self._moved.wait_for(lambda: not self.paused)
