"""
The three kinds of error.

    NetraError   something the user can understand: what happened, what it means, what to do
    Cancelled    the user asked to stop; silent
    (any other)  our bug: logged whole, a short apology to the user
"""


class NetraError(Exception):
    """An error in words for the user; both sentences are already in the user's language."""

    def __init__(self, message: str, advice: str = "", *, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What happened and what it means, one sentence."""
        self.advice = advice
        """What to do now, one sentence; may be empty."""
        self.code = code
        """A short stable name for scripts and tests, such as `wrong-passphrase`."""

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class Cancelled(Exception):
    """The user stopped the work; what was finished stays."""
