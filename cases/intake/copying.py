"""
Makes the print copy of a picture: JPEG, long side 1024, upright, no EXIF.

Runs in the limited child process, like all that decodes.
"""

import io
from typing import TYPE_CHECKING

import msgspec

from cases.intake import raw
from cases.intake.claims import Signal
from cases.intake.facts import gather
from cases.intake.likeness import dhash
from cases.intake.png import essential
from cases.intake.source import Source
from cases.intake.thumbnails import compare_thumbnail

if TYPE_CHECKING:
    from PIL import Image

SIDE, QUALITY = 1024, 78


class Picture(msgspec.Struct, frozen=True):
    """What must be known of a picture before it may be decoded."""

    media_type: str
    width: int
    height: int
    orientation: int | None = None
    side: int = SIDE
    """Long side of what is made."""
    embedded: bool = False
    """Take the small picture that the camera put into the file, which is read at once."""


_UPRIGHT_ALREADY = frozenset({"image/heic", "image/heif", "image/tiff"})
"""Their decoders turn the picture; turning it again would be wrong."""


class Look(msgspec.Struct, frozen=True):
    """What decoding a picture gives."""

    copy: bytes
    """The JPEG."""
    dhash: str = ""
    signals: tuple[Signal, ...] = ()


def print_copy(source: Source, about: Picture) -> Look:
    """Decode the picture and give the JPEG; raises whatever the decoders raise."""
    from PIL import Image

    # The budget was checked by the size in the header; Pillow's own limit refuses 200 MP phones.
    Image.MAX_IMAGE_PIXELS = None
    picture = _embedded(source) if about.embedded else open_picture(source, about.media_type)
    with picture:
        check_size(picture.size, about)
        picture = _shrunk(picture, about.side)
        turned = _flat(_upright(picture, about))
        if about.side != SIDE:
            return Look(_encode(turned))
        signals = compare_thumbnail(source, about.media_type, (about.width, about.height), picture)
        return Look(_encode(turned), dhash(turned), signals)


_ENLARGED = 0.97
"""
A JPEG is decoded at a half, a quarter or an eighth of its size. A quarter of a 12-megapixel photo
is 1000 pixels, which are enlarged to 1024: that saves a third of the time, and no eye can tell.
"""


def _shrunk(picture: "Image.Image", side: int) -> "Image.Image":
    """Make the long side `side`, unless the picture is smaller."""
    from PIL import Image

    long = max(picture.size)
    if long <= side:
        return picture
    width, height = (max(1, round(length * side / long)) for length in picture.size)
    least = max(1, int(width * _ENLARGED)), max(1, int(height * _ENLARGED))
    picture.draft("RGB", least)
    return picture.resize((width, height), Image.Resampling.HAMMING)


def pixels(source: Source, about: Picture) -> "Image.Image":
    """Decode the picture, upright, and give its pixels alone: nothing else of the file is left."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    with open_picture(source, about.media_type) as picture:
        check_size(picture.size, about)
        picture.draft("RGB", (about.side, about.side))
        flat = _flat(_upright(picture, about))
        return Image.frombytes(flat.mode, flat.size, flat.tobytes()).convert("RGB")


def _embedded(source: Source) -> "Image.Image":
    from PIL import Image

    return Image.open(io.BytesIO(gather(source).exif.thumbnail), formats=["JPEG"])


def open_picture(source: Source, media_type: str) -> "Image.Image":
    """Open a picture of a type that was told by its content."""
    from PIL import Image

    if media_type == "image/png":
        return Image.open(io.BytesIO(essential(source)), formats=["PNG"])
    if media_type in ("image/heic", "image/heif"):
        import pi_heif

        # Not through `Image.open`: that fails where the decoded size differs from the stated one.
        source.stream.seek(0)
        decoded: Image.Image = pi_heif.open_heif(source.stream)[0].to_pillow()
        return decoded
    if media_type in raw.MEDIA_TYPES:
        return Image.open(io.BytesIO(raw.embedded(source)), formats=["JPEG", "MPO"])
    source.stream.seek(0)
    return Image.open(source.stream, formats=_FORMATS[media_type])


_FORMATS = {
    "image/jpeg": ["JPEG", "MPO"],
    "image/avif": ["AVIF"],
    "image/webp": ["WEBP"],
    "image/tiff": ["TIFF"],
    "image/gif": ["GIF"],
    "image/bmp": ["BMP", "DIB"],
}


class OversizedError(Exception):
    """The decoder sees another size than the header stated."""


def check_size(size: tuple[int, int], about: Picture) -> None:
    """Refuse a picture whose decoder would give more pixels than were allowed for."""
    stated = about.width * about.height
    if size[0] * size[1] > max(stated, 1_000_000):
        raise OversizedError


def _upright(picture: "Image.Image", about: Picture) -> "Image.Image":
    from PIL import Image, ImageOps

    if about.media_type in _UPRIGHT_ALREADY:
        return picture
    if about.media_type == "image/avif":
        return ImageOps.exif_transpose(picture)
    turn = Image.Transpose
    method = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_270,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_90,
    }.get(about.orientation or 1)
    return picture if method is None else picture.transpose(method)


def _flat(picture: "Image.Image") -> "Image.Image":
    """RGB or grey on white paper."""
    from PIL import Image

    if picture.mode.startswith("I"):
        # 16 bit a sample: keep the upper half instead of cutting everything to white.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGB", "L"):
        return picture
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return picture.convert("RGB")


def _encode(picture: "Image.Image") -> bytes:
    sink = io.BytesIO()
    # Pillow would carry a comment over from the original
    picture.save(sink, "JPEG", quality=QUALITY, exif=b"", icc_profile=None, comment=b"")
    return sink.getvalue()
