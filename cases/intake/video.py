"""
What MP4, MOV, 3GP and M4A say: times, length, place, the way the phone was held.

The movie header's time is UTC by the format and local in many phones; it is kept as a claim, and
nothing is made of it. Apple's own key states the offset with it, so that one is a moment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cases.intake.bmff import boxes, find
from cases.intake.claims import TimeSource
from cases.intake.moments import is_plausible, zoned_time
from cases.intake.source import Source
from cases.intake.texts import shown

_EPOCH = datetime(1904, 1, 1)  # noqa: DTZ001 - a claim without zone, see the module
_TEXT = 4096
_KEYS = 256
_UNSET = frozenset({0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF})
_PLACES = (b"\xa9xyz", b"com.apple.quicktime.location.ISO6709")
_MAKES = (b"\xa9mak", b"com.apple.quicktime.make", b"com.android.manufacturer")
_MODELS = (b"\xa9mod", b"com.apple.quicktime.model", b"com.android.model")
_TOOLS = (b"\xa9swr", b"com.apple.quicktime.software", b"\xa9too", b"\xa9enc")
_DATES = (b"com.apple.quicktime.creationdate", b"\xa9day")
_ISO6709 = re.compile(r"[+-]\d+(?:\.\d+)?[+-]\d+(?:\.\d+)?")
_TURNS = {(1, 0, 0, 1): 0, (0, 1, -1, 0): 90, (-1, 0, 0, -1): 180, (0, -1, 1, 0): 270}


@dataclass(slots=True)
class Movie:
    """What the boxes say."""

    header: tuple[str, str | None] | None = None
    """Time of the movie header: (raw text, plausible calendar time or None)."""
    times: list[TimeSource] = field(default_factory=list)
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    rotation: int | None = None
    """Clockwise degrees by which players turn the picture; None for anything but right angles."""
    pictures: bool = False
    """Whether there is a track of pictures at all."""
    words: dict[bytes, str] = field(default_factory=dict)
    """Texts by their key."""

    def first(self, keys: tuple[bytes, ...]) -> str:
        """Give the text of the first key that has one."""
        return next((self.words[key] for key in keys if self.words.get(key)), "")

    @property
    def make(self) -> str:
        """Maker of the camera."""
        return self.first(_MAKES)

    @property
    def model(self) -> str:
        """Model of the camera."""
        return self.first(_MODELS)

    @property
    def software(self) -> str:
        """Program that wrote the file."""
        return self.first(_TOOLS)

    @property
    def place(self) -> str:
        """Position as ISO 6709 text; empty where none is stated."""
        match = _ISO6709.match(self.first(_PLACES))
        return match[0] if match else ""


def read_movie(source: Source) -> Movie:
    """Walk the boxes of the movie; the picture data are never touched."""
    found = Movie()
    movie = find(source, 0, source.size, b"moov")
    if movie is None:
        return found
    for kind, start, end in boxes(source, *movie):
        if kind == b"mvhd" and found.header is None:
            _header(found, source, start)
        elif kind == b"trak" and not found.pictures:
            _track(found, source, (start, end))
        elif kind in (b"udta", b"meta"):
            _words(found, source, kind, (start, end))
    for raw in dict.fromkeys(found.words[key] for key in _DATES if found.words.get(key)):
        local, offset = zoned_time(raw)
        refused = "" if local else "form"
        found.times.append(TimeSource("quicktime", shown(raw) or "", local, offset, refused))
    return found


def _header(found: Movie, source: Source, start: int) -> None:
    """
    Read the movie header.

    Zero is "not set", no date; seconds since 1970 instead of 1904 (a common mistake of phones)
    read as the fifties and are refused.
    """
    wide = source.read(start, 1) == b"\x01"
    size = 8 if wide else 4
    seconds = int.from_bytes(source.read(start + 4, size), "big")
    if seconds:
        found.header = _moment(seconds)
        raw, local = found.header
        refused = "" if local else "implausible"
        found.times.insert(0, TimeSource("quicktime", raw, local, None, refused))
    scale = int.from_bytes(source.read(start + 4 + 2 * size, 4), "big")
    length = int.from_bytes(source.read(start + 8 + 2 * size, size), "big")
    if scale and length and length not in _UNSET:
        duration = length * 1000 // scale
        found.duration_ms = duration if duration < 2**53 else None


def _moment(seconds: int) -> tuple[str, str | None]:
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return str(seconds), None
    raw, local = f"{moment:%Y:%m:%d %H:%M:%S}", moment.isoformat()
    return raw, local if is_plausible(local) else None


def _track(found: Movie, source: Source, bounds: tuple[int, int]) -> None:
    """Read size and rotation of the first track of pictures."""
    media = find(source, *bounds, b"mdia")
    handler = find(source, *media, b"hdlr") if media else None
    head = find(source, *bounds, b"tkhd")
    if handler is None or head is None or source.read(handler[0] + 8, 4) != b"vide":
        return
    found.pictures = True
    at = head[0] + (52 if source.read(head[0], 1) == b"\x01" else 40)
    matrix = source.read(at, 44)
    if len(matrix) < 44:
        return
    # 16.16 fixed point; the third column (2.30) never turns anything
    a, b, c, d = (
        int.from_bytes(matrix[i : i + 4], "big", signed=True) >> 16 for i in (0, 4, 12, 16)
    )
    found.rotation = _TURNS.get((a, b, c, d))
    found.width = int.from_bytes(matrix[36:38], "big") or None
    found.height = int.from_bytes(matrix[40:42], "big") or None


def _words(found: Movie, source: Source, kind: bytes, bounds: tuple[int, int]) -> None:
    if kind == b"meta":
        _apple(found, source, bounds)
        return
    for name, start, end in boxes(source, *bounds):
        if name == b"meta":
            _apple(found, source, (start, end))
        elif name == b"loci":
            _loci(found, source.read(start, min(end - start, _TEXT)))
        elif name[:1] == b"\xa9":
            # length, language, text
            length = int.from_bytes(source.read(start, 2), "big")
            _keep(found, name, source.read(start + 4, min(length, end - start - 4, _TEXT)))


def _apple(found: Movie, source: Source, bounds: tuple[int, int]) -> None:
    """Read the list of values, named by four letters or by the table of keys."""
    start, end = bounds
    if source.read(start + 4, 4) not in (b"hdlr", b"keys", b"ilst"):
        start += 4  # MP4 has version and flags here, QuickTime has not
    keys = list(_keys(source, start, end))
    values = find(source, start, end, b"ilst")
    if values is None:
        return
    for name, first, last in boxes(source, *values):
        number = int.from_bytes(name, "big")
        key = keys[number - 1] if 0 < number <= len(keys) else name
        data = find(source, first, last, b"data")
        if data is not None:
            _keep(found, key, source.read(data[0] + 8, min(data[1] - data[0] - 8, _TEXT)))


def _keys(source: Source, start: int, end: int) -> Iterator[bytes]:
    table = find(source, start, end, b"keys")
    if table is None:
        return
    at = table[0] + 8
    for _ in range(min(int.from_bytes(source.read(table[0] + 4, 4), "big"), _KEYS)):
        length = int.from_bytes(source.read(at, 4), "big")
        if length < 8 or at + length > table[1]:
            return
        yield source.read(at + 8, min(length - 8, 128))
        at += length


def _keep(found: Movie, key: bytes, value: bytes) -> None:
    if len(found.words) < _KEYS:
        text = value.split(b"\x00", 1)[0].decode("utf-8", "replace").strip()
        found.words.setdefault(key, text)


def _loci(found: Movie, content: bytes) -> None:
    """Position of 3GPP: name, role, then longitude before latitude in 16.16 fixed point."""
    name_end = content.find(b"\x00", 6)
    numbers = content[name_end + 2 : name_end + 10]
    if name_end < 0 or len(numbers) < 8:
        return
    lon, lat = (int.from_bytes(numbers[i : i + 4], "big", signed=True) for i in (0, 4))
    text = f"{lat / 65536:+010.6f}{lon / 65536:+011.6f}"
    found.words.setdefault(b"\xa9xyz", text)
