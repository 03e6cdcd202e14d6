"""What a file said of itself when it was taken in: every stated time, the origin and its cause."""

import msgspec
from sqlalchemy import select

from cases.home import Home
from cases.tables import exhibit as exhibit_table
from cases.work.evidence_records import FileClaims, OriginRecord, TimeSourceRecord
from cases.work.evidence_words import cause_words, refusal_words
from cases.work.records import ExhibitId
from cases.work.scopes import absent


class _Source(msgspec.Struct, frozen=True):
    kind: str = ""
    raw: str | None = None
    local: str | None = None
    offset: str | None = None
    refused: str = ""


class _Taken(msgspec.Struct, frozen=True):
    subsec: str | None = None
    sources: tuple[_Source, ...] = ()


class _Media(msgspec.Struct, frozen=True):
    duration_ms: int | None = None
    rotation: int | None = None
    title: str | None = None
    url: str | None = None


class _Inspection(msgspec.Struct, frozen=True):
    taken: _Taken = _Taken()
    origin: str = "unknown"
    origin_cause: str = ""
    origin_weight: str = ""
    media: _Media | None = None


def claims_of(home: Home, exhibit: ExhibitId) -> FileClaims:
    """Give what the file of an exhibit says of itself, with reasons in the language in use."""
    with home.read() as connection:
        text = connection.execute(
            select(exhibit_table.c.inspection).where(exhibit_table.c.id == exhibit).limit(1)
        ).scalar()
    if text is None:
        raise absent(exhibit_table)
    try:
        found = msgspec.json.decode(text or "{}", type=_Inspection)
    except msgspec.ValidationError:
        found = _Inspection()  # written by another program
    media = found.media or _Media()
    return FileClaims(
        origin=OriginRecord(found.origin, found.origin_weight, cause_words(found.origin_cause)),
        sources=tuple(
            TimeSourceRecord(
                one.kind,
                one.raw or "",
                one.local or "",
                one.offset or "",
                refusal_words(one.refused),
            )
            for one in found.taken.sources
        ),
        subsec=found.taken.subsec or "",
        duration_ms=media.duration_ms,
        rotation=media.rotation,
        title=media.title or "",
        url=media.url or "",
    )
