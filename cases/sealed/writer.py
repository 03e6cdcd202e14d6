"""Writes the archive of a case file: measured pieces in, canonical ZIP out, in one pass."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cases.sealed import bag, container
from cases.sealed.container import Entry, Item
from cases.sealed.info import Info
from cases.sealed.meter import Meter, Sink
from cases.sealed.names import TAGS, place


@dataclass(frozen=True, slots=True)
class Piece:
    """A payload file whose size and hashes are known, and how to get its bytes again."""

    name: str
    size: int
    crc: int
    sha256: str
    pour: Callable[[Sink], object]


def measure(name: str, pour: Callable[[Sink], object]) -> Piece:
    """Run a content through once to learn its size and hashes."""
    meter = Meter()
    pour(meter)
    return Piece(name, meter.size, meter.crc, meter.sha256, pour)


def piece_of(name: str, data: bytes) -> Piece:
    """Make a piece of bytes at hand."""
    return measure(name, lambda sink: sink.write(data))


def hashes(pieces: Sequence[Piece]) -> Mapping[str, str]:
    """Name to SHA-256, as the manifest wants it."""
    return {piece.name: piece.sha256 for piece in pieces}


def write(sink: Sink, info: Info, pieces: Sequence[Piece], seed: bytes) -> None:
    """Write bag and signature; the order of `pieces` does not matter."""
    tags = bag.tags(info, hashes(pieces), seed)
    first = [_item(piece_of(name, tags[name])) for name in TAGS]
    rest = [_item(piece) for piece in sorted(pieces, key=lambda piece: place(piece.name))]
    container.write(sink, [*first, *rest])


def _item(piece: Piece) -> Item:
    return Item(Entry(piece.name, piece.size, piece.crc), piece.pour)
