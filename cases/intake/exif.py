"""
An EXIF block, read by two readers that must not contradict each other.

ExifRead reads first, Pillow's `Exif` class fills in what it misses. Neither opens the picture. A
block that would make them copy more bytes than it has is not read at all; a field that reaches
past the end, or that the two read differently, is refused: a wrong value is worse than a missing
one (`docs/decisions/0012-reading-evidence.md`).
"""

import logging
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import gcd
from typing import IO, Any, BinaryIO, cast

from cases.intake.tiff import survey

logging.getLogger("exifread").setLevel(logging.CRITICAL + 1)

Rational = tuple[int, int]
Value = bytes | int | tuple[Rational, ...]

_EXIF_IFD, _GPS_IFD, _MAKER_NOTE = 0x8769, 0x8825, 0x927C


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    tag: int
    keys: tuple[str, ...]
    form: str

    @property
    def shelf(self) -> str:
        """Directory it stands in: Image, EXIF or GPS."""
        return self.keys[0].partition(" ")[0]


_FIELDS = (
    _Field("original", 0x9003, ("EXIF DateTimeOriginal", "Image DateTimeOriginal"), "text"),
    _Field("digitized", 0x9004, ("EXIF DateTimeDigitized", "Image DateTimeDigitized"), "text"),
    _Field("modified", 0x0132, ("Image DateTime",), "text"),
    _Field("offset_original", 0x9011, ("EXIF OffsetTimeOriginal",), "text"),
    _Field("offset_digitized", 0x9012, ("EXIF OffsetTimeDigitized",), "text"),
    _Field("offset_modified", 0x9010, ("EXIF OffsetTime",), "text"),
    _Field("subsec", 0x9291, ("EXIF SubSecTimeOriginal",), "text"),
    _Field("orientation", 0x0112, ("Image Orientation",), "number"),
    _Field("make", 0x010F, ("Image Make",), "text"),
    _Field("model", 0x0110, ("Image Model",), "text"),
    _Field("serial", 0xA431, ("EXIF BodySerialNumber",), "text"),
    _Field("software", 0x0131, ("Image Software",), "text"),
    _Field("comment", 0x9286, ("EXIF UserComment",), "text"),
    _Field("pixels_x", 0xA002, ("EXIF ExifImageWidth",), "number"),
    _Field("pixels_y", 0xA003, ("EXIF ExifImageLength",), "number"),
    _Field("width", 0x0100, ("Image ImageWidth",), "number"),
    _Field("height", 0x0101, ("Image ImageLength",), "number"),
    _Field("lat", 0x0002, ("GPS GPSLatitude",), "rationals"),
    _Field("lat_ref", 0x0001, ("GPS GPSLatitudeRef",), "text"),
    _Field("lon", 0x0004, ("GPS GPSLongitude",), "rationals"),
    _Field("lon_ref", 0x0003, ("GPS GPSLongitudeRef",), "text"),
    _Field("gps_date", 0x001D, ("GPS GPSDate",), "text"),
    _Field("gps_time", 0x0007, ("GPS GPSTimeStamp",), "rationals"),
)


@dataclass(slots=True)
class Exif:
    """Values as they stand in the block; nothing is judged here."""

    values: dict[str, Value] = field(default_factory=dict)
    damaged: bool = False
    """Something in the block could not be read, or the two readers contradict each other."""
    hostile: bool = False
    """The block claims more than any honest one and was not read."""
    thumbnail: bytes = b""
    maker_note: bool = False
    """The maker of the camera left notes of its own; they are never read."""

    def text(self, name: str) -> str | None:
        """Text up to the first NUL, with what is no UTF-8 replaced; None when absent."""
        value = self.values.get(name)
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else None

    def number(self, name: str) -> int | None:
        """Whole number, or None."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def rationals(self, name: str) -> tuple[Rational, ...]:
        """Pairs of numerator and denominator; empty when absent or no rationals."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()


