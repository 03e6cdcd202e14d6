"""Bodies of events of exhibits and of all that is done to them."""

from typing import Any

from msgspec import Struct, field

from cases.journal.bodies.parts import From, PlaceBody


class ExhibitTakenIn(Struct, frozen=True):
    """A file became an exhibit; `inspection` is what was read from it, coordinates as text."""

    exhibit: str
    object: str
    file: str
    size: int
    kind: str
    media_type: str = ""
    reason: str = ""
    width: int = 0
    height: int = 0
    inspection: dict[str, Any] = field(default_factory=dict)
    code: str = ""


class ExhibitLinked(Struct, frozen=True):
    """An exhibit of another stream enters this case under a code."""

    exhibit: str
    object: str
    file: str
    size: int
    kind: str
    code: str
    from_: From = field(name="from")
    media_type: str = ""
    reason: str = ""
    width: int = 0
    height: int = 0
    inspection: dict[str, Any] = field(default_factory=dict)


class ExhibitReadAgain(Struct, frozen=True):
    """
    The stored bytes were read anew by a reader that sees more; what it found replaces the former.

    `inspection` names the reader: a finding of an older one never replaces that of a newer one.
    """

    exhibit: str
    kind: str
    media_type: str = ""
    reason: str = ""
    width: int = 0
    height: int = 0
    inspection: dict[str, Any] = field(default_factory=dict)


class ExhibitSeenAgain(Struct, frozen=True):
    """The same bytes were brought once more."""

    exhibit: str
    file: str


class ExhibitPreview(Struct, frozen=True):
    """
    The print copy of an exhibit is this object; or none can be made, for this reason.

    `dhash` and `signals` are what decoding the picture brought to light.
    """

    exhibit: str
    object: str
    reason: str = ""
    dhash: str = ""
    signals: list[dict[str, Any]] = field(default_factory=list)


class ExhibitCaptioned(Struct, frozen=True):
    """The caption of an exhibit changes."""

    exhibit: str
    caption: str
    reason: str = ""


class ExhibitTimed(Struct, frozen=True):
    """A person states the zone of naive camera times, `+08:00`."""

    exhibits: list[str]
    offset: str
    reason: str = ""


class ExhibitClockStated(Struct, frozen=True):
    """The camera's clock ran so many ms fast (negative: slow); `how` is `stated` or `measured`."""

    exhibits: list[str]
    error_ms: int
    plus_minus_ms: int = 0
    how: str = "stated"
    reason: str = ""


class ExhibitPlaced(Struct, frozen=True):
    """Where a person says pictures were taken; `how` is `confirmed`, `stated` or `unknown`."""

    exhibits: list[str]
    how: str
    place: PlaceBody = PlaceBody()
    reason: str = ""


class ExhibitStatementWithdrawn(Struct, frozen=True):
    """What `saw` names of the `offset`, `clock` or `placed` of exhibits is taken back."""

    exhibits: list[str]
    field: str
    reason: str = ""


class ExhibitHandled(Struct, frozen=True):
    """An exhibit was viewed, exported or printed (access)."""

    exhibit: str
    why: str = ""


class ExhibitRehashed(Struct, frozen=True):
    """The original was read and its hash compared (access); `damaged` tells that it differs."""

    exhibit: str
    why: str = ""
    damaged: bool = False


TYPES: dict[str, type[Struct]] = {
    "exhibit.taken_in": ExhibitTakenIn,
    "exhibit.linked": ExhibitLinked,
    "exhibit.read_again": ExhibitReadAgain,
    "exhibit.seen_again": ExhibitSeenAgain,
    "exhibit.preview": ExhibitPreview,
    "exhibit.captioned": ExhibitCaptioned,
    "exhibit.timed": ExhibitTimed,
    "exhibit.clock_stated": ExhibitClockStated,
    "exhibit.placed": ExhibitPlaced,
    "exhibit.statement_withdrawn": ExhibitStatementWithdrawn,
    "exhibit.viewed": ExhibitHandled,
    "exhibit.exported": ExhibitHandled,
    "exhibit.printed": ExhibitHandled,
    "exhibit.rehashed": ExhibitRehashed,
}
