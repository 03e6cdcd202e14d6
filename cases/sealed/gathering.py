"""
What goes into the file of a case: its streams, and the objects that their events name.

Read in one transaction. An object that is not in the vault, or is damaged there, is left out and
listed: sealing is never refused for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from cases.journal.event import Event, read
from cases.journal.signing import is_signed
from cases.journal.streams import heads_of, lines_of
from cases.sealed.heads import Head
from cases.sealed.names import Kind
from cases.tables import exchange

_OPENED_BY_VIEWERS = re.compile(
    r"\.(jpe?g|png|hei[cf]|avif|webp|gif|tiff?|bmp|mp4|mov|3gp|avi|mkv|webm|mp3|m4a|aac|amr|ogg"
    r"|opus|wav|pdf|docx?|xlsx?|pptx?|od[ts]|txt|csv|eml)$",
    re.IGNORECASE,
)
_TYPES = {"image/jpeg": "jpg", "image/png": "png", "image/heic": "heic", "application/pdf": "pdf"}


_FIRST = (Kind.IDENTITY, Kind.OBJECT, Kind.PREVIEW)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An object that the journal names."""

    sha256: str
    kind: Kind
    ending: str = "bin"
    personal: bool = False
    """Whether it says who somebody is: particulars, and papers, which quote them."""

    @property
    def name(self) -> str:
        """Its name in the file."""
        folder, ending = {
            Kind.IDENTITY: ("identities", "json"),
            Kind.PREVIEW: ("previews", "jpg"),
        }.get(self.kind, ("objects", self.ending))
        return f"data/{folder}/{self.sha256}.{ending}"


@dataclass(slots=True)
class Gathered:
    """The journal side of a case file."""

    streams: Mapping[str, list[bytes]]
    heads: tuple[Head, ...]
    signatures: Mapping[str, str]
    receipts: tuple[str, ...]
    """Objects that are receipts of an office for this case."""
    wanted: dict[str, Wanted] = field(default_factory=dict)


def gather(connection: Connection, case: str) -> Gathered:
    """Read what a case file needs of the journal."""
    # What no key signed, nobody vouches for: one planted line must not spoil the whole file.
    held = [head for head in heads_of(connection, case) if is_signed(head)]
    lines = dict(lines_of(connection, case))
    receipts = connection.execute(
        select(exchange.c.object)
        .where(exchange.c.scope == "", exchange.c.case == case, exchange.c.act == "receipt")
        .order_by(exchange.c.object)
        .distinct()
    )
    gathered = Gathered(
        streams={head.dev: lines[head.dev][: head.seq] for head in held},
        heads=tuple(Head(h.dev, h.seq, h.sha256) for h in held),
        signatures={h.dev: h.signature for h in held},
        receipts=tuple(receipts.scalars()),
    )
    for stream in gathered.streams.values():
        for line in stream:
            _want(gathered.wanted, read(line))
    return gathered


def _want(wanted: dict[str, Wanted], event: Event) -> None:
    """Add the objects of an event; bytes named twice are an original rather than a print copy."""
    for sha256 in event.obj:
        found = _wanted(sha256, event)
        before = wanted.get(sha256, found)
        first = min(before, found, key=lambda item: _FIRST.index(item.kind))
        wanted[sha256] = replace(first, personal=before.personal or found.personal)


def _wanted(sha256: str, event: Event) -> Wanted:
    if event.type == "party.described":
        return Wanted(sha256, Kind.IDENTITY, personal=True)
    if event.type == "exhibit.preview":
        return Wanted(sha256, Kind.PREVIEW)
    if event.type == "copy.derived":
        return Wanted(sha256, Kind.OBJECT, "jpg")
    if event.type == "paper.made":
        return Wanted(sha256, Kind.OBJECT, "pdf", personal=True)
    return Wanted(sha256, Kind.OBJECT, _ending(event))


def _ending(event: Event) -> str:
    """Choose an ending that lets a clerk open the file; never one that a system would run."""
    file, media_type = event.body.get("file"), event.body.get("media_type")
    match = _OPENED_BY_VIEWERS.search(str(file or ""))
    return match[1].lower() if match else _TYPES.get(str(media_type or ""), "bin")