def read_exif(stream: IO[bytes], size: int) -> Exif:
    """Read the block that is the whole of `stream` (a TIFF file is such a block, too)."""
    stream.seek(0)
    found = Exif()
    if stream.read(4) not in (b"II*\x00", b"MM\x00*"):
        found.damaged = True
        return found
    permitted = survey(stream, size)
    found.hostile = not permitted.honest
    found.damaged = bool(permitted.short & {"Image", "EXIF", "GPS"})
    if found.hostile or "Image" in permitted.short:
        return found
    first = _guarded(found, lambda: _exifread(found, stream, size))
    second = _guarded(found, lambda: _pillow(found, stream))
    for wanted in _FIELDS:
        name = wanted.name
        if wanted.shelf in permitted.short:
            continue
        one, other = first.get(name), second.get(name)
        if one is not None and other is not None and one != other:
            found.damaged = True
        elif (value := one if one is not None else other) is not None:
            found.values[name] = value
    return found


def _guarded(found: Exif, reader: Callable[[], dict[str, Value]]) -> dict[str, Value]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return reader()
    except Exception:
        # The readers raise anything at all on hostile blocks; no common base class exists.
        found.damaged = True
        return {}


def _exifread(found: Exif, stream: IO[bytes], size: int) -> dict[str, Value]:
    import exifread

    # `details=True` hangs on hostile maker notes, `builtin_types=True` falsifies values.
    tags = exifread.process_file(cast(BinaryIO, stream), details=False)
    thumbnail = tags.get("JPEGThumbnail")
    if isinstance(thumbnail, bytes) and thumbnail.startswith(b"\xff\xd8"):
        found.thumbnail = thumbnail
    values: dict[str, Value] = {}
    for wanted in _FIELDS:
        tag = next((tags[key] for key in wanted.keys if key in tags), None)
        if tag is None:
            continue
        if tag.field_offset + tag.field_length > size:
            found.damaged = True
        elif (value := _value(wanted.form, tag.values, "utf-8")) is not None:
            values[wanted.name] = value
    return values


def _pillow(found: Exif, stream: IO[bytes]) -> dict[str, Value]:
    from PIL import Image

    stream.seek(0)
    exif = Image.Exif()
    exif.load_from_fp(stream)
    main: Mapping[int, Any] = exif
    shelves = {
        "Image": (main,),
        "EXIF": (exif.get_ifd(_EXIF_IFD), main),
        "GPS": (exif.get_ifd(_GPS_IFD),),
    }
    found.maker_note = _MAKER_NOTE in shelves["EXIF"][0]
    values: dict[str, Value] = {}
    for wanted in _FIELDS:
        for shelf in shelves[wanted.shelf]:
            if wanted.tag in shelf:
                value = _value(wanted.form, shelf[wanted.tag], "latin-1")
                if value is not None:
                    values[wanted.name] = value
                break
    return values


def _value(form: str, raw: Any, codec: str) -> Value | None:
    if form == "text":
        return _text(raw, codec)
    items = list(raw) if isinstance(raw, list | tuple) else [raw]
    if form == "number":
        return items[0] if len(items) == 1 and type(items[0]) is int else None
    if items and all(hasattr(item, "denominator") for item in items):
        return tuple(_reduced(int(item.numerator), int(item.denominator)) for item in items)
    return None


def _reduced(numerator: int, denominator: int) -> Rational:
    divisor = gcd(numerator, denominator) or 1
    return numerator // divisor, denominator // divisor


def _text(raw: Any, codec: str) -> bytes | None:
    """Bytes of a text field up to the first NUL; a date stored as numbers is text, too."""
    if isinstance(raw, list | tuple) and all(type(i) is int and 0 <= i < 256 for i in raw):
        raw = bytes(raw)
    if isinstance(raw, str):
        # Back to the bytes of the file: ExifRead decodes UTF-8 where it can, Pillow Latin-1.
        raw = raw.encode(codec, "replace")
    return raw.split(b"\x00", 1)[0] if isinstance(raw, bytes) else None
