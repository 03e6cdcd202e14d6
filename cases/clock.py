"""
The one clock. Laptop clocks lie, so a moment carries all that the machine says of time.

`wall` is UTC text `YYYY-MM-DDThh:mm:ss.sssZ`, `mono` whole milliseconds since some start of this
boot, `boot` names the boot, `tz` is the machine's offset from UTC such as `+07:00`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cases.platform import boot_id, uptime_ms


@dataclass(frozen=True, slots=True)
class Moment:
    """What the machine said of time, at one moment."""

    wall: str
    mono: int
    boot: str
    tz: str


def utc_text(moment: datetime) -> str:
    """UTC text with milliseconds: `2024-02-14T00:30:00.000Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def _machine() -> Moment:
    now = datetime.now(UTC)  # noqa: TID251 - this is the clock
    local = now.astimezone()
    offset = local.strftime("%z")
    return Moment(
        wall=utc_text(now),
        mono=uptime_ms(),
        boot=boot_id(),
        tz=f"{offset[:3]}:{offset[3:5]}",
    )


_source: Callable[[], Moment] = _machine


def now() -> Moment:
    """Read the clock."""
    return _source()


def today() -> str:
    """Return the machine's local date, `YYYY-MM-DD`."""
    moment = now()
    wall = datetime.fromisoformat(moment.wall)
    return wall.astimezone(datetime.strptime(moment.tz, "%z").tzinfo).date().isoformat()


def use(source: Callable[[], Moment] | None) -> None:
    """Read another clock (tests), or the machine's again with None."""
    global _source  # noqa: PLW0603 - one clock for the whole process
    _source = source or _machine
