"""Bodies of captures of social media, and of points on pictures."""

from msgspec import Struct


class CaptureDescribed(Struct, frozen=True):
    """What an exhibit captures of social media; a field that is absent stays as it was.

    `captured_by` is a party, empty for the officer; `visible` answers the checklist.
    """

    exhibit: str
    url: str | None = None
    platform: str | None = None
    account: str | None = None
    post_at: str | None = None
    captured_at: str | None = None
    captured_by: str | None = None
    visible: dict[str, bool] | None = None


class CaptureRechecked(Struct, frozen=True):
    """Somebody looked whether what was captured is still online."""

    exhibit: str
    still_online: bool
    at: str


class MarkerPlaced(Struct, frozen=True):
    """This point of the upright picture is the person; per mille from the upper left corner."""

    exhibit: str
    party: str
    x: int
    y: int


class MarkerRemoved(Struct, frozen=True):
    """A marker is taken away, with a reason; it stays in the journal."""

    marker: str
    reason: str


TYPES: dict[str, type[Struct]] = {
    "capture.described": CaptureDescribed,
    "capture.rechecked": CaptureRechecked,
    "marker.placed": MarkerPlaced,
    "marker.removed": MarkerRemoved,
}
