"""What an inspection holds: claims of the file about itself, each with where it comes from."""

import msgspec


class TimeSource(msgspec.Struct, frozen=True):
    """One place in a file that states a time."""

    kind: str
    """exif_original, exif_digitized, exif_modified, gps, xmp, quicktime, png_text, tag, document,
    page, filename or file_mtime."""
    raw: str
    local: str | None
    """Calendar time (or date) as stated, `YYYY-MM-DDThh:mm:ss`; None where it states none."""
    offset: str | None
    refused: str = ""
    """Code of why `local` is None or may not be used (`evidence_words`); empty where it counts."""


class Taken(msgspec.Struct, frozen=True):
    """When the picture was taken: an interval, and everything that was stated."""

    raw: str | None
    local: str | None
    offset: str | None
    subsec: str | None
    earliest: str | None
    latest: str | None
    zone_source: str
    sources: tuple[TimeSource, ...]


class Position(msgspec.Struct, frozen=True):
    """Where the picture was taken, decimal degrees as text, and the time by satellite."""

    lat: str
    lon: str
    utc: str | None


class Camera(msgspec.Struct, frozen=True):
    """What took the picture, as stated."""

    make: str | None
    model: str | None
    serial: str | None = None


class Signal(msgspec.Struct, frozen=True):
    """A hint by code; its words are made when it is shown (`evidence_words`)."""

    code: str
    weight: str
    values: dict[str, str] = {}


class Media(msgspec.Struct, frozen=True):
    """What recordings, documents and saved pages say beyond what pictures do."""

    duration_ms: int | None = None
    rotation: int | None = None
    """Clockwise degrees by which a player turns the picture."""
    title: str | None = None
    url: str | None = None
    """Where a page was saved from."""


class Claims(msgspec.Struct, frozen=True):
    """Everything that reading one file brought, without its bytes or hash."""

    media_type: str
    kind: str
    """photo or attachment."""
    reason: str
    """Code of why it is an attachment (`evidence_words`); empty for a photo."""
    width: int | None
    height: int | None
    orientation: int | None
    taken: Taken
    gps: Position | None
    camera: Camera
    software: str | None
    origin: str
    signals: tuple[Signal, ...]
    media: Media | None = None
    origin_cause: str = ""
    """Code of why one thinks so (`evidence_words`)."""
    origin_weight: str = ""
    """low, medium or high; empty where nothing tells."""


UNDATED = Taken(None, None, None, None, None, None, "unknown", ())


def unread(media_type: str, reason: str) -> Claims:
    """Claims of a file that could not be read at all: kept as an attachment, with the reason."""
    return Claims(
        media_type=media_type,
        kind="attachment",
        reason=reason,
        width=None,
        height=None,
        orientation=None,
        taken=UNDATED,
        gps=None,
        camera=Camera(None, None),
        software=None,
        origin="unknown",
        signals=(),
    )
