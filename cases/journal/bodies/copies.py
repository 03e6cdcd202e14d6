"""Bodies of what stands beside an exhibit: copies derived from it, requests for its original."""

from typing import Any

from msgspec import Struct, field

from cases.journal.bodies.parts import From


class CopyDerived(Struct, frozen=True):
    """A cropped, covered or marked copy of an exhibit was made; it never stands for the original.

    `drawn_from` is what it was drawn from where that was not the original itself.
    """

    copy: str
    exhibit: str
    code: str
    object: str
    parent_sha256: str
    operations: list[dict[str, Any]]
    reason: str
    drawn_from: str = ""
    from_: From | None = field(default=None, name="from")


class OriginalRequested(Struct, frozen=True):
    """The holder of the original was asked for it, on a printed slip."""

    exhibit: str
    why: str = ""


class OriginalReceived(Struct, frozen=True):
    """The holder handed the original over: it came in as an exhibit of its own."""

    exhibit: str
    original: str
    """The exhibit that is the original."""
    why: str = ""


TYPES: dict[str, type[Struct]] = {
    "copy.derived": CopyDerived,
    "original.requested": OriginalRequested,
    "original.received": OriginalReceived,
}
