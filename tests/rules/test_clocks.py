"""The file of clocks holds together; what is true of every clock and every trigger."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.deadlines import (
    Clock,
    Deadline,
    DeadlineFile,
    check,
    is_over,
)
from rules.errors import RuleError
from rules.workdays import workdays
from tests.rules.clocks_asked import FILE, STAGES, TABLE, ask, clocks


def with_clock(clock: Clock) -> DeadlineFile:
    return msgspec.structs.replace(FILE, clocks=(*FILE.clocks, clock))


def test_the_shipped_clocks_are_sound() -> None:
    check(FILE)


def test_a_clock_of_an_unknown_event_is_refused() -> None:
    clock = msgspec.structs.replace(FILE.clocks[0], id="D99", trigger="dilupakan")
    with pytest.raises(RuleError, match="unknown-event") as refused:
        check(with_clock(clock))
    assert refused.value.values == {"key": "clocks.D99", "found": "dilupakan"}


def test_a_clock_that_extends_an_unknown_one_is_refused() -> None:
    clock = msgspec.structs.replace(FILE.clocks[0], id="D99", extends="D98")
    with pytest.raises(RuleError, match="unknown-clock") as refused:
        check(with_clock(clock))
    assert refused.value.values == {"key": "clocks.D99", "found": "D98"}


def test_a_clock_that_waits_for_nothing_is_never_over() -> None:
    clock = msgspec.structs.replace(FILE.clocks[0], met_by="", ended_by=())
    assert not is_over(FILE, clock, [event.key for event in FILE.events])


def test_a_clock_that_would_run_twice_is_refused() -> None:
    with pytest.raises(RuleError, match="clock-twice"):
        check(with_clock(FILE.clocks[0]))


DAYS = st.dates(date(2022, 1, 1), date(2028, 12, 31))
# D25 changes with its regulation, from days to hours: it has its own tests.
RUNS = st.sampled_from(
    [clock for clock in FILE.clocks if clock.unit != "hours" and clock.id != "D25"]
)


def run_alone(clock: Clock, day: date) -> Deadline:
    return clocks(ask(clock.regime, clock.sources[0], {clock.trigger: day.isoformat()}))[clock.id]


@given(RUNS, DAYS)
def test_safe_is_never_after_the_limit_and_the_desk_never_later(clock: Clock, day: date) -> None:
    found = run_alone(clock, day)
    assert found.safe <= found.limit
    assert found.practical is None or found.practical.date() <= found.limit
    assert (found.limit < day) if clock.backwards else (found.limit > day)


@given(RUNS, DAYS, st.integers(0, 40))
def test_a_later_trigger_never_ends_earlier(clock: Clock, day: date, later: int) -> None:
    first, second = run_alone(clock, day), run_alone(clock, day + timedelta(days=later))
    assert first.limit <= second.limit
    assert first.safe <= second.safe


@given(RUNS, DAYS)
def test_a_count_holds_exactly_its_length_of_counting_days(clock: Clock, day: date) -> None:
    found = run_alone(clock, day)
    office = workdays(TABLE, STAGES)
    counted = [one.date for one in found.days if one.counted]
    assert len(counted) == clock.length
    assert all(clock.unit == "calendar" or office.reason(one) is None for one in counted)
    assert counted[-1] == found.limit
