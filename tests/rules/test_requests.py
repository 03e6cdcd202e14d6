"""What may be asked of the clocks, and which refusal each mistake meets."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rules.errors import RuleError
from rules.requests import read_moment, read_request, read_zone
from tests.rules.pack_files import deadline_file

FILE = deadline_file()
WITA = timezone(timedelta(hours=8))
PLAIN = {"regime": "PEMILU", "source": "LAPORAN", "timezone": "WIB"}


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("WIB", 7), ("wita", 8), ("Asia/Jayapura", 9), ("asia/makassar", 8), ("Asia/Pontianak", 7),
        ("+08:00", 8), ("+8", 8), ("+0800", 8), ("UTC+07:00", 7), ("GMT+9", 9), (" -03:00 ", -3),
    ],
)  # fmt: skip
def test_a_zone_has_many_names(name: str, hours: int) -> None:
    assert read_zone(FILE, name) == timezone(timedelta(hours=hours))


@pytest.mark.parametrize("name", ["Mars", "+15:00", "", 7, None, "Europe/Berlin", "+08:75"])
def test_an_unknown_zone_is_refused_with_the_known_ones(name: object) -> None:
    with pytest.raises(RuleError, match="unknown-zone") as refused:
        read_zone(FILE, name)
    assert refused.value.values["allowed"] == "WIB, WITA, WIT"


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2024-01-10", date(2024, 1, 10)),
        (" 2024-01-10 ", date(2024, 1, 10)),
        (date(2024, 1, 10), date(2024, 1, 10)),
        ("2024-01-10T23:30:00+07:00", datetime(2024, 1, 11, 0, 30, tzinfo=WITA)),
        ("2024-01-10T15:59:59Z", datetime(2024, 1, 10, 23, 59, 59, tzinfo=WITA)),
        ("2024-01-10 09:15", datetime(2024, 1, 10, 9, 15, tzinfo=WITA)),
        ("2024-01-10T09:15:30.25", datetime(2024, 1, 10, 9, 15, 30, 250000, tzinfo=WITA)),
        ("2024-01-10T09:15+0900", datetime(2024, 1, 10, 8, 15, tzinfo=WITA)),
        (datetime(2024, 1, 10, 1, 0, tzinfo=UTC), datetime(2024, 1, 10, 9, 0, tzinfo=WITA)),
    ],
)
def test_a_moment_becomes_the_offices_own(given: object, moment: date) -> None:
    found = read_moment("events.dilaporkan", given, WITA)
    assert found == moment
    assert type(found) is type(moment)
    if isinstance(found, datetime):
        assert found.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize(
    "given",
    ["10-01-2024", "2024-02-30", "20240110", "2024-W02-3", "2024-01-10T25:00", "kemarin", "", 5,
     "2024-01-10T10:00:60", "2024-01-10T09:15 WIB", True, ["2024-01-10"], "٢٠٢٤-٠١-١٠",
     "2024-01-10T10:00+99:00"],
)  # fmt: skip
def test_what_is_no_date_is_refused_by_name(given: object) -> None:
    with pytest.raises(RuleError, match="not-a-date") as refused:
        read_moment("events.dilaporkan", given, WITA)
    assert refused.value.values["key"] == "events.dilaporkan"


@pytest.mark.parametrize("given", ["1944-12-31", "2201-01-01", "0001-01-01T00:00Z", "9999-12-31"])
def test_a_year_out_of_reach_is_refused(given: str) -> None:
    with pytest.raises(RuleError, match="year-out-of-range"):
        read_moment("events.dilaporkan", given, WITA)


def test_a_request_is_read_as_it_is_written() -> None:
    raw = {
        **PLAIN,
        "regime": "pemilu",
        "area": "53.71",
        "events": {"diketahui": "2024-01-10", "dilaporkan": None},
    }
    asked = read_request(FILE, raw)
    assert (asked.regime, asked.source, asked.area) == ("PEMILU", "LAPORAN", "53.71")
    assert asked.events == {"diketahui": date(2024, 1, 10)}
    assert asked.zone_given


def test_events_may_be_absent() -> None:
    assert read_request(FILE, PLAIN).events == {}
    assert read_request(FILE, {**PLAIN, "events": None}).events == {}


@pytest.mark.parametrize(
    ("raw", "code", "key"),
    [
        ([], "not-a-table", ""),
        ("x" * 100, "not-a-table", ""),
        ({**PLAIN, "regime": None}, "missing-key", "regime"),
        ({**PLAIN, "regime": "PILPRES"}, "not-allowed", "regime"),
        ({**PLAIN, "source": 3}, "not-allowed", "source"),
        ({**PLAIN, "evens": {}}, "unknown-key", "evens"),
        ({**PLAIN, "events": []}, "not-a-table", "events"),
        ({**PLAIN, "events": {"didengar": "2024-01-10"}}, "unknown-key", "events.didengar"),
        ({**PLAIN, "events": {"dilaporkan": "besok"}}, "not-a-date", "events.dilaporkan"),
        ({**PLAIN, "area": 53}, "not-text", "area"),
    ],
)
def test_a_bad_request_is_refused_by_the_name_of_its_key(raw: object, code: str, key: str) -> None:
    with pytest.raises(RuleError) as refused:
        read_request(FILE, raw)
    assert refused.value.code == code
    assert refused.value.values["key"] == key
    assert len(str(refused.value)) < 400
