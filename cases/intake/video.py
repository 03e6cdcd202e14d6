"""The creation time that MP4, MOV and 3GP state: UTC by the format, local in many phones."""

from datetime import datetime, timedelta

from cases.intake.bmff import boxes, find
from cases.intake.source import Source

_EPOCH = datetime(1904, 1, 1)  # noqa: DTZ001 - a claim without zone, see the module
_EARLIEST = datetime(1990, 1, 1)  # noqa: DTZ001
_LATEST = datetime(2079, 12, 31)  # noqa: DTZ001


def creation_time(source: Source) -> tuple[str, str | None] | None:
    """
    Return (raw text, plausible calendar time or None) of the movie header.

    None: there is no header or it says nothing. Zero is "not set", no date; seconds since 1970
    instead of 1904 (a common mistake of phones) read as the fifties and are refused.
    """
    movie = find(source, 0, source.size, b"moov")
    if movie is None:
        return None
    for kind, start, _ in boxes(source, *movie):
        if kind == b"mvhd":
            wide = source.read(start, 1) == b"\x01"
            stamp = source.read(start + 4, 8 if wide else 4)
            seconds = int.from_bytes(stamp, "big")
            return _moment(seconds) if stamp and seconds else None
    return None


def _moment(seconds: int) -> tuple[str, str | None]:
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return str(seconds), None
    raw = f"{moment:%Y:%m:%d %H:%M:%S}"
    return raw, moment.isoformat() if _EARLIEST <= moment <= _LATEST else None
