"""What one file says of itself, gathered from whatever format it has; nothing is judged here."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from cases.intake import heif, jpeg, png, video, webp
from cases.intake.exif import Exif, read_exif
from cases.intake.sniff import media_type
from cases.intake.source import Source

PHOTOS = frozenset(
    {
        "image/jpeg",
        "image/png",
        "image/heic",
        "image/heif",
        "image/avif",
        "image/webp",
        "image/tiff",
        "image/gif",
        "image/bmp",
    }
)


@dataclass(slots=True)
class Facts:
    """Raw findings about one file."""

    name: str
    size: int
    media_type: str
    width: int | None = None
    height: int | None = None
    exif: Exif = field(default_factory=Exif)
    blocks: int = 0
    """How many EXIF blocks there are."""
    second_date: str | None = None
    """DateTimeOriginal of a second block, where it differs."""
    xmp: bytes = b""
    png_dates: list[str] = field(default_factory=list)
    png_software: str = ""
    video_time: tuple[str, str | None] | None = None
    jfif_only: bool = False
    facebook: bool = False
    progressive: bool = False
    whole: bool = True
    bomb: bool = False


def gather(source: Source) -> Facts:
    """Read the facts of a file; the content decides what kind it is."""
    facts = Facts(source.name, source.size, media_type(source))
    reader = _READERS.get(facts.media_type)
    if reader is not None:
        reader(facts, source)
    return facts


def _jpeg(facts: Facts, source: Source) -> None:
    found = jpeg.read_segments(source)
    facts.width, facts.height = found.width or None, found.height or None
    facts.jfif_only = found.jfif and not found.exif
    facts.facebook = found.facebook
    facts.progressive = found.progressive
    facts.whole = found.whole
    facts.xmp = found.xmp
    _blocks(facts, found.exif)


def _png(facts: Facts, source: Source) -> None:
    found = png.read_chunks(source)
    facts.width, facts.height = found.width, found.height
    facts.png_dates, facts.png_software = found.dates, found.software
    facts.whole, facts.bomb = found.whole, found.bomb
    facts.xmp = found.xmp
    _blocks(facts, found.exif)


def _webp(facts: Facts, source: Source) -> None:
    found = webp.read_chunks(source)
    facts.width, facts.height, facts.whole = found.width, found.height, found.whole
    facts.xmp = found.xmp
    _blocks(facts, found.exif)


def _heif(facts: Facts, source: Source) -> None:
    found = heif.read_items(source)
    facts.width, facts.height, facts.whole = found.width, found.height, found.whole
    facts.xmp = found.xmp
    _blocks(facts, found.exif)


def _tiff(facts: Facts, source: Source) -> None:
    facts.blocks = 1
    facts.exif = read_exif(source.stream, source.size)
    facts.width = facts.exif.number("width")
    facts.height = facts.exif.number("height")


def _gif(facts: Facts, source: Source) -> None:
    head = source.read(6, 4)
    facts.width = int.from_bytes(head[:2], "little") or None
    facts.height = int.from_bytes(head[2:], "little") or None


def _bmp(facts: Facts, source: Source) -> None:
    head = source.read(18, 8)
    facts.width = int.from_bytes(head[:4], "little") or None
    facts.height = abs(int.from_bytes(head[4:], "little", signed=True)) or None


def _video(facts: Facts, source: Source) -> None:
    facts.video_time = video.creation_time(source)


def _blocks(facts: Facts, blocks: list[bytes]) -> None:
    """Read the first block that is one; a second one is only compared with it."""
    facts.blocks = len(blocks)
    blocks = [block for block in blocks if block[:4] in (b"II*\x00", b"MM\x00*")] or blocks[:1]
    if not blocks:
        return
    facts.exif = read_exif(io.BytesIO(blocks[0]), len(blocks[0]))
    if len(blocks) > 1:
        second = read_exif(io.BytesIO(blocks[1]), len(blocks[1])).text("original")
        if second and second != facts.exif.text("original"):
            facts.second_date = second


_READERS: dict[str, Callable[[Facts, Source], None]] = {
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/webp": _webp,
    "image/heic": _heif,
    "image/heif": _heif,
    "image/avif": _heif,
    "image/tiff": _tiff,
    "image/gif": _gif,
    "image/bmp": _bmp,
    "video/mp4": _video,
    "video/quicktime": _video,
    "video/3gpp": _video,
    "audio/mp4": _video,
}
