"""What one file says of itself, gathered from whatever format it has; nothing is judged here."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from cases.intake import audio, documents, heif, jpeg, pages, png, raw, video, webp
from cases.intake.bmff import boxes
from cases.intake.claims import Media, TimeSource
from cases.intake.exif import Exif, read_exif
from cases.intake.moments import zoned_time
from cases.intake.raw_containers import CR3, RAF, read_container
from cases.intake.sniff import media_type
from cases.intake.source import Source
from cases.intake.texts import named, shown

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
        *raw.MEDIA_TYPES,
    }
)
_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
"""Name of the box that holds a signed history in HEIC, AVIF, MP4 and MOV."""


DOCUMENTS = frozenset(
    {
        "application/pdf",
        *documents.OFFICE.values(),
        *(kind.decode() for kind in documents.OPEN_DOCUMENTS),
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
    software: str = ""
    """Program that wrote the file, where that stands outside of EXIF."""
    make: str = ""
    model: str = ""
    video_time: tuple[str, str | None] | None = None
    stated: list[TimeSource] = field(default_factory=list)
    """Times that recordings, documents and pages state."""
    spot: str = ""
    """Position that a recording states, ISO 6709."""
    media: Media | None = None
    silent: bool = True
    """False: a recording without pictures."""
    c2pa: bool = False
    preview: bool = True
    """False: a raw file without a picture inside."""
    jfif_only: bool = False
    facebook: bool = False
    progressive: bool = False
    tables: bytes = b""
    """What the quantisation tables of a JPEG hold."""
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
    facts.tables = found.tables
    facts.whole = found.whole
    facts.xmp = found.xmp
    facts.c2pa = found.c2pa
    _blocks(facts, found.exif)


def _png(facts: Facts, source: Source) -> None:
    found = png.read_chunks(source)
    facts.width, facts.height = found.width, found.height
    facts.png_dates, facts.software = found.dates, found.software
    facts.c2pa = found.c2pa
    facts.whole, facts.bomb = found.whole, found.bomb
    facts.xmp = found.xmp
    _blocks(facts, found.exif)


def _webp(facts: Facts, source: Source) -> None:
    found = webp.read_chunks(source)
    facts.width, facts.height, facts.whole = found.width, found.height, found.whole
    facts.xmp, facts.c2pa = found.xmp, found.c2pa
    _blocks(facts, found.exif)


def _heif(facts: Facts, source: Source) -> None:
    found = heif.read_items(source)
    facts.width, facts.height, facts.whole = found.width, found.height, found.whole
    facts.xmp = found.xmp
    facts.c2pa = _has_c2pa(source)
    _blocks(facts, found.exif)


def _has_c2pa(source: Source) -> bool:
    return any(
        kind == b"uuid" and source.read(start, 16) == _C2PA
        for kind, start, _ in boxes(source, 0, source.size)
    )


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


def _raw(facts: Facts, source: Source) -> None:
    facts.blocks = 1
    facts.exif = read_exif(*raw.as_tiff(source))
    found = raw.read_raw(source)
    facts.width, facts.height = found.width, found.height
    facts.preview = found.preview[1] > 0


def _raw_container(facts: Facts, source: Source) -> None:
    found = read_container(source, facts.media_type)
    _blocks(facts, [found.exif] if found.exif else [])
    width, height = facts.exif.number("width"), facts.exif.number("height")
    facts.width, facts.height = found.width or None, found.height or None
    if width and height and width * height > found.width * found.height:
        facts.width, facts.height = width, height
    facts.preview = found.preview[1] > 0


def _video(facts: Facts, source: Source) -> None:
    found = video.read_movie(source)
    facts.video_time, facts.stated = found.header, found.times
    facts.width, facts.height = found.width, found.height
    facts.make, facts.model, facts.software = found.make, found.model, found.software
    facts.spot = found.place
    facts.silent = found.pictures or found.duration_ms is None
    facts.c2pa = _has_c2pa(source)
    title = named(found.first((b"\xa9nam",)))
    facts.media = Media(found.duration_ms, found.rotation, title)


def _audio(facts: Facts, source: Source) -> None:
    found = audio.read_audio(source, facts.media_type)
    for text in found.dates:
        local, offset = zoned_time(text)
        refused = "" if local else "form"
        facts.stated.append(TimeSource("tag", shown(text) or "", local, offset, refused))
    facts.software = found.software
    facts.media = Media(found.duration_ms, None, named(found.title))


def _document(facts: Facts, source: Source) -> None:
    pdf = facts.media_type == "application/pdf"
    found = documents.read_pdf(source) if pdf else documents.read_office(source)
    facts.stated, facts.software, facts.c2pa = found.times, found.software, found.c2pa
    facts.media = Media(title=named(found.title))


def _page(facts: Facts, source: Source) -> None:
    html = facts.media_type == "text/html"
    found = pages.read_html(source) if html else pages.read_mhtml(source)
    facts.stated = found.times
    facts.media = Media(title=named(found.title), url=found.url or None)


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
    **dict.fromkeys(raw.MEDIA_TYPES, _raw),
    **dict.fromkeys((CR3, RAF), _raw_container),
    **dict.fromkeys(("audio/mpeg", "audio/ogg", "audio/wav", "audio/amr"), _audio),
    **dict.fromkeys(DOCUMENTS, _document),
    **dict.fromkeys(("text/html", "multipart/related"), _page),
}
