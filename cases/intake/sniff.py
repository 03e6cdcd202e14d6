"""What a file is, told by its content; its name is only a hint that may be wrong."""

from cases.intake.audio import mpeg_frame
from cases.intake.documents import office_type
from cases.intake.raw import raw_type
from cases.intake.source import Source

_HEAD = 4096

_HEIC = frozenset({b"heic", b"hevc"})
_HEIF = frozenset({b"heix", b"heim", b"heis", b"hevx", b"mif1", b"msf1", b"mif2"})
_AVIF = frozenset({b"avif", b"avis"})

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"IIRO", "image/x-olympus-orf"),
    (b"IIRS", "image/x-olympus-orf"),
    (b"MMOR", "image/x-olympus-orf"),
    (b"IIU\x00", "image/x-panasonic-rw2"),
    (b"FUJIFILMCCD-RAW ", "image/x-fuji-raf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"{\\rtf", "application/rtf"),
)

_ENDINGS: dict[str, frozenset[str]] = {
    "image/jpeg": frozenset({"jpg", "jpeg", "jpe", "jfif", "mpo", "insp"}),
    "image/png": frozenset({"png"}),
    "image/heic": frozenset({"heic", "heif", "hif"}),
    "image/heif": frozenset({"heic", "heif", "hif"}),
    "image/avif": frozenset({"avif"}),
    "image/webp": frozenset({"webp"}),
    "image/gif": frozenset({"gif"}),
    "application/pdf": frozenset({"pdf"}),
    "video/mp4": frozenset({"mp4", "m4v", "m4a", "3gp", "mov"}),
    "video/quicktime": frozenset({"mov", "qt", "mp4"}),
    "audio/mpeg": frozenset({"mp3"}),
    "audio/ogg": frozenset({"ogg", "oga", "opus"}),
    "audio/mp4": frozenset({"m4a", "mp4", "m4b", "aac"}),
}
_CLAIMS = frozenset().union(*_ENDINGS.values()) | {"tif", "tiff", "dng", "doc", "docx", "txt"}


_MAIL = ("from:", "mime-version:", "subject:", "date:", "snapshot-content-location:")
_PAGE = ("<!doctype html", "<html", "<script", "<body", "<head", "<!-- saved from url")


def media_type(source: Source) -> str:
    """Tell the media type by the first bytes; `application/octet-stream` when unknown."""
    head = source.read(0, _HEAD)
    if head[4:8] == b"ftyp":
        return _brand(head)
    if head[:4] == b"RIFF":
        kinds = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
        return kinds.get(head[8:12], "application/octet-stream")
    if head[4:8] in (b"moov", b"mdat", b"wide"):
        return "video/quicktime"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return _finer(source, kind)
    return _sound(source, head) or _text(head)


def _finer(source: Source, kind: str) -> str:
    """Tell raw files from TIFF, office documents from ZIP."""
    if kind == "image/tiff":
        return raw_type(source) or kind
    if kind == "application/zip":
        return office_type(source) or kind
    return kind


def _sound(source: Source, head: bytes) -> str:
    """Type of an MP3 that begins without tags: two frames, one right behind the other."""
    length = mpeg_frame(head[:4])
    return "audio/mpeg" if length and mpeg_frame(source.read(length, 4)) else ""


def _brand(head: bytes) -> str:
    """Type of an ISO base media file: the major brand, then the compatible ones."""
    length = max(16, min(int.from_bytes(head[:4], "big"), len(head)))
    brands = [head[8:12], *(head[i : i + 4] for i in range(16, length - 3, 4))]
    own = brands[:1] if brands[0] not in (b"mif1", b"msf1") else brands
    for kinds, kind in ((_AVIF, "image/avif"), (_HEIC, "image/heic"), (_HEIF, "image/heif")):
        if not kinds.isdisjoint(own):
            return kind
    if brands[0] == b"crx ":
        return "image/x-canon-cr3"
    if brands[0] == b"qt  ":
        return "video/quicktime"
    if brands[0][:2] == b"3g":
        return "video/3gpp"
    return "audio/mp4" if brands[0] in (b"M4A ", b"M4B ") else "video/mp4"


def _text(head: bytes) -> str:
    """Type of what may be text; it is never interpreted, only named."""
    if not head or b"\x00" in head:
        return "application/octet-stream"
    try:
        words = head.decode("utf-8", "strict").lower()
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return "application/octet-stream"
        words = head[: error.start].decode("utf-8").lower()
    if any(ord(sign) < 32 and sign not in "\t\n\r\f\x1b" for sign in words):
        return "application/octet-stream"
    start = words.lstrip("\ufeff \t\r\n")
    if start.startswith("<svg") or (start.startswith("<?xml") and "<svg" in start):
        return "image/svg+xml"
    if start.startswith(_PAGE):
        return "text/html"
    if start.startswith(_MAIL) and "multipart/related" in start:
        return "multipart/related"
    return "text/plain"


def name_contradicts(name: str, kind: str) -> bool:
    """Whether the ending of the name claims another type than the content has."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in _CLAIMS:
        return False
    return ending not in _ENDINGS.get(kind, frozenset({ending}))
