"""
The strict reader: one pass, bounded memory, nothing believed before it is checked.

Headers are made again from what is known and compared byte for byte; contents are hashed while
they pass. The visitor sees the bag only after its signature and manifests held, and a content as
a stream that ends where the header said. Whoever keeps something on the way must treat it as
unproven until `read` has returned.
"""

from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Protocol, Self

from cases.language import tr
from cases.sealed import container
from cases.sealed.bag import Bag, Part, open_bag
from cases.sealed.container import Entry
from cases.sealed.meter import Meter
from cases.sealed.names import TAGS
from cases.sealed.refusal import Refused

CHUNK = 1 << 18


class Source(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; nothing means the end."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Above these a file is refused before it costs anything."""

    entries: int = 20_000
    octets: int = 20 << 30
    tag: int = 8 << 20


class Visitor(Protocol):
    """Who looks at the contents."""

    def opened(self, bag: Bag) -> None:
        """Signature and manifests hold; raise to stop here."""

    def payload(self, part: Part, content: "Content") -> None:
        """Read as much of `content` as wanted; the rest is checked all the same."""


class Content:
    """One entry as a stream; leaving it reads what is left and compares the CRC."""

    def __init__(self, source: Source, entry: Entry) -> None:
        self._source = source
        self._entry = entry
        self.meter = Meter()

    @property
    def size(self) -> int:
        """Announced size."""
        return self._entry.size

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes; empty at the end of the entry."""
        left = self._entry.size - self.meter.size
        wanted = left if size < 0 else min(size, left)
        if not wanted:
            return b""
        data = self._source.read(wanted)
        if not data:
            raise _cut()
        self.meter.write(data)
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            return
        while self.read(CHUNK):
            pass
        if self.meter.crc != self._entry.crc:
            raise changed(self._entry.name)


class _Archive:
    """The entries in their order."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._entries: list[Entry] = []

    def entry(self, name: str, max_size: int) -> Content:
        fixed = self._exactly(container.FIXED)
        start = fixed + self._exactly(len(name))
        # The name decides how long the header is; only zip64 may follow it.
        zip64 = self._exactly(container.ZIP64_LOCAL) if container.is_big(fixed) else b""
        size, crc = container.announced(fixed, zip64)
        entry = Entry(name, size, crc)
        if container.local_header(entry) != start + zip64:
            raise _no_archive(name)
        if size > max_size:
            raise Refused(
                tr("Bagian {file} dalam berkas kasus terlalu besar.", file=name),
                code="too-big",
                file=name,
            )
        self._entries.append(entry)
        return Content(self._source, entry)

    def finish(self) -> None:
        expected = container.central_directory(self._entries)
        if self._exactly(len(expected)) != expected or self._source.read(1):
            raise _no_archive("")

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._source.read(size - len(data))
            if not more:
                raise _cut()
            data += more
        return data


def read(source: Source, visitor: Visitor, limits: Limits | None = None) -> Bag:
    """Read a case file without its age layer, from its first byte to its last."""
    limits = limits or Limits()
    archive = _Archive(source)
    files = {}
    for name in TAGS:
        with archive.entry(name, limits.tag) as content:
            files[name] = b"".join(iter(partial(content.read, CHUNK), b""))
    bag = open_bag(files, limits.entries)
    if bag.info.octets > limits.octets:
        raise Refused(tr("Isi berkas kasus terlalu besar."), code="too-big")
    visitor.opened(bag)
    left = bag.info.octets
    for part in bag.parts:
        with archive.entry(part.name, left) as content:
            visitor.payload(part, content)
        if content.meter.sha256 != part.sha256:
            raise changed(part.name)
        left -= content.size
    if left:
        raise Refused(
            tr("Ukuran isi berkas kasus tidak sama dengan yang dinyatakan."), code="size-differs"
        )
    archive.finish()
    return bag


def changed(name: str) -> Refused:
    """Make the refusal of a part whose bytes are not those that were sealed."""
    return Refused(
        tr("Bagian {file} dalam berkas kasus berubah.", file=name), code="hash-differs", file=name
    )


def _cut() -> Refused:
    return Refused(tr("Berkas kasus terpotong."), code="truncated")


def _no_archive(name: str) -> Refused:
    return Refused(
        tr("Susunan berkas kasus tidak menurut bentuk baku."), code="bad-archive", file=name
    )
