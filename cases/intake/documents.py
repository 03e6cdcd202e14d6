"""
Dates and titles of PDF and office documents, read in bounds; their pages are never opened.

A PDF is searched for the texts of its information dictionary near both ends, which is no parsing:
where they are packed, there is none. Of an office document only the small part with its
properties is unpacked.
"""

import re
import zipfile
from dataclasses import dataclass, field
from zlib import error as PackError  # noqa: N812 - a class that the library writes small

from cases.intake.claims import TimeSource
from cases.intake.moments import calendar, exif_offset, is_plausible, zoned_time
from cases.intake.source import Source
from cases.intake.texts import shown

_WINDOW = 256 * 1024
_DIRECTORY = 4 * 1024 * 1024
_ENTRIES = 20_000
_PART = 256 * 1024
_PDF_DATE = re.compile(
    rb"/(?:CreationDate|ModDate)\s*\(\s*(D?:?[0-9]{4,14}[0-9Zz+\-']{0,10})\s*\)"
)
_PDF_TIME = re.compile(
    r"(?:D:)?(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)?'?|([Zz]).*)?", re.ASCII
)
_PDF_TITLE = re.compile(rb"/Title\s*\(((?:[^()\\]|\\.){1,400})\)", re.DOTALL)
_PDF_TOOL = re.compile(rb"/(?:Creator|Producer)\s*\(((?:[^()\\]|\\.){1,200})\)", re.DOTALL)
_OFFICE_DATE = re.compile(
    rb"<(?:dcterms:created|dcterms:modified|meta:creation-date|dc:date)[^>]{0,200}>\s*([^<]{4,40})<"
)
_OFFICE_TITLE = re.compile(rb"<dc:title[^>]{0,200}>([^<]{1,400})<")
_OFFICE_TOOL = re.compile(rb"<(?:Application|meta:generator)[^>]{0,200}>([^<]{1,200})<")
_OFFICE_PARTS = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
OFFICE = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.presentation",
}


@dataclass(slots=True)
class Document:
    """What a document says of itself."""

    times: list[TimeSource] = field(default_factory=list)
    title: str = ""
    software: str = ""
    c2pa: bool = False


def read_pdf(source: Source) -> Document:
    """Search both ends of a PDF."""
    data = source.read(0, _WINDOW)
    if source.size > _WINDOW:
        data += b"\n" + source.read(max(_WINDOW, source.size - _WINDOW), _WINDOW)
    found = Document()
    for raw in dict.fromkeys(_PDF_DATE.findall(data)[:8]):
        found.times.append(_pdf_time(raw.decode("ascii")))
    title, tool = _PDF_TITLE.search(data), _PDF_TOOL.search(data)
    found.title = _pdf_text(title[1]) if title else ""
    found.software = _pdf_text(tool[1]) if tool else ""
    found.c2pa = b"C2PA_Manifest" in data
    return found


def _pdf_time(raw: str) -> TimeSource:
    match = _PDF_TIME.fullmatch(raw.strip())
    local = calendar(match.groups()[:6]) if match else None
    if match is None or local is None:
        return TimeSource("document", raw, None, None, "calendar" if match else "form")
    offset = "+00:00" if match[10] else None
    if match[7]:
        offset = exif_offset(f"{match[7]}{match[8]}:{match[9] or '00'}")
    if not is_plausible(local):
        return TimeSource("document", raw, None, None, "implausible")
    return TimeSource("document", raw, local, offset)


def _pdf_text(raw: bytes) -> str:
    """Text of a PDF string; what is neither UTF-16 nor Latin is left out."""
    raw = re.sub(rb"\\([()\\])", rb"\1", raw)
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    text = raw.decode("latin-1")
    return "" if any(ord(sign) < 32 for sign in text) else text


def office_type(source: Source) -> str | None:
    """Tell an office document from any other ZIP by what stands in it; None for a ZIP."""
    head = source.read(30, 100)
    if head.startswith(b"mimetype"):
        return next((kind.decode() for kind in OPEN_DOCUMENTS if head[8:].startswith(kind)), None)
    names = _names(source)
    if "[Content_Types].xml" not in names:
        return None
    return next(
        (kind for part, kind in OFFICE.items() if any(name.startswith(part) for name in names)),
        None,
    )


def read_office(source: Source) -> Document:
    """Read the properties of an office document."""
    found = Document()
    parts = b"".join(_part(source, name) for name in _OFFICE_PARTS)
    for raw in dict.fromkeys(_OFFICE_DATE.findall(parts)[:8]):
        text = raw.decode("utf-8", "replace").strip()
        local, offset = zoned_time(text)
        source_time = TimeSource(
            "document", shown(text) or "", local, offset, "" if local else "form"
        )
        found.times.append(source_time)
    title, tool = _OFFICE_TITLE.search(parts), _OFFICE_TOOL.search(parts)
    found.title = title[1].decode("utf-8", "replace") if title else ""
    found.software = tool[1].decode("utf-8", "replace") if tool else ""
    return found


def _names(source: Source) -> frozenset[str]:
    try:
        with _archive(source) as archive:
            return frozenset(archive.namelist())
    except _REFUSED:
        return frozenset()


def _part(source: Source, name: str) -> bytes:
    try:
        with _archive(source) as archive, archive.open(name) as part:
            return part.read(_PART)
    except _REFUSED:
        return b""


_REFUSED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    KeyError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    PackError,
)
"""What the library raises on archives that lie."""


def _archive(source: Source) -> zipfile.ZipFile:
    """Open a ZIP whose directory is small enough to be read."""
    tail = source.read(max(0, source.size - 65_557), 65_557)
    end = tail.rfind(b"PK\x05\x06")
    record = tail[end : end + 22] if end >= 0 else b""
    entries = int.from_bytes(record[10:12], "little")
    if len(record) < 22 or int.from_bytes(record[12:16], "little") > _DIRECTORY:
        raise zipfile.BadZipFile
    if entries > _ENTRIES:
        raise zipfile.BadZipFile
    source.stream.seek(0)
    return zipfile.ZipFile(source.stream)
