"""The items of HEIC, HEIF and AVIF: the EXIF and XMP items and the size, decoder or not."""

from dataclasses import dataclass, field

from cases.intake.bmff import Cursor, EndOfBoxError, boxes, find, overruns
from cases.intake.source import Source

_META = 4 * 1024 * 1024
_ITEM = 16 * 1024 * 1024
_ITEMS = 20_000


@dataclass(slots=True)
class Heif:
    """What the item tables say."""

    exif: list[bytes] = field(default_factory=list)
    xmp: bytes = b""
    width: int | None = None
    height: int | None = None
    whole: bool = False


@dataclass(slots=True)
class _Item:
    kind: bytes = b""
    mime: bytes = b""
    method: int = 0
    extents: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Meta:
    source: Source
    start: int
    end: int
    items: dict[int, _Item] = field(default_factory=dict)
    primary: int = 0

    def content(self, kind: bytes) -> bytes:
        bounds = find(self.source, self.start, self.end, kind)
        return self.source.read(bounds[0], min(bounds[1] - bounds[0], _META)) if bounds else b""


def read_items(source: Source) -> Heif:
    """Find the metadata items and the size of the primary picture."""
    found = Heif(whole=not overruns(source))
    bounds = find(source, 0, source.size, b"meta")
    if bounds is None:
        return found
    meta = _Meta(source, bounds[0] + 4, bounds[1])
    for step in (_primary, _kinds, _places):
        try:
            step(meta)
        except EndOfBoxError:
            continue
    for item in meta.items.values():
        _metadata(meta, item, found)
    try:
        found.width, found.height = _size(meta)
    except EndOfBoxError:
        found.width = found.height = None
    return found


def _primary(meta: _Meta) -> None:
    cursor = Cursor(meta.content(b"pitm"))
    wide = cursor.number(4) >> 24
    meta.primary = cursor.number(4 if wide else 2)


def _kinds(meta: _Meta) -> None:
    """Read the item information box: what each item is."""
    bounds = find(meta.source, meta.start, meta.end, b"iinf")
    if bounds is None:
        return
    version = meta.source.read(bounds[0], 1)
    first = bounds[0] + (6 if version == b"\x00" else 8)
    for kind, start, end in boxes(meta.source, first, bounds[1]):
        if kind != b"infe":
            continue
        cursor = Cursor(meta.source.read(start, min(end - start, 512)))
        form = cursor.number(4) >> 24
        if form < 2:
            continue
        number = cursor.number(2 if form == 2 else 4)
        cursor.number(2)
        item = meta.items.setdefault(number, _Item())
        item.kind = cursor.take(4)
        item.mime = meta.source.read(start + cursor.at, min(end - start - cursor.at, 256))


def _places(meta: _Meta) -> None:
    """Read the item location box: where each item lies."""
    cursor = Cursor(meta.content(b"iloc"))
    version = cursor.number(4) >> 24
    sizes = cursor.number(2)
    offset_size, length_size = sizes >> 12, sizes >> 8 & 15
    base_size, index_size = sizes >> 4 & 15, sizes & 15 if version else 0
    for _ in range(min(cursor.number(4 if version == 2 else 2), _ITEMS)):
        item = meta.items.setdefault(cursor.number(4 if version == 2 else 2), _Item())
        item.method = cursor.number(2) & 15 if version else 0
        cursor.number(2)
        base = cursor.number(base_size)
        for _ in range(cursor.number(2)):
            cursor.number(index_size)
            offset, length = cursor.number(offset_size), cursor.number(length_size)
            if len(item.extents) < 64:
                item.extents.append((base + offset, length))


def _metadata(meta: _Meta, item: _Item, found: Heif) -> None:
    if item.kind == b"Exif":
        data = _bytes(meta, item)
        if (block := _tiff(data)) is not None:
            found.exif.append(block)
    elif item.kind == b"mime" and b"rdf+xml" in item.mime and not found.xmp:
        found.xmp = _bytes(meta, item)


def _bytes(meta: _Meta, item: _Item) -> bytes:
    parts = []
    shift = 0
    if item.method == 1:
        bounds = find(meta.source, meta.start, meta.end, b"idat")
        shift = bounds[0] if bounds else meta.source.size
    for offset, length in item.extents:
        parts.append(meta.source.read(offset + shift, min(length or _ITEM, _ITEM)))
    return b"".join(parts)[:_ITEM]


def _tiff(data: bytes) -> bytes | None:
    """TIFF block of an EXIF item: after the stated offset, or after whatever prefix it has."""
    start = 4 + int.from_bytes(data[:4], "big")
    for at in (start, 0, 4, 6, 10):
        if data[at : at + 4] in (b"II*\x00", b"MM\x00*"):
            return data[at:]
    return None


def _size(meta: _Meta) -> tuple[int | None, int | None]:
    """Size of the primary picture as stored, before any rotation."""
    bounds = find(meta.source, meta.start, meta.end, b"iprp")
    if bounds is None:
        return None, None
    shelf = find(meta.source, *bounds, b"ipco")
    links = find(meta.source, *bounds, b"ipma")
    if shelf is None or links is None:
        return None, None
    properties = list(boxes(meta.source, *shelf))
    table = meta.source.read(links[0], min(links[1] - links[0], _META))
    for index in _linked(table, meta.primary):
        if 0 < index <= len(properties) and properties[index - 1][0] == b"ispe":
            cursor = Cursor(meta.source.read(properties[index - 1][1] + 4, 8))
            return cursor.number(4), cursor.number(4)
    return None, None


def _linked(table: bytes, primary: int) -> list[int]:
    """Numbers of the properties that belong to the primary picture."""
    cursor = Cursor(table)
    head = cursor.number(4)
    wide_item, wide_link = head >> 24, head & 1
    for _ in range(min(cursor.number(4), _ITEMS)):
        number = cursor.number(4 if wide_item else 2)
        links = [cursor.number(2 if wide_link else 1) for _ in range(cursor.number(1))]
        if number == primary:
            return [link & (0x7FFF if wide_link else 0x7F) for link in links]
    return []
