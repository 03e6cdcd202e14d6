"""Questions to the shipped clocks in one line."""

from collections.abc import Mapping
from datetime import timedelta, timezone
from typing import Any

from rules.deadlines import (
    Deadline,
    Result,
    compute,
    read_request,
)
from tests.rules.pack_files import deadline_file, holiday_file, stages

FILE, TABLE, STAGES = deadline_file(), holiday_file(), stages()
WIB = timezone(timedelta(hours=7))


def ask(
    regime: str, source: str, events: Mapping[str, object], zone: str = "WIB", area: str = ""
) -> Result:
    raw = {
        "regime": regime,
        "source": source,
        "timezone": zone,
        "area": area,
        "events": events,
    }
    return compute(FILE, TABLE, STAGES, read_request(FILE, raw))


def clocks(result: Result) -> dict[str, Deadline]:
    return {one.clock.id: one for one in result.deadlines}


def one_clock(clock: str, regime: str, source: str, when: str, zone: str = "WIB") -> Deadline:
    trigger = next(one.trigger for one in FILE.clocks if one.id == clock)
    return clocks(ask(regime, source, {trigger: when}, zone))[clock]


def codes(result: Result) -> set[str]:
    return {caution.code for caution in result.cautions}


def cautioned(result: Result, code: str) -> list[dict[str, Any]]:
    return [dict(caution.values) for caution in result.cautions if caution.code == code]
