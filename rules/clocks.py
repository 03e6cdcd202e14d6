"""The clocks of a procedure as data: `deadlines.toml` of a pack."""

from datetime import date, time
from typing import Annotated, Literal

import msgspec

from rules.workdays import StageKind

Regime = Literal["PEMILU", "PILKADA"]
Source = Literal["TEMUAN", "LAPORAN"]
Unit = Literal["working", "calendar", "hours"]

Length = Annotated[int, msgspec.Meta(ge=1, le=366)]
Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]


class Doubt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is not settled, in a sentence for the officer; shown for triggers in its dates."""

    text: str
    valid_from: date | None = None
    valid_to: date | None = None


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One period: what starts it, how long it is, and where that is written."""

    id: str
    step: str
    """What must be done, in words."""
    regime: Regime
    sources: tuple[Source, ...] = ("TEMUAN", "LAPORAN")
    trigger: str
    """The event that starts it, a key of `events`."""
    length: Length
    unit: Unit
    also_unit: Literal["working", "calendar"] | None = None
    """A second reading of the unit; its limit is told as a warning."""
    backwards: bool = False
    """Counted back from the event: the last day something may still happen before it."""
    met_by: str = ""
    """The event that ends it; a late one is told as a warning."""
    ended_by: tuple[str, ...] = ()
    """Other events after which it runs no longer."""
    extends: str = ""
    """The clock that it prolongs: it runs only where an extension was recorded, with a ground."""
    adjustable: bool = False
    """True: the office may set another limit, with its ground."""
    categories: tuple[str, ...] = ()
    """Kinds of breach it is for; none = all."""
    outlasts: bool = False
    """True: it runs on after the case was decided."""
    article: str
    confidence: str
    doubts: tuple[Doubt, ...] = ()
    valid_from: date | None = None
    """First and last day of the triggers it is for."""
    valid_to: date | None = None


class Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The hours of a desk on some weekdays (1 = Monday), or on the days of a stage."""

    weekdays: tuple[Weekday, ...] = ()
    """On these working days."""
    stages: tuple[StageKind, ...] = ()
    """On every day of these stages, working day or not."""
    opens: time
    closes: time


class Desk(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When the reception desk is open; the first window that fits a day is the one."""

    id: str
    regime: Regime
    windows: tuple[Window, ...]
    article: str
    confidence: str
    doubts: tuple[Doubt, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that happens in a case and may start a clock."""

    key: str
    text: str
    after: tuple[str, ...] = ()
    """Events that come before this one."""


class Zone(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A zone of the country: fixed offset, every name it goes by."""

    name: str
    names: tuple[str, ...]
    offset: Annotated[str, msgspec.Meta(pattern=r"^[+-]\d\d:\d\d$")]


class RegimeDoubt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is unsettled about the counting of a whole regime."""

    regime: Regime
    doubts: tuple[Doubt, ...]


class DeadlineFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`deadlines.toml`."""

    zones: tuple[Zone, ...]
    regimes: tuple[RegimeDoubt, ...] = ()
    events: tuple[Event, ...]
    clocks: tuple[Clock, ...]
    desks: tuple[Desk, ...]


def in_force(row: Clock | Desk | Doubt, day: date) -> bool:
    """Tell whether `row` is for `day`."""
    return (row.valid_from or day) <= day <= (row.valid_to or day)
